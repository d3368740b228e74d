// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"
#include "models/domain/result.h"

#include <vector>

namespace qcc {

enum class Overwrite { Nothing, Existing };

/// Writes the events (newest first) to @p path as failover_events.json has them, whole or not at all,
/// readable for its owner only. FileUnwritable: also for a file that is there and not to be replaced.
Result<Done> writeEvents(const std::vector<FailoverEvent> &events, const QString &path, Overwrite overwrite);

} // namespace qcc

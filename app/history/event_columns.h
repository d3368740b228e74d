// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"

#include <QLatin1StringView>

namespace qcc {

class SqlRows;

/// How events are read from rows of the table `events`.

inline constexpr auto kSwitchColumns = QLatin1StringView("id, type, from_config, to_config, at, success");
inline constexpr auto kEventColumns =
    QLatin1StringView("id, type, from_config, to_config, at, success, reason, decision");

/// The columns in kSwitchColumns.
FailoverEvent switchIn(const SqlRows &rows);
/// The columns in kEventColumns. A decision that can't be read is none.
FailoverEvent eventIn(const SqlRows &rows);

} // namespace qcc

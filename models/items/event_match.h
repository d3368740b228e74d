// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

namespace qcc {

/// Whether the filter lets the event through, as the history's own query has it; limit, offset and order
/// don't count.
bool matches(const EventFilter &filter, const FailoverEvent &event);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/history_database.h"

namespace qcc {

/// history.db for a command that works while no instance runs. The caller holds the home's InstanceLock.
/// Blocking. HistoryUnavailable with the path and why; a database that can't be used is left as it is.

/// What the last instance remembered. A home without a database remembers nothing, and gets none.
Result<RememberedState> rememberedState(const QString &home);

/// Stores @p events (each gets an id) and @p state in one transaction that survives a power cut.
Result<Done> storeOffline(const QString &home, const std::vector<FailoverEvent> &events,
                          const FailoverState &state);

} // namespace qcc

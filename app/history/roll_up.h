// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/policy.h"

#include <optional>

namespace qcc {

class SqlConnection;

inline constexpr int kRollUpRows = 1000; ///< removed in one step, so that no transaction is long

enum class RollUp { Done, MoreToDo };

/// Removes one step's worth of what is too old by levels.h (its sums are there already), and of the requests
/// that are older than @p retention; without one no request goes. Inside a transaction of the caller; a fault
/// stays with @p connection.
RollUp rollUpStep(SqlConnection &connection, TimePoint now, const std::optional<HistoryRetention> &retention);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

namespace qcc {

class SqlConnection;

/// See HistoryReader. A fault stays with the connection.
HistoryStats queryStats(SqlConnection &connection, TimePoint from, TimePoint to);
std::vector<ActiveSpan> queryActiveSpans(SqlConnection &connection, TimePoint from, TimePoint to);

} // namespace qcc

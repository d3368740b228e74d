// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

namespace qcc {

class SqlConnection;

/// Finds events for lists that people scroll through. Filters and sorts over indices that hold all that is
/// needed for it, so that only the rows of the wanted page are read: at a million events a page takes some
/// milliseconds sorted by time, wherever it is, and some tenths of a second with a filter and another
/// sorting. A fault stays with the connection.

/// Sorted as the filter says. Names are sorted without regard to case; equal ones newest first.
std::vector<FailoverEvent> findEvents(SqlConnection &connection, const EventFilter &filter);
/// Limit and offset don't matter.
qint64 countEvents(SqlConnection &connection, const EventFilter &filter);

} // namespace qcc

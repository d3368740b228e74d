// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

namespace qcc {

class SqlConnection;

/// Events in the database. A fault stays with the connection.

/// Stores @p event. Its id becomes another one where an other event has it already; storing an event twice
/// changes nothing.
void storeEvent(SqlConnection &connection, FailoverEvent &event);

std::optional<FailoverEvent> findEvent(SqlConnection &connection, const QString &id);

/// Oldest first, without decisions and reasons: what statistics need.
std::vector<FailoverEvent> switchesBetween(SqlConnection &connection, TimePoint from, TimePoint to);
/// The successful switch before @p moment; the last one of all without a moment.
std::optional<FailoverEvent> lastSwitch(SqlConnection &connection, std::optional<TimePoint> before = {});

} // namespace qcc

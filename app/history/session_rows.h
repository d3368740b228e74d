// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace qcc {

class SqlConnection;

/// One request of a conversation that a config answered.
struct ServedTurn
{
    QByteArray session;
    QByteArray model; ///< empty: not known
    QString config;
    TimePoint at; ///< when the answer ended
    bool operator==(const ServedTurn &) const = default;
};

inline constexpr int kRememberedTurns = 2000; ///< a restart looks at so many of the last requests

/// Those among the last requests that name a conversation, the oldest first. A fault stays with the
/// connection.
std::vector<ServedTurn> lastTurns(SqlConnection &connection);

} // namespace qcc

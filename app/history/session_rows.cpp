// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/session_rows.h"

#include "app/history/sql_connection.h"

#include <algorithm>

namespace qcc {

std::vector<ServedTurn> lastTurns(SqlConnection &connection)
{
    // The limit comes first: however few of the requests name a conversation, not all are walked.
    SqlRows rows = connection.rows(
        QStringLiteral("SELECT s.text, m.text, n.text, r.started_at + r.duration FROM"
                       " (SELECT * FROM requests ORDER BY started_at DESC, row DESC LIMIT ?) r"
                       " JOIN texts s ON s.id = r.session LEFT JOIN texts m ON m.id = r.model"
                       " JOIN names n ON n.id = r.config WHERE r.outcome = 0 AND r.kind = 0"),
        {kRememberedTurns});
    std::vector<ServedTurn> turns;
    while (rows.next())
        turns.push_back({rows.bytes(0), rows.bytes(1), rows.text(2), rows.moment(3)});
    std::stable_sort(turns.begin(), turns.end(),
                     [](const ServedTurn &a, const ServedTurn &b) { return a.at < b.at; });
    return turns;
}

} // namespace qcc

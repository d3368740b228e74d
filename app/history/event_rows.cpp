// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/event_rows.h"

#include "app/history/event_columns.h"
#include "app/history/sql_connection.h"
#include "models/domain/decision_json.h"
#include "models/domain/words.h"

#include <QJsonDocument>

namespace qcc {

namespace {

QVariant storedDecision(const FailoverEvent &event)
{
    if (!event.decision)
        return {};
    return QString::fromUtf8(QJsonDocument(toJson(*event.decision)).toJson(QJsonDocument::Compact));
}

/// "0badcafe" → "0badcaff".
QString nextId(const QString &id)
{
    bool isHex = false;
    const quint32 number = id.toUInt(&isHex, 16);
    return isHex ? QStringLiteral("%1").arg(number + 1, 8, 16, QLatin1Char('0')) : id + u'+';
}

bool isSame(const FailoverEvent &stored, const FailoverEvent &event)
{
    return stored.at == event.at && stored.type == event.type && stored.from == event.from &&
           stored.to == event.to;
}

} // namespace

void storeEvent(SqlConnection &connection, FailoverEvent &event)
{
    while (const std::optional<FailoverEvent> stored = findEvent(connection, event.id)) {
        if (isSame(*stored, event))
            return;
        event.id = nextId(event.id);
    }
    connection.run(
        QStringLiteral("INSERT INTO events(id, type, from_config, to_config, at, success, reason, decision)"
                       " VALUES(?, ?, ?, ?, ?, ?, ?, ?)"),
        {orEmpty(event.id), toWord(event.type), orEmpty(event.from), orEmpty(event.to), bound(event.at),
         event.success, orEmpty(event.reason), storedDecision(event)});
}

std::optional<FailoverEvent> findEvent(SqlConnection &connection, const QString &id)
{
    SqlRows rows =
        connection.rows(QStringLiteral("SELECT %1 FROM events WHERE id = ?").arg(kEventColumns), {id});
    return rows.next() ? std::optional(eventIn(rows)) : std::nullopt;
}

std::vector<FailoverEvent> switchesBetween(SqlConnection &connection, TimePoint from, TimePoint to)
{
    std::vector<FailoverEvent> found;
    SqlRows rows = connection.rows(
        QStringLiteral("SELECT %1 FROM events WHERE at >= ? AND at < ? ORDER BY at, row").arg(kSwitchColumns),
        {bound(from), bound(to)});
    while (rows.next())
        found.push_back(switchIn(rows));
    return found;
}

std::optional<FailoverEvent> lastSwitch(SqlConnection &connection, std::optional<TimePoint> before)
{
    SqlRows rows = connection.rows(
        QStringLiteral("SELECT %1 FROM events WHERE success AND at < ? ORDER BY at DESC, row DESC LIMIT 1")
            .arg(kSwitchColumns),
        {before ? bound(*before) : QVariant(std::numeric_limits<qint64>::max())});
    return rows.next() ? std::optional(switchIn(rows)) : std::nullopt;
}

} // namespace qcc

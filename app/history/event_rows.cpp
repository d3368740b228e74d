// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/event_rows.h"

#include "app/history/sql_connection.h"
#include "models/domain/decision_json.h"
#include "models/domain/words.h"

#include <QJsonDocument>

namespace qcc {

namespace {

constexpr auto kColumns =
    QLatin1StringView("id, type, from_config, to_config, at, success, reason, decision");
constexpr auto kFewColumns = QLatin1StringView("id, type, from_config, to_config, at, success");

/// The columns in kFewColumns.
FailoverEvent switchIn(const SqlRows &rows)
{
    FailoverEvent event;
    event.id = rows.text(0);
    event.type = eventTypeFromWord(rows.text(1)).value_or(FailoverEventType::Failover);
    event.from = rows.text(2);
    event.to = rows.text(3);
    event.at = rows.moment(4);
    event.success = rows.number(5) != 0;
    return event;
}

/// The columns in kColumns. A decision that can't be read is none.
FailoverEvent eventIn(const SqlRows &rows)
{
    FailoverEvent event = switchIn(rows);
    event.reason = rows.text(6);
    if (!rows.isNull(7)) {
        const Result<Decision> decision = decisionFromJson(QJsonDocument::fromJson(rows.bytes(7)).object());
        if (decision)
            event.decision = *decision;
    }
    return event;
}

QVariant storedDecision(const FailoverEvent &event)
{
    if (!event.decision)
        return {};
    return QString::fromUtf8(QJsonDocument(toJson(*event.decision)).toJson(QJsonDocument::Compact));
}

/// The filter as SQL, but for its text: SQLite compares without case only in ASCII.
struct Conditions
{
    QString sql = QStringLiteral(" WHERE 1");
    QVariantList values;

    void add(const QString &condition, const QVariantList &bound)
    {
        sql += QStringLiteral(" AND ") + condition;
        values += bound;
    }
};

Conditions conditionsOf(const EventFilter &filter)
{
    Conditions conditions;
    if (filter.type)
        conditions.add(QStringLiteral("type = ?"), {toWord(*filter.type)});
    if (filter.since)
        conditions.add(QStringLiteral("at >= ?"), {bound(*filter.since)});
    if (filter.until)
        conditions.add(QStringLiteral("at < ?"), {bound(*filter.until)});
    if (!filter.config.isEmpty())
        conditions.add(QStringLiteral("(from_config = ? OR to_config = ?)"), {filter.config, filter.config});
    return conditions;
}

bool matches(const SqlRows &rows, const QString &text)
{
    return rows.text(2).contains(text, Qt::CaseInsensitive) ||
           rows.text(3).contains(text, Qt::CaseInsensitive) ||
           rows.text(6).contains(text, Qt::CaseInsensitive);
}

/// A negative or huge value of a filter is none.
qint64 atLeastZero(int value)
{
    return std::max(value, 0);
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

std::vector<FailoverEvent> findEvents(SqlConnection &connection, const EventFilter &filter)
{
    Conditions conditions = conditionsOf(filter);
    QString sql =
        QStringLiteral("SELECT %1 FROM events%2 ORDER BY at DESC, row DESC").arg(kColumns, conditions.sql);
    qint64 skip = 0;
    if (filter.text.isEmpty()) {
        sql += QStringLiteral(" LIMIT ? OFFSET ?");
        conditions.values << atLeastZero(filter.limit) << atLeastZero(filter.offset);
    } else {
        skip = atLeastZero(filter.offset);
    }
    std::vector<FailoverEvent> found;
    SqlRows rows = connection.rows(sql, conditions.values);
    while (qint64(found.size()) < atLeastZero(filter.limit) && rows.next()) {
        if (!filter.text.isEmpty() && !matches(rows, filter.text))
            continue;
        if (skip-- <= 0)
            found.push_back(eventIn(rows));
    }
    return found;
}

qint64 countEvents(SqlConnection &connection, const EventFilter &filter)
{
    const Conditions conditions = conditionsOf(filter);
    if (filter.text.isEmpty())
        return connection.number(QStringLiteral("SELECT count(*) FROM events") + conditions.sql,
                                 conditions.values);
    qint64 count = 0;
    SqlRows rows = connection.rows(QStringLiteral("SELECT %1 FROM events%2").arg(kColumns, conditions.sql),
                                   conditions.values);
    while (rows.next())
        count += matches(rows, filter.text) ? 1 : 0;
    return count;
}

std::optional<FailoverEvent> findEvent(SqlConnection &connection, const QString &id)
{
    SqlRows rows = connection.rows(QStringLiteral("SELECT %1 FROM events WHERE id = ?").arg(kColumns), {id});
    return rows.next() ? std::optional(eventIn(rows)) : std::nullopt;
}

std::vector<FailoverEvent> switchesBetween(SqlConnection &connection, TimePoint from, TimePoint to)
{
    std::vector<FailoverEvent> found;
    SqlRows rows = connection.rows(
        QStringLiteral("SELECT %1 FROM events WHERE at >= ? AND at < ? ORDER BY at, row").arg(kFewColumns),
        {bound(from), bound(to)});
    while (rows.next())
        found.push_back(switchIn(rows));
    return found;
}

std::optional<FailoverEvent> lastSwitch(SqlConnection &connection, std::optional<TimePoint> before)
{
    SqlRows rows = connection.rows(
        QStringLiteral("SELECT %1 FROM events WHERE success AND at < ? ORDER BY at DESC, row DESC LIMIT 1")
            .arg(kFewColumns),
        {before ? bound(*before) : QVariant(std::numeric_limits<qint64>::max())});
    return rows.next() ? std::optional(switchIn(rows)) : std::nullopt;
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/event_query.h"

#include "app/history/event_columns.h"
#include "app/history/sql_connection.h"
#include "models/domain/words.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace qcc {

namespace {

/// The list's own index: everything about an event but its decision, in the order of time. Named, because
/// SQLite would rather take an index for one condition and look the others up in the rows, which are large.
constexpr auto kList = QLatin1StringView("events INDEXED BY events_list");
constexpr auto kNewestFirst = QLatin1StringView(" ORDER BY at DESC, row DESC");

/// A negative or huge value of a filter is none.
qint64 atLeastZero(int value)
{
    return std::max(value, 0);
}

QString columnOf(EventColumn column)
{
    switch (column) {
    case EventColumn::Time:
        return QStringLiteral("at");
    case EventColumn::Type:
        return QStringLiteral("type");
    case EventColumn::From:
        return QStringLiteral("from_config");
    case EventColumn::To:
        return QStringLiteral("to_config");
    case EventColumn::Success:
        return QStringLiteral("success");
    }
    Q_UNREACHABLE();
}

/// The texts of @p column that hold @p text, in any case, as a JSON array. SQLite itself compares without
/// case only in ASCII.
QString matching(SqlConnection &connection, const QString &column, const QString &text)
{
    QJsonArray found;
    SqlRows rows =
        connection.rows(QStringLiteral("SELECT DISTINCT %1 FROM events WHERE %1 <> ''").arg(column));
    while (rows.next()) {
        if (const QString value = rows.text(0); value.contains(text, Qt::CaseInsensitive))
            found << value;
    }
    return QString::fromUtf8(QJsonDocument(found).toJson(QJsonDocument::Compact));
}

/// How many of the filtered events have one value of the sorted column.
struct Run
{
    QVariant value;
    qint64 events = 0;
};

bool isBefore(const Run &a, const Run &b)
{
    if (a.value.typeId() != QMetaType::QString)
        return a.value.toLongLong() < b.value.toLongLong();
    const QString one = a.value.toString();
    const QString other = b.value.toString();
    const int byLetters = one.compare(other, Qt::CaseInsensitive);
    return byLetters != 0 ? byLetters < 0 : one < other;
}

/// One question about events.
class EventQuery
{
public:
    EventQuery(SqlConnection &connection, const EventFilter &filter)
        : m_connection(connection), m_filter(filter)
    {
        if (filter.since)
            add(QStringLiteral("at >= ?"), {bound(*filter.since)});
        if (filter.until)
            add(QStringLiteral("at < ?"), {bound(*filter.until)});
        if (filter.type)
            add(QStringLiteral("type = ?"), {toWord(*filter.type)});
        if (!filter.config.isEmpty())
            add(QStringLiteral("(from_config = ? OR to_config = ?)"), {filter.config, filter.config});
        if (!filter.text.isEmpty())
            addText();
    }

    qint64 count()
    {
        return m_connection.number(QStringLiteral("SELECT count(*) FROM ") + source() + where(), m_values);
    }

    std::vector<FailoverEvent> page()
    {
        const qint64 skip = atLeastZero(m_filter.offset);
        if (m_filter.sortedBy != EventColumn::Time)
            collectRuns(skip);
        else if (m_filter.order == Qt::DescendingOrder)
            collect(QString(kNewestFirst), skip);
        else
            collect(QStringLiteral(" ORDER BY at, row"), skip);
        return std::move(m_found);
    }

private:
    void add(const QString &condition, const QVariantList &values)
    {
        m_conditions << condition;
        m_values += values;
    }

    void addText()
    {
        QStringList any;
        for (const EventColumn column : {EventColumn::From, EventColumn::To})
            any << columnOf(column);
        any << QStringLiteral("reason");
        for (QString &column : any) {
            m_values << matching(m_connection, column, m_filter.text);
            column += QLatin1StringView(" IN (SELECT value FROM json_each(?))");
        }
        m_conditions << u'(' + any.join(QLatin1StringView(" OR ")) + u')';
    }

    /// A single condition on a sorted column has an index of its own.
    QString source() const { return m_conditions.isEmpty() ? QStringLiteral("events") : QString(kList); }
    QString where() const
    {
        return m_conditions.isEmpty()
                   ? QString()
                   : QLatin1StringView(" WHERE ") + m_conditions.join(QLatin1StringView(" AND "));
    }

    /// One value of the sorted column after the other; whole runs are skipped by their number.
    void collectRuns(qint64 skip)
    {
        const QString column = columnOf(m_filter.sortedBy);
        const QString sourceOfAll = source();
        const std::vector<Run> all = runs(column);
        add(column + QLatin1StringView(" = ?"), {});
        for (const Run &run : all) {
            if (isFull())
                break;
            if (skip < run.events) {
                m_values << run.value;
                collect(QString(kNewestFirst), skip, sourceOfAll);
                m_values.removeLast();
            }
            skip = std::max<qint64>(skip - run.events, 0);
        }
    }

    std::vector<Run> runs(const QString &column)
    {
        std::vector<Run> found;
        SqlRows rows = m_connection.rows(
            QStringLiteral("SELECT %1, count(*) FROM %2%3 GROUP BY 1").arg(column, source(), where()),
            m_values);
        while (rows.next()) {
            const bool isFlag = m_filter.sortedBy == EventColumn::Success;
            found.push_back(
                {isFlag ? QVariant(rows.number(0)) : QVariant(orEmpty(rows.text(0))), rows.number(1)});
        }
        std::sort(found.begin(), found.end(), isBefore);
        if (m_filter.order == Qt::DescendingOrder)
            std::reverse(found.begin(), found.end());
        return found;
    }

    bool isFull() const { return qint64(m_found.size()) >= atLeastZero(m_filter.limit); }

    void collect(const QString &order, qint64 skip) { collect(order, skip, QString(kList)); }

    /// The page's rows are chosen in the index; only they are read.
    void collect(const QString &order, qint64 skip, const QString &from)
    {
        QVariantList values = m_values;
        values << atLeastZero(m_filter.limit) - qint64(m_found.size()) << skip;
        SqlRows rows = m_connection.rows(
            QStringLiteral("SELECT %1 FROM events WHERE row IN (SELECT row FROM %2%3%4 LIMIT ? OFFSET ?)%4")
                .arg(kEventColumns, from, where(), order),
            values);
        while (rows.next())
            m_found.push_back(eventIn(rows));
    }

    SqlConnection &m_connection;
    const EventFilter &m_filter;
    QStringList m_conditions;
    QVariantList m_values; ///< of the conditions, in their order
    std::vector<FailoverEvent> m_found;
};

} // namespace

std::vector<FailoverEvent> findEvents(SqlConnection &connection, const EventFilter &filter)
{
    return EventQuery(connection, filter).page();
}

qint64 countEvents(SqlConnection &connection, const EventFilter &filter)
{
    return EventQuery(connection, filter).count();
}

} // namespace qcc

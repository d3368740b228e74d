// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of events, compared with what plain loops make of the same events; and how long they take with very
// many (QCC_MANY_EVENTS=1000000).
#include "app/history/event_query.h"
#include "app/history/event_rows.h"
#include "app/history/schema.h"
#include "models/domain/words.h"
#include "tests/history/history_stage.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr std::array kTypes{FailoverEventType::Activation, FailoverEventType::Failover,
                            FailoverEventType::Manual, FailoverEventType::Recovery};
constexpr std::array kColumns{EventColumn::Time, EventColumn::Type, EventColumn::From, EventColumn::To,
                              EventColumn::Success};
constexpr std::array kConfigs{"production", "Backup", "backup", "备用", "Ärger", ""};

FailoverEvent randomEvent(QRandomGenerator &random, int number)
{
    const auto config = [&] { return kConfigs[random.bounded(quint32(kConfigs.size()))]; };
    FailoverEvent event = failover("", config(), config(), kNoon + seconds(number / 3));
    event.id = QStringLiteral("%1").arg(number, 8, 16, QLatin1Char('0'));
    event.type = kTypes[random.bounded(quint32(kTypes.size()))];
    event.success = random.bounded(10) != 0;
    if (event.type == FailoverEventType::Manual)
        event.reason = random.bounded(2) ? u("Zum ÄRGERN") : u("lunch");
    return event;
}

/// The events in the order of their rows, which is that of time.
std::vector<FailoverEvent> fill(SqlConnection &connection, int count)
{
    QRandomGenerator random(1);
    std::vector<FailoverEvent> events;
    connection.runOnce(u("BEGIN"));
    for (int i = 0; i < count; ++i) {
        events.push_back(randomEvent(random, i));
        storeEvent(connection, events.back());
    }
    connection.runOnce(u("COMMIT"));
    return events;
}

bool passes(const FailoverEvent &event, const EventFilter &filter)
{
    const auto has = [&](const QString &text) { return text.contains(filter.text, Qt::CaseInsensitive); };
    return (!filter.type || event.type == *filter.type) && (!filter.since || event.at >= *filter.since) &&
           (!filter.until || event.at < *filter.until) &&
           (filter.config.isEmpty() || event.from == filter.config || event.to == filter.config) &&
           (filter.text.isEmpty() || has(event.from) || has(event.to) || has(event.reason));
}

/// -1, 0 or 1.
int compared(const FailoverEvent &a, const FailoverEvent &b, EventColumn column)
{
    const auto texts = [](const QString &one, const QString &other) {
        const int letters = one.compare(other, Qt::CaseInsensitive);
        return letters != 0 ? letters : one.compare(other);
    };
    switch (column) {
    case EventColumn::Time:
        return a.at < b.at ? -1 : a.at > b.at;
    case EventColumn::Type:
        return texts(toWord(a.type), toWord(b.type));
    case EventColumn::From:
        return texts(a.from, b.from);
    case EventColumn::To:
        return texts(a.to, b.to);
    case EventColumn::Success:
        return int(a.success) - int(b.success);
    }
    Q_UNREACHABLE();
}

QStringList expected(const std::vector<FailoverEvent> &events, const EventFilter &filter)
{
    std::vector<FailoverEvent> found;
    std::copy_if(events.rbegin(), events.rend(), std::back_inserter(found),
                 [&](const FailoverEvent &event) { return passes(event, filter); });
    const bool ascending = filter.order == Qt::AscendingOrder;
    if (filter.sortedBy == EventColumn::Time && ascending)
        std::reverse(found.begin(), found.end()); // the mirror of the other order, also within a moment
    else
        std::stable_sort(found.begin(), found.end(), [&](const FailoverEvent &a, const FailoverEvent &b) {
            const int order = compared(a, b, filter.sortedBy);
            return ascending ? order < 0 : order > 0;
        });
    QStringList ids;
    for (qsizetype i = filter.offset; i < std::ssize(found) && ids.size() < filter.limit; ++i)
        ids << found[size_t(i)].id;
    return ids;
}

QStringList idsOf(const std::vector<FailoverEvent> &events)
{
    QStringList ids;
    for (const FailoverEvent &event : events)
        ids << event.id;
    return ids;
}

struct NamedFilter
{
    const char *name;
    EventFilter filter;
};

std::vector<NamedFilter> someFilters()
{
    std::vector<NamedFilter> filters{{"all", {}}};
    const auto add = [&](const char *name, auto change) {
        change(filters.emplace_back(NamedFilter{name, {}}).filter);
    };
    add("of a type", [](EventFilter &f) { f.type = FailoverEventType::Manual; });
    add("of a config", [](EventFilter &f) { f.config = u("backup"); });
    add("a text in ASCII", [](EventFilter &f) { f.text = u("BACK"); });
    add("a text in a reason", [](EventFilter &f) { f.text = u("ärger"); });
    add("a text that is nowhere", [](EventFilter &f) { f.text = u("'%"); });
    add("a time", [](EventFilter &f) { f.since = kNoon + seconds(10), f.until = kNoon + seconds(70); });
    add("everything at once", [](EventFilter &f) {
        f.since = kNoon + seconds(10);
        f.type = FailoverEventType::Failover;
        f.config = u("Backup");
        f.text = u("prod");
    });
    return filters;
}

} // namespace

class TestEventQuery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_connection.open(m_stage.path(), SqlConnection::Access::ReadWrite);
        QVERIFY(migrate(m_connection, schemaVersion()));
        m_events = fill(m_connection, 600);
        QVERIFY(!m_connection.fault());
    }

    void everyPageIsTheRightOne_data()
    {
        QTest::addColumn<EventFilter>("filter");
        for (const NamedFilter &named : someFilters()) {
            for (const EventColumn column : kColumns) {
                for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                    EventFilter filter = named.filter;
                    filter.sortedBy = column;
                    filter.order = order;
                    QTest::addRow("%s, column %d %s", named.name, int(column),
                                  order == Qt::AscendingOrder ? "up" : "down")
                        << filter;
                }
            }
        }
    }
    void everyPageIsTheRightOne()
    {
        QFETCH(EventFilter, filter);
        filter.limit = 1000;
        const QStringList all = expected(m_events, filter);
        QCOMPARE(countEvents(m_connection, filter), all.size());
        filter.limit = 70;
        for (filter.offset = 0; filter.offset < all.size() + 140; filter.offset += 70)
            QCOMPARE(idsOf(findEvents(m_connection, filter)), expected(m_events, filter));
        QVERIFY(!m_connection.fault());
    }

    void anEventIsReadAsAWhole()
    {
        EventFilter filter;
        filter.limit = 1000;
        std::vector<FailoverEvent> found = findEvents(m_connection, filter);
        std::reverse(found.begin(), found.end());
        QCOMPARE(found, m_events);
    }

    void aNegativeLimitOrOffsetIsNone()
    {
        EventFilter filter;
        filter.limit = -1;
        QVERIFY(findEvents(m_connection, filter).empty());
        filter.limit = 1;
        filter.offset = -5;
        QCOMPARE(idsOf(findEvents(m_connection, filter)), QStringList{m_events.back().id});
    }

    /// Prints; asserts nothing about time, since machines differ.
    void veryMany()
    {
        const int count = qEnvironmentVariableIntValue("QCC_MANY_EVENTS");
        if (count <= 0)
            QSKIP("set QCC_MANY_EVENTS to a number to see how long lists take");
        HistoryStage stage;
        SqlConnection connection;
        connection.open(stage.path(), SqlConnection::Access::ReadWrite);
        QVERIFY(migrate(connection, schemaVersion()));
        fill(connection, count);
        for (const NamedFilter &named : someFilters()) {
            for (const EventColumn column : kColumns) {
                EventFilter filter = named.filter;
                filter.sortedBy = column;
                filter.limit = 200;
                const qint64 counted =
                    timed(named.name, "count", [&] { return countEvents(connection, filter); });
                timed(named.name, "first page",
                      [&] { return qint64(findEvents(connection, filter).size()); });
                filter.offset = int(counted * 3 / 4);
                timed(named.name, "late page", [&] { return qint64(findEvents(connection, filter).size()); });
            }
        }
        QVERIFY(!connection.fault());
    }

private:
    template <typename Ask> static qint64 timed(const char *filter, const char *what, Ask ask)
    {
        QElapsedTimer timer;
        timer.start();
        const qint64 answer = ask();
        qInfo("%6.1f ms  %s of \"%s\": %lld", double(timer.nsecsElapsed()) / 1e6, what, filter,
              static_cast<long long>(answer));
        return answer;
    }

    HistoryStage m_stage;
    SqlConnection m_connection;
    std::vector<FailoverEvent> m_events;
};

QTEST_GUILESS_MAIN(TestEventQuery)
#include "tst_event_query.moc"

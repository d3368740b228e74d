// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/levels.h"
#include "tests/history/history_stage.h"

using namespace qcc;
using namespace qcc::test;

namespace {

using std::chrono::hours;

std::vector<FailoverEvent> someEvents()
{
    std::vector events{failover("00000000", "", "main", kNoon),
                       failover("00000001", "main", "spare", kNoon + hours(1)),
                       failover("00000002", "spare", "main", kNoon + hours(3)),
                       failover("00000003", "main", "last", kNoon + hours(5)),
                       failover("00000004", "last", "", kNoon + hours(6))};
    events[0].type = FailoverEventType::Activation;
    events[2].type = FailoverEventType::Recovery;
    events[3].type = FailoverEventType::Manual;
    events[3].reason = u("ÄRGER with main");
    events[4].success = false;
    return events;
}

QString idsOf(const std::vector<FailoverEvent> &events)
{
    QString ids;
    for (const FailoverEvent &event : events)
        ids += event.id.back();
    return ids;
}

QString rowsOf(const std::vector<StoredRequest> &requests)
{
    QStringList rows;
    for (const StoredRequest &request : requests)
        rows << QString::number(request.row);
    return rows.join(u' ');
}

const ConfigStats &statsOf(const HistoryStats &stats, const char *config)
{
    const auto found = std::find_if(stats.configs.begin(), stats.configs.end(),
                                    [&](const ConfigStats &own) { return own.config == u(config); });
    if (found == stats.configs.end())
        qFatal("no statistics of %s", config);
    return *found;
}

} // namespace

class TestHistoryReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<HistoryStage>();
        m_service = m_stage->service();
        m_service->open();
    }

    void aHomeWithoutADatabaseIsAnEmptyHistory()
    {
        const HistoryStage empty;
        const auto reader = empty.reader();
        QVERIFY(reader->events({})->empty());
        QCOMPARE(*reader->countEvents({}), 0);
        QVERIFY(!*reader->event(u("00000001")));
        QVERIFY(reader->requests({})->empty());
        QVERIFY(reader->health(u("main"), kNoon, kNoon + hours(1), 10)->empty());
        QVERIFY(reader->healthOf({u("main")}, kNoon, kNoon + hours(1), 10)->empty());
        QVERIFY(reader->activeSpans(kNoon, kNoon + hours(1))->empty());
        const HistoryStats stats = *reader->stats(kNoon, kNoon + hours(1));
        QCOMPARE(stats.from, kNoon);
        QCOMPARE(stats.to, kNoon + hours(1));
        QCOMPARE(stats.requests, 0);
        QVERIFY(empty.files().isEmpty()); // nothing was made
    }

    void anEmptyDatabaseHasEmptyStatistics()
    {
        const HistoryStats stats = *m_stage->reader()->stats(TimePoint(), kNoon);
        QCOMPARE(stats.requests, 0);
        QVERIFY(stats.configs.empty());
        QVERIFY(!stats.meanTimeToRecovery);
    }

    void eventsAreFiltered_data()
    {
        QTest::addColumn<EventFilter>("filter");
        QTest::addColumn<QString>("ids");
        const auto row = [](const char *name, auto change, const char *ids) {
            EventFilter filter;
            change(filter);
            QTest::newRow(name) << filter << u(ids);
        };
        row(
            "all, newest first", [](EventFilter &) {}, "43210");
        row(
            "of a type", [](EventFilter &f) { f.type = FailoverEventType::Recovery; }, "2");
        row(
            "since", [](EventFilter &f) { f.since = kNoon + hours(3); }, "432");
        row(
            "until", [](EventFilter &f) { f.until = kNoon + hours(3); }, "10");
        row(
            "from or to a config", [](EventFilter &f) { f.config = u("spare"); }, "21");
        row(
            "with a text in a config", [](EventFilter &f) { f.text = u("LAST"); }, "43");
        row(
            "with a text in the reason, any case", [](EventFilter &f) { f.text = u("ärger"); }, "3");
        row(
            "limited", [](EventFilter &f) { f.limit = 2; }, "43");
        row(
            "the next page", [](EventFilter &f) { f.limit = 2, f.offset = 2; }, "21");
        row(
            "the next page of a text", [](EventFilter &f) { f.text = u("main"), f.limit = 2, f.offset = 1; },
            "21");
        row(
            "nothing of a negative limit", [](EventFilter &f) { f.limit = -1; }, "");
        row(
            "no percent sign magic", [](EventFilter &f) { f.text = u("%"); }, "");
    }
    void eventsAreFiltered()
    {
        QFETCH(const EventFilter, filter);
        for (const FailoverEvent &event : someEvents())
            m_service->commit(event, stateWithActive("main"));
        QTEST(idsOf(*m_stage->reader()->events(filter)), "ids");
    }

    void eventsAreCountedWhateverThePage()
    {
        for (const FailoverEvent &event : someEvents())
            m_service->commit(event, {});
        EventFilter filter;
        filter.limit = 1;
        QCOMPARE(*m_stage->reader()->countEvents(filter), 5);
        filter.text = u("spare");
        QCOMPARE(*m_stage->reader()->countEvents(filter), 2);
        filter.text.clear();
        filter.config = u("last");
        QCOMPARE(*m_stage->reader()->countEvents(filter), 2);
    }

    void theHealthOfSeveralConfigsIsThatOfEach()
    {
        for (int i = 0; i < 30; ++i) {
            m_service->appendSample(sample("main", kNoon + minutes(i), i % 2, 1));
            m_service->appendSample(sample("spare", kNoon + minutes(i), 1, 1));
        }
        m_service->flush();
        const auto reader = m_stage->reader();
        const auto to = kNoon + hours(1);
        const HealthCurves curves = *reader->healthOf({u("main"), u("spare"), u("nobody")}, kNoon, to, 12);
        QCOMPARE(curves.size(), size_t(3));
        QCOMPARE(curves.at(u("main")), *reader->health(u("main"), kNoon, to, 12));
        QCOMPARE(curves.at(u("spare")).size(), size_t(6));
        QVERIFY(curves.at(u("nobody")).empty());
    }

    void aConfigWithoutASampleHasNoHealth()
    {
        m_service->append(served("main", kNoon));
        m_service->flush();
        const HistoryStats stats = *m_stage->reader()->stats(kNoon - hours(1), kNoon + hours(1));
        QVERIFY(!statsOf(stats, "main").healthPercentage);
    }

    void theNameThatWasSentIsKept()
    {
        RequestRecord record = served("main", kNoon);
        record.attempts.insert(record.attempts.begin(),
                               attempt("spare", "00000001", OutcomeKind::ServerError, 500));
        record.attempts[0].model = "备用/opus \"4\"";
        m_service->append(record);
        m_service->flush();
        QCOMPARE(m_stage->reader()->requests({})->at(0).record, record);
    }

    void requestsAreFiltered_data()
    {
        QTest::addColumn<RequestFilter>("filter");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *name, auto change, const char *rows) {
            RequestFilter filter;
            change(filter);
            QTest::newRow(name) << filter << u(rows);
        };
        row(
            "all, newest first", [](RequestFilter &) {}, "4 3 2 1");
        row(
            "since", [](RequestFilter &f) { f.since = kNoon + minutes(2); }, "4 3");
        row(
            "since, of a config", [](RequestFilter &f) { f.since = kNoon, f.config = u("main"); }, "1");
        row(
            "since, to follow, with an end",
            [](RequestFilter &f) { f.since = kNoon + minutes(1), f.after = 0, f.end = RequestEnd::Failed; },
            "3");
        row(
            "served by a config", [](RequestFilter &f) { f.config = u("spare"); }, "4 2");
        row(
            "by one that never served", [](RequestFilter &f) { f.config = u("nobody"); }, "");
        row(
            "served", [](RequestFilter &f) { f.end = RequestEnd::Served; }, "2 1");
        row(
            "broken, of a config",
            [](RequestFilter &f) { f.end = RequestEnd::Broken, f.config = u("spare"); }, "4");
        row(
            "failed", [](RequestFilter &f) { f.end = RequestEnd::Failed; }, "3");
        row(
            "to follow: oldest first", [](RequestFilter &f) { f.after = 2; }, "3 4");
        row(
            "to follow, two at a time", [](RequestFilter &f) { f.after = 0, f.limit = 2; }, "1 2");
        row(
            "the second page", [](RequestFilter &f) { f.limit = 2, f.offset = 2; }, "2 1");
    }
    void requestsAreFiltered()
    {
        QFETCH(const RequestFilter, filter);
        m_service->append(served("main", kNoon));
        m_service->append(served("spare", kNoon + minutes(1)));
        RequestRecord failed = served("main", kNoon + minutes(2));
        failed.end = RequestEnd::Failed;
        m_service->append(failed);
        RequestRecord broken = served("spare", kNoon + minutes(3));
        broken.end = RequestEnd::Broken;
        m_service->append(broken);
        m_service->flush();
        QTEST(rowsOf(*m_stage->reader()->requests(filter)), "rows");
    }

    void healthIsTheMeanOfEachPiece_data()
    {
        QTest::addColumn<milliseconds>("length");
        QTest::addColumn<int>("points");
        QTest::addColumn<size_t>("found");
        QTest::newRow("from single samples") << milliseconds(minutes(60)) << 120 << size_t(60);
        QTest::newRow("from minutes") << milliseconds(minutes(60)) << 12 << size_t(12);
        QTest::newRow("from hours") << milliseconds(hours(24)) << 2 << size_t(1);
        QTest::newRow("from days") << milliseconds(hours(48)) << 1 << size_t(1);
    }
    void healthIsTheMeanOfEachPiece()
    {
        QFETCH(const milliseconds, length);
        QFETCH(const int, points);
        for (int i = 0; i < 60; ++i) {
            m_service->appendSample(sample("main", kNoon + minutes(i), 1, 4));
            m_service->appendSample(sample("spare", kNoon + minutes(i), 4, 4));
        }
        m_service->flush();
        const TimePoint from = length > hours(2) ? floorTo(kNoon, Level::Day) : kNoon;
        const std::vector<HealthPoint> health =
            *m_stage->reader()->health(u("main"), from, from + length, points);
        QTEST(health.size(), "found");
        for (const HealthPoint &point : health) {
            QCOMPARE(point.percentage, 25.0);
            QCOMPARE(point.latency, std::optional(milliseconds(90)));
            QVERIFY(point.at >= from && point.at < from + length);
        }
    }

    void aChartGoesOnIntoWhatIsKeptMoreCoarsely()
    {
        for (int i = 0; i < 20 * 24; ++i)
            m_service->appendSample(sample("main", kNoon + hours(i), 1, 1));
        m_service->flush();
        m_stage->now = kNoon + hours(20 * 24);
        HistoryDatabase database(m_stage->path());
        QVERIFY(!database.open());
        RollUp outcome = RollUp::MoreToDo;
        while (outcome == RollUp::MoreToDo)
            QVERIFY(!database.rollUp(m_stage->now, HistoryRetention{}, outcome));
        // Pieces of an hour less a bit would take minutes, which are gone for the first twelve days.
        const auto health = *m_stage->reader()->health(u("main"), kNoon, m_stage->now, 20 * 24);
        QCOMPARE(health.size(), size_t(20 * 24));
        const auto fine = *m_stage->reader()->health(u("main"), kNoon, m_stage->now, 20 * 48);
        QCOMPARE(fine.size(), size_t(20 * 24));
    }

    void whileNothingIsKnownThereIsNoHealth()
    {
        HealthSample unknown = sample("main", kNoon, 0, 1);
        unknown.status = HealthStatus::Unknown;
        m_service->appendSample(unknown);
        m_service->appendSample(sample("main", kNoon + seconds(1), 1, 1));
        m_service->flush();
        for (const int points : {1, 3600}) {
            const auto health = *m_stage->reader()->health(u("main"), kNoon, kNoon + hours(1), points);
            QCOMPARE(health.size(), size_t(1));
            QCOMPARE(health[0].percentage, 100.0);
        }
    }

    void statisticsOfAPeriod()
    {
        for (const FailoverEvent &event : someEvents())
            m_service->commit(event, {});
        addTraffic();
        const HistoryStats stats = *m_stage->reader()->stats(TimePoint(), kNoon + hours(10));
        QCOMPARE(stats.from, kNoon); // the first record
        QCOMPARE(stats.failovers, 1);
        QCOMPARE(stats.recoveries, 1);
        QCOMPARE(stats.manualSwitches, 1);
        QCOMPARE(stats.failedSwitches, 1);
        QCOMPARE(stats.failoversPerHour, 0.1);
        QCOMPARE(stats.meanTimeToRecovery, std::optional<milliseconds>(hours(2)));
        QVERIFY(!stats.meanTimeBetweenFailovers);
        QCOMPARE(stats.requests, 6);
        QCOMPARE(stats.served, 3);
        QCOMPARE(stats.failed, 1);
        QCOMPARE(stats.broken, 1);
        QCOMPARE(stats.savedBySpillOver, 1);
        QCOMPARE(stats.usage.output, 6 * 200);
        QCOMPARE(statsOf(stats, "main").requestsServed, 2);
        QCOMPARE(statsOf(stats, "main").meanFirstByte, std::optional(milliseconds(800)));
        QCOMPARE(statsOf(stats, "main").healthPercentage, 50.0);
        QCOMPARE(statsOf(stats, "main").activeShare, 0.3); // 12–13 h, 15–17 h
        QCOMPARE(statsOf(stats, "last").activeShare, 0.5);
        QCOMPARE(stats.activeSpans.size(), size_t(4));
        QCOMPARE(*m_stage->reader()->activeSpans(kNoon, kNoon + hours(10)), stats.activeSpans);
    }

    void statisticsOfAPartCountOnlyWhatIsInIt()
    {
        for (const FailoverEvent &event : someEvents())
            m_service->commit(event, {});
        addTraffic();
        const TimePoint from = kNoon + hours(2) + minutes(3);
        const HistoryStats stats = *m_stage->reader()->stats(from, from + hours(2));
        QCOMPARE(stats.from, from);
        QCOMPARE(stats.failovers, 0);
        QCOMPARE(stats.recoveries, 1);
        QCOMPARE(stats.requests, 0);
        QCOMPARE(stats.activeSpans.at(0), (ActiveSpan{u("spare"), from, kNoon + hours(3)}));
        QCOMPARE(m_stage->reader()->stats(kNoon + minutes(1), kNoon + minutes(3))->requests, 2);
    }

    /// An instance was killed; its log was not written back yet.
    void aLogThatWasLeftBehindIsRead()
    {
        m_service->commit(failover("00000001", "a", "b", kNoon), stateWithActive("b"));
        const HistoryStage copy;
        for (const char *name : {"history.db", "history.db-wal"})
            copy.write(name, m_stage->read(name));
        QVERIFY(m_stage->read("history.db-wal").size() > 0);
        QCOMPARE(copy.storedEvents().size(), size_t(1));
    }

    void aDatabaseMadeAMomentAgoIsEmpty()
    {
        const HistoryStage young;
        young.write("history.db", {});
        QVERIFY(young.storedEvents().empty());
    }

private:
    /// Six requests, a minute apart from noon on: two of main, one saved by spare, then one of each other
    /// end.
    void addTraffic()
    {
        std::vector<RequestRecord> records;
        for (int i = 0; i < 6; ++i)
            records.push_back(served("main", kNoon + minutes(i)));
        records[2].attempts = {attempt("main", "11111111", OutcomeKind::ServerError, 500),
                               attempt("spare", "22222222", OutcomeKind::Success, 200)};
        records[3].end = RequestEnd::Failed;
        records[4].end = RequestEnd::Broken;
        records[5].end = RequestEnd::ClientGone;
        for (const RequestRecord &record : records)
            m_service->append(record);
        m_service->appendSample(sample("main", kNoon, 1, 1));
        m_service->appendSample(sample("main", kNoon + minutes(1), 0, 1));
        m_service->flush();
    }

    std::unique_ptr<HistoryStage> m_stage;
    std::unique_ptr<HistoryService> m_service;
};

QTEST_GUILESS_MAIN(TestHistoryReader)
#include "tst_history_reader.moc"

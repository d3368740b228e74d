// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/levels.h"
#include "tests/history/history_stage.h"

using namespace qcc;
using namespace qcc::test;

namespace {

using std::chrono::hours;

constexpr hours kDayLong{24};
constexpr hours kKeepRequests = kDayLong * HistoryRetention{}.requestDays;

} // namespace

/// Time is moved by the stage's hand.
class TestRollUp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<HistoryStage>();
        m_service = m_stage->service();
        m_service->open();
        m_retention = HistoryRetention{};
    }

    void samplesGrowCoarserWithAge_data()
    {
        QTest::addColumn<hours>("age");
        QTest::addColumn<qint64>("raw");
        QTest::addColumn<qint64>("minute");
        QTest::addColumn<qint64>("hour");
        QTest::addColumn<qint64>("day");
        QTest::newRow("48 hours: as they came")
            << hours(48) << qint64(180) << qint64(60) << qint64(1) << qint64(1);
        QTest::newRow("50 hours: minutes") << hours(50) << qint64(0) << qint64(60) << qint64(1) << qint64(1);
        QTest::newRow("7 days: still minutes")
            << kDayLong * 7 << qint64(0) << qint64(60) << qint64(1) << qint64(1);
        QTest::newRow("9 days: hours") << kDayLong * 9 << qint64(0) << qint64(0) << qint64(1) << qint64(1);
        QTest::newRow("90 days: still hours")
            << kDayLong * 90 << qint64(0) << qint64(0) << qint64(1) << qint64(1);
        QTest::newRow("92 days: days") << kDayLong * 92 << qint64(0) << qint64(0) << qint64(0) << qint64(1);
        QTest::newRow("ten years: days for good")
            << kDayLong * 3652 << qint64(0) << qint64(0) << qint64(0) << qint64(1);
    }
    void samplesGrowCoarserWithAge()
    {
        QFETCH(const hours, age);
        for (int i = 0; i < 180; ++i) // 3 a minute, for an hour: 50 % on the mean
            m_service->appendSample(sample("main", kNoon + seconds(20) * i, i % 2, 1));
        m_service->flush();
        m_stage->now = kNoon + age;
        rollUpAll();
        QTEST(count("SELECT count(*) FROM samples"), "raw");
        QTEST(count("SELECT count(*) FROM sample_sums WHERE level = 1"), "minute");
        QTEST(count("SELECT count(*) FROM sample_sums WHERE level = 2"), "hour");
        QTEST(count("SELECT count(*) FROM sample_sums WHERE level = 3"), "day");
        const HistoryStats stats = *m_stage->reader()->stats(kNoon, kNoon + hours(1));
        QCOMPARE(stats.configs.size(), size_t(1));
        QCOMPARE(stats.configs[0].healthPercentage, 50.0);
    }

    void requestsAreKeptForThirtyDaysAndTheirSumsForGood()
    {
        for (int i = 0; i < 10; ++i)
            m_service->append(served("main", kNoon + minutes(i)));
        m_service->append(served("main", kNoon + kKeepRequests));
        m_service->flush();
        m_stage->now = kNoon + kKeepRequests;
        rollUpAll();
        QCOMPARE(m_stage->storedRequests(), 11);
        m_stage->now = kNoon + kKeepRequests + minutes(5);
        rollUpAll();
        QCOMPARE(m_stage->storedRequests(), 6);
        m_stage->now = kNoon + kDayLong * 400;
        rollUpAll();
        QCOMPARE(m_stage->storedRequests(), 0);
        QCOMPARE(count("SELECT count(*) FROM request_sums WHERE level < 3"), 0);
        QCOMPARE(count("SELECT count(*) FROM request_sums"), 2);
        QCOMPARE(m_stage->reader()->stats(kNoon - hours(1), m_stage->now)->served, 11);
        QCOMPARE(m_stage->reader()->stats(kNoon, kNoon + hours(1))->usage.output, 2000);
    }

    void requestsAreKeptAsLongAsTheSettingsSay_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("age");
        QTest::addColumn<qsizetype>("left");
        QTest::newRow("a day, younger") << 1 << 23 << qsizetype(1);
        QTest::newRow("a day, older") << 1 << 25 << qsizetype(0);
        QTest::newRow("ten years, younger") << 3650 << 3650 * 24 - 1 << qsizetype(1);
        QTest::newRow("ten years, older") << 3650 << 3650 * 24 + 1 << qsizetype(0);
    }
    void requestsAreKeptAsLongAsTheSettingsSay()
    {
        QFETCH(const int, days);
        QFETCH(const int, age);
        m_service->append(served("main", kNoon));
        m_service->flush();
        m_stage->now = kNoon + hours(age);
        m_service->keepRequests({days});
        QTEST(m_stage->storedRequests(), "left");
    }

    void noRequestGoesBeforeTheSettingsAreKnown()
    {
        m_service->append(served("main", kNoon));
        m_service->flush();
        m_stage->now = kNoon + kDayLong * 4000;
        m_service->rollUp();
        QCOMPARE(m_stage->storedRequests(), 1);
        m_service->keepRequests({});
        QCOMPARE(m_stage->storedRequests(), 0);
    }

    void eventsAreKeptForGood()
    {
        m_service->commit(failover("00000001", "a", "b", kNoon), stateWithActive("b"));
        m_stage->now = kNoon + kDayLong * 4000;
        rollUpAll();
        QCOMPARE(m_stage->storedEvents().size(), size_t(1));
    }

    void manyRowsGoInSmallStepsWithEventsInBetween()
    {
        for (int i = 0; i < 3 * kRollUpRows + 1; ++i)
            m_service->append(served("main", kNoon + milliseconds(i)));
        m_service->flush();
        m_stage->now = kNoon + kKeepRequests + hours(1);
        m_service->keepRequests({}); // the first step, the others wait for the event loop
        QCOMPARE(m_stage->reader()
                     ->requests({.since = {}, .config = {}, .end = {}, .after = {}, .limit = 100'000})
                     ->size(),
                 size_t(2 * kRollUpRows + 1));
        m_service->commit(failover("00000001", "a", "b", m_stage->now), stateWithActive("b"));
        QCOMPARE(m_stage->storedEvents().size(), size_t(1));
        QTRY_COMPARE(m_stage->storedRequests(), 0);
    }

    void namesOfClientsGoWithTheirRequests()
    {
        m_service->append(served("main", kNoon));
        RequestRecord later = served("main", kNoon + kDayLong * 20);
        later.session = "another-session";
        m_service->append(later);
        m_service->flush();
        QCOMPARE(count("SELECT count(*) FROM texts"), 3);
        m_stage->now = kNoon + kDayLong * 40;
        rollUpAll();
        QCOMPARE(count("SELECT count(*) FROM texts"), 2);
        const auto left = m_stage->reader()->requests({});
        QCOMPARE(left->size(), size_t(1));
        QCOMPARE(left->at(0).record, later);
        // A session that comes back is known again.
        later.session = served("main", kNoon).session;
        later.startedAt = m_stage->now;
        m_service->append(later);
        m_service->flush();
        QCOMPARE(m_stage->reader()->requests({})->at(0).record, later);
    }

private:
    void rollUpAll()
    {
        RollUp outcome = RollUp::MoreToDo;
        HistoryDatabase database(m_stage->path());
        QVERIFY(!database.open());
        while (outcome == RollUp::MoreToDo)
            QVERIFY(!database.rollUp(m_stage->now, m_retention, outcome));
    }

    qint64 count(const char *sql) const
    {
        SqlConnection connection;
        connection.open(m_stage->path(), SqlConnection::Access::ReadOnly);
        return connection.number(u(sql), {}, -1);
    }

    std::optional<HistoryRetention> m_retention;
    std::unique_ptr<HistoryStage> m_stage;
    std::unique_ptr<HistoryService> m_service;
};

QTEST_GUILESS_MAIN(TestRollUp)
#include "tst_roll_up.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/check_schedule.h"

#include "models/rules/classify.h"

#include <QTest>

using namespace qcc;

namespace {

constexpr TimePoint kStart{seconds{1'700'000'000}};

/// Endpoints "e0", "e1" … of one primary config, with time moved by hand.
struct Table
{
    explicit Table(int endpoints = 1, seconds interval = seconds(60))
    {
        settings.policy.checkInterval = interval;
        Config config{QStringLiteral("main"), {}, {}};
        for (int i = 0; i < endpoints; ++i) {
            Endpoint endpoint;
            endpoint.id.value = QStringLiteral("e%1").arg(i);
            config.endpoints.push_back(endpoint);
        }
        settings.configs.push_back(config);
        settings.groups.place(config.name, Priority::Primary);
    }

    std::vector<ScheduledCheck> schedule() const
    {
        return checkSchedule({settings, state, hasKey, marks, kStart, trouble});
    }
    TimePoint due(int endpoint = 0) const
    {
        for (const ScheduledCheck &check : schedule()) {
            if (check.endpoint == id(endpoint))
                return check.at;
        }
        return {};
    }
    static EndpointId id(int endpoint) { return {QStringLiteral("e%1").arg(endpoint)}; }
    void checkedAt(TimePoint at, int endpoint = 0) { marks[id(endpoint)] = {at, at + milliseconds(80)}; }
    /// Carries out what is due, in order, until @p end; gives the times of each endpoint's checks.
    std::map<EndpointId, std::vector<TimePoint>> run(TimePoint end)
    {
        std::map<EndpointId, std::vector<TimePoint>> times;
        for (auto next = schedule(); !next.empty() && next.front().at < end; next = schedule()) {
            times[next.front().endpoint].push_back(next.front().at);
            marks[next.front().endpoint] = {next.front().at, next.front().at + milliseconds(80)};
        }
        return times;
    }
    EndpointState &known(int endpoint = 0) { return state.endpoints[id(endpoint)]; }

    Settings settings;
    FailoverState state;
    std::map<EndpointId, CheckMark> marks;
    std::set<EndpointId> keyless;
    std::function<bool(const EndpointId &)> hasKey = [this](const EndpointId &e) {
        return !keyless.contains(e);
    };
    bool trouble = false;
};

} // namespace

/// When each endpoint is checked, with time moved by hand.
class TestCheckSchedule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theIntervalIsExactOnAverage_data();
    void theIntervalIsExactOnAverage();
    void theFirstRoundIsAtOnceButNotInOneBurst_data();
    void theFirstRoundIsAtOnceButNotInOneBurst();
    void laterRoundsAreSpreadOverTheInterval();
    void trafficPutsAChecksOff_data();
    void trafficPutsAChecksOff();
    void steadyTrafficMakesChecksUnnecessary();
    void theIntervalIsShorterInTrouble_data();
    void theIntervalIsShorterInTrouble();
    void limitsAndKeysHoldChecksBack_data();
    void limitsAndKeysHoldChecksBack();
    void someAreCheckedOnDemandOnly_data();
    void someAreCheckedOnDemandOnly();
    void aNewEndpointIsDueAtOnce();
    void aShorterIntervalCountsFromNowOn();
    void theEarliestComesFirst();
};

void TestCheckSchedule::theIntervalIsExactOnAverage_data()
{
    QTest::addColumn<seconds>("interval");
    QTest::newRow("the shortest") << seconds(1);
    QTest::newRow("5 s") << seconds(5);
    QTest::newRow("the default") << seconds(60);
    QTest::newRow("an hour") << seconds(3600);
}

void TestCheckSchedule::theIntervalIsExactOnAverage()
{
    QFETCH(seconds, interval);
    constexpr int kRounds = 1000;
    Table table(1, interval);
    const std::vector<TimePoint> times = table.run(kStart + interval * kRounds)[Table::id(0)];
    QVERIFY(std::abs(static_cast<int>(times.size()) - kRounds) <= 1);
    for (size_t i = 2; i < times.size(); ++i) { // the first gap brings it to its place
        const auto gap = times[i] - times[i - 1];
        QVERIFY2(gap * 10 >= interval * 9 && gap * 10 <= interval * 11,
                 qPrintable(QString::number(gap.count())));
    }
    const auto first = times[1] - times[0];
    QVERIFY(first * 10 >= interval * 4 && first * 10 <= interval * 16);
}

void TestCheckSchedule::theFirstRoundIsAtOnceButNotInOneBurst_data()
{
    QTest::addColumn<seconds>("interval");
    QTest::addColumn<milliseconds>("within");
    QTest::newRow("the default: within a second") << seconds(60) << milliseconds(1'000);
    QTest::newRow("a short interval: within a tenth") << seconds(2) << milliseconds(200);
}

void TestCheckSchedule::theFirstRoundIsAtOnceButNotInOneBurst()
{
    QFETCH(seconds, interval);
    QFETCH(milliseconds, within);
    const std::vector<ScheduledCheck> first = Table(20, interval).schedule();
    QCOMPARE(first.size(), 20U);
    QVERIFY(first.front().at >= kStart && first.back().at <= kStart + within);
    QVERIFY(first.back().at - first.front().at > within / 2);
}

void TestCheckSchedule::laterRoundsAreSpreadOverTheInterval()
{
    Table table(20);
    std::vector<TimePoint> all;
    for (const auto &[id, times] : table.run(kStart + minutes(30))) {
        QVERIFY(std::abs(static_cast<int>(times.size()) - 30) <= 1);
        all.insert(all.end(), times.begin() + 2, times.end());
    }
    std::sort(all.begin(), all.end());
    size_t most = 0;
    for (auto from = all.begin(); from != all.end(); ++from) {
        const auto to = std::lower_bound(from, all.end(), *from + seconds(6));
        most = std::max(most, static_cast<size_t>(to - from));
    }
    QVERIFY2(most <= 7, qPrintable(QString::number(most))); // 2 if they were placed by a ruler, 20 in a burst
}

void TestCheckSchedule::trafficPutsAChecksOff_data()
{
    QTest::addColumn<int>("trafficAfter"); // seconds since the check at kStart; -1: none
    QTest::addColumn<int>("failures");     // in a row, since that
    QTest::addColumn<bool>("putOff");
    QTest::newRow("no traffic") << -1 << 0 << false;
    QTest::newRow("it went well after the check") << 20 << 0 << true;
    QTest::newRow("it went well shortly before the next check") << 100 << 0 << true;
    QTest::newRow("it went well, then failed") << 20 << 1 << false;
    QTest::newRow("the success is that of the check itself") << 0 << 0 << false;
}

void TestCheckSchedule::trafficPutsAChecksOff()
{
    QFETCH(int, trafficAfter);
    QFETCH(int, failures);
    QFETCH(bool, putOff);
    Table table(1, seconds(120));
    table.checkedAt(kStart);
    const TimePoint usual = table.due();
    if (trafficAfter >= 0)
        table.known().health.lastSuccess = kStart + seconds(trafficAfter);
    table.known().health.consecutiveFailures = failures;
    if (!putOff) {
        QCOMPARE(table.due(), usual);
        return;
    }
    const TimePoint success = kStart + seconds(trafficAfter);
    QVERIFY(table.due() >= success + seconds(120));
    QVERIFY(table.due() <= success + seconds(120 + 132));
}

void TestCheckSchedule::steadyTrafficMakesChecksUnnecessary()
{
    Table table;
    table.checkedAt(kStart);
    for (TimePoint now = kStart + seconds(1); now < kStart + minutes(60); now += seconds(20)) {
        table.known().health.lastSuccess = now;
        QVERIFY(table.due() >= now + seconds(60));
    }
}

void TestCheckSchedule::theIntervalIsShorterInTrouble_data()
{
    QTest::addColumn<seconds>("interval");
    QTest::addColumn<bool>("trouble");
    QTest::addColumn<OwnNetwork::State>("network");
    QTest::addColumn<seconds>("expected");
    using enum OwnNetwork::State;
    QTest::newRow("all is well") << seconds(60) << false << Up << seconds(60);
    QTest::newRow("no config is healthy") << seconds(60) << true << Up << seconds(10);
    QTest::newRow("the network is down") << seconds(60) << true << Down << seconds(5);
    QTest::newRow("down, whatever else is said") << seconds(60) << false << Down << seconds(5);
    QTest::newRow("suspected is not down") << seconds(60) << false << Suspected << seconds(60);
    QTest::newRow("trouble never makes it longer") << seconds(7) << true << Up << seconds(7);
    QTest::newRow("nor does the network") << seconds(3) << true << Down << seconds(3);
}

void TestCheckSchedule::theIntervalIsShorterInTrouble()
{
    QFETCH(seconds, interval);
    QFETCH(bool, trouble);
    QFETCH(OwnNetwork::State, network);
    QFETCH(seconds, expected);
    Table table(1, interval);
    table.trouble = trouble;
    table.state.network.state = network;
    const auto times = table.run(kStart + expected * 100)[Table::id(0)];
    QVERIFY2(std::abs(static_cast<int>(times.size()) - 100) <= 1, qPrintable(QString::number(times.size())));
}

void TestCheckSchedule::limitsAndKeysHoldChecksBack_data()
{
    QTest::addColumn<int>("limitedFor"); // minutes from the last check; 0: not
    QTest::addColumn<KeyState>("key");
    QTest::addColumn<int>("retryAfter"); // minutes from the last check; 0: no time is known
    QTest::addColumn<int>("dueAfter");   // minutes; 0: at its usual time
    using enum KeyState;
    QTest::newRow("nothing holds it back") << 0 << Ok << 0 << 0;
    QTest::newRow("limited for 5 minutes") << 5 << Ok << 0 << 5;
    QTest::newRow("limited for a day: probed after half an hour") << 1440 << Ok << 0 << 30;
    QTest::newRow("the key was rejected") << 0 << Rejected << 30 << 30;
    QTest::newRow("out of credit") << 0 << OutOfCredit << 20 << 20;
    QTest::newRow("limited and rejected: the later counts") << 5 << Rejected << 20 << 20;
    QTest::newRow("rejected and limited: the later counts") << 25 << Rejected << 20 << 25;
    QTest::newRow("the key is good again") << 0 << Ok << 30 << 0;
    QTest::newRow("rejected without a time") << 0 << Rejected << 0 << 0;
}

void TestCheckSchedule::limitsAndKeysHoldChecksBack()
{
    QFETCH(int, limitedFor);
    QFETCH(KeyState, key);
    QFETCH(int, retryAfter);
    QFETCH(int, dueAfter);
    Table table;
    table.checkedAt(kStart);
    const TimePoint usual = table.due();
    if (limitedFor > 0)
        table.known().limitedUntil = kStart + minutes(limitedFor);
    table.known().key = key;
    if (retryAfter > 0)
        table.known().keyRetryAt = kStart + minutes(retryAfter);
    const TimePoint due = dueAfter > 0 ? kStart + minutes(dueAfter) : usual;
    QCOMPARE(table.due(), due);
    const CheckScheduleFacts facts{table.settings, table.state, table.hasKey, table.marks, kStart, false};
    QCOMPARE(isHeldBack(facts, Table::id(0), kStart + seconds(1)), dueAfter > 0);
    QVERIFY(!isHeldBack(facts, Table::id(0), due));
}

void TestCheckSchedule::someAreCheckedOnDemandOnly_data()
{
    QTest::addColumn<Priority>("priority");
    QTest::addColumn<bool>("groupOn");
    QTest::addColumn<bool>("key");
    QTest::addColumn<bool>("scheduled");
    using enum Priority;
    QTest::newRow("primary") << Primary << true << true << true;
    QTest::newRow("fallback") << Fallback << true << true << true;
    QTest::newRow("disabled") << Disabled << true << true << false;
    QTest::newRow("of a group that is off") << Secondary << false << true << false;
    QTest::newRow("without a key") << Primary << true << false << false;
}

void TestCheckSchedule::someAreCheckedOnDemandOnly()
{
    QFETCH(Priority, priority);
    QFETCH(bool, groupOn);
    QFETCH(bool, key);
    QFETCH(bool, scheduled);
    Table table;
    table.settings.groups.place(QStringLiteral("main"), priority);
    if (priority != Priority::Disabled)
        table.settings.groups.setEnabled(priority, groupOn);
    if (!key)
        table.keyless.insert(Table::id(0));
    QCOMPARE(table.schedule().size(), scheduled ? 1U : 0U);
}

void TestCheckSchedule::aNewEndpointIsDueAtOnce()
{
    Table table(2);
    table.checkedAt(kStart + minutes(10), 0);
    const std::vector<ScheduledCheck> next = table.schedule();
    QCOMPARE(next.front().endpoint, Table::id(1));
    QVERIFY(next.front().at <= kStart + seconds(1));
}

void TestCheckSchedule::aShorterIntervalCountsFromNowOn()
{
    Table table(1, seconds(3600));
    table.checkedAt(kStart);
    QVERIFY(table.due() >= kStart + seconds(1800));
    table.settings.policy.checkInterval = seconds(10);
    QVERIFY(table.due() <= kStart + seconds(16));
}

void TestCheckSchedule::theEarliestComesFirst()
{
    const std::vector<ScheduledCheck> checks = Table(50).schedule();
    for (size_t i = 1; i < checks.size(); ++i)
        QVERIFY(checks[i - 1].at <= checks[i].at);
}

QTEST_APPLESS_MAIN(TestCheckSchedule)
#include "tst_check_schedule.moc"

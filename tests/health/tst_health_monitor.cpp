// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/health/health_stage.h"
#include "tests/support/dispatcher_main.h"

#include <QSignalSpy>

using namespace qcc;
using namespace qcc::test;
using sim::FaultKind;

namespace {

const QString kA = QStringLiteral("aaaaaaaa");
const QString kB = QStringLiteral("bbbbbbbb");
const QString kMain = QStringLiteral("main");
const QString kSpare = QStringLiteral("spare");
const QByteArray kModels = "/v1/models";
const QByteArray kCount = "/v1/messages/count_tokens";

EndpointId idOf(const QString &id)
{
    return {id};
}

/// The last parts of the paths asked for since the log was cleared.
QByteArray askedAt(const sim::SimProvider &provider)
{
    QByteArrayList parts;
    for (const QByteArray &path : pathsAt(provider))
        parts.append(path.sliced(path.lastIndexOf('/') + 1));
    return parts.join(' ');
}

/// Moves the time and lets the monitor see it.
void pass(HealthStage &stage, HealthMonitor &monitor, milliseconds span)
{
    stage.moveTime(span);
    monitor.reconsider();
}

} // namespace

/// What is checked when, against simulated providers. The schedule's own rows are in tests/rules.
class TestHealthMonitor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startingChecksEveryEndpoint_data();
    void startingChecksEveryEndpoint();
    void checksGoOnByThemselves();
    void noMoreThanSomeAtOnce();
    void stoppingCancelsRunningChecks();
    void trafficMakesACheckUnnecessary();
    void inTroubleChecksComeFaster();
    void heldBackOnesAreAskedOnlyByName_data();
    void heldBackOnesAreAskedOnlyByName();
    void nothingIsCheckedWhileStopped();
    void oneThatIsBeingCheckedIsCheckedAgain();
    void theOwnerMayAskForMoreWhenTold();
    void aPersonGetsReportsInOrder_data();
    void aPersonGetsReportsInOrder();
    void aPersonJoinsARunningCheck();
    void aPersonGetsWhatThereIsAtTheStop();
    void theLearnedRungIsRememberedForADay();
    void anEditedKeyIsCheckedAtOnce();
    void aRemovedEndpointIsForgotten();
    void messagesHaveADailyLimit();
    void timesAreKnownOfScheduledOnesOnly();
};

void TestHealthMonitor::startingChecksEveryEndpoint_data()
{
    QTest::addColumn<bool>("http2");
    for (const bool http2 : kTransports)
        QTest::newRow(http2 ? "qnam" : "pooled") << http2;
}

void TestHealthMonitor::startingChecksEveryEndpoint()
{
    QFETCH(bool, http2);
    HealthStage stage;
    stage.addProvider(kA);
    stage.addProvider(kB, kSpare, Priority::Fallback).setFault(sim::statusFault(500));
    const sim::SimProvider &off =
        stage.addProvider(QStringLiteral("cccccccc"), QStringLiteral("off"), Priority::Disabled);
    const sim::SimProvider &keyless = stage.addProvider(QStringLiteral("dddddddd"));
    stage.keys.erase(idOf(QStringLiteral("dddddddd")));
    stage.endpoint(kA).http = stage.endpoint(kB).http = http2 ? HttpVersion::Http2 : HttpVersion::Http1;
    HealthMonitor monitor(stage);
    monitor.start();
    QTRY_COMPARE(stage.told.size(), 2U);
    QCOMPARE(stage.reportsOf(kA).at(0).outcome.kind, OutcomeKind::Success);
    QCOMPARE(stage.reportsOf(kB).at(0).outcome.kind, OutcomeKind::ServerError);
    QVERIFY(stage.told[0].number != stage.told[1].number);
    QVERIFY(off.log().empty() && keyless.log().empty());
}

void TestHealthMonitor::checksGoOnByThemselves()
{
    HealthStage stage;
    stage.addProvider(kA);
    stage.settings.policy.checkInterval = seconds(1);
    HealthMonitor monitor(stage);
    monitor.start();
    QTRY_VERIFY_WITH_TIMEOUT(stage.told.size() >= 3, 10'000);
    const auto reports = stage.reportsOf(kA);
    QVERIFY(reports[2].startedAt - reports[1].startedAt >= milliseconds(850));
}

void TestHealthMonitor::noMoreThanSomeAtOnce()
{
    HealthStage stage;
    std::vector<sim::SimProvider *> providers;
    for (int i = 0; i < 20; ++i)
        providers.push_back(&stage.addProvider(QStringLiteral("endpoint%1").arg(i)));
    for (sim::SimProvider *provider : providers)
        provider->setFault(FaultKind::Hang);
    HealthMonitor monitor(stage);
    monitor.start();
    pass(stage, monitor, seconds(2));
    QCOMPARE(monitor.runningChecks(), size_t(kParallelChecks));
    const auto asked = [&] {
        return std::count_if(providers.begin(), providers.end(),
                             [](auto *each) { return !each->log().empty(); });
    };
    QTRY_COMPARE(asked(), kParallelChecks);
    monitor.stop();
    for (sim::SimProvider *provider : providers)
        provider->setFault(FaultKind::None);
    monitor.start();
    QTRY_COMPARE(stage.told.size(), 20U);
}

void TestHealthMonitor::stoppingCancelsRunningChecks()
{
    HealthStage stage;
    sim::SimProvider &provider = stage.addProvider(kA);
    provider.setFault(FaultKind::Hang);
    QSignalSpy received(&provider, &sim::SimProvider::requestReceived);
    QSignalSpy gone(&provider, &sim::SimProvider::peerGone);
    HealthMonitor monitor(stage);
    monitor.start();
    QTRY_COMPARE(received.size(), 1);
    monitor.stop();
    QCOMPARE(monitor.runningChecks(), 0U);
    QTRY_COMPARE(gone.size(), 1);
    QVERIFY(stage.told.empty());
}

void TestHealthMonitor::trafficMakesACheckUnnecessary()
{
    HealthStage stage;
    sim::SimProvider &provider = stage.addProvider(kA);
    HealthMonitor monitor(stage);
    monitor.start();
    QTRY_COMPARE(stage.told.size(), 1U);
    provider.clearLog();
    for (int i = 0; i < 20; ++i) { // ten minutes of traffic
        stage.trafficSucceeds(kA);
        pass(stage, monitor, seconds(30));
        QCOMPARE(monitor.runningChecks(), 0U);
    }
    QVERIFY(provider.log().empty());
    pass(stage, monitor, seconds(120)); // silence
    QCOMPARE(monitor.runningChecks(), 1U);
    QTRY_COMPARE(stage.told.size(), 2U);
    QCOMPARE(provider.log().size(), 1U);

    stage.trafficSucceeds(kA);
    stage.stateOf(kA).health.consecutiveFailures = 1; // then something failed: its time stays
    pass(stage, monitor, seconds(100));
    QTRY_COMPARE(stage.told.size(), 3U);
}

void TestHealthMonitor::inTroubleChecksComeFaster()
{
    HealthStage stage;
    stage.addProvider(kA);
    stage.settings.policy.checkInterval = seconds(3600);
    HealthMonitor monitor(stage);
    monitor.start();
    QTRY_COMPARE(stage.told.size(), 1U);
    pass(stage, monitor, seconds(120));
    QCOMPARE(monitor.runningChecks(), 0U);
    stage.trouble = true;
    monitor.reconsider();
    QTRY_COMPARE(stage.told.size(), 2U);
    const TimePoint checked = stage.now();
    QVERIFY(*monitor.nextCheckAt(idOf(kA)) <= checked + seconds(16));
    stage.state.network.state = OwnNetwork::State::Down;
    QVERIFY(*monitor.nextCheckAt(idOf(kA)) <= checked + seconds(8));
    pass(stage, monitor, seconds(10));
    QTRY_COMPARE(stage.told.size(), 3U);
}

void TestHealthMonitor::heldBackOnesAreAskedOnlyByName_data()
{
    QTest::addColumn<bool>("limited");
    QTest::addColumn<KeyState>("key");
    QTest::addColumn<bool>("byName");
    QTest::addColumn<bool>("asked");
    QTest::newRow("free, all are asked") << false << KeyState::Ok << false << true;
    QTest::newRow("limited, all are asked") << true << KeyState::Ok << false << false;
    QTest::newRow("rejected, all are asked") << false << KeyState::Rejected << false << false;
    QTest::newRow("out of credit, all are asked") << false << KeyState::OutOfCredit << false << false;
    QTest::newRow("limited, asked by name") << true << KeyState::Ok << true << true;
    QTest::newRow("rejected, asked by name") << false << KeyState::Rejected << true << true;
}

void TestHealthMonitor::heldBackOnesAreAskedOnlyByName()
{
    QFETCH(bool, limited);
    QFETCH(KeyState, key);
    QFETCH(bool, byName);
    QFETCH(bool, asked);
    HealthStage stage;
    stage.addProvider(kA);
    HealthMonitor monitor(stage);
    monitor.start();
    QTRY_COMPARE(stage.told.size(), 1U);
    if (limited)
        stage.stateOf(kA).limitedUntil = stage.now() + minutes(5);
    stage.stateOf(kA).key = key;
    stage.stateOf(kA).keyRetryAt = stage.now() + minutes(5);
    monitor.checkNow(byName ? std::vector{idOf(kA)} : std::vector<EndpointId>{});
    QCOMPARE(monitor.runningChecks(), asked ? 1U : 0U);
    pass(stage, monitor, minutes(6));
    QTRY_COMPARE(stage.told.size(), asked ? 3U : 2U);
}

void TestHealthMonitor::nothingIsCheckedWhileStopped()
{
    HealthStage stage;
    stage.addProvider(kA);
    HealthMonitor monitor(stage);
    monitor.checkNow({});
    monitor.checkNow({idOf(kA)});
    monitor.settingsChanged({idOf(kA)});
    pass(stage, monitor, minutes(5));
    QCOMPARE(monitor.runningChecks(), 0U);
    QVERIFY(!monitor.nextCheckAt(idOf(kA)));
    monitor.start();
    monitor.start(); // once is enough
    QTRY_COMPARE(stage.told.size(), 1U);
    QCOMPARE(monitor.runningChecks(), 0U);
}

void TestHealthMonitor::oneThatIsBeingCheckedIsCheckedAgain()
{
    HealthStage stage;
    sim::SimProvider &provider = stage.addProvider(kA);
    HealthMonitor monitor(stage);
    monitor.start();
    monitor.checkNow({idOf(kA)});
    QCOMPARE(monitor.runningChecks(), 1U);
    monitor.checkNow({idOf(kA)});
    monitor.checkNow({idOf(kA), idOf(kB)}); // nobody knows B
    QTRY_COMPARE(stage.told.size(), 2U);
    QCOMPARE(monitor.runningChecks(), 0U);
    QCOMPARE(askedAt(provider), QByteArray("models models models")); // the stranger's is asked once
    monitor.checkNow({});
    monitor.checkNow({});
    QTRY_COMPARE(stage.told.size(), 4U);
    QCOMPARE(monitor.runningChecks(), 0U);
}

void TestHealthMonitor::theOwnerMayAskForMoreWhenTold()
{
    HealthStage stage;
    stage.addProvider(kA).setFault(sim::statusFault(500));
    stage.addProvider(kB, kSpare, Priority::Secondary);
    HealthMonitor monitor(stage);
    stage.alsoTold = [&](const CheckReport &report) {
        if (report.endpoint.value == kA && stage.reportsOf(kA).size() < 3)
            monitor.checkNow({idOf(kA), idOf(kB)});
        else if (stage.reportsOf(kA).size() == 3)
            monitor.stop();
    };
    monitor.start();
    QTRY_COMPARE(stage.reportsOf(kA).size(), 3U);
    QCOMPARE(monitor.runningChecks(), 0U);
}

void TestHealthMonitor::aPersonGetsReportsInOrder_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<QStringList>("endpoints");
    QTest::newRow("all, disabled and limited ones too") << QString() << QStringList{kA, kB};
    QTest::newRow("a config") << kMain << QStringList{kA};
    QTest::newRow("a disabled config") << kSpare << QStringList{kB};
    QTest::newRow("one that does not exist") << QStringLiteral("nobody") << QStringList();
}

void TestHealthMonitor::aPersonGetsReportsInOrder()
{
    QFETCH(QString, config);
    HealthStage stage;
    sim::Fault slow = sim::faultOf(FaultKind::Slow);
    slow.delay = milliseconds(50);
    stage.addProvider(kA).setFault(slow); // the second one answers first
    stage.addProvider(kB, kSpare, Priority::Disabled);
    stage.addProvider(QStringLiteral("cccccccc"), kSpare); // without a key
    stage.keys.erase(idOf(QStringLiteral("cccccccc")));
    stage.stateOf(kA).limitedUntil = stage.now() + minutes(5);
    HealthMonitor monitor(stage);
    std::vector<HealthMonitor::Reports> calls;
    monitor.check(config, [&](HealthMonitor::Reports reports) { calls.push_back(std::move(reports)); });
    QTRY_COMPARE(calls.size(), 1U);
    QStringList endpoints;
    for (const CheckReport &report : calls[0])
        endpoints += report.endpoint.value;
    QTEST(endpoints, "endpoints");
    QCOMPARE(stage.told.size(), calls[0].size());
}

void TestHealthMonitor::aPersonJoinsARunningCheck()
{
    HealthStage stage;
    sim::SimProvider &provider = stage.addProvider(kA);
    QSignalSpy received(&provider, &sim::SimProvider::requestReceived);
    sim::Fault slow = sim::faultOf(FaultKind::Slow);
    slow.delay = milliseconds(200);
    provider.setFault(slow);
    HealthMonitor monitor(stage);
    monitor.start();
    QTRY_COMPARE(received.size(), 1);
    int calls = 0;
    const auto done = [&](const HealthMonitor::Reports &reports) {
        ++calls;
        QCOMPARE(reports.size(), 1U);
    };
    monitor.check({}, done);
    monitor.check(kMain, done);
    QTRY_COMPARE(calls, 2);
    QCOMPARE(stage.told.size(), 1U);
}

void TestHealthMonitor::aPersonGetsWhatThereIsAtTheStop()
{
    HealthStage stage;
    stage.addProvider(kA);
    stage.addProvider(kB).setFault(FaultKind::Hang);
    HealthMonitor monitor(stage);
    std::optional<HealthMonitor::Reports> answer;
    monitor.check({}, [&](HealthMonitor::Reports reports) { answer = std::move(reports); });
    QTRY_COMPARE(stage.told.size(), 1U);
    QVERIFY(!answer);
    monitor.stop();
    QVERIFY(answer);
    QCOMPARE(answer->size(), 1U);
    QCOMPARE(answer->front().endpoint, idOf(kA));
}

void TestHealthMonitor::theLearnedRungIsRememberedForADay()
{
    HealthStage stage;
    sim::SimOptions options;
    options.missing = {kModels};
    sim::SimProvider &provider = stage.addProvider(kA, kMain, Priority::Primary, options);
    HealthMonitor monitor(stage);
    const auto askAfter = [&](milliseconds span) {
        provider.clearLog();
        stage.moveTime(span);
        const size_t before = stage.told.size();
        monitor.checkNow({idOf(kA)});
        [&] { QTRY_COMPARE(stage.told.size(), before + 1); }();
        return askedAt(provider);
    };
    monitor.start();
    QTRY_COMPARE(stage.told.size(), 1U);
    QCOMPARE(askedAt(provider), QByteArray("models count_tokens count_tokens"));
    QCOMPARE(askAfter(minutes(1)), QByteArray("count_tokens"));
    QCOMPARE(askAfter(std::chrono::hours(12)), QByteArray("count_tokens"));
    provider.setOptions([&] {
        sim::SimOptions served = provider.options();
        served.missing.clear();
        return served;
    }());
    QCOMPARE(askAfter(std::chrono::hours(11)), QByteArray("count_tokens"));
    QCOMPARE(askAfter(std::chrono::hours(1)), QByteArray("models models"));
    QCOMPARE(askAfter(minutes(1)), QByteArray("models"));
    QCOMPARE(stage.told.back().report.keyAccepted, CheckLayer::Good);
}

void TestHealthMonitor::anEditedKeyIsCheckedAtOnce()
{
    HealthStage stage;
    sim::SimProvider &provider = stage.addProvider(kA);
    QSignalSpy received(&provider, &sim::SimProvider::requestReceived);
    stage.keys[idOf(kA)] = "the wrong one";
    HealthMonitor monitor(stage);
    monitor.start();
    QTRY_COMPARE(stage.told.size(), 1U);
    QCOMPARE(stage.told[0].report.outcome.effect, HealthEffect::KeyRejected);
    pass(stage, monitor, minutes(20));
    QCOMPARE(monitor.runningChecks(), 0U); // not before keyRetryAt

    provider.setFault(FaultKind::Hang);
    monitor.checkNow({idOf(kA)}); // still with the old key
    QTRY_COMPARE(received.size(), 2);
    provider.setFault(FaultKind::None);
    stage.keys[idOf(kA)] = HealthStage::keyNamed(kA);
    monitor.settingsChanged({idOf(kA)});
    QTRY_COMPARE(stage.told.size(), 2U); // what left with the old key is not told
    QCOMPARE(stage.told[1].report.keyAccepted, CheckLayer::Good);
}

void TestHealthMonitor::aRemovedEndpointIsForgotten()
{
    HealthStage stage;
    sim::SimProvider &provider = stage.addProvider(kA);
    provider.setFault(FaultKind::Hang);
    QSignalSpy received(&provider, &sim::SimProvider::requestReceived);
    QSignalSpy gone(&provider, &sim::SimProvider::peerGone);
    HealthMonitor monitor(stage);
    monitor.start();
    int calls = 0;
    monitor.check({}, [&](const HealthMonitor::Reports &reports) { calls += reports.empty() ? 1 : 100; });
    QTRY_COMPARE(received.size(), 1);
    stage.settings.configs.clear();
    stage.settings.groups.remove(kMain);
    monitor.settingsChanged({idOf(kA)});
    QCOMPARE(monitor.runningChecks(), 0U);
    QCOMPARE(calls, 1);
    QTRY_COMPARE(gone.size(), 1);
    QVERIFY(stage.told.empty());
}

void TestHealthMonitor::messagesHaveADailyLimit()
{
    HealthStage stage;
    sim::SimOptions served;
    served.missing = {kModels, kCount};
    sim::SimProvider &provider = stage.addProvider(kA, kMain, Priority::Primary, served);
    HealthOptions options;
    options.spendTokens = true;
    options.messagesPerDay = 2;
    HealthMonitor monitor(stage, options);
    monitor.start();
    QTRY_COMPARE(stage.told.size(), 1U);
    const auto askAfter = [&](milliseconds span) {
        provider.clearLog();
        stage.moveTime(span);
        const size_t before = stage.told.size();
        monitor.checkNow({idOf(kA)});
        [&] { QTRY_COMPARE(stage.told.size(), before + 1); }();
        return askedAt(provider);
    };
    QCOMPARE(askAfter(minutes(5)), QByteArray("messages"));
    QCOMPARE(askAfter(minutes(5)), QByteArray("models count_tokens"));
    QCOMPARE(stage.told.back().report.reachable, CheckLayer::Good);
    QCOMPARE(askAfter(std::chrono::hours(24)), QByteArray("models count_tokens messages"));
}

void TestHealthMonitor::timesAreKnownOfScheduledOnesOnly()
{
    HealthStage stage;
    stage.addProvider(kA);
    stage.addProvider(kB, kSpare, Priority::Secondary);
    HealthMonitor monitor(stage);
    monitor.start();
    QTRY_COMPARE(stage.told.size(), 2U);
    QVERIFY(monitor.nextCheckAt(idOf(kA)) > stage.now());
    stage.settings.groups.setEnabled(Priority::Secondary, false);
    monitor.settingsChanged({});
    QVERIFY(!monitor.nextCheckAt(idOf(kB)));
    pass(stage, monitor, minutes(3));
    QTRY_COMPARE(stage.told.size(), 3U);
    QCOMPARE(stage.told.back().report.endpoint, idOf(kA));
    QCOMPARE(monitor.runningChecks(), 0U);
}

QCC_DISPATCHER_TEST_MAIN(TestHealthMonitor)
#include "tst_health_monitor.moc"

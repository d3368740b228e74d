// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/failover_rows.h"

using namespace qcc;
using namespace qcc::test;

Q_DECLARE_METATYPE(qcc::HealthStatus)

/// What evidence does to endpoints.
class TestFailoverEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endpoints_data();
    void endpoints();
    void timesAreKept();
    void aRefusedKeyIsNoCounter();
    void eachEvidenceCountsOnce();
    void theClientsGoingAwayIsNothing();
    void strangersAndTheStaleAreIgnored();
    void whatIsGoneIsForgotten();
    void aCheckIsRemembered_data();
    void aCheckIsRemembered();
    void aCheapCheckDoesNotOutweighBadAnswers_data();
    void aCheapCheckDoesNotOutweighBadAnswers();
    void lastDownIsWhenNothingOfItWorked();
    void theQuickWayIsTheSameWay();
    void aClockThatIsSetBackBlocksNothing();
};

void TestFailoverEvidence::endpoints_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<HealthStatus>("status");
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("successes");
    const auto row = [](const char *name, const char *script, HealthStatus status, int failures,
                        int successes) {
        QTest::newRow(name) << QString::fromLatin1(script) << status << failures << successes;
    };
    using S = HealthStatus;
    row("nothing is known", "", S::Unknown, 0, 0);
    row("one success: healthy", "p1 ok", S::Healthy, 0, 1);
    row("one failure of what never worked: unhealthy", "p1 500", S::Unhealthy, 1, 0);
    row("one failure of what worked: degraded", "p1 ok; p1 500", S::Degraded, 1, 0);
    row("at the threshold: unhealthy", "p1 ok; p1 500; p1 500; p1 500", S::Unhealthy, 3, 0);
    row("and counted on", "p1 ok; p1 500; p1 500; p1 500; p1 500", S::Unhealthy, 4, 0);
    row("up after one success", "p1 500; p1 500; p1 500; p1 ok", S::Healthy, 0, 1);
    row("successes are counted in a row", "p1 ok; p1 500; p1 ok; p1 ok", S::Healthy, 0, 2);
    row("neutral answers are no evidence", "p1 ok; p1 500; p1 neutral", S::Degraded, 1, 0);
    row("nor are limits", "p1 ok; p1 limited 60", S::Healthy, 0, 1);
    row("a refused key leaves nothing known", "p1 ok; p1 ok; p1 rejected", S::Unknown, 0, 0);
    row("a smaller threshold holds for what was counted", "p1 ok; p1 500; p1 500; policy failures 2",
        S::Unhealthy, 2, 0);
    row("a new key is a new endpoint", "p1 ok; p1 500; newkey p1", S::Unknown, 0, 0);
}

void TestFailoverEvidence::endpoints()
{
    QFETCH(QString, script);
    QFETCH(HealthStatus, status);
    QFETCH(int, failures);
    QFETCH(int, successes);
    FailoverWorld world;
    world.addStandard();
    world.run(script);
    const EndpointHealth &health = world.endpoint("p1").health;
    QVERIFY2(health.status == status, qPrintable(QString::number(static_cast<int>(health.status))));
    QCOMPARE(health.consecutiveFailures, failures);
    QCOMPARE(health.consecutiveSuccesses, successes);
}

void TestFailoverEvidence::timesAreKept()
{
    FailoverWorld world;
    world.addStandard();
    const TimePoint start = world.now;
    world.run(QStringLiteral("p1 ok; +10; p1 500; +10; p1 500; +10; p1 neutral"));
    const EndpointHealth &health = world.endpoint("p1").health;
    QCOMPARE(health.lastSuccess, std::optional(start));
    QCOMPARE(health.failingSince, std::optional(start + seconds{10}));
    QCOMPARE(health.lastFailure, std::optional(start + seconds{20}));
    QCOMPARE(health.lastEvidence, std::optional(start + seconds{20}));
    QVERIFY(health.lastFailureFacts ==
            std::optional(FailureFacts{OutcomeKind::ServerError, 500, TransportFault::None}));
    world.run(QStringLiteral("p1 ok"));
    QVERIFY(!world.endpoint("p1").health.failingSince);
}

void TestFailoverEvidence::aRefusedKeyIsNoCounter()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("p1 ok; p1 rejected"));
    const EndpointState &endpoint = world.endpoint("p1");
    QVERIFY(endpoint.key == KeyState::Rejected);
    QCOMPARE(endpoint.health.consecutiveFailures, 0);
    QCOMPARE(endpoint.breaker.consecutiveFailures(), 0);
    QCOMPARE(endpoint.health.lastFailureFacts->status, 401);
}

void TestFailoverEvidence::eachEvidenceCountsOnce()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good"));
    const int before = world.endpoint("p1").health.consecutiveSuccesses;
    world.run(QStringLiteral("p1 ok; p1 500"));
    QCOMPARE(before, 3);
    QCOMPARE(world.endpoint("p1").health.consecutiveFailures, 1);
    QCOMPARE(world.endpoint("p1").breaker.consecutiveFailures(), 1);
    QCOMPARE(world.endpoint("p2").health.consecutiveFailures, 0);
}

void TestFailoverEvidence::theClientsGoingAwayIsNothing()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good; p1 500"));
    const FailoverState before = world.state;
    const size_t lines = world.lines.size();
    world.run(QStringLiteral("p1 gone; p1 gone"));
    QVERIFY(world.state == before);
    QCOMPARE(world.lines.size(), lines);
}

void TestFailoverEvidence::strangersAndTheStaleAreIgnored()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good; +10; newkey p1"));
    const FailoverState before = world.state;
    Evidence stale;
    stale.endpoint = {QStringLiteral("p1")};
    stale.number = 77;
    stale.startedAt = world.now - seconds{1}; // with the key before
    stale.outcome = outcomeOf(QStringLiteral("rejected"), world.now);
    world.give(stale);
    world.run(QStringLiteral("ghost 500"));
    QVERIFY(world.state == before);
    stale.startedAt = world.now;
    world.give(stale);
    QVERIFY(world.endpoint("p1").key == KeyState::Rejected);
}

void TestFailoverEvidence::whatIsGoneIsForgotten()
{
    FailoverWorld world;
    world.addStandard();
    world.run(
        QStringLiteral("good; s1 500; s1 500; s1 500; b1 rejected; newkey p1; remove sib; remove back"));
    QVERIFY(!world.state.endpoints.contains(EndpointId{QStringLiteral("p1")}));
    QVERIFY(!world.state.endpoints.contains(EndpointId{QStringLiteral("s1")}));
    QVERIFY(!world.state.network.answered.contains(EndpointId{QStringLiteral("s1")}));
    QVERIFY(world.state.endpoints.contains(EndpointId{QStringLiteral("p2")}));
    QVERIFY(world.state.lastDown.empty());
    QVERIFY(world.state.alerts.empty());
}

void TestFailoverEvidence::aCheckIsRemembered_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<bool>("withRung");
    QTest::addColumn<bool>("learned");
    QTest::newRow("the rung that told is learned") << QStringLiteral("ok") << true << true;
    QTest::newRow("a rejected key tells too") << QStringLiteral("rejected") << true << true;
    QTest::newRow("no permitted rung is supported") << QStringLiteral("neutral") << false << false;
    QTest::newRow("nobody answered: nothing about the rung") << QStringLiteral("refused") << true << false;
}

void TestFailoverEvidence::aCheckIsRemembered()
{
    QFETCH(QString, outcome);
    QFETCH(bool, withRung);
    QFETCH(bool, learned);
    FailoverWorld world;
    world.addStandard();
    Evidence evidence;
    evidence.endpoint = {QStringLiteral("p1")};
    evidence.source = EvidenceSource::Check;
    evidence.number = 1;
    evidence.startedAt = world.now;
    evidence.outcome = outcomeOf(outcome, world.now);
    CheckReport report;
    report.endpoint = evidence.endpoint;
    report.outcome = evidence.outcome;
    report.endedAt = world.now + seconds{1};
    if (withRung)
        report.rung = CheckRung::CountTokens;
    evidence.check = report;
    world.give(evidence);
    const EndpointHealth &health = world.endpoint("p1").health;
    QVERIFY(health.lastCheck == std::optional(report));
    QCOMPARE(health.learnedRung.has_value(), learned);
    QCOMPARE(health.learnedAt.has_value(), learned);
    const Config *config = world.settings.find(QStringLiteral("prod"));
    QCOMPARE(healthOf(*config, world.state, world.setup()).lastCheck, std::optional(report.endedAt));
}

void TestFailoverEvidence::aCheapCheckDoesNotOutweighBadAnswers_data()
{
    QTest::addColumn<QString>("request");
    QTest::addColumn<CheckRung>("rung");
    QTest::addColumn<milliseconds>("later");
    QTest::addColumn<int>("failures");
    const auto row = [](const char *name, const char *request, CheckRung rung, milliseconds later,
                        int failures) {
        QTest::newRow(name) << QString::fromLatin1(request) << rung << later << failures;
    };
    row("a model list says nothing of messages that fail", "500", CheckRung::Models, seconds(1), 1);
    row("counting tokens says nothing of messages that fail", "500", CheckRung::CountTokens, seconds(1), 1);
    row("a message does", "500", CheckRung::Message, seconds(1), 0);
    row("the bad answers are two intervals old", "500", CheckRung::Models, seconds(120), 0);
    row("there was no answer at all", "refused", CheckRung::Models, seconds(1), 0);
    row("a request was served well since", "500; p1 ok", CheckRung::Models, seconds(1), 0);
}

void TestFailoverEvidence::aCheapCheckDoesNotOutweighBadAnswers()
{
    QFETCH(QString, request);
    QFETCH(CheckRung, rung);
    QFETCH(milliseconds, later);
    QFETCH(int, failures);
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good"));
    world.run(QStringLiteral("p1 ") + request);
    world.pass(later);
    CheckReport report;
    report.endpoint = EndpointId{QStringLiteral("p1")};
    report.rung = rung;
    report.reachable = CheckLayer::Good;
    report.outcome = outcomeOf(QStringLiteral("ok"), world.now);
    report.startedAt = report.endedAt = world.now;
    world.give(
        Evidence{report.endpoint, EvidenceSource::Check, 1'000'000, {}, report.outcome, world.now, report});
    QCOMPARE(world.endpoint("p1").health.consecutiveFailures, failures);
    QCOMPARE(world.endpoint("p1").breaker.consecutiveFailures(), failures);
    QCOMPARE(world.endpoint("p1").health.lastCheck->rung, rung);
}

void TestFailoverEvidence::lastDownIsWhenNothingOfItWorked()
{
    FailoverWorld world;
    world.addStandard();
    const auto lastDown = [&]() -> std::optional<TimePoint> {
        const auto it = world.state.lastDown.find(QStringLiteral("prod"));
        return it == world.state.lastDown.end() ? std::nullopt : std::optional(it->second);
    };
    const TimePoint start = world.now;
    world.run(QStringLiteral("good; p1 500; p1 500; p1 500; p1 500"));
    QVERIFY(!lastDown());
    world.run(QStringLiteral("+10; p2 rejected"));
    QCOMPARE(lastDown(), std::optional(start + seconds{10}));
    world.run(QStringLiteral("+10; p1 500"));
    QCOMPARE(lastDown(), std::optional(start + seconds{20}));
    world.run(QStringLiteral("+10; p2 ok; p1 500"));
    QCOMPARE(lastDown(), std::optional(start + seconds{20}));
}

/// An ordinary success takes a short cut; it must lead to the same place.
void TestFailoverEvidence::theQuickWayIsTheSameWay()
{
    FailoverWorld quick;
    FailoverWorld slow;
    for (FailoverWorld *world : {&quick, &slow}) {
        world->addStandard();
        world->run(QStringLiteral("good; policy recovery on; switch back; b1 ok; b1 ok; b1 ok"));
    }
    QVERIFY(quick.state.memo.settled);
    for (int i = 0; i < 20; ++i) {
        slow.state.memo.settled = false;
        for (FailoverWorld *world : {&quick, &slow})
            world->run(i % 2 ? QStringLiteral("b1 ok; +7") : QStringLiteral("p1 ok; +700"));
        QVERIFY(quick.state == slow.state);
    }
    QVERIFY(quick.log(15) == slow.log(15));
}

void TestFailoverEvidence::aClockThatIsSetBackBlocksNothing()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good; +7200; p1 rejected; p2 rejected"));
    world.now -= seconds{7000};
    world.run(QStringLiteral("s1 rejected; +299"));
    QCOMPARE(world.state.active, QStringLiteral("sib"));
    world.run(QStringLiteral("+1"));
    QCOMPARE(world.state.active, QStringLiteral("back"));
}

QTEST_APPLESS_MAIN(TestFailoverEvidence)
#include "tst_failover_evidence.moc"

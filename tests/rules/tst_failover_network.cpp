// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/failover_rows.h"

using namespace qcc;
using namespace qcc::test;
using NetworkState = OwnNetwork::State;

Q_DECLARE_METATYPE(qcc::OwnNetwork::State)

/// The own network: what counts against providers, and what does not.
class TestFailoverNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_data();
    void states();
    void aFlapMovesNothing();
    void failuresJustBeforeAreTakenBack();
    void oneDeadProviderIsNotTheNetwork();
    void providersThatDieOneAfterTheOtherAreNotTheNetwork();
    void withOneHostEveryFailureCounts();
    void heldFailuresKeepTheirTimes();
    void whatBeganBeforeIsDropped();
    void heldFailuresAreBounded();
    void aHalfOpenTrialEndsWithADroppedFailure();
};

namespace {

/// The standard world, healthy, where nobody answers by itself.
void begin(FailoverWorld &world)
{
    world.addStandard();
    world.run(QStringLiteral("good; +60"));
    world.lines.clear();
}

void play(FailoverWorld &world, const char *script)
{
    world.run(QString::fromLatin1(script));
}

std::map<EndpointId, std::pair<HealthStatus, int>> counters(const FailoverWorld &world)
{
    std::map<EndpointId, std::pair<HealthStatus, int>> all;
    for (const auto &[id, endpoint] : world.state.endpoints)
        all[id] = {endpoint.health.status, endpoint.health.consecutiveFailures};
    return all;
}

} // namespace

void TestFailoverNetwork::states_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<NetworkState>("state");
    QTest::addColumn<int>("failures"); // of p1
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *script, NetworkState state, int failures,
                        const char *said) {
        QTest::newRow(name) << QString::fromLatin1(script) << state << failures << QString::fromLatin1(said);
    };
    using S = NetworkState;
    row("a transport failure is held, and the other hosts are asked", "p1 refused", S::Suspected, 0,
        "1:00 check b1,e1,p2,s1");
    row("an answer of another host while it was under way speaks for the network", "s1 ok; p1 refused", S::Up,
        1, "");
    row("any answer will do", "s1 500; p1 refused", S::Up, 1, "");
    row("an answer of the same host does not", "p1 ok; p1 refused", S::Suspected, 0,
        "1:00 check b1,e1,p2,s1");
    row("a failure with a status is an answer", "p1 500", S::Up, 1, "");
    row("a stream that was cut is a failure like any other", "p1 cut", S::Up, 1, "");
    row("another host answers: the held ones count", "p1 refused; p1 timeout; s1 ok", S::Up, 2,
        "1:00 check b1,e1,p2,s1");
    row("so does a rejected key", "p1 refused; s1 rejected", S::Up, 1,
        "1:00 check b1,e1,p2,s1; 1:00 raise KeyRejected sib/s1");
    row("the same host answers: the held ones count, then are forgotten", "p1 refused; p1 ok", S::Up, 0,
        "1:00 check b1,e1,p2,s1");
    row("the client's going away says nothing", "p1 refused; s1 gone", S::Suspected, 0,
        "1:00 check b1,e1,p2,s1");
    row("nobody answers at all: they count after a minute", "p1 refused; +59.999; +0.001", S::Up, 1,
        "1:00 check b1,e1,p2,s1");
    row("all hosts fail: it is our network", "p1 refused; p2 refused; s1 timeout; b1 refused; e1 refused",
        S::Down, 0, "1:00 check b1,e1,p2,s1; 1:00 raise OwnNetwork");
    row("a cut stream does not prove that", "p1 refused; p2 refused; s1 timeout; b1 refused; e1 cut",
        S::Suspected, 0, "1:00 check b1,e1,p2,s1");
    row("disabled configs, switched off groups and keyless endpoints have no say",
        "place emer disabled; group secondary off; keyless s1; p1 refused; p2 refused", S::Down, 0,
        "1:00 check p2; 1:00 raise OwnNetwork");
    row("one answer, and it is back: everything is checked",
        "p1 refused; p2 refused; s1 refused; b1 refused; e1 refused; +30; p2 500", S::Up, 0,
        "1:00 check b1,e1,p2,s1; 1:00 raise OwnNetwork; 1:30 check all; 1:30 clear OwnNetwork");
    row("the system says so", "net down; p1 refused; p1 cut", S::Down, 0, "1:00 raise OwnNetwork");
    row("and that it is back", "net down; +10; net up", S::Up, 0,
        "1:00 raise OwnNetwork; 1:10 check all; 1:10 clear OwnNetwork");
    row("an answer refutes the system", "net down; +10; p1 ok", S::Up, 0,
        "1:00 raise OwnNetwork; 1:10 check all; 1:10 clear OwnNetwork");
    row("up is no news while it is up", "net up", S::Up, 0, "");
    row("after waking up transport failures don't count, and all is checked", "wake; p1 refused; p1 cut",
        S::Waking, 0, "1:00 check all");
    row("an answer ends that, and who failed is asked again", "wake; p1 refused; s1 ok", S::Up, 0,
        "1:00 check all; 1:00 check p1");
    row("so does half a minute", "wake; +30", S::Up, 0, "1:00 check all");
    row("waking up forgets a suspicion", "p1 refused; wake; s1 ok", S::Up, 0,
        "1:00 check b1,e1,p2,s1; 1:00 check all");
    row("the system's word outlasts a sleep", "net down; wake; +60", S::Down, 0,
        "1:00 raise OwnNetwork; 1:00 check all");
    row("hosts that are taken away are not waited for",
        "p1 refused; p2 refused; remove sib; remove back; remove emer", S::Down, 0,
        "1:00 check b1,e1,p2,s1; 1:00 raise OwnNetwork");
}

void TestFailoverNetwork::states()
{
    QFETCH(QString, script);
    QFETCH(NetworkState, state);
    QFETCH(int, failures);
    QFETCH(QString, said);
    FailoverWorld world;
    begin(world);
    world.run(script);
    QVERIFY2(world.state.network.state == state,
             qPrintable(QString::number(static_cast<int>(world.state.network.state))));
    QCOMPARE(world.endpoint("p1").health.consecutiveFailures, failures);
    QCOMPARE(world.log(FailoverWorld::Checks | FailoverWorld::Alerts), said);
}

/// All upstreams are out of reach for 90 s, under traffic and checks.
void TestFailoverNetwork::aFlapMovesNothing()
{
    FailoverWorld world;
    begin(world);
    const auto before = counters(world);
    world.answering = true;
    play(world, "kill p1 p2 s1 b1 e1; p1 cut; p2 cut; p1 cut; p2 cut; p1 cut; p2 cut");
    for (int i = 0; i < 90; ++i)
        play(world, "p1 refused; p2 refused; +1");
    QVERIFY(world.state.network.state == NetworkState::Down);
    QVERIFY(counters(world) == before);
    play(world, "revive p1 p2 s1 b1 e1; p1 ok; +600");
    QCOMPARE(world.log(FailoverWorld::Events | FailoverWorld::Alerts),
             QStringLiteral("1:00 raise OwnNetwork; 2:30 clear OwnNetwork"));
    QVERIFY(counters(world) == before);
    QCOMPARE(world.state.active, QStringLiteral("prod"));
}

void TestFailoverNetwork::failuresJustBeforeAreTakenBack()
{
    FailoverWorld world;
    begin(world);
    play(world,
         "s1 ok; p1 refused; p1 refused; +1; p1 refused; p2 refused; s1 refused; b1 refused; e1 refused");
    QVERIFY(world.state.network.state == NetworkState::Down);
    QCOMPARE(world.endpoint("p1").health.consecutiveFailures, 0);
    QVERIFY(world.endpoint("p1").health.status == HealthStatus::Healthy);
    QCOMPARE(world.endpoint("p1").breaker.consecutiveFailures(), 0);
    QVERIFY(!world.endpoint("p1").health.failingSince);
}

void TestFailoverNetwork::oneDeadProviderIsNotTheNetwork()
{
    FailoverWorld world;
    begin(world);
    world.answering = true;
    play(world, "kill p1 p2; rounds 3");
    QCOMPARE(world.log(FailoverWorld::Events), QStringLiteral("4:00 failover prod>sib ActiveFailed"));
    QVERIFY(world.state.network.state == NetworkState::Up);
}

/// The silence of a host that was dead before says nothing of the network.
void TestFailoverNetwork::providersThatDieOneAfterTheOtherAreNotTheNetwork()
{
    FailoverWorld world;
    begin(world);
    world.answering = true;
    play(world,
         "policy cooldown 0; kill p1 p2; rounds 4; kill s1; rounds 4; kill b1; rounds 4; kill e1; rounds 4");
    QCOMPARE(world.log(FailoverWorld::Events | FailoverWorld::Alerts),
             QStringLiteral("4:00 failover prod>sib ActiveFailed; 8:00 failover sib>back ActiveFailed; "
                            "12:00 failover back>emer ActiveFailed; 16:00 no failover emer> NoCandidate; "
                            "16:00 raise AllDown"));
}

void TestFailoverNetwork::withOneHostEveryFailureCounts()
{
    FailoverWorld world;
    world.addStandard();
    play(world, "remove sib; remove back; remove emer; keyless p2; p1 ok; p1 refused; p1 refused");
    QVERIFY(world.state.network.state == NetworkState::Up);
    QCOMPARE(world.endpoint("p1").health.consecutiveFailures, 2);
}

void TestFailoverNetwork::heldFailuresKeepTheirTimes()
{
    FailoverWorld world;
    begin(world);
    const TimePoint first = world.now;
    play(world, "p1 refused; +5; p1 timeout; +5; s1 ok");
    const EndpointHealth &health = world.endpoint("p1").health;
    QCOMPARE(health.failingSince, std::optional(first));
    QCOMPARE(health.lastFailure, std::optional(first + seconds{5}));
    QVERIFY(health.lastFailureFacts->fault == TransportFault::HeaderTimeout);
    QCOMPARE(world.endpoint("p1").breaker.consecutiveFailures(), 2);
}

void TestFailoverNetwork::whatBeganBeforeIsDropped()
{
    FailoverWorld world;
    begin(world);
    Evidence late;
    late.endpoint = {QStringLiteral("p1")};
    late.startedAt = world.now;
    late.outcome = outcomeOf(QStringLiteral("refused"), world.now);
    play(world, "net down; +10; net up; s1 ok");
    late.number = 1000;
    world.give(late);
    QCOMPARE(world.endpoint("p1").health.consecutiveFailures, 0);
    QVERIFY(world.state.network.state == NetworkState::Up);
    late.startedAt = world.now;
    late.number = 1001;
    world.give(late);
    QCOMPARE(world.endpoint("p1").health.consecutiveFailures, 1);
}

void TestFailoverNetwork::heldFailuresAreBounded()
{
    FailoverWorld world;
    begin(world);
    for (size_t i = 0; i < kMaxHeldFailures + 100; ++i)
        world.observe(QStringLiteral("p1"), outcomeOf(QStringLiteral("refused"), world.now));
    QCOMPARE(world.state.network.held.size(), kMaxHeldFailures);
    play(world, "p2 refused; s1 refused; b1 refused; e1 refused");
    QVERIFY(world.state.network.state == NetworkState::Down);
    QVERIFY(world.state.network.held.empty());
}

void TestFailoverNetwork::aHalfOpenTrialEndsWithADroppedFailure()
{
    FailoverWorld world;
    begin(world);
    play(world, "p1 500; p1 500; p1 500; +30; net down");
    Breaker &breaker = world.endpoint("p1").breaker;
    breaker.admit(world.now);
    QVERIFY(!breaker.admits(world.now));
    play(world, "p1 refused");
    QVERIFY(world.endpoint("p1").breaker.admits(world.now));
}

QTEST_APPLESS_MAIN(TestFailoverNetwork)
#include "tst_failover_network.moc"

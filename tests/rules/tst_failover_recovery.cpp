// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/failover_rows.h"

using namespace qcc;
using namespace qcc::test;

/// The careful return, and choices by hand.
class TestFailoverRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recoveries_data();
    void recoveries() { playScenario(FailoverWorld::Events, QStringLiteral("good; policy recovery on")); }
    void whenItIsPossible_data();
    void whenItIsPossible();
};

void TestFailoverRecovery::recoveries_data()
{
    scenarioColumns();
    scenario("all three conditions hold: successes, cool-down, recovery delay",
             "p1 rejected; p2 rejected; +10; p1 ok; p1 ok; p1 ok; +589; +1",
             "0:00 failover prod>sib ActiveFailed; 10:00 recovery sib>prod BetterIsBack");
    scenario("too few successes", "p1 rejected; p2 rejected; +10; p1 ok; p1 ok; +3600",
             "0:00 failover prod>sib ActiveFailed");
    scenario("the last success is the one that was missing",
             "p1 rejected; p2 rejected; +10; p1 ok; p1 ok; +890; p1 ok",
             "0:00 failover prod>sib ActiveFailed; 15:00 recovery sib>prod BetterIsBack");
    scenario("a failure in between counts the successes anew",
             "p1 rejected; p2 rejected; +700; p1 ok; p1 ok; p1 500; p1 ok; p1 ok",
             "0:00 failover prod>sib ActiveFailed");
    scenario("a failure that leaves no healthy endpoint begins the delay anew",
             "p1 rejected; p2 rejected; +500; p1 500; p1 ok; p1 ok; p1 ok; +599; +1",
             "0:00 failover prod>sib ActiveFailed; 18:20 recovery sib>prod BetterIsBack");
    scenario("the cool-down may be the last condition",
             "policy delay 0; p1 rejected; p2 rejected; p1 ok; p1 ok; p1 ok; +299; +1",
             "0:00 failover prod>sib ActiveFailed; 5:00 recovery sib>prod BetterIsBack");
    scenario(
        "the hourly limit holds for returns too",
        "policy cooldown 0; policy delay 0; policy perhour 1; p1 rejected; p2 rejected; +60; p1 ok; p1 ok; "
        "p1 ok; +3600",
        "0:00 failover prod>sib ActiveFailed; 1:00 no recovery sib>prod HourlyLimit; "
        "60:00 recovery sib>prod BetterIsBack");
    scenario("from the top: Fallback returns to Primary directly", "switch emer; release",
             "0:00 manual prod>emer ChosenByPerson; 0:00 recovery emer>prod BetterIsBack");
    scenario("the best that qualifies, not the best of all",
             "place sib secondary; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500; s1 rejected; b1 rejected; "
             "+300; +300; e1 ok; s1 ok; s1 ok; s1 ok; +600",
             "0:00 failover prod>back ActiveFailed; 5:00 failover back>emer ActiveFailed; "
             "10:00 recovery emer>sib BetterIsBack");
    scenario("a limited one is not returned to until its limit is over",
             "p1 rejected; p2 rejected; p1 ok; p1 ok; p1 ok; p1 limited 900; +900",
             "0:00 failover prod>sib ActiveFailed; 15:00 recovery sib>prod BetterIsBack");
    scenario("switched off", "policy recovery off; switch back; release; +7200",
             "0:00 manual prod>back ChosenByPerson");
    scenario("switched on, it takes effect at once",
             "policy recovery off; switch back; release; +60; policy recovery on",
             "0:00 manual prod>back ChosenByPerson; 1:00 recovery back>prod BetterIsBack");
    scenario("a config that is moved up is returned to", "place back primary; place prod primary",
             "0:00 recovery prod>sib BetterIsBack");
    scenario("a failover begins the cool-down of the return, a return that of the next failover",
             "policy delay 0; p1 rejected; p2 rejected; p1 ok; p1 ok; p1 ok; +300; p1 rejected; +300",
             "0:00 failover prod>sib ActiveFailed; 5:00 recovery sib>prod BetterIsBack; "
             "10:00 failover prod>sib ActiveFailed");
    scenario("not while the own network is down",
             "policy delay 0; switch back; net down; release; +600; net up",
             "0:00 manual prod>back ChosenByPerson; 10:00 recovery back>prod BetterIsBack");
}

void TestFailoverRecovery::whenItIsPossible_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<qint64>("at"); // seconds since the start, -1: none
    const auto row = [](const char *name, const char *script, qint64 at) {
        QTest::newRow(name) << QString::fromLatin1(script) << at;
    };
    row("not from the top", "+1", -1);
    row("the recovery delay", "p1 rejected; p2 rejected; p1 ok; p1 ok; p1 ok", 600);
    row("the cool-down", "policy delay 10; p1 rejected; p2 rejected; p1 ok; p1 ok; p1 ok", 300);
    row("missing successes, one a check interval",
        "policy delay 0; policy cooldown 0; p1 rejected; p2 rejected; p1 ok", 120);
    row("nobody better is healthy", "p1 rejected; p2 rejected", -1);
    row("recovery is off", "policy recovery off; p1 rejected; p2 rejected; p1 ok; p1 ok; p1 ok", -1);
    row("a choice is pinned", "switch back", -1);
    row("the own network is down", "p1 rejected; p2 rejected; p1 ok; net down", -1);
}

void TestFailoverRecovery::whenItIsPossible()
{
    QFETCH(QString, script);
    QFETCH(qint64, at);
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good; policy recovery on"));
    world.answering = true;
    world.run(script);
    const std::optional<TimePoint> possible = recoveryPossibleAt(world.state, world.setup(), world.now);
    QCOMPARE(possible ? (*possible - FailoverWorld::kStart).count() / 1000 : -1, at);
}

QTEST_APPLESS_MAIN(TestFailoverRecovery)
#include "tst_failover_recovery.moc"

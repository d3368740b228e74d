// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/failover_rows.h"

using namespace qcc;
using namespace qcc::test;

/// The three stories of spec.md section 2, with the default policy and checks every 60 s.
class TestFailoverStories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void primaryDies();
    void primaryDiesAndNobodyReturnsByDefault();
    void severalLayers();
    void siblingsComeBeforeTheNextGroup();
    void carefulReturn();
    void everyDecisionCarriesItsReason();
};

namespace {

/// Primary: prod (p1 p2 p3), Secondary: back (b1 b2), Fallback: emer (e1); a fresh start at 0:00, and all
/// well at 1:00.
void begin(FailoverWorld &world)
{
    world.add(QStringLiteral("prod"), Priority::Primary,
              {QStringLiteral("p1"), QStringLiteral("p2"), QStringLiteral("p3")});
    world.add(QStringLiteral("back"), Priority::Secondary, {QStringLiteral("b1"), QStringLiteral("b2")});
    world.add(QStringLiteral("emer"), Priority::Fallback, {QStringLiteral("e1")});
    world.answering = true;
    world.give(SettingsChanged{});
}

void play(FailoverWorld &world, const char *script)
{
    world.run(QString::fromLatin1(script));
}

} // namespace

void TestFailoverStories::primaryDies()
{
    FailoverWorld world;
    begin(world);
    play(world, "policy recovery on; rounds 2; kill p1 p2 p3; rounds 10; revive p1 p2 p3; rounds 30");
    QCOMPARE(world.log(FailoverWorld::Events | FailoverWorld::Announcements),
             QStringLiteral("0:00 activation >prod FirstActivation; "
                            "5:00 failover prod>back ActiveFailed; 5:00 say Failover back; "
                            "22:00 recovery back>prod BetterIsBack; 22:00 say Recovery prod"));
    QCOMPARE(world.state.active, QStringLiteral("prod"));
    QCOMPARE(world.why().rule, DecisionRule::AllWell);
}

void TestFailoverStories::primaryDiesAndNobodyReturnsByDefault()
{
    FailoverWorld world;
    begin(world);
    play(world, "rounds 2; kill p1 p2 p3; rounds 10; revive p1 p2 p3; rounds 60");
    QCOMPARE(world.log(FailoverWorld::Events | FailoverWorld::Alerts),
             QStringLiteral("0:00 activation >prod FirstActivation; "
                            "5:00 failover prod>back ActiveFailed; "
                            "65:00 raise AwayFromPrimary"));
    QCOMPARE(world.why().rule, DecisionRule::AutoRecoveryOff);
}

void TestFailoverStories::severalLayers()
{
    FailoverWorld world;
    begin(world);
    play(world, "rounds 2; kill p1 p2 p3; rounds 3; kill b1 b2; rounds 8");
    QCOMPARE(world.log(FailoverWorld::Events | FailoverWorld::Alerts),
             QStringLiteral("0:00 activation >prod FirstActivation; "
                            "5:00 failover prod>back ActiveFailed; "
                            "10:00 failover back>emer ActiveFailed")); // down at 8:00, the cool-down ends
    play(world, "kill e1; rounds 4");
    QCOMPARE(world.log(FailoverWorld::Events | FailoverWorld::Alerts).section(QStringLiteral("; "), 3),
             QStringLiteral("16:00 no failover emer> NoCandidate; 16:00 raise AllDown"));
}

void TestFailoverStories::siblingsComeBeforeTheNextGroup()
{
    FailoverWorld world;
    begin(world);
    world.add(QStringLiteral("spare"), Priority::Secondary, {QStringLiteral("c1")});
    play(world,
         "policy cooldown 0; rounds 2; kill p1 p2 p3; rounds 4; kill b1 b2; rounds 4; kill c1; rounds 4");
    QCOMPARE(world.log(FailoverWorld::Events), QStringLiteral("0:00 activation >prod FirstActivation; "
                                                              "5:00 failover prod>back ActiveFailed; "
                                                              "9:00 failover back>spare ActiveFailed; "
                                                              "13:00 failover spare>emer ActiveFailed"));
}

/// Three good checks at 8:00, the cool-down over at 8:00, the recovery delay at 15:00.
void TestFailoverStories::carefulReturn()
{
    FailoverWorld world;
    begin(world);
    play(world, "policy recovery on; kill p1 p2 p3; rounds 5; revive p1 p2 p3; rounds 3");
    QCOMPARE(world.state.active, QStringLiteral("back"));
    QCOMPARE(world.why().rule, DecisionRule::RecoveryWaits);
    QCOMPARE(world.why().rejected.front().reason, RejectReason::RecoveryDelay);
    QCOMPARE(recoveryPossibleAt(world.state, world.setup(), world.now),
             std::optional(FailoverWorld::kStart + minutes{15}));
    play(world, "rounds 6; +59");
    QCOMPARE(world.state.active, QStringLiteral("back"));
    play(world, "+1");
    QCOMPARE(world.log(FailoverWorld::Events), QStringLiteral("0:00 activation >prod FirstActivation; "
                                                              "3:00 failover prod>back ActiveFailed; "
                                                              "15:00 recovery back>prod BetterIsBack"));
}

void TestFailoverStories::everyDecisionCarriesItsReason()
{
    FailoverWorld world;
    begin(world);
    play(world, "rounds 2; kill p1 p2 p3; rounds 3");
    const Decision why = world.events.back().decision.value();
    QCOMPARE(why.failures, 3);
    QCOMPARE(why.failureThreshold, 3);
    QCOMPARE(why.lastFailure->fault, TransportFault::Refused);
    QCOMPARE(why.switchesInHour, 0);
    QCOMPARE(why.maxPerHour, 10);
    QVERIFY(why.successes >= 3);
    QVERIFY(why.rejected.empty());
}

QTEST_APPLESS_MAIN(TestFailoverStories)
#include "tst_failover_stories.moc"

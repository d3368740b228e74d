// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/failover_rows.h"

using namespace qcc;
using namespace qcc::test;

/// When the active config is left, and for whom.
class TestFailoverChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failovers_data()
    {
        scenarioColumns();
        failoverRows();
    }
    void failovers() { playScenario(FailoverWorld::Events); }
    void confirmations_data();
    void confirmations();
    void firstChoices_data();
    void firstChoices();
    void standing_data();
    void standing();
    void rejectedOnesAreTold();
    void theFailedAttemptIsNotedOncePerTrouble();

private:
    static void failoverRows();
};

namespace {

constexpr const char *kProdDies = "p1 500; p1 500; p1 500; p2 500; p2 500; p2 500;";

QString script(const char *rest)
{
    return QString::fromLatin1(kProdDies) + QString::fromLatin1(rest);
}

} // namespace

void TestFailoverChoice::failoverRows()
{
    scenario("a config with one endpoint that works stays", "p1 500; p1 500; p1 500; p1 500", "");
    scenario("below the threshold it stays", "p1 500; p1 500; p1 500; p2 500; p2 500", "");
    scenario("at the threshold the sibling comes before the next group",
             "p1 500; p1 500; p1 500; p2 500; p2 500; p2 500", "0:00 failover prod>sib ActiveFailed");
    scenario("failures in a row are interrupted by a success",
             "p1 500; p1 500; p1 500; p2 500; p2 500; p2 ok; p2 500; p2 500", "");
    scenario("another threshold takes effect at once", "p1 500; p1 500; p2 500; p2 500; policy failures 2",
             "0:00 failover prod>sib ActiveFailed");
    scenario("an unhealthy sibling is skipped",
             "kill s1; s1 500; s1 500; s1 500; p1 500; p1 500; p1 500; p2 500; p2 500; p2 500",
             "0:00 failover prod>back ActiveFailed");
    scenario("a group that is switched off is skipped",
             "place sib disabled; group secondary off; p1 500; p1 500; p1 500; p2 500; p2 500; p2 500",
             "0:00 failover prod>emer ActiveFailed");
    scenario("an empty group is skipped",
             "place sib disabled; place back disabled; p1 500; p1 500; p1 500; p2 500; p2 500; p2 500",
             "0:00 failover prod>emer ActiveFailed");
    scenario("a config without keys is skipped", "keyless s1; p1 500; p1 500; p1 500; p2 500; p2 500; p2 500",
             "0:00 failover prod>back ActiveFailed");
    scenario("a limited config is skipped", "s1 limited 600; p1 500; p1 500; p1 500; p2 500; p2 500; p2 500",
             "0:00 failover prod>back ActiveFailed");
    scenario("a limited active config is not down", "p1 limited 600; p2 limited 600; +300", "");
    scenario("neutral answers change nothing", "p1 neutral; p1 neutral; p1 neutral; p2 neutral; +60", "");
    scenario("rejected keys are certain: down at once", "p1 rejected; p2 rejected",
             "0:00 failover prod>sib ActiveFailed");
    scenario("so is an empty account", "p1 credit; p2 rejected", "0:00 failover prod>sib ActiveFailed");
    scenario("one good key is enough", "p1 rejected; p2 ok; +60", "");
    scenario("one key rejected and the other endpoint down", "p1 rejected; p2 500; p2 500; p2 500",
             "0:00 failover prod>sib ActiveFailed");
    scenario("nobody is left: one unsuccessful event", "ill; ill", "0:00 no failover prod> NoCandidate");
    scenario("and the next that becomes healthy takes over", "ill; +30; e1 ok",
             "0:00 no failover prod> NoCandidate; 0:30 failover prod>emer ActiveFailed");
    scenario("no second switch inside the cool-down", "p1 rejected; p2 rejected; +10; s1 rejected; +289; +1",
             "0:00 failover prod>sib ActiveFailed; 5:00 failover sib>back ActiveFailed");
    scenario("automatic failover switched off", "policy failover off; p1 rejected; p2 rejected; +600", "");
    scenario("and on again", "policy failover off; p1 rejected; p2 rejected; +60; policy failover on",
             "1:00 failover prod>sib ActiveFailed");
    scenario(
        "the hourly limit stops automation and leaves one event",
        "policy cooldown 0; policy perhour 2; p1 rejected; p2 rejected; +60; s1 rejected; +60; b1 rejected",
        "0:00 failover prod>sib ActiveFailed; 1:00 failover sib>back ActiveFailed; "
        "2:00 no failover back>emer HourlyLimit");
    scenario("until the oldest switch is an hour old",
             "policy cooldown 0; policy perhour 2; p1 rejected; p2 rejected; +60; s1 rejected; +60; "
             "b1 rejected; +3480",
             "0:00 failover prod>sib ActiveFailed; 1:00 failover sib>back ActiveFailed; "
             "2:00 no failover back>emer HourlyLimit; 60:00 failover back>emer ActiveFailed");
    scenario("from the bottom it goes up to a healthy config", "switch emer; e1 500; e1 500; e1 500",
             "0:00 manual prod>emer ChosenByPerson; 0:00 failover emer>prod ActiveFailed");
    scenario("a config above that qualifies comes before the groups below",
             "switch back; place back secondary; b1 rejected",
             "0:00 manual prod>back ChosenByPerson; 0:00 failover back>prod ActiveFailed");
    scenario(
        "one above that was down lately comes after the groups below",
        "policy cooldown 0; p1 rejected; p2 rejected; s1 rejected; p1 ok; s1 ok; b1 rejected; e1 rejected",
        "0:00 failover prod>sib ActiveFailed; 0:00 failover sib>back ActiveFailed; "
        "0:00 failover back>emer ActiveFailed; 0:00 failover emer>prod ActiveFailed");
    scenario("the active config is removed", "remove prod", "0:00 activation prod>sib ActiveGone");
    scenario("the active config is disabled", "place prod disabled", "0:00 activation prod>sib ActiveGone");
    scenario("its group is switched off", "group primary off", "0:00 activation prod>back ActiveGone");
    scenario("its keys are taken away", "keyless p1; keyless p2", "0:00 activation prod>sib ActiveGone");
    scenario("gone, and nobody is healthy: the first from the top", "ill; place prod disabled",
             "0:00 no failover prod> NoCandidate; 0:00 activation prod>sib ActiveGone; "
             "0:00 no failover sib> NoCandidate");
    scenario("gone, and nobody else is there", "remove sib; remove back; remove emer; remove prod",
             "0:00 activation prod> ActiveGone");
    scenario("ActiveGone heeds no cool-down and begins none",
             "p1 rejected; p2 rejected; +1; remove sib; +1; remove back",
             "0:00 failover prod>sib ActiveFailed; 0:01 activation sib>back ActiveGone; "
             "0:02 activation back>emer ActiveGone");
    scenario("renaming is no switch", "rename prod works; +60", "");
}

void TestFailoverChoice::confirmations_data()
{
    scenarioColumns();
    scenario("a candidate that answered after the trouble began is taken",
             "+60; p1 500; p2 500; s1 ok; p1 500; p2 500; p1 500; p2 500",
             "1:00 failover prod>sib ActiveFailed");
    scenario("one that did not is asked first, once",
             "+60; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500; +1; s1 ok",
             "1:00 check s1,b1,e1; 1:01 failover prod>sib ActiveFailed");
    scenario("the better one is waited for, but not for long",
             "+60; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500; b1 ok; +4; +1",
             "1:00 check s1,b1,e1; 1:05 failover prod>back ActiveFailed");
    scenario("nor any longer once it has failed instead",
             "+60; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500; b1 ok; +1; s1 500",
             "1:00 check s1,b1,e1; 1:01 failover prod>back ActiveFailed");
    scenario("an answer that proves nothing about health confirms it",
             "+60; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500; s1 neutral",
             "1:00 check s1,b1,e1; 1:00 failover prod>sib ActiveFailed");
    scenario("a failure does not", "+60; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500; s1 500; +5",
             "1:00 check s1,b1,e1");
    scenario("nobody ever answers: the attempt has failed",
             "+60; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500; +60",
             "1:00 check s1,b1,e1; 2:00 no failover prod> NoCandidate");
    scenario("candidates are asked during the cool-down, to be ready at its end",
             "+60; p1 rejected; p2 rejected; +100; s1 500; s1 500; s1 500; b1 ok; +300",
             "1:00 failover prod>sib ActiveFailed; 2:40 check b1,e1; 6:00 failover sib>back ActiveFailed");
}

/// Nobody answers by itself here.
void TestFailoverChoice::confirmations()
{
    QFETCH(QString, script);
    QFETCH(QString, expected);
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good"));
    world.lines.clear();
    world.run(script);
    QCOMPARE(world.log(FailoverWorld::Events | FailoverWorld::Checks), expected);
}

void TestFailoverChoice::firstChoices_data()
{
    scenarioColumns();
    scenario("the first healthy one from the top", "p1 ok", "0:00 activation >prod FirstActivation");
    scenario("those above that are not checked yet are waited for", "b1 ok; +5; s1 ok; +5; p1 ok",
             "0:10 activation >prod FirstActivation");
    scenario("but not for ever", "b1 ok; +20", "0:15 activation >back FirstActivation");
    scenario("those above that are down are not waited for", "p1 500; p2 500; s1 500; b1 ok",
             "0:00 activation >back FirstActivation");
    scenario("nobody is healthy: nobody is chosen, until one is",
             "p1 500; p2 500; s1 500; b1 500; e1 500; +60; s1 ok", "1:00 activation >sib FirstActivation");
    scenario("a limited one is passed over", "p1 ok; p2 500; p1 limited 60; s1 ok",
             "0:00 activation >prod FirstActivation");
    scenario("not while the own network is down", "net down; +20; net up; p1 ok",
             "0:20 activation >prod FirstActivation");
    scenario("a person chooses first", "switch emer", "0:00 manual >emer ChosenByPerson");
    scenario("nothing is set up", "remove prod; remove sib; remove back; remove emer; +60", "");
}

/// A fresh start: nothing is active, nothing checked, nobody answers by itself.
void TestFailoverChoice::firstChoices()
{
    QFETCH(QString, script);
    QFETCH(QString, expected);
    FailoverWorld world;
    world.addStandard();
    world.state = FailoverState();
    world.give(SettingsChanged{});
    world.run(script);
    QCOMPARE(world.log(FailoverWorld::Events), expected);
}

void TestFailoverChoice::standing_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<DecisionRule>("rule");
    QTest::addColumn<qint64>("until"); // seconds since the start, -1: not known
    const auto row = [](const char *name, const char *script, DecisionRule rule, qint64 until = -1) {
        QTest::newRow(name) << QString::fromLatin1(script) << rule << until;
    };
    using Rule = DecisionRule;
    row("all is well", "+1", Rule::AllWell);
    row("it fails, but not often enough", "p1 500; p2 500", Rule::ActiveFailing);
    row("automatic failover is off", "policy failover off; p1 rejected; p2 rejected", Rule::AutoFailoverOff);
    row("the cool-down", "p1 rejected; p2 rejected; s1 rejected", Rule::CoolDown, 300);
    row("the hourly limit", "policy cooldown 0; policy perhour 1; p1 rejected; p2 rejected; s1 rejected",
        Rule::HourlyLimit, 3600);
    row("the own network", "net down", Rule::OwnNetwork);
    row("nobody can take over", "ill", Rule::NoCandidate);
    row("a better one is well, recovery is off", "switch back; release", Rule::AutoRecoveryOff);
    row("a better one is well, a choice is pinned", "policy recovery on; switch back for 900", Rule::Pinned,
        900);
    row("a better one has not been well for long enough",
        "policy recovery on; p1 rejected; p2 rejected; p1 ok; p1 ok; p1 ok; +10", Rule::RecoveryWaits, 600);
    row("a better one is well, but the cool-down stands",
        "policy recovery on; policy delay 0; p1 rejected; p2 rejected; p1 ok; p1 ok; p1 ok", Rule::CoolDown,
        300);
    row("nothing is configured", "remove sib; remove back; remove emer; remove prod",
        Rule::NothingConfigured);
}

void TestFailoverChoice::standing()
{
    QFETCH(QString, script);
    QFETCH(DecisionRule, rule);
    QFETCH(qint64, until);
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good"));
    world.answering = true;
    world.run(script);
    const FailoverState before = world.state;
    const Decision why = world.why();
    QCOMPARE(why.rule, rule);
    QCOMPARE(why.until ? (*why.until - FailoverWorld::kStart).count() / 1000 : -1, until);
    QVERIFY(world.state == before);
}

void TestFailoverChoice::rejectedOnesAreTold()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good; keyless s1; b1 limited 600; group fallback off"));
    world.answering = true;
    world.run(script(""));
    const Decision why = world.why();
    QCOMPARE(why.rule, DecisionRule::NoCandidate);
    std::vector<std::pair<QString, RejectReason>> reasons;
    for (const RejectedCandidate &candidate : why.rejected)
        reasons.emplace_back(candidate.config, candidate.reason);
    const std::vector<std::pair<QString, RejectReason>> expected{
        {QStringLiteral("sib"), RejectReason::NoKey},
        {QStringLiteral("back"), RejectReason::Limited},
        {QStringLiteral("emer"), RejectReason::GroupOff},
        {QStringLiteral("off"), RejectReason::Disabled}};
    QVERIFY(reasons == expected);
    QCOMPARE(why.rejected[1].until, std::optional(FailoverWorld::kStart + seconds{600}));
    QCOMPARE(why.failures, 3);
    QCOMPARE(why.lastFailure->status, 500);
    QVERIFY(world.events.back().decision == why);
}

void TestFailoverChoice::theFailedAttemptIsNotedOncePerTrouble()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good"));
    world.run(QStringLiteral("ill; +600; ill; p1 ok; p1 500; p1 500; p1 500; +60"));
    QCOMPARE(world.log(FailoverWorld::Events), QStringLiteral("0:00 no failover prod> NoCandidate; "
                                                              "10:00 no failover prod> NoCandidate"));
}

QTEST_APPLESS_MAIN(TestFailoverChoice)
#include "tst_failover_choice.moc"

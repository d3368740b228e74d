// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/failover_rows.h"

using namespace qcc;
using namespace qcc::test;

/// Alerts: raised once per cause, cleared when it ends.
class TestFailoverAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alerts_data();
    void alerts() { playScenario(FailoverWorld::Alerts | FailoverWorld::Announcements); }
    void theHourlyLimitTellsUntilWhen();
    void announcementsNameBothConfigs();
    void announcementsComeBehindTheirEvent();
};

void TestFailoverAlerts::alerts_data()
{
    scenarioColumns();
    scenario("a failover is announced", "p1 rejected; p2 ok; p2 500; p2 500; p2 500",
             "0:00 raise KeyRejected prod/p1; 0:00 say Failover sib");
    scenario("unless that is not wanted", "policy quiet; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500", "");
    scenario("a return is announced", "policy recovery on; switch back; release", "0:00 say Recovery prod");
    scenario("all configs down, until one is up", "ill; ill; +60; e1 500; +60; b1 ok",
             "0:00 raise AllDown; 2:00 say Failover back; 2:00 clear AllDown");
    scenario("a choice by hand does not end it", "ill; switch back; +60; b1 500", "0:00 raise AllDown");
    scenario("a limited one is not down",
             "e1 limited 600; kill p1 p2 s1 b1; s1 500; s1 500; s1 500; b1 500; b1 500; "
             "b1 500; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500",
             "");
    scenario("those not checked yet are not down",
             "newkey e1; kill p1 p2 s1 b1; s1 500; s1 500; s1 500; b1 500; "
             "b1 500; b1 500; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500; e1 500",
             "0:00 say Failover emer");
    scenario(
        "no fallback is set up",
        "place sib disabled; remove back; remove emer; kill p1 p2; p1 500; p2 500; "
        "p1 500; p2 500; p1 500; p2 500; +60; p1 ok",
        "0:00 raise AllDown; 0:00 raise NoFallback prod; 1:00 clear AllDown; 1:00 clear NoFallback prod");
    scenario("one that is set up then ends it",
             "place sib disabled; remove back; remove emer; p1 500; p2 500; "
             "p1 500; p2 500; p1 500; p2 500; +60; place sib fallback",
             "0:00 raise AllDown; 0:00 raise NoFallback prod; 1:00 say Failover sib; "
             "1:00 clear AllDown; 1:00 clear NoFallback prod");
    scenario(
        "the hourly limit, until a slot is free",
        "policy cooldown 0; policy perhour 1; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500; +60; s1 500; "
        "s1 500; s1 500; s1 500; +3540",
        "0:00 say Failover sib; 1:00 raise HourlyLimit; 60:00 say Failover back; 60:00 clear HourlyLimit");
    scenario(
        "or until nobody needs one",
        "policy cooldown 0; policy perhour 1; p1 500; p2 500; p1 500; p2 500; p1 500; p2 500; +60; s1 500; "
        "s1 500; s1 500; +60; s1 ok",
        "0:00 say Failover sib; 1:00 raise HourlyLimit; 2:00 clear HourlyLimit");
    scenario("not back on Primary for an hour", "switch back; +3599.999; +0.001; +3600; switch prod",
             "60:00 raise AwayFromPrimary; 120:00 clear AwayFromPrimary");
    scenario("moving on below does not begin it anew", "switch back; +3000; switch emer; +600",
             "60:00 raise AwayFromPrimary");
    scenario("a Primary that is switched off is not missed", "switch back; group primary off; +7200", "");
    scenario("nor one that is switched off then", "switch back; +3600; group primary off",
             "60:00 raise AwayFromPrimary; 60:00 clear AwayFromPrimary");
    scenario("a rejected key, once, until it is accepted", "p1 rejected; p1 rejected; +60; p1 ok",
             "0:00 raise KeyRejected prod/p1; 1:00 clear KeyRejected prod/p1");
    scenario("or edited", "p1 rejected; +60; newkey p1",
             "0:00 raise KeyRejected prod/p1; 1:00 clear KeyRejected prod/p1");
    scenario("or taken away with its config", "s1 credit; +60; remove sib",
             "0:00 raise OutOfCredit sib/s1; 1:00 clear OutOfCredit sib/s1");
    scenario(
        "from rejected to out of credit", "p1 rejected; p1 credit",
        "0:00 raise KeyRejected prod/p1; 0:00 clear KeyRejected prod/p1; 0:00 raise OutOfCredit prod/p1");
    scenario("every key for itself", "p1 rejected; s1 rejected; p1 ok",
             "0:00 raise KeyRejected prod/p1; 0:00 raise KeyRejected sib/s1; 0:00 clear KeyRejected prod/p1");
    scenario("what is known stands still while the own network is down",
             "ill; net down; +60; revive p1 p2 s1 b1 e1; net up",
             "0:00 raise AllDown; 0:00 raise OwnNetwork; 1:00 clear OwnNetwork; 1:00 clear AllDown");
}

void TestFailoverAlerts::theHourlyLimitTellsUntilWhen()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral(
        "good; policy cooldown 0; policy perhour 1; p1 rejected; p2 rejected; +60; s1 rejected"));
    const Alert &alert = world.state.alerts.at({AlertKind::HourlyLimit, QString()});
    QCOMPARE(alert.until, std::optional(FailoverWorld::kStart + kHour));
    QCOMPARE(alert.since, FailoverWorld::kStart + seconds{60});
}

void TestFailoverAlerts::announcementsNameBothConfigs()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good; p1 rejected"));
    const std::vector<FailoverEffect> effects =
        world.observe(QStringLiteral("p2"), outcomeOf(QStringLiteral("rejected"), world.now));
    const auto said = std::find_if(effects.begin(), effects.end(), [](const FailoverEffect &effect) {
        return std::holds_alternative<Announce>(effect);
    });
    QVERIFY(said != effects.end());
    const Alert alert = std::get<Announce>(*said).alert;
    QVERIFY(alert.kind == AlertKind::Failover);
    QCOMPARE(alert.from, QStringLiteral("prod"));
    QCOMPARE(alert.to, QStringLiteral("sib"));
    QVERIFY(!world.state.alerts.contains({AlertKind::Failover, QStringLiteral("sib")})); // not a condition
}

void TestFailoverAlerts::announcementsComeBehindTheirEvent()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good; p1 rejected"));
    const std::vector<FailoverEffect> effects =
        world.observe(QStringLiteral("p2"), outcomeOf(QStringLiteral("rejected"), world.now));
    QVERIFY(effects.size() >= 3);
    QVERIFY(std::holds_alternative<ActivateConfig>(effects[0]));
    QVERIFY(std::holds_alternative<RecordEvent>(effects[1]));
    QVERIFY(std::holds_alternative<Announce>(effects[2]));
}

QTEST_APPLESS_MAIN(TestFailoverAlerts)
#include "tst_failover_alerts.moc"

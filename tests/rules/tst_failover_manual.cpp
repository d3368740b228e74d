// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/failover_rows.h"

using namespace qcc;
using namespace qcc::test;

/// Choices by hand, and what automation makes of them.
class TestFailoverManual : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switches_data();
    void switches() { playScenario(FailoverWorld::Events, QStringLiteral("good; policy recovery on")); }
    void theChosenOneCountsAnew();
    void theReasonIsKept();
    void thePinIsShown();
    void aRenamedConfigStaysActiveAndPinned();
    void checks_data();
    void checks();
};

void TestFailoverManual::switches_data()
{
    scenarioColumns();
    scenario("a choice is never undone while the chosen one is healthy", "switch emer; +86400",
             "0:00 manual prod>emer ChosenByPerson");
    scenario("not even if it fails now and then", "switch back; b1 500; b1 500; b1 ok; +3600",
             "0:00 manual prod>back ChosenByPerson");
    scenario("until it is released", "switch emer; +3600; release",
             "0:00 manual prod>emer ChosenByPerson; 60:00 recovery emer>prod BetterIsBack");
    scenario("or its time is over", "switch emer for 900; +900",
             "0:00 manual prod>emer ChosenByPerson; 15:00 recovery emer>prod BetterIsBack");
    scenario("a pinned config that dies still fails over", "switch back; kill b1; b1 500; b1 500; b1 500",
             "0:00 manual prod>back ChosenByPerson; 0:00 failover back>prod ActiveFailed");
    scenario("and is pinned no more", "switch back; b1 rejected; b1 ok; b1 ok; b1 ok; s1 ok; +7200",
             "0:00 manual prod>back ChosenByPerson; 0:00 failover back>prod ActiveFailed");
    scenario("it ignores the cool-down", "p1 rejected; p2 rejected; +1; switch back",
             "0:00 failover prod>sib ActiveFailed; 0:01 manual sib>back ChosenByPerson");
    scenario("and begins none", "switch back; +1; b1 rejected",
             "0:00 manual prod>back ChosenByPerson; 0:01 failover back>prod ActiveFailed");
    scenario("it ignores the hourly limit, and is not counted",
             "policy cooldown 0; policy perhour 1; switch back; switch emer; switch back; b1 rejected; "
             "switch emer",
             "0:00 manual prod>back ChosenByPerson; 0:00 manual back>emer ChosenByPerson; "
             "0:00 manual emer>back ChosenByPerson; 0:00 failover back>prod ActiveFailed; "
             "0:00 manual prod>emer ChosenByPerson");
    scenario("one that is down may be chosen, and is tried anew",
             "kill b1; b1 500; b1 500; b1 500; switch back; +600; b1 500; b1 500; +60; b1 500",
             "0:00 manual prod>back ChosenByPerson; 10:00 failover back>prod ActiveFailed");
    scenario("pinning the active one for a time is no switch", "switch prod for 600; +600", "");
    scenario("one that can't be routed to is refused", "place back disabled; switch back; +60", "");
    scenario("edited by hand in the file", "byhand back; +3600", "0:00 manual prod>back ChosenByPerson");
    scenario("edited to what it is", "byhand prod", "");
    scenario("edited to what is not there", "byhand ghost; byhand off", "");
    scenario("a pin ends with the config", "switch back; +60; remove back; +60; switch emer; release",
             "0:00 manual prod>back ChosenByPerson; 1:00 activation back>prod ActiveGone; "
             "2:00 manual prod>emer ChosenByPerson; 2:00 recovery emer>prod BetterIsBack");
}

void TestFailoverManual::theChosenOneCountsAnew()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good; b1 500; b1 500; b1 500; b1 credit"));
    QVERIFY(world.endpoint("b1").breaker.trialAt().has_value());
    world.lines.clear();
    world.run(QStringLiteral("switch back"));
    const EndpointState &b1 = world.endpoint("b1");
    QVERIFY(b1.health.status == HealthStatus::Unknown);
    QCOMPARE(b1.health.consecutiveFailures, 0);
    QVERIFY(!b1.breaker.trialAt());
    QVERIFY(b1.key == KeyState::Ok);
    QCOMPARE(world.log(FailoverWorld::Checks), QStringLiteral("0:00 check b1"));
    QVERIFY(!world.state.lastSwitch);
    QVERIFY(world.state.recentSwitches.empty());
}

void TestFailoverManual::theReasonIsKept()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good; switch back; byhand emer"));
    QCOMPARE(world.events.size(), size_t{2});
    QCOMPARE(world.events[0].reason, QStringLiteral("because"));
    QCOMPARE(world.events[1].reason, QString());
    QVERIFY(world.events[0].decision->rule == DecisionRule::ChosenByPerson);
    QCOMPARE(world.log(FailoverWorld::Announcements), QString()); // they know
}

void TestFailoverManual::thePinIsShown()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good; switch back for 600"));
    QVERIFY(world.state.pin ==
            std::optional(Pin{QStringLiteral("back"), world.now, world.now + seconds{600}}));
    QCOMPARE(nextDeadline(world.state, world.setup(), world.now), std::optional(world.now + seconds{600}));
    world.run(QStringLiteral("switch emer"));
    QVERIFY(world.state.pin == std::optional(Pin{QStringLiteral("emer"), world.now, std::nullopt}));
    world.run(QStringLiteral("switch emer for 600; switch emer for %1").arg(kUntilReleased.count()));
    QVERIFY(world.state.pin == std::optional(Pin{QStringLiteral("emer"), world.now, std::nullopt}));
    world.run(QStringLiteral("release"));
    QVERIFY(!world.state.pin);
}

void TestFailoverManual::aRenamedConfigStaysActiveAndPinned()
{
    FailoverWorld world;
    world.addStandard();
    world.run(QStringLiteral("good; switch back; b1 rejected; switch back; b1 rejected"));
    world.run(QStringLiteral("policy failover off; switch back; b1 credit; rename back rear"));
    QCOMPARE(world.state.active, QStringLiteral("rear"));
    QCOMPARE(world.state.pin->config, QStringLiteral("rear"));
    QVERIFY(world.state.lastDown.contains(QStringLiteral("rear")));
    QVERIFY(!world.state.lastDown.contains(QStringLiteral("back")));
    QVERIFY(world.state.alerts.contains({AlertKind::OutOfCredit, QStringLiteral("rear/b1")}));
    world.lines.clear();
    world.run(QStringLiteral("+60"));
    QCOMPARE(world.log(FailoverWorld::Alerts | FailoverWorld::Events), QString());
}

void TestFailoverManual::checks_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("config");
    QTest::addColumn<qint64>("pinFor"); // 0: none
    QTest::addColumn<int>("code");      // -1: let through
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const char *script, const char *config, qint64 pinFor, int code,
                        const char *detail = "") {
        QTest::newRow(name) << QString::fromLatin1(script) << QString::fromLatin1(config) << pinFor << code
                            << QString::fromLatin1(detail);
    };
    const int inactive = static_cast<int>(RefusalCode::NotRoutable);
    row("another config", "", "back", 0, -1);
    row("for a time", "", "back", 3600, -1);
    row("an unhealthy one is a person's choice", "ill", "back", 0, -1);
    row("the active one", "", "prod", 0, static_cast<int>(RefusalCode::AlreadyActive));
    row("the active one, pinned for a time", "", "prod", 60, -1);
    row("the active one, pinned until released", "", "prod", kUntilReleased.count(), -1);
    row("an unknown one", "", "ghost", 0, static_cast<int>(RefusalCode::UnknownConfig));
    row("a disabled one", "", "off", 0, inactive, "disabled");
    row("one of a group that is off", "group secondary off", "back", 0, inactive, "group off");
    row("one without keys", "keyless b1", "back", 0, inactive, "no key");
    row("a negative time", "", "back", -5, static_cast<int>(RefusalCode::InvalidValue), "1 s to 30 days");
    row("for ages", "", "back", 40 * 86'400, static_cast<int>(RefusalCode::InvalidValue), "1 s to 30 days");
}

void TestFailoverManual::checks()
{
    QFETCH(QString, script);
    QFETCH(QString, config);
    QFETCH(qint64, pinFor);
    QFETCH(int, code);
    QFETCH(QString, detail);
    FailoverWorld world;
    world.addStandard();
    world.run(script);
    SwitchConfig command{config, QString(), std::nullopt};
    if (pinFor != 0)
        command.pinFor = seconds{pinFor};
    const Result<Done> checked = checkSwitch(world.state, world.setup(), command);
    QCOMPARE(checked.ok() ? -1 : static_cast<int>(checked.refusal().code), code);
    if (!checked.ok())
        QCOMPARE(checked.refusal().detail, detail);
}

QTEST_APPLESS_MAIN(TestFailoverManual)
#include "tst_failover_manual.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The three stories of what QCC is for, played with the program, simulated providers and short intervals.
// With the default policy they are played in simulated time by tests/rules.
#include "tests/headless/failover_stage.h"

#include <QTest>

#include <csignal>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

class TestStories : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void primaryDies_data();
    void primaryDies();
    void severalLayers();
    void carefulReturn();
    void aManualChoiceStays();
    void checksCostNoTokens();
    void checksMayCostATokenIfChosen();
};

void TestStories::primaryDies_data()
{
    QTest::addColumn<sim::Fault>("fault");
    QTest::newRow("it refuses connections") << sim::faultOf(sim::FaultKind::Refuse);
    QTest::newRow("it answers 500") << sim::statusFault(500);
    QTest::newRow("it answers with a web page") << sim::faultOf(sim::FaultKind::Html);
}

void TestStories::primaryDies()
{
    QFETCH(sim::Fault, fault);
    FailoverStage stage;
    sim::SimProvider &production = stage.add("production", "primary");
    stage.add("backup", "secondary");
    stage.policy("--check-interval 1 --cooldown 0 --recovery-delay 1 --auto-recovery");
    QVERIFY(stage.startWatching());
    QVERIFY(stage.lastEventBecomes(QStringLiteral("activation >production")));
    QCOMPARE(stage.active(), QStringLiteral("production"));

    production.setFault(fault);
    QVERIFY(stage.lastEventBecomes(QStringLiteral("failover production>backup")));
    QCOMPARE(stage.active(), QStringLiteral("backup"));
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QVERIFY(stage.printed(QStringLiteral("Failover from production to backup")));

    production.setFault(sim::FaultKind::None);
    QVERIFY(stage.lastEventBecomes(QStringLiteral("recovery backup>production")));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QCOMPARE(stage.events().size(), 3);
    const std::vector<FailoverEvent> events = stage.eventList();
    QVERIFY(events[1].decision);
    QCOMPARE(events[1].decision->rule, DecisionRule::ActiveFailed);
    QCOMPARE(events[1].decision->failures, 3);
    QVERIFY(events[2].at - events[1].at >= 1s);
    QCOMPARE(stage.stop(SIGTERM), 0);
}

void TestStories::severalLayers()
{
    FailoverStage stage;
    sim::SimProvider &first = stage.add("production", "primary");
    sim::SimProvider &second = stage.provider("production");
    sim::SimProvider &third = stage.provider("production");
    for (sim::SimProvider *more : {&second, &third}) {
        const CliRun added =
            stage.cli.run(words("endpoint add production --key-stdin --url") << more->url().toString(),
                          "sk-secret-of-production");
        QVERIFY2(added.exitCode == 0, qPrintable(added.err));
    }
    sim::SimProvider &backup = stage.add("backup", "secondary");
    sim::SimProvider &backup2 = stage.provider("backup");
    QCOMPARE(stage.cli
                 .run(words("endpoint add backup --key-stdin --url") << backup2.url().toString(),
                      "sk-secret-of-backup")
                 .exitCode,
             0);
    stage.add("emergency", "fallback");
    stage.policy("--check-interval 1 --cooldown 0 --failure-threshold 2");
    QVERIFY(stage.startWatching());
    QVERIFY(stage.lastEventBecomes(QStringLiteral("activation >production")));

    first.setFault(sim::statusFault(503));
    second.setFault(sim::FaultKind::Refuse);
    QVERIFY(eventually(
        [&] {
            return stage
                       .status()[QLatin1String("failover")][QLatin1String("configs")][0]
                                [QLatin1String("health")][QLatin1String("healthy_endpoints")]
                       .toInt() == 1;
        },
        kProgramPatience));
    QCOMPARE(stage.servedBy(), QByteArray("production")); // by the endpoint that is left
    QCOMPARE(stage.events().size(), 1);
    third.setFault(sim::statusFault(500));
    QVERIFY(stage.lastEventBecomes(QStringLiteral("failover production>backup")));
    backup.setFault(sim::statusFault(500));
    backup2.setFault(sim::FaultKind::ResetBeforeHead);
    QVERIFY(stage.lastEventBecomes(QStringLiteral("failover backup>emergency")));
    QCOMPARE(stage.servedBy(), QByteArray("emergency"));
    QCOMPARE(stage.stop(SIGTERM), 0);
}

void TestStories::carefulReturn()
{
    FailoverStage stage;
    sim::SimProvider &production = stage.add("production", "primary");
    stage.add("backup", "secondary");
    stage.policy(
        "--check-interval 1 --failure-threshold 2 --success-threshold 3 --cooldown 4 --recovery-delay 3 "
        "--auto-recovery");
    QVERIFY(stage.startWatching());
    QVERIFY(stage.lastEventBecomes(QStringLiteral("activation >production")));
    production.setFault(sim::statusFault(529));
    production.setFault(sim::statusFault(500));
    QVERIFY(stage.lastEventBecomes(QStringLiteral("failover production>backup")));
    production.setFault(sim::FaultKind::None);
    QVERIFY(stage.lastEventBecomes(QStringLiteral("recovery backup>production")));
    const std::vector<FailoverEvent> events = stage.eventList();
    QCOMPARE(events.size(), size_t(3));
    QVERIFY(events[2].at - events[1].at >= 4s); // the cool-down
    QVERIFY(events[2].decision->successes >= 3);
    QCOMPARE(stage.stop(SIGTERM), 0);
}

void TestStories::aManualChoiceStays()
{
    FailoverStage stage;
    stage.add("production", "primary");
    sim::SimProvider &backup = stage.add("backup", "secondary");
    stage.policy(
        "--check-interval 1 --failure-threshold 2 --success-threshold 1 --cooldown 0 --recovery-delay 0 "
        "--auto-recovery");
    QVERIFY(stage.startWatching());
    QVERIFY(stage.lastEventBecomes(QStringLiteral("activation >production")));
    const CliRun chosen =
        stage.cli.run({QStringLiteral("priority"), QStringLiteral("switch"), QStringLiteral("backup"),
                       QStringLiteral("--reason"), QStringLiteral("cheaper today")});
    QVERIFY2(chosen.exitCode == 0, qPrintable(chosen.err));
    QCOMPARE(stage.events().last(), QStringLiteral("manual production>backup"));
    QCOMPARE(stage.eventList().back().reason, QStringLiteral("cheaper today"));
    const quint64 checks = backup.log().size();
    QVERIFY(eventually([&] { return backup.log().size() > checks + 2; }, kProgramPatience)); // rounds went by
    QCOMPARE(stage.active(), QStringLiteral("backup"));
    QCOMPARE(stage.cli.run(words("priority switch backup")).exitCode, 1);
    QCOMPARE(stage.cli.run(words("priority release")).exitCode, 0);
    QVERIFY(stage.lastEventBecomes(QStringLiteral("recovery backup>production")));
    QCOMPARE(stage.cli.run(words("priority release")).exitCode, 1);

    QCOMPARE(stage.cli.run(words("priority switch backup")).exitCode, 0);
    backup.setFault(sim::statusFault(500));
    QVERIFY(stage.lastEventBecomes(QStringLiteral("failover backup>production"))); // a pin is no leash
    QCOMPARE(stage.stop(SIGTERM), 0);
}

void TestStories::checksCostNoTokens()
{
    FailoverStage stage;
    sim::SimProvider &production = stage.add("production", "primary");
    stage.policy("--check-interval 1");
    QVERIFY(stage.startWatching());
    QVERIFY(eventually([&] { return production.log().size() >= 3; }, kProgramPatience));
    for (const sim::ReceivedRequest &request : production.log())
        QVERIFY(!request.target.startsWith("/v1/messages?") && request.target != "/v1/messages");
    QCOMPARE(stage.stop(SIGTERM), 0);
}

void TestStories::checksMayCostATokenIfChosen()
{
    FailoverStage stage;
    sim::SimOptions options;
    options.missing = {"/v1/models", "/v1/messages/count_tokens"};
    sim::SimProvider &production = stage.add("production", "primary", options);
    QVERIFY(stage.start(words("--listen 127.0.0.1:0 --message-checks")));
    const auto asked = [&] {
        return std::ranges::any_of(production.log(), [](const sim::ReceivedRequest &request) {
            return request.target == "/v1/messages" && request.body.contains("\"max_tokens\":1");
        });
    };
    QVERIFY(eventually(asked, kProgramPatience));
    QCOMPARE(stage.stop(SIGTERM), 0);
}

QTEST_GUILESS_MAIN(TestStories)
#include "tst_stories.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/failover_rows.h"

using namespace qcc;
using namespace qcc::test;

Q_DECLARE_METATYPE(qcc::HealthStatus)

/// What configs are, by their endpoints.
class TestConfigHealth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void configs_data();
    void configs();
    void troubleMeansFasterChecks_data();
    void troubleMeansFasterChecks();
};

void TestConfigHealth::configs_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<HealthStatus>("status");
    QTest::addColumn<int>("healthy");
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("successes");
    const auto row = [](const char *name, const char *script, HealthStatus status, int healthy, int failures,
                        int successes) {
        QTest::newRow(name) << QString::fromLatin1(script) << status << healthy << failures << successes;
    };
    using S = HealthStatus;
    row("nothing is known", "", S::Unknown, 0, 0, 0);
    row("all endpoints healthy", "p1 ok; p2 ok; p2 ok", S::Healthy, 2, 0, 2);
    row("some not checked yet", "p1 ok", S::Degraded, 1, 0, 1);
    row("one down", "p1 ok; p2 500", S::Degraded, 1, 0, 1);
    row("one failing", "p1 ok; p2 ok; p2 500", S::Degraded, 2, 0, 1);
    row("all failing", "p1 ok; p2 ok; p1 500; p2 500; p2 500", S::Degraded, 2, 1, 0);
    row("all down: the fewest failures", "p1 500; p1 500; p2 500", S::Unhealthy, 0, 1, 0);
    row("one down, one not checked yet", "p1 500", S::Unknown, 0, 0, 0);
    row("every key refused", "p1 ok; p2 ok; p1 rejected; p2 credit", S::Unhealthy, 0, 0, 0);
    row("one key refused", "p1 ok; p2 ok; p1 rejected", S::Degraded, 1, 0, 1);
    row("one key refused, the other down", "p1 rejected; p2 500; p2 500", S::Unhealthy, 0, 2, 0);
    row("one without a key", "keyless p2; p1 ok", S::Degraded, 1, 0, 1);
}

void TestConfigHealth::configs()
{
    QFETCH(QString, script);
    QFETCH(HealthStatus, status);
    QFETCH(int, healthy);
    QFETCH(int, failures);
    QFETCH(int, successes);
    FailoverWorld world;
    world.addStandard();
    world.run(script);
    const Config *config = world.settings.find(QStringLiteral("prod"));
    const ConfigHealth health = healthOf(*config, world.state, world.setup());
    QVERIFY2(health.status == status, qPrintable(QString::number(static_cast<int>(health.status))));
    QCOMPARE(health.healthyEndpoints, healthy);
    QCOMPARE(health.totalEndpoints, 2);
    QCOMPARE(health.consecutiveFailures, failures);
    QCOMPARE(health.consecutiveSuccesses, successes);
    QCOMPARE(health.isHealthy(), healthy > 0);
}

void TestConfigHealth::troubleMeansFasterChecks_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<bool>("trouble");
    QTest::newRow("nothing is known yet") << QString() << false;
    QTest::newRow("all is well") << QStringLiteral("good") << false;
    QTest::newRow("one is healthy") << QStringLiteral("ill; s1 ok") << false;
    QTest::newRow("none is healthy") << QStringLiteral("ill") << true;
    QTest::newRow("the own network is down") << QStringLiteral("good; net down") << true;
    QTest::newRow("only disabled ones are well") << QStringLiteral("ill; o1 ok") << true;
}

void TestConfigHealth::troubleMeansFasterChecks()
{
    QFETCH(QString, script);
    QFETCH(bool, trouble);
    FailoverWorld world;
    world.addStandard();
    world.run(script);
    QCOMPARE(inTrouble(world.state, world.setup()), trouble);
}

QTEST_APPLESS_MAIN(TestConfigHealth)
#include "tst_config_health.moc"

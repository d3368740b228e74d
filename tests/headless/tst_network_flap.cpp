// SPDX-License-Identifier: GPL-3.0-or-later
// Our own network goes and comes back: nobody is blamed, nothing is switched, and it is said once.
#include "tests/headless/failover_stage.h"

#include <QTest>

#include <csignal>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

class TestNetworkFlap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsSwitched();
};

void TestNetworkFlap::nothingIsSwitched()
{
    FailoverStage stage;
    stage.add("production", "primary");
    stage.add("backup", "secondary");
    stage.add("emergency", "fallback");
    stage.policy("--check-interval 1 --failure-threshold 2 --cooldown 0 --recovery-delay 0 --auto-recovery");
    QVERIFY(stage.startWatching());
    QVERIFY(stage.lastEventBecomes(QStringLiteral("activation >production")));

    for (const auto &provider : stage.sims)
        provider->setFault(sim::FaultKind::Refuse);
    QVERIFY(eventually(
        [&] { return stage.status()[QLatin1String("failover")][QLatin1String("network_down")].toBool(); },
        kProgramPatience));
    // Clients meanwhile get an error that makes them wait; none of that counts.
    for (int i = 0; i < 10; ++i)
        QCOMPARE(stage.servedBy(), QByteArray("503"));
    QVERIFY(throughout([&] { return stage.events().size() == 1; }, 4s)); // four rounds, twice the threshold
    for (const auto &provider : stage.sims)
        provider->setFault(sim::FaultKind::None);
    QVERIFY(eventually(
        [&] { return !stage.status()[QLatin1String("failover")][QLatin1String("network_down")].toBool(); },
        kProgramPatience));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    const QJsonArray configs = stage.status()[QLatin1String("failover")][QLatin1String("configs")].toArray();
    QCOMPARE(configs.size(), 3);
    for (const QJsonValue &config : configs)
        QCOMPARE(config[QLatin1String("health")][QLatin1String("consecutive_failures")].toInt(), 0);
    QCOMPARE(stage.events().size(), 1);
    QCOMPARE(stage.countPrinted(QStringLiteral(" alert: ")), 1);
    QCOMPARE(stage.countPrinted(QStringLiteral(" alert ended: ")), 1);
    QCOMPARE(stage.stop(SIGTERM), 0);
}

QTEST_GUILESS_MAIN(TestNetworkFlap)
#include "tst_network_flap.moc"

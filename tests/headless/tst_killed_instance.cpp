// SPDX-License-Identifier: GPL-3.0-or-later
// An instance killed at any moment comes back as it was: the active config, the cool-down, and every event
// that somebody was shown.
#include "tests/headless/failover_stage.h"

#include <QRandomGenerator>
#include <QTest>

#include <csignal>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

#ifdef QCC_SANITIZED
constexpr int kRounds = 5;
#else
constexpr int kRounds = 50;
#endif
constexpr int kClients = 8;

QString coolDownOf(FailoverStage &stage)
{
    return stage.status()[QLatin1String("failover")][QLatin1String("cool_down_until")].toString();
}

/// The primary fails once, and is killed -9 as soon as that was printed.
bool switchedAutomatically(FailoverStage &stage, QString &coolDown)
{
    if (!stage.startWatching() || !stage.lastEventBecomes(QStringLiteral("activation >production")))
        return false;
    stage.sims[0]->setFault(sim::statusFault(500));
    if (!stage.printed(QStringLiteral("Failover from production to backup")))
        return false;
    coolDown = coolDownOf(stage);
    ::kill(static_cast<pid_t>(stage.pid()), SIGKILL);
    stage.sims[0]->setFault(sim::FaultKind::None);
    return stage.waitForEnd() == -1 && !coolDown.isEmpty() && stage.events().size() == 2;
}

} // namespace

class TestKilledInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void remembersWhatItHasShown();
};

void TestKilledInstance::remembersWhatItHasShown()
{
    QRandomGenerator chance(20261123); // the same rounds each time
    FailoverStage stage;
    stage.add("production", "primary");
    stage.add("backup", "secondary");
    stage.policy("--check-interval 1 --failure-threshold 2 --cooldown 3600 --max-failovers-per-hour 1000");
    QString coolDown;
    QVERIFY(switchedAutomatically(stage, coolDown));
    qsizetype events = 0;
    for (int round = 0; round < kRounds; ++round) {
        QVERIFY(stage.startAgain());
        QCOMPARE(coolDownOf(stage), coolDown);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < kClients; ++i) {
            clients.push_back(std::make_unique<RawClient>(stage.port()));
            clients.back()->send(stage.request());
        }
        const QString target = round % 2 == 0 ? QStringLiteral("production") : QStringLiteral("backup");
        const CliRun chosen = stage.cli.run(words("priority switch") << target);
        QVERIFY2(chosen.exitCode == 0, qPrintable(chosen.err)); // it was shown
        events = stage.eventList().size();
        // Somewhere between now and a moment later, with requests under way.
        const auto moment = std::chrono::milliseconds(chance.bounded(40));
        throughout([] { return true; }, moment);
        ::kill(static_cast<pid_t>(stage.pid()), SIGKILL);
        QCOMPARE(stage.waitForEnd(), -1);

        const std::vector<FailoverEvent> after = stage.eventList();
        QVERIFY2(static_cast<qsizetype>(after.size()) >= events, "an event is missing");
        QCOMPARE(after.back().to, target);
        QCOMPARE(after.back().type, FailoverEventType::Manual);
    }
    QVERIFY(stage.startAgain());
    QCOMPARE(stage.active(), stage.eventList().back().to);
    QVERIFY(stage.status()[QLatin1String("failover")][QLatin1String("pinned")].toBool());
    QCOMPARE(stage.stop(SIGTERM), 0);
}

QTEST_GUILESS_MAIN(TestKilledInstance)
#include "tst_killed_instance.moc"

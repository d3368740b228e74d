// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of conversations while configs fail and come back, played with the program.
#include "tests/headless/failover_stage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace qcc;
using namespace qcc::test;

class TestSessionStories : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSessionStaysAcrossARecovery();

private:
    /// As `qcc sessions --json` tells it.
    static QJsonObject session(FailoverStage &stage, const QString &id);
};

QJsonObject TestSessionStories::session(FailoverStage &stage, const QString &id)
{
    const QByteArray json = stage.cli.run(words("sessions --json")).out.toUtf8();
    for (const QJsonValue &each : QJsonDocument::fromJson(json)[QStringLiteral("sessions")].toArray()) {
        if (each[QStringLiteral("id")].toString() == id)
            return each.toObject();
    }
    return {};
}

/// Issue 5, "What must show", 3.
void TestSessionStories::aSessionStaysAcrossARecovery()
{
    FailoverStage stage;
    sim::SimProvider &production = stage.add("production", "primary");
    stage.add("backup", "secondary");
    stage.policy("--check-interval 1 --failure-threshold 2 --success-threshold 1 --cooldown 0 "
                 "--recovery-delay 0 --auto-recovery");
    QVERIFY(stage.startWatching());
    QVERIFY(stage.lastEventBecomes(QStringLiteral("activation >production")));
    QCOMPARE(stage.servedBy({.session = "early"}), QByteArray("production"));

    production.setFault(sim::FaultKind::Refuse);
    QVERIFY(stage.lastEventBecomes(QStringLiteral("failover production>backup")));
    for (const char *id : {"early", "late", "moved"})
        QCOMPARE(stage.servedBy({.session = id}), QByteArray("backup"));

    production.setFault(sim::FaultKind::None);
    QVERIFY(stage.lastEventBecomes(QStringLiteral("recovery backup>production")));
    QCOMPARE(stage.servedBy({.session = "early"}), QByteArray("backup"));
    QCOMPARE(stage.servedBy({.session = "late"}), QByteArray("backup"));
    QCOMPARE(stage.servedBy({.session = "new"}), QByteArray("production"));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QVERIFY(session(stage, QStringLiteral("early")).contains(QStringLiteral("stays_until")));
    QVERIFY(!session(stage, QStringLiteral("new")).contains(QStringLiteral("stays_until")));

    const CliRun moved = stage.cli.run(words("sessions move mov production"));
    QVERIFY2(moved.exitCode == 0, qPrintable(moved.err));
    QVERIFY(session(stage, QStringLiteral("moved"))[QStringLiteral("by_hand")].toBool());
    QCOMPARE(stage.servedBy({.session = "moved"}), QByteArray("production"));

    QCOMPARE(stage.stop(SIGTERM), 0);
    QVERIFY(stage.startAgain());
    QCOMPARE(stage.servedBy({.session = "early"}), QByteArray("backup"));
    QCOMPARE(stage.servedBy({.session = "moved"}), QByteArray("production"));
    QCOMPARE(stage.servedBy({.session = "another"}), QByteArray("production"));
    QCOMPARE(stage.stop(SIGTERM), 0);
}

QTEST_GUILESS_MAIN(TestSessionStories)
#include "tst_session_stories.moc"

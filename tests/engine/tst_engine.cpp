// SPDX-License-Identifier: GPL-3.0-or-later
// What a person changes is in force for the next request, and what runs goes on.
#include "tests/engine/engine_stage.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

const QString kProduction = QStringLiteral("production");
const QString kBackup = QStringLiteral("backup");

sim::SimOptions slowly(int events, milliseconds interval)
{
    sim::SimOptions options;
    options.events = events;
    options.interval = interval;
    return options;
}

bool hasContent(const RawClient &client)
{
    return client.received().contains("content_block_delta");
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commandsAreAdoptedAtOnce();
    void aRefusedCommandChangesNothing();
    void aNewKeyMakesARejectedOneForgotten();
    void aRenamedEndpointKeepsItsState();
    void aLateAnswerToAnOldKeySaysNothingOfTheNewOne();
    void aStreamOutlivesItsConfig_data();
    void aStreamOutlivesItsConfig();
    void sessionsStayOnTheirConfig();
    void aBrokenStreamsSessionGoesElsewhere();
    void snapshotTellsWhatHappened();
    void snapshotShowsConditions_data();
    void snapshotShowsConditions();
    void anUnusableHistoryIsAnAlert();
    void snapshotShowsOverloadedModels();
};

void TestEngine::commandsAreAdoptedAtOnce()
{
    EngineStage stage;
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy(), QByteArray("503"));
    QVERIFY(stage.give(addConfig(kProduction, Priority::Primary, stage.provider("production"))));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QVERIFY(stage.give(addConfig(kBackup, Priority::Secondary, stage.provider("backup"))));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QVERIFY(stage.give(setPriority(kBackup, Priority::Primary, 0)));
    QCOMPARE(stage.servedBy(), QByteArray("production")); // the order is for the next switch
    QVERIFY(stage.switchTo(kBackup));
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QVERIFY(stage.give(setPriority(kBackup, Priority::Disabled)));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QVERIFY(stage.give(RemoveConfig{kBackup}));
    EndpointPatch toBackup;
    toBackup.url = stage.sims[1]->url();
    EditEndpoint edit = editEndpoint(kProduction, toBackup);
    edit.key = Secret("key-of-backup");
    QVERIFY(stage.give(std::move(edit)));
    QVERIFY(stage.ask().body.contains("backup"));
    QCOMPARE(stage.sims[0]->log().size(), size_t(4));
    QVERIFY(stage.give(EditConfig{kProduction, QStringLiteral("renamed"), {}}));
    QCOMPARE(stage.servedBy(), QByteArray("renamed"));
    QVERIFY(stage.give(RemoveConfig{QStringLiteral("renamed")}));
    QCOMPARE(stage.servedBy(), QByteArray("503"));
}

void TestEngine::aRefusedCommandChangesNothing()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    const QByteArray before = stage.read(QStringLiteral("configs.json"));
    const Result<Done> refused =
        stage.give(addConfig(kProduction, Priority::Secondary, stage.provider("other")));
    QVERIFY(!refused);
    QCOMPARE(refused.refusal().code, RefusalCode::DuplicateConfig);
    QCOMPARE(stage.read(QStringLiteral("configs.json")), before);
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QVERIFY(stage.sims[1]->log().empty());
}

void TestEngine::aNewKeyMakesARejectedOneForgotten()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.switchTo(kProduction));
    QVERIFY(stage.give(editKey(kProduction, "wrong")));
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QCOMPARE(stage.endpoint(kProduction).condition, EndpointCondition::KeyRejected);
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QCOMPARE(stage.sims[0]->log().size(), size_t(1)); // it is not asked again
    QVERIFY(stage.give(editKey(kProduction, "key-of-production")));
    QCOMPARE(stage.endpoint(kProduction).condition, EndpointCondition::Ready);
    QVERIFY(stage.switchTo(kProduction)); // a refused key is a failover at once
    QCOMPARE(stage.servedBy(), QByteArray("production"));
}

void TestEngine::aRenamedEndpointKeepsItsState()
{
    EngineStage stage;
    stage.add("production", Priority::Primary).setFault(sim::statusFault(401));
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    EndpointPatch rename;
    rename.name = QStringLiteral("another name");
    QVERIFY(stage.give(editEndpoint(kProduction, rename)));
    QCOMPARE(stage.endpoint(kProduction).name, QStringLiteral("another name"));
    QCOMPARE(stage.endpoint(kProduction).condition, EndpointCondition::KeyRejected);
}

/// While the provider ponders a request with the old key, the key is changed.
void TestEngine::aLateAnswerToAnOldKeySaysNothingOfTheNewOne()
{
    EngineStage stage;
    sim::SimProvider &provider = stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.give(editKey(kProduction, "old")));
    provider.setFault(sim::FaultKind::Slow); // 2 s, then 401
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return provider.log().size() == 1; }));
    QVERIFY(stage.give(editKey(kProduction, "key-of-production")));
    QVERIFY(client.received().isEmpty());
    QCOMPARE(test::servedBy(client.next()), QByteArray("backup"));
    QCOMPARE(stage.endpoint(kProduction).condition, EndpointCondition::Ready);
    provider.setFault(sim::FaultKind::None);
    QCOMPARE(stage.servedBy(), QByteArray("production"));
}

void TestEngine::aStreamOutlivesItsConfig_data()
{
    QTest::addColumn<QString>("change");
    for (const char *change : {"remove", "disable", "another key", "rename"})
        QTest::newRow(change) << QString::fromLatin1(change);
}

void TestEngine::aStreamOutlivesItsConfig()
{
    QFETCH(QString, change);
    EngineStage stage;
    stage.add("production", Priority::Primary, slowly(30, 20ms));
    QVERIFY(stage.start());
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return hasContent(client); }));
    Result<Done> given = Done{};
    if (change == u"remove")
        given = stage.give(RemoveConfig{kProduction});
    else if (change == u"disable")
        given = stage.give(setPriority(kProduction, Priority::Disabled));
    else if (change == u"rename")
        given = stage.give(EditConfig{kProduction, QStringLiteral("renamed"), {}});
    else
        given = stage.give(editKey(kProduction, "another"));
    QVERIFY(given);
    QCOMPARE(stage.snapshot().runningRequests, 1);
    QCOMPARE(test::servedBy(client.next()), QByteArray("production"));
    QVERIFY(eventually([&] { return stage.snapshot().requestsServed == 1; }));
}

void TestEngine::sessionsStayOnTheirConfig()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy({.session = "old"}), QByteArray("production"));
    QVERIFY(stage.switchTo(kBackup));
    QCOMPARE(stage.servedBy({.session = "old"}), QByteArray("production"));
    QCOMPARE(stage.servedBy({.session = "new"}), QByteArray("backup"));
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    stage.sims[0]->setFault(sim::FaultKind::Refuse);
    QCOMPARE(stage.servedBy({.session = "old"}), QByteArray("backup"));
    stage.sims[0]->setFault(sim::FaultKind::None);
    QCOMPARE(stage.servedBy({.session = "old"}), QByteArray("backup")); // that is its config now
    QVERIFY(stage.give(RemoveConfig{kBackup}));
    QCOMPARE(stage.servedBy({.session = "old"}), QByteArray("production"));
}

void TestEngine::aBrokenStreamsSessionGoesElsewhere()
{
    EngineStage stage;
    stage.add("production", Priority::Primary).setFault(sim::faultAfter(sim::FaultKind::ResetInStream, 2));
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.switchTo(kProduction));
    RawClient client(stage.port());
    client.send(stage.request({.session = "s"}));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.end(), RawClient::End::Reset);
    stage.sims[0]->setFault(sim::FaultKind::None);
    QCOMPARE(stage.servedBy({.session = "s"}), QByteArray("backup"));
    QCOMPARE(stage.servedBy({.session = "other"}), QByteArray("production"));
}

void TestEngine::snapshotTellsWhatHappened()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary, slowly(20, 20ms));
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    stage.sims[0]->setFault(sim::statusFault(500));
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    stage.sims[1]->setFault(sim::statusFault(502));
    QCOMPARE(stage.servedBy(), QByteArray("503"));
    stage.sims[1]->setFault(sim::FaultKind::None);
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return hasContent(client); }));

    const ProxySnapshot shown = stage.snapshot();
    QCOMPARE(shown.home, stage.options.home);
    QCOMPARE(shown.version, QStringLiteral(QCC_VERSION));
    QCOMPARE(shown.pid, QCoreApplication::applicationPid());
    QCOMPARE(shown.listenUrl, QStringLiteral("http://127.0.0.1:%1").arg(stage.port()));
    QCOMPARE(shown.activeConfig, kProduction); // backup has not answered yet since it failed itself
    QCOMPARE(shown.requestsServed, 2u);
    QCOMPARE(shown.spilledOver, 1u);
    QCOMPARE(shown.requestsFailed, 1u);
    QCOMPARE(shown.runningRequests, 1);
    QVERIFY(shown.clientConnections >= 1);
    QCOMPARE(shown.endpoints.size(), size_t(2));
    QCOMPARE(shown.endpoints[0].config, kProduction);
    QCOMPARE(shown.endpoints[0].name, QStringLiteral("at-production"));
    QCOMPARE(shown.endpoints[0].lastOutcome, OutcomeKind::ServerError);
    QCOMPARE(shown.endpoints[0].lastStatus, 500);
    QCOMPARE(shown.endpoints[0].consecutiveFailures, 3);
    QCOMPARE(shown.endpoints[0].condition, EndpointCondition::BreakerOpen);
    QVERIFY(shown.endpoints[0].until.has_value());
    QCOMPARE(test::servedBy(client.next()), QByteArray("backup"));
    QVERIFY(eventually([&] { return stage.snapshot().runningRequests == 0; }));
    QCOMPARE(stage.snapshot().failover.active, kBackup); // three failures in a row of the other one
    QCOMPARE(stage.endpoint(kBackup).consecutiveFailures, 0);
}

void TestEngine::snapshotShowsConditions_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<EndpointCondition>("condition");
    QTest::addColumn<bool>("timed");
    QTest::newRow("a good answer") << 200 << QByteArray() << EndpointCondition::Ready << false;
    QTest::newRow("one failure") << 500 << QByteArray() << EndpointCondition::Ready << false;
    QTest::newRow("rate limited until") << 429 << QByteArray("60") << EndpointCondition::Limited << true;
    QTest::newRow("rejected key") << 403 << QByteArray() << EndpointCondition::KeyRejected << true;
    QTest::newRow("out of credit") << 402 << QByteArray() << EndpointCondition::OutOfCredit << true;
}

void TestEngine::snapshotShowsConditions()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    EngineStage stage;
    stage.add("production", Priority::Primary);
    if (status != 200)
        stage.sims[0]->setFault(sim::statusFault(status, retryAfter));
    QVERIFY(stage.start());
    stage.ask();
    const EndpointSnapshot shown = stage.endpoint(kProduction);
    QTEST(shown.condition, "condition");
    QTEST(shown.until.has_value(), "timed");
    QCOMPARE(shown.lastStatus, status);
}

void TestEngine::snapshotShowsOverloadedModels()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    stage.sims[0]->setFault(sim::statusFault(529, {}));
    QVERIFY(stage.start());
    stage.ask();
    const EndpointSnapshot shown = stage.endpoint(kProduction);
    QCOMPARE(shown.condition, EndpointCondition::Ready);
    QCOMPARE(shown.modelHolds.size(), size_t(1));
    QVERIFY(!shown.modelHolds[0].model.isEmpty());
    QVERIFY(!shown.modelHolds[0].missing);
    QVERIFY(shown.modelHolds[0].until > TimePoint());
    QVERIFY(stage.endpoint(kBackup).modelHolds.empty());
}

/// A history of a later version is left alone, and everything else works.
void TestEngine::anUnusableHistoryIsAnAlert()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.write(QStringLiteral("history.db"), "this is no database, whatever its name says");
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QVERIFY(stage.snapshot().failover.alerts.empty()); // kept aside, and a new one begun

    EngineStage later;
    later.add("production", Priority::Primary);
    QVERIFY(later.start());
    QVERIFY(later.stop());
    QByteArray file = later.read(QStringLiteral("history.db"));
    QVERIFY(file.size() > 100);
    file[63] = 99; // PRAGMA user_version, big-endian at offset 60
    later.write(QStringLiteral("history.db"), file);
    QVERIFY(later.start());
    QCOMPARE(later.servedBy(), QByteArray("production"));
    const std::vector<Alert> alerts = later.snapshot().failover.alerts;
    QCOMPARE(alerts.size(), size_t(1));
    QCOMPARE(alerts[0].kind, AlertKind::HistoryUnavailable);
    QVERIFY(alerts[0].subject.endsWith(QStringLiteral("history.db")));
    QCOMPARE(later.read(QStringLiteral("history.db")), file);
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"

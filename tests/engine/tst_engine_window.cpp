// SPDX-License-Identifier: GPL-3.0-or-later
// What a window needs of a running instance, over its real sockets.
#include "app/control/control_address.h"
#include "app/control/reports_json.h"
#include "app/control/watch_client.h"
#include "tests/engine/engine_stage.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

using Kind = ControlReply::Kind;

const QString kHere = QStringLiteral("127.0.0.1");

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

AskProbe probeOf(const sim::SimProvider &provider, std::optional<QByteArray> key, const EndpointId &id = {})
{
    AskProbe ask;
    ask.draft.endpoint.id = id;
    ask.draft.endpoint.url = provider.url();
    if (key)
        ask.draft.key = Secret(*key);
    return ask;
}

quint16 portOf(const ProxySnapshot &snapshot)
{
    return static_cast<quint16>(QUrl(snapshot.listenUrl).port());
}

} // namespace

class TestEngineWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void servingEndsAndBeginsAgain();
    void anInstanceThatDoesNotServeGoesOn();
    void startsWithoutServing();
    void aTakenPortIsNotTheEnd();
    void movesToAnotherAddress();
    void anAddressThatFailsLeavesTheOld();
    void anAddressIsChosenWhileNotServing();
    void probesLearnButDoNotTeach();
    void aProbeEndsWithItsAsker();
    void aKeyIsShownToItsOwner();
    void anotherTokenLocksTheOldOneOut();
    void aWatcherSeesAFailover();
    void brokenSettingsAreInTheSnapshot();
    void aPlainKeyFileIsInTheSnapshot();
    void statusPageKeepsPathsToItself();
};

void TestEngineWindow::servingEndsAndBeginsAgain()
{
    EngineStage stage;
    stage.add("production", Priority::Primary, slowly(20, 30ms));
    QVERIFY(stage.start());
    QSignalSpy listening(&stage.threads(), &EngineThreads::listening);
    QSignalSpy ended(&stage.threads(), &EngineThreads::notListening);
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return hasContent(client); }));
    QCOMPARE(stage.askInstance(AskServe{false}).kind, Kind::Answered);
    QCOMPARE(stage.askInstance(AskServe{false}).kind, Kind::Answered);
    ProxySnapshot shown = stage.snapshot();
    QVERIFY(!shown.serving);
    QVERIFY(!shown.listenTrouble);
    QCOMPARE(portOf(shown), stage.port()); // where it would
    QVERIFY(!RawClient(stage.port()).isConnected());
    QCOMPARE(test::servedBy(client.next()), QByteArray("production"));
    QVERIFY(client.waitForEnd());
    QCOMPARE(stage.askInstance(AskServe{true}).kind, Kind::Answered);
    QCOMPARE(stage.askInstance(AskServe{true}).kind, Kind::Answered);
    QVERIFY(stage.snapshot().serving);
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QVERIFY(eventually([&] { return listening.size() == 1 && ended.size() == 1; }));
    QVERIFY(stage.stop());
}

void TestEngineWindow::anInstanceThatDoesNotServeGoesOn()
{
    EngineStage stage;
    stage.options.checks = HealthChecks::On;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    QCOMPARE(stage.askInstance(AskServe{false}).kind, Kind::Answered);
    const size_t checks = stage.sims[0]->log().size();
    QCOMPARE(stage.askInstance(AskCheck{}).kind, Kind::Answered);
    QVERIFY(stage.sims[0]->log().size() > checks);
    QVERIFY(stage.give(addConfig(QStringLiteral("backup"), Priority::Secondary, stage.provider("backup"))));
    QVERIFY(stage.switchTo(QStringLiteral("backup")));
    QCOMPARE(stage.snapshot().failover.active, QStringLiteral("backup"));
    QVERIFY(stage.stop());
}

void TestEngineWindow::startsWithoutServing()
{
    EngineStage stage;
    stage.options.serve = false;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.startReady());
    QVERIFY(!stage.snapshot().serving);
    QVERIFY(!stage.snapshot().listenTrouble);
    QSignalSpy listening(&stage.threads(), &EngineThreads::listening);
    QCOMPARE(stage.askInstance(AskServe{true}).kind, Kind::Answered);
    QVERIFY(eventually([&] { return listening.size() == 1; }));
    stage.setPort(portOf(stage.snapshot()));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
}

void TestEngineWindow::aTakenPortIsNotTheEnd()
{
    EngineStage stage;
    stage.options.mustListen = false;
    stage.add("production", Priority::Primary);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const quint16 port = other.serverPort();
    QVERIFY(stage.startReady(port));
    QSignalSpy failed(&stage.threads(), &EngineThreads::failed);
    ProxySnapshot shown = stage.snapshot();
    QVERIFY(!shown.serving);
    QCOMPARE(shown.listenUrl, QStringLiteral("http://127.0.0.1:%1").arg(port));
    QVERIFY(shown.listenTrouble);
    QCOMPARE(shown.listenTrouble->code, RefusalCode::ListenFailed);
    QVERIFY(shown.listenTrouble->subject.contains(QString::number(port)));
    const ControlReply still = stage.askInstance(AskServe{true});
    QCOMPARE(still.kind, Kind::Refused);
    QCOMPARE(still.refusal.code, RefusalCode::ListenFailed);
    other.close();
    QCOMPARE(stage.askInstance(AskServe{true}).kind, Kind::Answered);
    shown = stage.snapshot();
    QVERIFY(shown.serving);
    QVERIFY(!shown.listenTrouble);
    stage.setPort(port);
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QVERIFY(failed.isEmpty());
    QVERIFY(stage.stop());
}

void TestEngineWindow::movesToAnotherAddress()
{
    EngineStage stage;
    stage.add("production", Priority::Primary, slowly(20, 30ms));
    QVERIFY(stage.start());
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return hasContent(client); }));
    QCOMPARE(stage.askInstance(AskListen{kHere, 0}).kind, Kind::Answered);
    const quint16 moved = portOf(stage.snapshot());
    QVERIFY(moved != stage.port());
    QVERIFY(!RawClient(stage.port()).isConnected());
    QCOMPARE(test::servedBy(client.next()), QByteArray("production"));
    stage.setPort(moved);
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QCOMPARE(stage.askInstance(AskListen{kHere, moved}).kind, Kind::Answered); // it is there already
    QCOMPARE(stage.servedBy(), QByteArray("production"));
}

void TestEngineWindow::anAddressThatFailsLeavesTheOld()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    const ControlReply reply = stage.askInstance(AskListen{QStringLiteral("192.0.2.1"), 7860});
    QCOMPARE(reply.kind, Kind::Refused);
    QCOMPARE(reply.refusal.code, RefusalCode::ListenFailed);
    const ProxySnapshot shown = stage.snapshot();
    QVERIFY(shown.serving);
    QVERIFY(!shown.listenTrouble);
    QCOMPARE(portOf(shown), stage.port());
    QCOMPARE(stage.servedBy(), QByteArray("production"));
}

void TestEngineWindow::anAddressIsChosenWhileNotServing()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    QCOMPARE(stage.askInstance(AskServe{false}).kind, Kind::Answered);
    QCOMPARE(stage.askInstance(AskListen{kHere, 0}).kind, Kind::Answered);
    QVERIFY(!stage.snapshot().serving);
    const quint16 chosen = portOf(stage.snapshot());
    QVERIFY(!RawClient(chosen).isConnected());
    QCOMPARE(stage.askInstance(AskServe{true}).kind, Kind::Answered);
    stage.setPort(chosen);
    QCOMPARE(stage.servedBy(), QByteArray("production"));
}

void TestEngineWindow::probesLearnButDoNotTeach()
{
    EngineStage stage;
    sim::SimProvider &provider = stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    const EndpointId id = stage.endpoint(QStringLiteral("production")).id;
    const ProxySnapshot before = stage.snapshot();
    const ControlReply wrong = stage.askInstance(probeOf(provider, "wrong", id));
    QCOMPARE(wrong.kind, Kind::Answered);
    QCOMPARE(reportFromJson(wrong.data)->keyAccepted, CheckLayer::Bad);
    const ControlReply stored = stage.askInstance(probeOf(provider, {}, id));
    QCOMPARE(reportFromJson(stored.data)->keyAccepted, CheckLayer::Good);
    QCOMPARE(reportFromJson(stored.data)->endpoint, id);
    QVERIFY(stage.snapshot().endpoints == before.endpoints);
    const ControlReply unknown = stage.askInstance(probeOf(provider, {}, {QStringLiteral("ffffffff")}));
    QCOMPARE(unknown.kind, Kind::Refused);
    QCOMPARE(unknown.refusal.code, RefusalCode::UnknownEndpoint);
}

void TestEngineWindow::aProbeEndsWithItsAsker()
{
    EngineStage stage;
    sim::SimProvider &provider = stage.provider("slow");
    provider.setFault(sim::FaultKind::Hang);
    QVERIFY(stage.start());
    {
        ControlClient asker(controlSocketPath(stage.home()));
        asker.ask(probeOf(provider, "key-of-slow"), [](const ControlReply &) {});
        QVERIFY(eventually([&] { return provider.openConnections() == 1; }));
    }
    QVERIFY(eventually([&] { return provider.openConnections() == 0; }));
}

void TestEngineWindow::aKeyIsShownToItsOwner()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    const EndpointId id = stage.endpoint(QStringLiteral("production")).id;
    const ControlReply shown = stage.askInstance(AskKey{id});
    QCOMPARE(shown.kind, Kind::Answered);
    QCOMPARE(revealedKeyFromJson(shown.data)->reveal(), QByteArray("key-of-production"));
    const ControlReply unknown = stage.askInstance(AskKey{{QStringLiteral("ffffffff")}});
    QCOMPARE(unknown.refusal.code, RefusalCode::UnknownEndpoint);
}

void TestEngineWindow::anotherTokenLocksTheOldOneOut()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    const ControlReply renewed = stage.askInstance(AskRenewToken{});
    QCOMPARE(renewed.kind, Kind::Answered);
    const QByteArray token = tokenFromJson(renewed.data)->reveal();
    QCOMPARE(stage.servedBy(), QByteArray("401"));
    stage.setToken(token);
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QCOMPARE(tokenFromJson(stage.askInstance(AskToken{}).data)->reveal(), token);
    QVERIFY(stage.stop());
    QVERIFY(stage.start()); // it is the stored one too
    QCOMPARE(stage.servedBy(), QByteArray("production"));
}

void TestEngineWindow::aWatcherSeesAFailover()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    WatchClient watcher(controlSocketPath(stage.home()));
    ProxySnapshot shown;
    QStringList told;
    connect(&watcher, &WatchClient::snapshotCame, &watcher, [&](const ProxySnapshot &s) { shown = s; });
    connect(&watcher, &WatchClient::eventCame, &watcher, [&](const FailoverEvent &event) {
        told << QStringLiteral("event to %1, shown %2").arg(event.to, shown.failover.active);
    });
    connect(&watcher, &WatchClient::announced, &watcher,
            [&](const Alert &alert) { told << QStringLiteral("announced %1").arg(alert.to); });
    watcher.start(100ms);
    QVERIFY(eventually([&] { return watcher.isFollowing(); }));
    QVERIFY(stage.switchTo(QStringLiteral("production")));
    QVERIFY(eventually([&] { return told.size() == 1; }));
    QCOMPARE(told.takeFirst(), QStringLiteral("event to production, shown production"));
    stage.sims[0]->setFault(sim::statusFault(401)); // refused keys fail over at once
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QVERIFY(eventually([&] { return told.size() == 2; }));
    QCOMPARE(told, (QStringList{QStringLiteral("event to backup, shown backup"),
                                QStringLiteral("announced backup")}));
    QVERIFY(eventually([&] { return shown.requestsServed == 1; }));
    QSignalSpy ended(&watcher, &WatchClient::ended);
    QVERIFY(stage.stop());
    QVERIFY(eventually([&] { return ended.size() == 1; }));
    QCOMPARE(ended[0][0].value<Refusal>().code, RefusalCode::NotRunning);
}

void TestEngineWindow::brokenSettingsAreInTheSnapshot()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    QVERIFY(!stage.snapshot().settingsTrouble);
    const QByteArray good = stage.read(QStringLiteral("configs.json"));
    stage.write(QStringLiteral("configs.json"), "{ not JSON");
    QVERIFY(eventually([&] { return stage.snapshot().settingsTrouble.has_value(); }));
    const Refusal trouble = *stage.snapshot().settingsTrouble;
    QCOMPARE(trouble.code, RefusalCode::FileBroken);
    QVERIFY(trouble.subject.endsWith(QStringLiteral("configs.json")));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    stage.write(QStringLiteral("configs.json"), good);
    QVERIFY(eventually([&] { return !stage.snapshot().settingsTrouble; }));
}

void TestEngineWindow::aPlainKeyFileIsInTheSnapshot()
{
    EngineStage stage;
    QVERIFY(stage.start());
    QCOMPARE(stage.snapshot().plainKeyFile, stage.home() + QStringLiteral("/secrets.json"));
}

void TestEngineWindow::statusPageKeepsPathsToItself()
{
    EngineStage stage;
    QVERIFY(stage.start());
    stage.write(QStringLiteral("configs.json"), "{ not JSON");
    QVERIFY(eventually([&] { return stage.snapshot().settingsTrouble.has_value(); }));
    RawClient client(stage.port());
    client.send("GET /qcc/status HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(stage.port()) +
                "\r\n\r\n");
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.contains("\"serving\": true"));
    QVERIFY2(!answer.body.contains(stage.home().toUtf8()), answer.body.constData());
}

QTEST_GUILESS_MAIN(TestEngineWindow)
#include "tst_engine_window.moc"

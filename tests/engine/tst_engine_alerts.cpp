// SPDX-License-Identifier: GPL-3.0-or-later
// What happens in a running instance reaches its alert channels, over real sockets.
#include "app/control/channel_json.h"
#include "app/control/snapshot_json.h"
#include "models/rules/channel_fields.h"
#include "tests/alerts/service_recorder.h"
#include "tests/engine/engine_stage.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

const QByteArray kPath = "/hook?key=hush-hush";

AlertChannel webhook()
{
    AlertChannel channel;
    channel.name = QStringLiteral("ops");
    channel.kind = ChannelKind::Webhook;
    channel.alerts = usualAlerts();
    return channel;
}

PutChannel added(const ServiceRecorder &service, const AlertChannel &channel = webhook())
{
    PutChannel put{std::nullopt, channel, {}};
    put.secrets.emplace(ChannelSecret::Url, Secret(service.url(kPath)));
    return put;
}

/// The kinds that were told, in their order: "announced failover", "raised key-rejected".
QStringList told(const ServiceRecorder &service)
{
    QStringList words;
    for (const RecordedAsk &ask : service.asks()) {
        const QJsonObject said = ask.json();
        const QJsonArray alerts = said[QLatin1StringView("alerts")].toArray();
        words << said[QLatin1StringView("event")].toString() + u' ' +
                     alerts[0][QLatin1StringView("kind")].toString();
    }
    return words;
}

void hurry(EngineStage &stage)
{
    stage.options.alerts.pace.settle = 0ms;
    stage.options.alerts.pace.calm = 50ms;
    stage.options.alerts.pace.firstPause = 50ms;
    stage.options.alerts.snapshotPace = 10ms;
}

} // namespace

class TestEngineAlerts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFailoverReachesItsChannel();
    void thePolicySilencesChannelsToo();
    void aChannelThatFailsDisturbsNothing();
    void aRestartRepeatsNothing();
    void aRemovedChannelIsToldNothing();
    void testsWhatIsTyped();
    void testsWhatIsStored();
    void aTestThatFailsSaysWhy();
    void secretsStayInside();
};

void TestEngineAlerts::aFailoverReachesItsChannel()
{
    ServiceRecorder service;
    EngineStage stage;
    hurry(stage);
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.give(added(service)));
    QVERIFY(stage.switchTo(QStringLiteral("production")));
    stage.sims[0]->setFault(sim::statusFault(401)); // refused keys fail over at once
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QVERIFY(eventually([&] { return service.asks().size() >= 2; }));
    QCOMPARE(service.asks()[0].target, kPath);
    QStringList words = told(service);
    words.sort();
    QCOMPARE(words,
             (QStringList{QStringLiteral("announced failover"), QStringLiteral("raised key-rejected")}));
    QVERIFY(eventually([&] { return stage.snapshot().channels.at(0).lastSent.has_value(); }));
    QCOMPARE(stage.snapshot().channels.at(0).name, QStringLiteral("ops"));
    QVERIFY(stage.stop());
}

void TestEngineAlerts::thePolicySilencesChannelsToo()
{
    ServiceRecorder service;
    EngineStage stage;
    hurry(stage);
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.give(added(service)));
    PolicyPatch patch;
    patch.notifyOnFailover = false;
    QVERIFY(stage.give(EditPolicy{patch}));
    QVERIFY(stage.switchTo(QStringLiteral("production")));
    stage.sims[0]->setFault(sim::statusFault(401));
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QVERIFY(eventually([&] { return service.asks().size() == 1; }));
    QVERIFY(throughout([&] { return service.asks().size() == 1; }, 200ms));
    QCOMPARE(told(service), QStringList{QStringLiteral("raised key-rejected")});
    QVERIFY(stage.stop());
}

void TestEngineAlerts::aChannelThatFailsDisturbsNothing()
{
    ServiceRecorder service;
    service.status = "503 Service Unavailable";
    EngineStage stage;
    hurry(stage);
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.give(added(service)));
    QVERIFY(stage.switchTo(QStringLiteral("production")));
    stage.sims[0]->setFault(sim::statusFault(401));
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QVERIFY(eventually([&] {
        const ProxySnapshot now = stage.snapshot();
        return now.channels.size() == 1 && now.channels[0].failingSince.has_value();
    }));
    QVERIFY(!stage.snapshot().channels[0].trouble.isEmpty());
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    service.status = "200 OK";
    QVERIFY(eventually([&] { return !stage.snapshot().channels[0].failingSince.has_value(); }));
    QVERIFY(told(service).contains(QStringLiteral("announced failover")));
    QVERIFY(stage.stop());
}

void TestEngineAlerts::aRestartRepeatsNothing()
{
    ServiceRecorder service;
    EngineStage stage;
    hurry(stage);
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.give(added(service)));
    QVERIFY(stage.switchTo(QStringLiteral("production")));
    stage.sims[0]->setFault(sim::statusFault(401));
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QVERIFY(eventually([&] { return service.asks().size() == 2; }));
    QVERIFY(stage.stop());
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QVERIFY(throughout([&] { return service.asks().size() == 2; }, 300ms));
    QVERIFY(stage.stop());
}

void TestEngineAlerts::aRemovedChannelIsToldNothing()
{
    ServiceRecorder service;
    EngineStage stage;
    hurry(stage);
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.give(added(service)));
    QVERIFY(stage.give(RemoveChannel{QStringLiteral("ops")}));
    QVERIFY(stage.switchTo(QStringLiteral("production")));
    stage.sims[0]->setFault(sim::statusFault(401));
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QVERIFY(throughout([&] { return service.asks().empty(); }, 200ms));
    QVERIFY(stage.snapshot().channels.empty());
    QVERIFY(stage.stop());
}

void TestEngineAlerts::testsWhatIsTyped()
{
    ServiceRecorder service;
    EngineStage stage;
    QVERIFY(stage.start());
    const ControlReply reply = stage.askInstance(AskTestChannel{added(service)});
    QVERIFY2(reply.kind == ControlReply::Kind::Answered, qPrintable(reply.refusal.detail));
    QCOMPARE(service.asks().size(), size_t(1));
    QCOMPARE(service.asks()[0].json()[QLatin1StringView("event")].toString(), QStringLiteral("test"));
    QVERIFY(stage.stop());
}

void TestEngineAlerts::testsWhatIsStored()
{
    ServiceRecorder service;
    EngineStage stage;
    QVERIFY(stage.start());
    QVERIFY(stage.give(added(service)));
    const ControlReply settings = stage.askInstance(AskSettings{});
    const Result<AlertChannel> stored =
        channelFromJson(settings.data[QLatin1StringView("alert_channels")][0].toObject());
    QVERIFY(stored.ok());
    QCOMPARE(stage.askInstance(AskTestChannel{{*stored, *stored, {}}}).kind, ControlReply::Kind::Answered);
    QCOMPARE(service.asks().at(0).target, kPath);
    const ControlReply unknown = stage.askInstance(AskTestChannel{{std::nullopt, webhook(), {}}});
    QCOMPARE(unknown.kind, ControlReply::Kind::Refused);
    QCOMPARE(unknown.refusal.code, RefusalCode::EmptyKey);
    QVERIFY(stage.stop());
}

void TestEngineAlerts::aTestThatFailsSaysWhy()
{
    ServiceRecorder service;
    service.status = "404 Not Found";
    service.body = "no_service";
    EngineStage stage;
    QVERIFY(stage.start());
    const ControlReply reply = stage.askInstance(AskTestChannel{added(service)});
    QCOMPARE(reply.kind, ControlReply::Kind::Refused);
    QCOMPARE(reply.refusal.code, RefusalCode::ChannelFailed);
    QCOMPARE(reply.refusal.subject, QStringLiteral("ops"));
    QVERIFY2(reply.refusal.detail.contains(QLatin1StringView("404")), qPrintable(reply.refusal.detail));
    QVERIFY(!reply.refusal.detail.contains(QLatin1StringView("hush-hush")));
    QVERIFY(stage.stop());
}

void TestEngineAlerts::secretsStayInside()
{
    ServiceRecorder service;
    service.status = "503 Service Unavailable";
    service.body = "hush-hush is not welcome";
    EngineStage stage;
    hurry(stage);
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.give(added(service)));
    QVERIFY(stage.switchTo(QStringLiteral("production")));
    stage.sims[0]->setFault(sim::statusFault(401));
    QCOMPARE(stage.servedBy(), QByteArray("backup"));
    QVERIFY(eventually([&] { return stage.snapshot().channels.at(0).failingSince.has_value(); }));
    const QByteArray shown = QJsonDocument(toJson(stage.snapshot())).toJson();
    const QByteArray settings = QJsonDocument(stage.askInstance(AskSettings{}).data).toJson();
    QVERIFY(!shown.contains("hush-hush"));
    QVERIFY(!settings.contains("hush-hush"));
    QVERIFY(!stage.read(QStringLiteral("configs.json")).contains("hush-hush"));
    QVERIFY(stage.stop());
}

QTEST_GUILESS_MAIN(TestEngineAlerts)
#include "tst_engine_alerts.moc"

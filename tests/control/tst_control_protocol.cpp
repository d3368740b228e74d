// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/channel_json.h"
#include "app/control/command_json.h"
#include "app/control/control_limits.h"
#include "app/control/enum_words.h"
#include "app/control/message_json.h"
#include "app/control/reports_json.h"
#include "app/control/session_json.h"
#include "app/control/settings_json.h"
#include "app/control/snapshot_json.h"

#include <QJsonDocument>
#include <QTest>

using namespace qcc;

class TestControlProtocol : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void carriesEveryCommand_data();
    void carriesEveryCommand();
    void carriesKeysByteForByte();
    void carriesSwitches_data();
    void carriesSwitches();
    void carriesWhatChecksFoundOut();
    void carriesPlainQuestions_data();
    void carriesPlainQuestions();
    void carriesSettings();
    void carriesSnapshots();
    void carriesSessions();
    void tellsWhatIsNews_data();
    void tellsWhatIsNews();
    void carriesDrafts_data();
    void carriesDrafts();
    void carriesChannelDrafts();
    void carriesSecretsAndReports();
    void carriesRefusals_data();
    void carriesRefusals();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();
    void refusesWhatIsNoReply_data();
    void refusesWhatIsNoReply();
    void keepsSettingsFreeOfKeys();
};

namespace {

using Json = QJsonObject;

Json parsed(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

Endpoint fullEndpoint()
{
    Endpoint endpoint;
    endpoint.id.value = QStringLiteral("0a1b2c3d");
    endpoint.name = QStringLiteral("main");
    endpoint.url = QUrl(QStringLiteral("https://api.example.com/v1%20x"));
    endpoint.auth = AuthForm::Both;
    endpoint.http = HttpVersion::Http2;
    endpoint.limits = {milliseconds(1), milliseconds(2), milliseconds(3)};
    endpoint.outboundProxy = QUrl(QStringLiteral("socks5://127.0.0.1:1080"));
    endpoint.caFile = QStringLiteral("/etc/ca.pem");
    return endpoint;
}

constexpr auto kEndpointJson =
    R"("id":"0a1b2c3d","name":"main","url":"https://api.example.com/v1%20x","auth":"both",
    "http":"2","limits":{"connect_ms":1,"header_ms":2,"idle_ms":3},"proxy":"socks5://127.0.0.1:1080","ca_file":"/etc/ca.pem")";

constexpr auto kChannelJson =
    R"("id":"0000000a","name":"官","kind":"mail","enabled":false,"alerts":["failover","history-unavailable"],
    "digest":"weekly","digest_at":"07:05","server":"mail.test","port":465,"security":"tls","user":"me","sender":"a@b.test",
    "recipients":["c@d.test"],"program":"/bin/true","arguments":["-x","y z"])";

TimePoint at(int second)
{
    return TimePoint(milliseconds(1'700'000'000'000) + seconds(second));
}

EndpointHealth healthOfEndpoint(int i)
{
    EndpointHealth health;
    health.status = HealthStatus(i % 4);
    health.consecutiveSuccesses = i;
    if (i % 2) {
        health.lastSuccess = at(i);
        health.lastFailure = at(-i);
        health.lastFailureFacts = FailureFacts{OutcomeKind::Overloaded, 529, TransportFault::None};
        health.lastCheck = CheckReport{};
        health.lastCheck->startedAt = at(i);
        health.lastCheck->endedAt = at(i + 1);
        health.learnedRung = CheckRung::Models;
    }
    return health;
}

FailoverSnapshot fullFailover()
{
    FailoverSnapshot failover;
    failover.active = QStringLiteral("backup");
    failover.activeSince = at(1);
    failover.activePriority = Priority::Secondary;
    failover.pinned = true;
    failover.pinnedUntil = at(2);
    failover.coolDownUntil = at(3);
    failover.recoveryAt = at(4);
    failover.switchesInHour = 5;
    failover.networkDown = true;
    failover.monitoring = true;
    ConfigSnapshot config{QStringLiteral("备用"), Priority::Fallback, false, {}, milliseconds(120)};
    config.health = {HealthStatus::Degraded, 2, 3, 1, 2, at(5), at(6), at(7)};
    failover.configs = {config, ConfigSnapshot{}};
    failover.alerts = {
        {AlertKind::HourlyLimit, QStringLiteral("s"), QStringLiteral("d"), at(8), at(9), {}, {}},
        Alert{.kind = AlertKind::AllDown,
              .subject = {},
              .detail = {},
              .since = at(8),
              .until = {},
              .from = {},
              .to = {}}};
    failover.standing.rule = DecisionRule::RecoveryWaits;
    failover.standing.at = at(10);
    failover.standing.rejected = {
        {QStringLiteral("production"), Priority::Primary, RejectReason::RecoveryDelay, 0, 0, at(11)}};
    return failover;
}

} // namespace

void TestControlProtocol::carriesEveryCommand_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray endpoint(kEndpointJson);
    const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json; };
    row("a config alone", R"({"command":"add-config","name":"production","description":"the 官方 one"})");
    row("a config with endpoint and priority",
        R"({"command":"add-config","name":"p","description":"","priority":"fallback","endpoint":{"key":"k",)" +
            endpoint + "}}");
    row("a config's new name", R"({"command":"edit-config","name":"p","new_name":"q"})");
    row("a config's patterns for the next one",
        R"({"command":"edit-config","name":"p","next_on":[{"status":400,"text":"busy"},{"status":422,"text":""}]})");
    row("a config's patterns taken away", R"({"command":"edit-config","name":"p","next_on":[]})");
    row("a config's description taken away", R"({"command":"edit-config","name":"p","description":""})");
    row("a config removed", R"({"command":"remove-config","name":"p"})");
    row("an endpoint added",
        R"({"command":"add-endpoint","config":"p","endpoint":{"key":"k",)" + endpoint + "}}");
    row("an endpoint with nothing changed",
        R"({"command":"edit-endpoint","config":"p","endpoint":"e","patch":{}})");
    row("an endpoint with everything changed",
        R"({"command":"edit-endpoint","config":"p","endpoint":"e","key":"new","patch":{"name":"n","url":"http://h:1",
            "auth":"bearer","http":"1","connect_ms":1,"header_ms":2,"idle_ms":3,"proxy":"http://h:2","ca_file":"/x"}})");
    row("an endpoint's proxy and CA file taken away",
        R"({"command":"edit-endpoint","config":"p","endpoint":"e","patch":{"proxy":"","ca_file":""}})");
    row("an endpoint removed", R"({"command":"remove-endpoint","config":"p","endpoint":"e"})");
    row("a priority at the end", R"({"command":"set-priority","config":"p","priority":"secondary"})");
    row("a priority at the first place",
        R"({"command":"set-priority","config":"p","priority":"disabled","index":0})");
    row("a group switched off", R"({"command":"set-group-enabled","priority":"fallback","enabled":false})");
    row("a config's names for models",
        R"({"command":"edit-config","name":"p","model_mappings":[{"from":"claude-*","to":"备"},{"from":"*","to":"m"}]})");
    row("a config's names for models taken away",
        R"({"command":"edit-config","name":"p","model_mappings":[]})");
    row("a config's headers",
        R"({"command":"edit-config","name":"p","extra_headers":[{"name":"x-team","value":"a b"}]})");
    row("a config's headers taken away", R"({"command":"edit-config","name":"p","extra_headers":[]})");
    row("another order",
        R"({"command":"arrange-configs","before":{"primary":["a","官方"],"disabled":[]},"after":{"fallback":["官方","a"]}})");
    row("a new config as a whole",
        R"({"command":"put-config","name":"p","description":"","priority":"secondary","endpoints":[],"next_on":[],
            "model_mappings":[],"extra_headers":[]})");
    row("a config in the place of another",
        R"({"command":"put-config","name":"q","description":"the 官方 one","before":{"name":"p","description":"",
            "endpoints":[{)" +
            endpoint + R"(}],"next_on":[{"status":422,"text":""}],"model_mappings":[{"from":"a","to":"b"}],
            "extra_headers":[{"name":"x-a","value":"1"}]},
            "endpoints":[{"key":"k",)" +
            endpoint + "},{" + endpoint + R"(}],"next_on":[{"status":400,"text":"busy"}],
            "model_mappings":[{"from":"claude-*","to":"m"}],"extra_headers":[{"name":"x-b","value":"2"}]})");
    row("how long requests are kept", R"({"command":"edit-retention","history":{"keep_requests_days":90}})");
    row("a new alert channel",
        R"({"command":"put-channel","secrets":{"url":"https://h.test/官"},"channel":{)" +
            QByteArray(kChannelJson) + "}}");
    row("an alert channel in the place of another",
        R"({"command":"put-channel","secrets":{"signing":"","token":"t","password":"p"},"before":{)" +
            QByteArray(kChannelJson) + R"(},"channel":{)" + QByteArray(kChannelJson) +
            R"(,"quiet":{"from":"22:00","to":"08:05"}}})");
    row("an alert channel removed", R"({"command":"remove-channel","id":"0000000a"})");
    row("a policy with nothing changed", R"({"command":"edit-policy","patch":{}})");
    row("a policy with everything changed",
        R"({"command":"edit-policy","patch":{"auto_failover_enabled":false,"auto_recovery_enabled":true,
            "failure_threshold":4,"success_threshold":5,"check_interval":6,"cooldown_period":7,"recovery_delay":8,
            "max_failovers_per_hour":9,"notify_on_failover":false,"notify_on_recovery":false,
            "spill_over_enabled":false}})");
    row("a policy with values that are no good",
        R"({"command":"edit-policy","patch":{"failure_threshold":-1,"cooldown_period":-10000000000}})");
}

void TestControlProtocol::carriesEveryCommand()
{
    QFETCH(QByteArray, json);
    const Json object = parsed(json);
    QVERIFY(!object.isEmpty());
    Result<Command> command = commandFromJson(object);
    QVERIFY(command);
    QCOMPARE(toJson(*command), object);

    const Result<ControlRequest> request = decodeRequest(encodeRequest(std::move(command).value()));
    QVERIFY(request);
    QCOMPARE(toJson(std::get<Command>(*request)), object);

    // Every field of the row is needed or understood: with any one of the wrong kind it is refused.
    for (const QString &key : object.keys()) {
        Json spoilt = object;
        spoilt.insert(key, QJsonArray{1});
        const Result<Command> refused = commandFromJson(spoilt);
        QVERIFY2(!refused, qPrintable(key));
        QCOMPARE(refused.refusal().code, RefusalCode::ProtocolError);
    }
}

void TestControlProtocol::carriesKeysByteForByte()
{
    QByteArray key;
    for (int byte = 0; byte < 256; ++byte)
        key.append(static_cast<char>(byte));
    const Command command = AddEndpoint{QStringLiteral("p"), {fullEndpoint(), Secret(key)}};
    const Result<Command> carried = commandFromJson(toJson(command));
    QVERIFY(carried);
    const auto &added = std::get<AddEndpoint>(*carried);
    QVERIFY(added.endpoint.key.matches(key));
    QCOMPARE(added.endpoint.endpoint, fullEndpoint());
}

void TestControlProtocol::carriesSwitches_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("pinFor"); // none: 0
    QTest::newRow("until released, without a reason") << QString() << 0;
    QTest::newRow("for a time, with a reason") << QStringLiteral("生产 \"slow\"\n") << 7200;
    QTest::newRow("for a time that is no good") << QString() << -5;
}

void TestControlProtocol::carriesSwitches()
{
    QFETCH(QString, reason);
    QFETCH(int, pinFor);
    SwitchConfig command{QStringLiteral("backup"), reason, {}};
    if (pinFor != 0)
        command.pinFor = seconds(pinFor);
    const QByteArray line = encodeRequest(AskSwitch{command});
    QCOMPARE(line.count('\n'), 1);
    const Result<ControlRequest> carried = decodeRequest(line);
    QVERIFY(carried);
    QVERIFY(std::get<AskSwitch>(*carried).command == command);
}

void TestControlProtocol::carriesWhatChecksFoundOut()
{
    CheckReport good;
    good.endpoint.value = QStringLiteral("0a1b2c3d");
    good.rung = CheckRung::CountTokens;
    good.reachable = good.keyAccepted = CheckLayer::Good;
    good.latency = milliseconds(120);
    good.startedAt = TimePoint(milliseconds(1'700'000'000'000));
    good.endedAt = good.startedAt + good.latency;
    CheckReport bad;
    bad.endpoint.value = QStringLiteral("11111111");
    bad.reachable = CheckLayer::Bad;
    bad.outcome = {.kind = OutcomeKind::ConnectFailure,
                   .tryNext = true,
                   .effect = HealthEffect::Failure,
                   .until = {},
                   .status = 0,
                   .fault = TransportFault::Refused,
                   .errorType = {}};
    const std::vector<CheckReport> reports{good, bad};
    const Result<std::vector<CheckReport>> carried = reportsFromJson(reportsToJson(reports));
    QVERIFY(carried);
    QVERIFY(*carried == reports);
    QVERIFY(reportsFromJson(reportsToJson({}))->empty());
    QVERIFY(!reportsFromJson({}));
    QVERIFY(!reportsFromJson({{QStringLiteral("reports"), QJsonArray{QJsonObject()}}}));
}

void TestControlProtocol::carriesPlainQuestions_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("the settings") << encodeRequest(AskSettings{});
    QTest::newRow("the status") << encodeRequest(AskStatus{});
    QTest::newRow("the token") << encodeRequest(AskToken{});
    QTest::newRow("a stop") << encodeRequest(AskStop{});
    QTest::newRow("a release") << encodeRequest(AskReleasePin{});
    QTest::newRow("a check of all") << encodeRequest(AskCheck{});
    QTest::newRow("a check of one") << encodeRequest(AskCheck{QStringLiteral("p")});
    QTest::newRow("a key") << encodeRequest(AskKey{{QStringLiteral("0a1b2c3d")}});
    QTest::newRow("a new token") << encodeRequest(AskRenewToken{});
    QTest::newRow("the sessions") << encodeRequest(AskSessions{});
    QTest::newRow("a session moved") << encodeRequest(AskMoveSession{{"0a1b\xe4", QStringLiteral("备用")}});
    QTest::newRow("a session moved back") << encodeRequest(AskMoveSession{{"0a1b", QString()}});
    QTest::newRow("an end of serving") << encodeRequest(AskServe{false});
    QTest::newRow("a beginning of serving") << encodeRequest(AskServe{true});
    QTest::newRow("another address") << encodeRequest(AskListen{QStringLiteral("::1"), 65535});
    QTest::newRow("watching closely") << encodeRequest(AskWatch{kShortestWatchPace});
    QTest::newRow("watching now and then") << encodeRequest(AskWatch{kLongestWatchPace});
}

void TestControlProtocol::carriesPlainQuestions()
{
    QFETCH(QByteArray, line);
    const Result<ControlRequest> carried = decodeRequest(line);
    QVERIFY(carried);
    QCOMPARE(encodeRequest(*carried), line);
}

void TestControlProtocol::carriesSettings()
{
    Settings settings;
    settings.configs = {{QStringLiteral("a"), QStringLiteral("first"), {fullEndpoint(), Endpoint{}}},
                        {QStringLiteral("b"), QString(), {}}};
    settings.groups.place(QStringLiteral("b"), Priority::Fallback);
    settings.groups.place(QStringLiteral("a"), Priority::Fallback);
    settings.groups.setEnabled(Priority::Secondary, false);
    settings.activeConfig = QStringLiteral("a");
    settings.policy = {.autoFailoverEnabled = false,
                       .autoRecoveryEnabled = true,
                       .failureThreshold = 4,
                       .successThreshold = 5,
                       .checkInterval = seconds(6),
                       .cooldownPeriod = seconds(7),
                       .recoveryDelay = seconds(8),
                       .maxFailoversPerHour = 9,
                       .notifyOnFailover = false,
                       .notifyOnRecovery = false,
                       .spillOverEnabled = false};
    AlertChannel channel;
    channel.id = QStringLiteral("0000000a");
    channel.alerts = {AlertKind::Recovery};
    channel.quiet = QuietSpan{QTime(22, 0), QTime(8, 0)};
    settings.channels = {channel, AlertChannel{}};
    const Result<Settings> carried = settingsFromJson(toJson(settings));
    QVERIFY(carried);
    QVERIFY(*carried == settings);
    QVERIFY(*settingsFromJson(toJson(Settings())) == Settings());
    QVERIFY(!settingsFromJson({}));
}

void TestControlProtocol::carriesSnapshots()
{
    ProxySnapshot snapshot;
    snapshot.home = QStringLiteral("/home/me/.qcc");
    snapshot.version = QStringLiteral("0.1.0");
    snapshot.pid = 4711;
    snapshot.listenUrl = QStringLiteral("http://127.0.0.1:7860");
    snapshot.startedAt = TimePoint(milliseconds(1'700'000'000'123));
    snapshot.activeConfig = QStringLiteral("production");
    snapshot.clientConnections = 1;
    snapshot.runningRequests = 2;
    snapshot.requestsServed = 3;
    snapshot.requestsFailed = 4;
    snapshot.spilledOver = 5;
    for (int i = 0; i <= int(EndpointCondition::NoKey); ++i) {
        EndpointSnapshot endpoint{QStringLiteral("p"),
                                  {QString::number(i)},
                                  QStringLiteral("e"),
                                  EndpointCondition(i),
                                  {},
                                  i,
                                  OutcomeKind(i),
                                  500 + i,
                                  healthOfEndpoint(i),
                                  {}};
        for (int hold = 0; hold < i; ++hold)
            endpoint.modelHolds.push_back(
                {QStringLiteral("model %1").arg(hold), hold % 2 == 0, TimePoint(milliseconds(hold))});
        if (i % 2)
            endpoint.until = TimePoint(milliseconds(i));
        snapshot.endpoints.push_back(endpoint);
    }
    snapshot.heldRequests = 6;
    snapshot.heldUntil = at(12);
    snapshot.channels = {{QStringLiteral("0a1b2c3d"), at(1), at(2), QStringLiteral("404: no such hook"), 7,
                          QStringLiteral("ops")},
                         ChannelSnapshot{}};
    snapshot.failover = fullFailover();
    snapshot.serving = false;
    snapshot.plainKeyFile = QStringLiteral("/home/me/.qcc/secrets.json");
    QVERIFY(*snapshotFromJson(toJson(snapshot)) == snapshot); // without any trouble
    snapshot.listenTrouble = Refusal{RefusalCode::ListenFailed, QStringLiteral("127.0.0.1:7860"),
                                     QStringLiteral("The bound address is already in use")};
    const Result<ProxySnapshot> carried = snapshotFromJson(toJson(snapshot));
    QVERIFY(carried);
    QVERIFY(*carried == snapshot);
    QVERIFY(*snapshotFromJson(toJson(ProxySnapshot())) == ProxySnapshot());
    QVERIFY(!snapshotFromJson({}));
    for (const QString &key : toJson(snapshot).keys()) {
        QJsonObject spoilt = toJson(snapshot);
        spoilt.remove(key);
        QVERIFY2(key == QLatin1StringView("listen_trouble") || key == QLatin1StringView("held_until") ||
                     !snapshotFromJson(spoilt),
                 qPrintable(key));
        spoilt.insert(key, QJsonObject{{QStringLiteral("code"), QStringLiteral("tired")}});
        QVERIFY2(key == QLatin1StringView("failover") || !snapshotFromJson(spoilt), qPrintable(key));
    }
}

void TestControlProtocol::carriesSessions()
{
    SessionSnapshot busy;
    busy.id = "11112222-aaaa \xe4";
    busy.config = QStringLiteral("备用");
    busy.byHand = true;
    busy.model = "claude-opus";
    busy.firstSeen = at(1);
    busy.lastUsed = at(2);
    busy.requests = 12;
    busy.running = 3;
    SessionSnapshot idle;
    idle.id = "2";
    idle.staysUntil = at(9);
    const std::vector<SessionSnapshot> sessions{busy, idle};
    const Result<std::vector<SessionSnapshot>> carried = sessionsFromJson(sessionsToJson(sessions));
    QVERIFY(carried);
    QVERIFY(*carried == sessions);
    QVERIFY(sessionsFromJson(sessionsToJson({}))->empty());
    QVERIFY(!sessionsFromJson({}));
    const QJsonObject whole = sessionsToJson({busy})[QStringLiteral("sessions")][0].toObject();
    for (const QString &key : whole.keys()) {
        QJsonObject spoilt = whole;
        spoilt.remove(key);
        QVERIFY2(!sessionsFromJson({{QStringLiteral("sessions"), QJsonArray{spoilt}}}), qPrintable(key));
    }
}

void TestControlProtocol::tellsWhatIsNews_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<bool>("news");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("when the decision was thought of") << QByteArray("thought") << false;
    QTest::newRow("a recovery that moves along with time") << QByteArray("drift") << false;
    QTest::newRow("a recovery that is a second later") << QByteArray("later") << true;
    QTest::newRow("no recovery any more") << QByteArray("no recovery") << true;
    QTest::newRow("another decision") << QByteArray("decision") << true;
    QTest::newRow("a request") << QByteArray("request") << true;
    QTest::newRow("trouble with the settings") << QByteArray("trouble") << true;
}

void TestControlProtocol::tellsWhatIsNews()
{
    QFETCH(QByteArray, what);
    ProxySnapshot before;
    before.failover = fullFailover();
    ProxySnapshot now = before;
    if (what == "thought")
        now.failover.standing.at += seconds(100);
    else if (what == "drift")
        *now.failover.recoveryAt += milliseconds(999);
    else if (what == "later")
        *now.failover.recoveryAt += seconds(1);
    else if (what == "no recovery")
        now.failover.recoveryAt.reset();
    else if (what == "decision")
        now.failover.standing.rule = DecisionRule::Pinned;
    else if (what == "request")
        ++now.runningRequests;
    else if (what == "trouble")
        now.settingsTrouble = Refusal{RefusalCode::FileBroken, {}, {}};
    QTEST(isNews(before, now), "news");
}

void TestControlProtocol::carriesDrafts_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("hasKey");
    QTest::newRow("with a key") << QByteArray("sk-\xe5\xae\x98") << true;
    QTest::newRow("with an empty key") << QByteArray() << true;
    QTest::newRow("with the stored key") << QByteArray() << false;
}

void TestControlProtocol::carriesDrafts()
{
    QFETCH(QByteArray, key);
    QFETCH(bool, hasKey);
    AskProbe ask;
    ask.draft.endpoint = fullEndpoint();
    if (hasKey)
        ask.draft.key = Secret(key);
    Result<ControlRequest> carried = decodeRequest(encodeRequest(std::move(ask)));
    QVERIFY(carried);
    const auto &draft = std::get<AskProbe>(*carried).draft;
    QVERIFY(draft.endpoint == fullEndpoint());
    QCOMPARE(draft.key.has_value(), hasKey);
    QCOMPARE(draft.key ? draft.key->reveal() : QByteArray(), key);
}

void TestControlProtocol::carriesChannelDrafts()
{
    AskTestChannel ask;
    ask.draft.channel = *channelFromJson(parsed((QByteArray("{") + kChannelJson + "}").constData()));
    ask.draft.secrets.emplace(ChannelSecret::Url, Secret("https://h.test/x"));
    const AlertChannel channel = ask.draft.channel;
    const Result<ControlRequest> carried = decodeRequest(encodeRequest(std::move(ask)));
    QVERIFY(carried);
    const PutChannel &draft = std::get<AskTestChannel>(*carried).draft;
    QVERIFY(!draft.before);
    QVERIFY(draft.channel == channel);
    QVERIFY(draft.secrets.at(ChannelSecret::Url).matches("https://h.test/x"));
}

void TestControlProtocol::carriesSecretsAndReports()
{
    QCOMPARE(tokenFromJson(tokenToJson(Secret("qcc-1")))->reveal(), QByteArray("qcc-1"));
    QCOMPARE(revealedKeyFromJson(revealedKeyToJson(Secret("k")))->reveal(), QByteArray("k"));
    QVERIFY(!tokenFromJson({}));
    QVERIFY(!revealedKeyFromJson(tokenToJson(Secret("k"))));
    CheckReport report;
    report.rung = CheckRung::CountTokens;
    report.keyAccepted = CheckLayer::Bad;
    report.latency = milliseconds(7);
    QVERIFY(*reportFromJson(reportToJson(report)) == report);
    QVERIFY(!reportFromJson({}));
}

void TestControlProtocol::carriesRefusals_data()
{
    QTest::addColumn<RefusalCode>("code");
    for (int i = 0; i <= int(RefusalCode::InTheWay); ++i)
        QTest::newRow(qPrintable(toWord(RefusalCode(i)))) << RefusalCode(i);
}

void TestControlProtocol::carriesRefusals()
{
    QFETCH(RefusalCode, code);
    const Refusal refusal{code, QStringLiteral("subject \"x\"\n"), QStringLiteral("详细")};
    const QByteArray line = encodeReply(refusal);
    QCOMPARE(line.count('\n'), 1);
    const Result<QJsonObject> reply = decodeReply(line);
    QVERIFY(!reply);
    QVERIFY(reply.refusal() == refusal);
}

void TestControlProtocol::refusesWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("subject");
    const auto row = [](const char *name, const QByteArray &line, const char *subject) {
        QTest::newRow(name) << line << QString::fromLatin1(subject);
    };
    row("nothing at all", "", "JSON");
    row("no JSON", "GET / HTTP/1.1", "JSON");
    row("no object", "[]", "JSON");
    row("half an object", R"({"v":4,"ask":"sta)", "JSON");
    row("no version", R"({"ask":"status"})", "version");
    row("an older version", R"({"v":3,"ask":"status"})", "version");
    row("a newer version", R"({"v":5,"ask":"status"})", "version");
    row("no question", R"({"v":4})", "field \"ask\"");
    row("an unknown question", R"({"v":4,"ask":"dance"})", "field \"ask\"");
    row("a submission without command", R"({"v":4,"ask":"submit"})", "field \"command\"");
    row("an unknown command", R"({"v":4,"ask":"submit","command":{"command":"dance"}})", "command \"dance\"");
    row("a command without its field", R"({"v":4,"ask":"submit","command":{"command":"remove-config"}})",
        "field \"name\"");
    row("a test of no channel", R"({"v":4,"ask":"test-channel","secrets":{}})", "field \"channel\"");
    row("a test with an unknown secret",
        R"({"v":4,"ask":"test-channel","secrets":{"pin":"1"},"channel":{)" + QByteArray(kChannelJson) + "}}",
        "field \"secrets\"");
    row("a switch to nowhere", R"({"v":4,"ask":"switch"})", "field \"switch\"");
    row("a switch without its config", R"({"v":4,"ask":"switch","switch":{"reason":""}})",
        "field \"config\"");
    row("a pin that is no number",
        R"({"v":4,"ask":"switch","switch":{"config":"p","reason":"","pin_for":"2h"}})", "field \"pin_for\"");
    row("a check of something else", R"({"v":4,"ask":"check","config":7})", "field \"config\"");
    row("a probe of nothing", R"({"v":4,"ask":"probe","key":"k"})", "field \"endpoint\"");
    row("a key of nothing", R"({"v":4,"ask":"key"})", "field \"endpoint\"");
    row("a session moved without its id", R"({"v":4,"ask":"move-session","config":"p"})",
        "field \"session\"");
    row("a session moved to a number", R"({"v":4,"ask":"move-session","session":"s","config":7})",
        "field \"config\"");
    row("serving perhaps", R"({"v":4,"ask":"serve","on":"maybe"})", "field \"on\"");
    row("a port beyond all ports", R"({"v":4,"ask":"listen","host":"::1","port":65536})", "field \"port\"");
    row("a port without host", R"({"v":4,"ask":"listen","port":7860})", "field \"host\"");
    row("watching too closely", R"({"v":4,"ask":"watch","every_ms":99})", "field \"every_ms\"");
    row("watching too seldom", R"({"v":4,"ask":"watch","every_ms":60001})", "field \"every_ms\"");
    row("watching at no pace", R"({"v":4,"ask":"watch"})", "field \"every_ms\"");
    row("a threshold beyond all numbers",
        R"({"v":4,"ask":"submit","command":{"command":"edit-policy","patch":{"failure_threshold":1000000000000}}})",
        "field \"failure_threshold\"");
    row("half a threshold",
        R"({"v":4,"ask":"submit","command":{"command":"edit-policy","patch":{"failure_threshold":1.5}}})",
        "field \"failure_threshold\"");
    row("a negative position",
        R"({"v":4,"ask":"submit","command":{"command":"set-priority","config":"p","priority":"primary","index":-1}})",
        "field \"index\"");
}

void TestControlProtocol::refusesWhatIsNoRequest()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, subject);
    const Result<ControlRequest> request = decodeRequest(line);
    QVERIFY(!request);
    QCOMPARE(request.refusal().code, RefusalCode::ProtocolError);
    QCOMPARE(request.refusal().subject, subject);
}

void TestControlProtocol::refusesWhatIsNoReply_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("another version") << QByteArray(R"({"v":7,"ok":true,"data":{}})");
    QTest::newRow("no verdict") << QByteArray(R"({"v":4,"data":{}})");
    QTest::newRow("no data") << QByteArray(R"({"v":4,"ok":true})");
    QTest::newRow("no refusal") << QByteArray(R"({"v":4,"ok":false})");
    QTest::newRow("an unknown refusal")
        << QByteArray(R"({"v":4,"ok":false,"refusal":{"code":"tired","subject":"","detail":""}})");
}

void TestControlProtocol::refusesWhatIsNoReply()
{
    QFETCH(QByteArray, line);
    const Result<QJsonObject> reply = decodeReply(line);
    QVERIFY(!reply);
    QCOMPARE(reply.refusal().code, RefusalCode::ProtocolError);
}

void TestControlProtocol::keepsSettingsFreeOfKeys()
{
    const QByteArray text =
        QJsonDocument(toJson(Config{QStringLiteral("a"), {}, {fullEndpoint()}}, {})).toJson();
    QVERIFY(text.contains("api.example.com"));
    QVERIFY(!text.contains("key\":"));
}

QTEST_GUILESS_MAIN(TestControlProtocol)
#include "tst_control_protocol.moc"

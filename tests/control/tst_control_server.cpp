// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_client.h"
#include "app/control/control_connection.h"
#include "app/control/control_server.h"
#include "app/control/reports_json.h"
#include "app/control/settings_json.h"
#include "app/control/snapshot_json.h"
#include "tests/control/scripted_door.h"

#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace qcc;

using Kind = ControlReply::Kind;
Q_DECLARE_METATYPE(Kind)

/// A scripted door behind a real server, over real sockets.
class TestControlServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void isOpenToItsOwnerOnly();
    void replacesTheSocketOfAKilledInstance();
    void takesItsSocketAway();
    void saysWhyItCannotListen();
    void handsCommandsToTheDoor();
    void handsSwitchesToTheDoor();
    void handsReleasesToTheDoor();
    void answersChecksWhenTheyAreDone();
    void passesRefusalsOn();
    void passesRefusalsOfTheLoopOn_data();
    void passesRefusalsOfTheLoopOn();
    void givesSettingsAndStatus();
    void givesTheTokenItServes();
    void givesAnotherToken();
    void givesKeys();
    void handsProbesToTheDoor();
    void tellsTheDoorWhoAsks();
    void handsServingToTheDoor();
    void handsAddressesToTheDoor();
    void answersStopBeforeItStops();
    void stopsThoughTheClientIsGone();
    void answersOneAfterTheOther();
    void readsHalfMessages();
    void carriesLargeMessages();
    void turnsAwayWhatIsNoRequest_data();
    void turnsAwayWhatIsNoRequest();
    void turnsAwayEndlessLines();
    void dropsIdleClients();
    void keepsClientsWhoseCommandIsStillBeingDone();
    void forgetsClientsThatLeave();
    void servesManyClientsAndTurnsTheRestAway();
    void clientSaysHowItEnded_data();
    void clientSaysHowItEnded();
    void clientRefusesToSendTooMuch();
    void clientAsksAgainFromItsAnswer();

private:
    ControlReply ask(const ControlRequest &request);
    std::unique_ptr<QLocalSocket> rawClient();
    QByteArray readLine(QLocalSocket &socket);

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
    std::unique_ptr<ScriptedDoor> m_door;
    std::unique_ptr<ControlServer> m_server;
};

void TestControlServer::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_path = m_home->filePath(QStringLiteral("control.sock"));
    m_door = std::make_unique<ScriptedDoor>();
    m_server = std::make_unique<ControlServer>(*m_door);
    QVERIFY(m_server->listen(m_path));
}

void TestControlServer::cleanup()
{
    m_server.reset();
    m_door.reset();
    m_home.reset();
}

ControlReply TestControlServer::ask(const ControlRequest &request)
{
    ControlClient client(m_path);
    std::optional<ControlReply> reply;
    client.ask(request, [&](const ControlReply &answer) { reply = answer; });
    if (!QTest::qWaitFor([&] { return reply.has_value(); }))
        return {Kind::TimedOut, {}, {}};
    return *reply;
}

std::unique_ptr<QLocalSocket> TestControlServer::rawClient()
{
    auto socket = std::make_unique<QLocalSocket>();
    socket->connectToServer(m_path);
    return socket;
}

QByteArray TestControlServer::readLine(QLocalSocket &socket)
{
    if (!QTest::qWaitFor([&] { return socket.canReadLine(); }))
        return {};
    return socket.readLine();
}

void TestControlServer::isOpenToItsOwnerOnly()
{
    const QFile::Permissions owner =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    QCOMPARE(QFile::permissions(m_path) & ~owner, QFile::Permissions());
}

void TestControlServer::replacesTheSocketOfAKilledInstance()
{
    const QString stale = m_home->filePath(QStringLiteral("stale.sock"));
    {
        QLocalServer killed;
        QVERIFY(killed.listen(stale));
        QVERIFY(QFile::rename(stale, stale + QLatin1Char('x'))); // so that closing leaves it
        killed.close();
        QVERIFY(QFile::rename(stale + QLatin1Char('x'), stale));
    }
    ControlServer fresh(*m_door);
    QVERIFY(fresh.listen(stale));
    m_path = stale;
    QCOMPARE(ask(AskStatus{}).kind, Kind::Answered);
}

void TestControlServer::takesItsSocketAway()
{
    QVERIFY(QFile::exists(m_path));
    m_server->close();
    QVERIFY(!QFile::exists(m_path));
    QCOMPARE(ask(AskStatus{}).kind, Kind::Unreachable);
}

void TestControlServer::saysWhyItCannotListen()
{
    ControlServer other(*m_door);
    const Result<Done> result = other.listen(m_home->filePath(QStringLiteral("no/such/control.sock")));
    QVERIFY(!result);
    QCOMPARE(result.refusal().code, RefusalCode::FileUnwritable);
}

void TestControlServer::handsCommandsToTheDoor()
{
    const ControlReply reply = ask(Command(SetPriority{QStringLiteral("p"), Priority::Fallback, 2}));
    QCOMPARE(reply.kind, Kind::Answered);
    QCOMPARE(m_door->submitted.size(), 1u);
    QCOMPARE(m_door->submitted[0].value(QStringLiteral("index")).toInt(), 2);
}

void TestControlServer::handsSwitchesToTheDoor()
{
    const SwitchConfig wish{QStringLiteral("backup"), QStringLiteral("慢"), seconds(7200)};
    QCOMPARE(ask(AskSwitch{wish}).kind, Kind::Answered);
    QCOMPARE(m_door->switches.size(), 1u);
    QVERIFY(m_door->switches[0] == wish);
}

void TestControlServer::handsReleasesToTheDoor()
{
    QCOMPARE(ask(AskReleasePin{}).kind, Kind::Answered);
    QCOMPARE(m_door->releases, 1);
}

void TestControlServer::answersChecksWhenTheyAreDone()
{
    m_server = std::make_unique<ControlServer>(*m_door);
    m_server->setIdleLimit(milliseconds(30)); // a check may take longer
    QVERIFY(m_server->listen(m_path));
    m_door->checkTakes = milliseconds(150);
    CheckReport report;
    report.endpoint.value = QStringLiteral("0a1b2c3d");
    report.reachable = CheckLayer::Good;
    m_door->reports = {report};
    const ControlReply reply = ask(AskCheck{QStringLiteral("p")});
    QCOMPARE(reply.kind, Kind::Answered);
    QCOMPARE(m_door->checks, QStringList{QStringLiteral("p")});
    QVERIFY(*reportsFromJson(reply.data) == m_door->reports);
}

void TestControlServer::passesRefusalsOfTheLoopOn_data()
{
    QTest::addColumn<QByteArray>("question");
    QTest::newRow("of a switch") << encodeRequest(AskSwitch{{QStringLiteral("p"), {}, {}}});
    QTest::newRow("of a release") << encodeRequest(AskReleasePin{});
    QTest::newRow("of a check") << encodeRequest(AskCheck{});
}

void TestControlServer::passesRefusalsOfTheLoopOn()
{
    QFETCH(QByteArray, question);
    m_door->refuseWith = Refusal{RefusalCode::NotRoutable, QStringLiteral("p"), QStringLiteral("no key")};
    const Result<ControlRequest> request = decodeRequest(question);
    QVERIFY(request);
    const ControlReply reply = ask(*request);
    QCOMPARE(reply.kind, Kind::Refused);
    QVERIFY(reply.refusal == *m_door->refuseWith);
}

void TestControlServer::passesRefusalsOn()
{
    m_door->refuseWith = Refusal{RefusalCode::UnknownConfig, QStringLiteral("p"), QString()};
    const ControlReply reply = ask(Command(RemoveConfig{QStringLiteral("p")}));
    QCOMPARE(reply.kind, Kind::Refused);
    QVERIFY(reply.refusal == *m_door->refuseWith);
}

void TestControlServer::givesSettingsAndStatus()
{
    m_door->held.configs = {{QStringLiteral("p"), QStringLiteral("d"), {}}};
    m_door->held.groups.place(QStringLiteral("p"), Priority::Secondary);
    m_door->shown.pid = 4711;
    const ControlReply settings = ask(AskSettings{});
    QCOMPARE(settings.kind, Kind::Answered);
    QVERIFY(*settingsFromJson(settings.data) == m_door->held);
    const ControlReply status = ask(AskStatus{});
    QCOMPARE(status.kind, Kind::Answered);
    QVERIFY(*snapshotFromJson(status.data) == m_door->shown);
}

void TestControlServer::givesTheTokenItServes()
{
    const ControlReply token = ask(AskToken{});
    QCOMPARE(token.kind, Kind::Answered);
    QCOMPARE(token.data, (QJsonObject{{QStringLiteral("token"), QStringLiteral("qcc-of-the-instance")}}));
}

void TestControlServer::givesAnotherToken()
{
    const ControlReply token = ask(AskRenewToken{});
    QCOMPARE(token.kind, Kind::Answered);
    QCOMPARE(tokenFromJson(token.data)->reveal(), QByteArray("qcc-another"));
    m_door->refuseWith = Refusal{RefusalCode::SecretsUnavailable, {}, {}};
    QVERIFY(ask(AskRenewToken{}).refusal == *m_door->refuseWith);
}

void TestControlServer::givesKeys()
{
    const EndpointId id{QStringLiteral("0a1b2c3d")};
    m_door->keys[id] = "sk-1";
    QCOMPARE(revealedKeyFromJson(ask(AskKey{id}).data)->reveal(), QByteArray("sk-1"));
    const ControlReply unknown = ask(AskKey{});
    QCOMPARE(unknown.kind, Kind::Refused);
    QCOMPARE(unknown.refusal.code, RefusalCode::UnknownEndpoint);
}

void TestControlServer::handsProbesToTheDoor()
{
    m_door->probed.reachable = CheckLayer::Good;
    m_door->probed.latency = milliseconds(12);
    AskProbe question;
    question.draft.endpoint.url = QUrl(QStringLiteral("https://api.example.com"));
    question.draft.key = Secret("sk-1");
    const ControlReply reply = ask(std::move(question));
    QCOMPARE(reply.kind, Kind::Answered);
    QVERIFY(*reportFromJson(reply.data) == m_door->probed);
    QCOMPARE(m_door->probes.size(), size_t(1));
    QCOMPARE(m_door->probes[0].endpoint.url.host(), QStringLiteral("api.example.com"));
    QCOMPARE(m_door->probes[0].key->reveal(), QByteArray("sk-1"));
}

void TestControlServer::tellsTheDoorWhoAsks()
{
    m_door->checkTakes = std::chrono::minutes(1);
    auto client = rawClient();
    client->write(encodeRequest(AskProbe{}));
    QTRY_COMPARE(m_door->askers.size(), size_t(1));
    QVERIFY(m_door->askers[0]);
    client.reset();
    QTRY_VERIFY(!m_door->askers[0]);
}

void TestControlServer::handsServingToTheDoor()
{
    QCOMPARE(ask(AskServe{false}).kind, Kind::Answered);
    QCOMPARE(ask(AskServe{true}).kind, Kind::Answered);
    QVERIFY(m_door->serves == (std::vector{false, true}));
    m_door->refuseWith = Refusal{RefusalCode::ListenFailed, QStringLiteral("127.0.0.1:1"), {}};
    QVERIFY(ask(AskServe{true}).refusal == *m_door->refuseWith);
}

void TestControlServer::handsAddressesToTheDoor()
{
    QCOMPARE(ask(AskListen{QStringLiteral("::1"), 7861}).kind, Kind::Answered);
    QVERIFY(m_door->places == (std::vector{std::pair(QStringLiteral("::1"), quint16(7861))}));
    m_door->refuseWith = Refusal{RefusalCode::ListenFailed, QStringLiteral("[::1]:1"), {}};
    QVERIFY(ask(AskListen{QStringLiteral("::1"), 1}).refusal == *m_door->refuseWith);
}

void TestControlServer::answersStopBeforeItStops()
{
    m_door->onStop = [this] { m_server.reset(); };
    QCOMPARE(ask(AskStop{}).kind, Kind::Answered);
    QTRY_COMPARE(m_door->stops, 1);
}

void TestControlServer::stopsThoughTheClientIsGone()
{
    auto client = rawClient();
    client->write(encodeRequest(AskStop{}));
    client->flush();
    client.reset();
    QTRY_COMPARE(m_door->stops, 1);
}

void TestControlServer::answersOneAfterTheOther()
{
    m_door->holdAnswers = true;
    auto client = rawClient();
    client->write(encodeRequest(Command(RemoveConfig{QStringLiteral("first")})));
    client->write(encodeRequest(Command(RemoveConfig{QStringLiteral("second")})));
    client->write(encodeRequest(AskStatus{}));
    QTRY_COMPARE(m_door->submitted.size(), 1u);
    m_door->heldAnswers[0](Refusal{RefusalCode::UnknownConfig, QStringLiteral("first"), QString()});
    QVERIFY(readLine(*client).contains("\"first\""));
    QTRY_COMPARE(m_door->submitted.size(), 2u);
    QVERIFY(!client->canReadLine());
    m_door->heldAnswers[1](Done{});
    QVERIFY(decodeReply(readLine(*client)));
    QVERIFY(readLine(*client).contains("listen_url"));
}

void TestControlServer::readsHalfMessages()
{
    auto client = rawClient();
    const QByteArray question = encodeRequest(AskStatus{});
    for (const char byte : question) {
        QVERIFY(!client->canReadLine());
        client->write(&byte, 1);
        client->flush();
        QCoreApplication::processEvents();
    }
    QVERIFY(decodeReply(readLine(*client)));
}

void TestControlServer::carriesLargeMessages()
{
    const QString large(500'000, QLatin1Char('d'));
    QCOMPARE(ask(Command(EditConfig{QStringLiteral("p"), {}, large})).kind, Kind::Answered);
    QCOMPARE(m_door->submitted.at(0).value(QStringLiteral("description")).toString(), large);
    m_door->held.configs = {{QStringLiteral("p"), large, {}}};
    const ControlReply settings = ask(AskSettings{});
    QCOMPARE(settings.kind, Kind::Answered);
    QCOMPARE(settingsFromJson(settings.data)->configs.at(0).description, large);
}

void TestControlServer::turnsAwayWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("subject");
    QTest::newRow("an HTTP request") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                                     << QStringLiteral("JSON");
    QTest::newRow("an empty line") << QByteArray("\n") << QStringLiteral("JSON");
    QTest::newRow("binary garbage") << QByteArray("\x00\xff\xfe\n\x01\n", 6) << QStringLiteral("JSON");
    QTest::newRow("deeply nested arrays") << QByteArray(5000, '[') + '\n' << QStringLiteral("JSON");
    QTest::newRow("another version") << QByteArray("{\"v\":99,\"ask\":\"stop\"}\n")
                                     << QStringLiteral("version");
    QTest::newRow("an unknown question followed by a good one")
        << QByteArray("{\"v\":4,\"ask\":\"dance\"}\n{\"v\":4,\"ask\":\"stop\"}\n")
        << QStringLiteral("field \"ask\"");
}

void TestControlServer::turnsAwayWhatIsNoRequest()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, subject);
    auto client = rawClient();
    client->write(bytes);
    const Result<QJsonObject> reply = decodeReply(readLine(*client));
    QVERIFY(!reply);
    QCOMPARE(reply.refusal().code, RefusalCode::ProtocolError);
    QCOMPARE(reply.refusal().subject, subject);
    QTRY_COMPARE(client->state(), QLocalSocket::UnconnectedState);
    QVERIFY(client->readAll().isEmpty());
    QCOMPARE(m_door->stops, 0);
}

void TestControlServer::turnsAwayEndlessLines()
{
    auto client = rawClient();
    client->write(QByteArray(2 * kLargestControlMessage, 'x'));
    const Result<QJsonObject> reply = decodeReply(readLine(*client));
    QVERIFY(!reply);
    QCOMPARE(reply.refusal().subject, QStringLiteral("size"));
    QTRY_COMPARE(client->state(), QLocalSocket::UnconnectedState);
}

void TestControlServer::dropsIdleClients()
{
    m_server = std::make_unique<ControlServer>(*m_door);
    m_server->setIdleLimit(milliseconds(50));
    QVERIFY(m_server->listen(m_path));
    auto silent = rawClient();
    auto slow = rawClient();
    slow->write("{\"v\":4,");
    QTRY_COMPARE(silent->state(), QLocalSocket::UnconnectedState);
    QTRY_COMPARE(slow->state(), QLocalSocket::UnconnectedState);
    QCOMPARE(ask(AskStatus{}).kind, Kind::Answered);
}

void TestControlServer::keepsClientsWhoseCommandIsStillBeingDone()
{
    m_server = std::make_unique<ControlServer>(*m_door);
    m_server->setIdleLimit(milliseconds(50));
    QVERIFY(m_server->listen(m_path));
    m_door->holdAnswers = true;
    auto idle = rawClient();
    auto busy = rawClient();
    busy->write(encodeRequest(Command(RemoveConfig{QStringLiteral("p")})));
    QTRY_COMPARE(m_door->heldAnswers.size(), 1u);
    auto later = rawClient(); // its limit ends after the busy one's would have
    QTRY_COMPARE(later->state(), QLocalSocket::UnconnectedState);
    QCOMPARE(busy->state(), QLocalSocket::ConnectedState);
    m_door->heldAnswers[0](Done{});
    QVERIFY(decodeReply(readLine(*busy)));
}

void TestControlServer::forgetsClientsThatLeave()
{
    m_door->holdAnswers = true;
    auto client = rawClient();
    client->write(encodeRequest(Command(RemoveConfig{QStringLiteral("p")})));
    QTRY_COMPARE(m_door->heldAnswers.size(), 1u);
    client.reset();
    QTRY_VERIFY(m_server->findChildren<ControlConnection *>().isEmpty());
    m_door->heldAnswers[0](Done{});
    QCOMPARE(ask(AskStatus{}).kind, Kind::Answered);
}

void TestControlServer::servesManyClientsAndTurnsTheRestAway()
{
    std::vector<std::unique_ptr<QLocalSocket>> clients;
    for (int i = 0; i < kMostControlClients; ++i) {
        clients.push_back(rawClient());
        clients.back()->write(encodeRequest(AskStatus{}));
        QVERIFY(decodeReply(readLine(*clients.back())));
    }
    auto oneTooMany = rawClient();
    const Result<QJsonObject> reply = decodeReply(readLine(*oneTooMany));
    QVERIFY(!reply);
    QCOMPARE(reply.refusal().subject, QStringLiteral("clients"));
    for (const auto &client : clients) {
        client->write(encodeRequest(AskStatus{}));
        QVERIFY(decodeReply(readLine(*client)));
    }
    clients.clear();
    QTRY_COMPARE(ask(AskStatus{}).kind, Kind::Answered);
}

void TestControlServer::clientSaysHowItEnded_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("hangUp");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("an answer") << QByteArray("{\"v\":4,\"ok\":true,\"data\":{}}\n") << false
                               << Kind::Answered;
    QTest::newRow("an answer and the end")
        << QByteArray("{\"v\":4,\"ok\":true,\"data\":{}}\n") << true << Kind::Answered;
    QTest::newRow("garbage") << QByteArray("what?\n") << false << Kind::Refused;
    QTest::newRow("another version") << QByteArray("{\"v\":99,\"ok\":true,\"data\":{}}\n") << false
                                     << Kind::Refused;
    QTest::newRow("the end before an answer") << QByteArray() << true << Kind::Lost;
    QTest::newRow("the end in half an answer") << QByteArray("{\"v\":4,\"ok\"") << true << Kind::Lost;
    QTest::newRow("silence") << QByteArray() << false << Kind::TimedOut;
    QTest::newRow("half an answer and silence") << QByteArray("{\"v\":4,\"ok\"") << false << Kind::TimedOut;
    QTest::newRow("an answer too large")
        << QByteArray(kLargestControlMessage + 1, 'x') << false << Kind::Refused;
}

void TestControlServer::clientSaysHowItEnded()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, hangUp);
    QFETCH(Kind, kind);
    QLocalServer other;
    const QString path = m_home->filePath(QStringLiteral("other.sock"));
    QVERIFY(other.listen(path));
    connect(&other, &QLocalServer::newConnection, this, [&] {
        QLocalSocket *socket = other.nextPendingConnection();
        connect(socket, &QLocalSocket::readyRead, socket, [=] {
            socket->write(answer);
            if (hangUp)
                socket->disconnectFromServer();
        });
    });
    ControlClient client(path);
    std::vector<ControlReply> replies;
    const milliseconds limit = kind == Kind::TimedOut ? milliseconds(50) : kControlReplyLimit;
    client.ask(
        AskStatus{}, [&](const ControlReply &reply) { replies.push_back(reply); }, limit);
    QVERIFY(client.isAsking());
    QTRY_COMPARE(replies.size(), 1u);
    QCOMPARE(replies[0].kind, kind);
    QVERIFY(!client.isAsking());
}

void TestControlServer::clientRefusesToSendTooMuch()
{
    const ControlReply reply =
        ask(Command(EditConfig{QStringLiteral("p"), {}, QString(kLargestControlMessage, QLatin1Char('d'))}));
    QCOMPARE(reply.kind, Kind::Refused);
    QCOMPARE(reply.refusal.subject, QStringLiteral("size"));
    QVERIFY(m_door->submitted.empty());
}

void TestControlServer::clientAsksAgainFromItsAnswer()
{
    ControlClient client(m_path);
    int answers = 0;
    std::function<void(ControlReply)> again = [&](const ControlReply &reply) {
        QCOMPARE(reply.kind, Kind::Answered);
        if (++answers < 20)
            client.ask(AskStatus{}, again);
    };
    client.ask(AskStatus{}, again);
    QTRY_COMPARE(answers, 20);
}

QTEST_GUILESS_MAIN(TestControlServer)
#include "tst_control_server.moc"

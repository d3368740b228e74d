// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/instance_access.h"
#include "app/control/control_address.h"
#include "app/control/control_server.h"
#include "app/control/snapshot_json.h"
#include "app/store/instance_lock.h"
#include "tests/cli/cli_runner.h"
#include "tests/control/scripted_door.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTest>

using namespace qcc;

namespace {

const QByteArray kKey("sk-verysecret-0001");

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// The program with a running instance: a scripted one, in this process.
class TestCliInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void handsEveryCommandOver_data();
    void handsEveryCommandOver();
    void handsKeysOver();
    void putsRefusalsIntoWords();
    void showsTheInstancesSettings();
    void showsTheStatus();
    void saysWhyItDoesNotListen_data();
    void saysWhyItDoesNotListen();
    void printsTheStatusAsJson();
    void printsTheEnvironmentOfTheInstance();
    void stopsAndWaits();
    void findsTheInstanceOfALongHome();
    void waitsForAnInstanceThatStarts();
    void waitsForSomebodyWhoWorksOnTheFiles();
    void namesWhoHoldsTheHomeTooLong();
    void opensTheKeysBeforeItTakesTheHome();
    void saysThatNoAnswerCame();
    void saysThatVersionsDiffer();

private:
    CliRun run(const char *line, const QByteArray &input = {}) { return m_cli->run(words(line), input); }
    void startInstance();
    void lockOnly();
    /// In place of the instance's server: answers each question with @p answer, then hangs up.
    void startStranger(const QByteArray &answer);

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<InstanceLock> m_lock;
    std::unique_ptr<ScriptedDoor> m_door;
    std::unique_ptr<ControlServer> m_server;
    std::unique_ptr<QLocalServer> m_stranger;
};

void TestCliInstance::init()
{
    qputenv("QCC_SECRETS", "file");
    m_cli = std::make_unique<CliRunner>();
    m_door = std::make_unique<ScriptedDoor>();
    m_door->shown.home = m_cli->home();
    m_door->shown.version = QStringLiteral("9.9.9");
    m_door->shown.pid = QCoreApplication::applicationPid();
    m_door->shown.listenUrl = QStringLiteral("http://127.0.0.1:4711");
    m_door->shown.startedAt = TimePoint(milliseconds(1'700'000'000'000));
}

void TestCliInstance::cleanup()
{
    QVERIFY(!m_cli->everythingPrinted().contains(QStringLiteral("verysecret")));
    m_stranger.reset();
    m_server.reset();
    m_door.reset();
    m_lock.reset();
    m_cli.reset();
}

void TestCliInstance::lockOnly()
{
    auto lock = InstanceLock::acquire(m_cli->home());
    QVERIFY(lock);
    m_lock = std::move(lock).value();
}

void TestCliInstance::startInstance()
{
    if (!m_lock)
        lockOnly();
    m_server = std::make_unique<ControlServer>(*m_door);
    QVERIFY(m_server->listen(controlSocketPath(m_cli->home())));
}

void TestCliInstance::startStranger(const QByteArray &answer)
{
    lockOnly();
    m_stranger = std::make_unique<QLocalServer>();
    QVERIFY(m_stranger->listen(controlSocketPath(m_cli->home())));
    connect(m_stranger.get(), &QLocalServer::newConnection, this, [this, answer] {
        QLocalSocket *socket = m_stranger->nextPendingConnection();
        connect(socket, &QLocalSocket::readyRead, socket, [socket, answer] {
            socket->write(answer);
            socket->disconnectFromServer();
        });
    });
}

void TestCliInstance::handsEveryCommandOver_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *line, const char *json) {
        QTest::newRow(line) << QString::fromUtf8(line) << QByteArray(json);
    };
    row("add p --description d --priority fallback",
        R"({"command":"add-config","name":"p","description":"d","priority":"fallback"})");
    row("edit p --rename q --description d",
        R"({"command":"edit-config","name":"p","new_name":"q","description":"d"})");
    row("remove p --yes", R"({"command":"remove-config","name":"p"})");
    row("endpoint remove p e --yes", R"({"command":"remove-endpoint","config":"p","endpoint":"e"})");
    row("endpoint edit p e --url https://h --http 1 --header-timeout 2",
        R"({"command":"edit-endpoint","config":"p","endpoint":"e","patch":{"url":"https://h","http":"1","header_ms":2000}})");
    row("priority set p secondary", R"({"command":"set-priority","config":"p","priority":"secondary"})");
    row("priority set p primary --position 3",
        R"({"command":"set-priority","config":"p","priority":"primary","index":2})");
}

void TestCliInstance::handsEveryCommandOver()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, json);
    startInstance();
    const CliRun done = m_cli->run(line.split(QLatin1Char(' ')));
    QCOMPARE(done.exitCode, 0);
    QVERIFY(done.err.isEmpty());
    QVERIFY(!done.out.isEmpty());
    QCOMPARE(m_door->submitted.size(), 1u);
    QCOMPARE(m_door->submitted[0], QJsonDocument::fromJson(json).object());
    QVERIFY(m_cli->files().keys().filter(QStringLiteral(".json")).isEmpty()); // the instance writes, not the
                                                                              // program
}

void TestCliInstance::handsKeysOver()
{
    startInstance();
    QCOMPARE(run("add p --url https://h --key-stdin", kKey).exitCode, 0);
    QCOMPARE(run("endpoint add p --url https://h2 --key-stdin", kKey).exitCode, 0);
    QCOMPARE(run("endpoint edit p h --key-stdin", kKey).exitCode, 0);
    QCOMPARE(m_door->submitted.size(), 3u);
    const QString key = QStringLiteral("key");
    QCOMPARE(
        m_door->submitted[0].value(QStringLiteral("endpoint")).toObject().value(key).toString().toLatin1(),
        kKey);
    QCOMPARE(
        m_door->submitted[1].value(QStringLiteral("endpoint")).toObject().value(key).toString().toLatin1(),
        kKey);
    QCOMPARE(m_door->submitted[2].value(key).toString().toLatin1(), kKey);
}

void TestCliInstance::putsRefusalsIntoWords()
{
    startInstance();
    m_door->refuseWith = Refusal{RefusalCode::UnknownConfig, QStringLiteral("p"), QString()};
    const CliRun refused = run("remove p --yes");
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.err,
             QStringLiteral("qcc: There is no config named \"p\". See the names with: qcc list\n"));
    QVERIFY(refused.out.isEmpty());
}

void TestCliInstance::showsTheInstancesSettings()
{
    startInstance();
    m_door->held.configs = {{QStringLiteral("production"), QString(), {Endpoint{}}},
                            {QStringLiteral("备用"), QString(), {}}};
    m_door->held.groups.place(QStringLiteral("production"), Priority::Primary);
    m_door->held.groups.place(QStringLiteral("备用"), Priority::Primary);
    m_door->held.groups.setEnabled(Priority::Secondary, false);
    m_door->held.activeConfig = QStringLiteral("production");
    QCOMPARE(run("priority list").out,
             QStringLiteral("⭐ PRIMARY [✓]\n"
                            "  • production (active)  1 endpoint\n"
                            "  • 备用                 0 endpoints\n"
                            "🔵 SECONDARY [ ]\n  –\n🟡 FALLBACK [✓]\n  –\n⚪ DISABLED\n  –\n"));
    QVERIFY(run("list").out.startsWith(QStringLiteral("production (active)  primary  1 endpoint\n")));
    QVERIFY(run("show production").out.startsWith(QStringLiteral("production (active)\n")));
}

void TestCliInstance::saysWhyItDoesNotListen_data()
{
    QTest::addColumn<bool>("byTrouble");
    QTest::addColumn<QString>("line");
    QTest::newRow("by choice")
        << false
        << QStringLiteral("proxy not listening: it was switched off (address: http://127.0.0.1:4711)");
    QTest::newRow("by trouble")
        << true << QStringLiteral("proxy not listening: Cannot listen on 127.0.0.1:4711: another program");
}

void TestCliInstance::saysWhyItDoesNotListen()
{
    QFETCH(bool, byTrouble);
    QFETCH(QString, line);
    startInstance();
    ProxySnapshot &shown = m_door->shown;
    shown.serving = false;
    if (byTrouble) {
        shown.listenTrouble = Refusal{RefusalCode::ListenFailed, QStringLiteral("127.0.0.1:4711"),
                                      QStringLiteral("address in use")};
    }
    shown.settingsTrouble = Refusal{RefusalCode::FileBroken, QStringLiteral("/home/me/.qcc/configs.json"),
                                    QStringLiteral("line 3, column 4: no value")};
    for (const char *command : {"proxy status", "status"}) {
        const CliRun status = run(command);
        QCOMPARE(status.exitCode, 0);
        QVERIFY2(status.out.contains(line), qPrintable(status.out));
        QVERIFY2(status.out.contains(QStringLiteral("line 3, column 4")), qPrintable(status.out));
        QVERIFY(!status.out.contains(QStringLiteral("listening on")));
    }
}

void TestCliInstance::showsTheStatus()
{
    startInstance();
    ProxySnapshot &shown = m_door->shown;
    shown.activeConfig = QStringLiteral("backup");
    shown.clientConnections = 7;
    shown.runningRequests = 3;
    shown.requestsServed = 120;
    shown.spilledOver = 5;
    shown.requestsFailed = 2;
    shown.heldRequests = 2;
    shown.endpoints = {{QStringLiteral("production"),
                        {QStringLiteral("1")},
                        QStringLiteral("main"),
                        EndpointCondition::BreakerOpen,
                        {},
                        4,
                        OutcomeKind::ServerError,
                        502,
                        {},
                        {}},
                       {QStringLiteral("backup"),
                        {QStringLiteral("2")},
                        QStringLiteral("eu"),
                        EndpointCondition::Limited,
                        TimePoint(milliseconds(1'700'000'000'000)),
                        0,
                        OutcomeKind::RateLimitedUntil,
                        429,
                        {},
                        {}}};
    const CliRun status = run("proxy status");
    QCOMPARE(status.exitCode, 0);
    QVERIFY(status.out.startsWith(QStringLiteral("proxy listening on http://127.0.0.1:4711\n")));
    const QString pid = QString::number(QCoreApplication::applicationPid());
    for (const QString &part :
         {pid + QStringLiteral(", QCC 9.9.9"), m_cli->home(), QStringLiteral("since        2023-11-1"),
          QStringLiteral("active       backup\n"), QStringLiteral("connections  7\n"),
          QStringLiteral("waiting      Waiting for backup: every config is limited, 2 requests go on in "),
          QStringLiteral("3 running, 120 served (5 of them spilled over), 2 failed"),
          QStringLiteral("production/main  failing, left alone"),
          QStringLiteral("failures in a row: 4, last status 502"),
          QStringLiteral("backup/eu        limited until ")})
        QVERIFY2(status.out.contains(part), qPrintable(part + QLatin1Char('\n') + status.out));
}

void TestCliInstance::printsTheStatusAsJson()
{
    startInstance();
    m_door->shown.requestsServed = 11;
    const CliRun status = run("proxy status --json");
    QCOMPARE(status.exitCode, 0);
    const Result<ProxySnapshot> snapshot =
        snapshotFromJson(QJsonDocument::fromJson(status.out.toUtf8()).object());
    QVERIFY(snapshot);
    QVERIFY(*snapshot == m_door->shown);
}

/// Its secrets may lie in a keyring that is out of reach from here.
void TestCliInstance::printsTheEnvironmentOfTheInstance()
{
    startInstance();
    const CliRun environment = run("claude env");
    QCOMPARE(environment.exitCode, 0);
    QCOMPARE(environment.out, QStringLiteral("export ANTHROPIC_BASE_URL=http://127.0.0.1:4711\n"
                                             "export ANTHROPIC_AUTH_TOKEN=qcc-of-the-instance\n"));
    QVERIFY(m_cli->files().isEmpty());
}

void TestCliInstance::stopsAndWaits()
{
    startInstance();
    m_door->shown.runningRequests = 2;
    bool gone = false;
    m_door->onStop = [&] {
        m_server->close();
        QTimer::singleShot(500, this, [&] { // the streams' grace time
            m_lock.reset();
            gone = true;
        });
    };
    const CliRun stopped = run("proxy stop");
    QVERIFY(gone);
    QCOMPARE(m_door->stops, 1);
    QCOMPARE(stopped.exitCode, 0);
    QVERIFY(stopped.out.startsWith(QStringLiteral("Requests still running: 2")));
    QVERIFY(stopped.out.endsWith(QStringLiteral("The proxy (pid %1) has stopped.\n").arg(m_door->shown.pid)));
}

void TestCliInstance::findsTheInstanceOfALongHome()
{
    const QString longHome = m_cli->home() + QLatin1Char('/') + QString(120, QLatin1Char('h'));
    m_cli->setHome(longHome);
    QVERIFY(QDir().mkdir(longHome));
    m_cli->setVariable(QStringLiteral("XDG_RUNTIME_DIR"), longHome.left(60));
    qputenv("XDG_RUNTIME_DIR", longHome.left(60).toLocal8Bit());
    startInstance();
    QCOMPARE(run("proxy status").exitCode, 0);
    m_server.reset();
    qunsetenv("XDG_RUNTIME_DIR");
}

void TestCliInstance::waitsForAnInstanceThatStarts()
{
    lockOnly();
    QTimer::singleShot(300, this, &TestCliInstance::startInstance);
    QCOMPARE(run("priority set p primary").exitCode, 0);
    QCOMPARE(m_door->submitted.size(), 1u);
}

void TestCliInstance::waitsForSomebodyWhoWorksOnTheFiles()
{
    lockOnly();
    QTimer::singleShot(300, this, [this] { m_lock.reset(); });
    QCOMPARE(run("add p").exitCode, 0);
    QCOMPARE(run("show p").exitCode, 0);
}

void TestCliInstance::namesWhoHoldsTheHomeTooLong()
{
    lockOnly();
    InstanceAccess access(m_cli->home(), milliseconds{200});
    std::optional<Result<Done>> result;
    access.submit(AddConfig{QStringLiteral("p"), {}, {}, {}}, [&](const Result<Done> &r) { result = r; });
    QTRY_VERIFY(result);
    QVERIFY(!*result);
    const QString pid = QString::number(QCoreApplication::applicationPid());
    QCOMPARE(result->refusal(), (Refusal{RefusalCode::InstanceRunning, m_cli->home(), pid}));
    QVERIFY(!m_cli->files().contains(QStringLiteral("configs.json")));
    QCOMPARE(run("list").exitCode, 0); // reading needs no lock
}

/// A keyring that asks for a password must not keep everybody else out.
void TestCliInstance::opensTheKeysBeforeItTakesTheHome()
{
    lockOnly();
    InstanceAccess access(m_cli->home(), milliseconds{60'000});
    bool answered = false;
    qputenv("QCC_SECRETS", "neither");
    access.submit(AddConfig{QStringLiteral("p"), {}, {}, {}}, [&](const Result<Done> &result) {
        QCOMPARE(result.refusal().subject, QStringLiteral("QCC_SECRETS"));
        answered = true;
    });
    QTRY_VERIFY(answered); // though the home is held
    qputenv("QCC_SECRETS", "file");
}

void TestCliInstance::saysThatNoAnswerCame()
{
    startStranger({});
    const CliRun lost = run("add p");
    QCOMPARE(lost.exitCode, 1);
    QVERIFY2(lost.err.contains(QStringLiteral("not known whether")), qPrintable(lost.err));
    QVERIFY(!m_cli->files().contains(QStringLiteral("configs.json")));
}

void TestCliInstance::saysThatVersionsDiffer()
{
    startStranger("{\"v\":99,\"ok\":true,\"data\":{}}\n");
    const CliRun refused = run("list");
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains(QStringLiteral("another version")), qPrintable(refused.err));
}

QTEST_GUILESS_MAIN(TestCliInstance)
#include "tst_cli_instance.moc"

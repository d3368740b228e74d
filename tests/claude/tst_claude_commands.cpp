// SPDX-License-Identifier: GPL-3.0-or-later
// `qcc claude …`, `qcc run` and `qcc statusline`, with a scripted instance in this process, far from the real
// settings.
#include "app/control/control_address.h"
#include "app/control/control_server.h"
#include "app/store/instance_lock.h"
#include "tests/claude/takeover_place.h"
#include "tests/cli/cli_runner.h"
#include "tests/control/scripted_door.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

const QByteArray kSettings = "{\n  \"model\": \"opus\"\n}\n";
const QByteArray kConnected =
    "{\n  \"model\": \"opus\",\n  \"env\": {\n    \"ANTHROPIC_BASE_URL\": "
    "\"http://127.0.0.1:4711\",\n    \"ANTHROPIC_AUTH_TOKEN\": \"qcc-of-the-instance\"\n  }\n}\n";

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class TestClaudeCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void onAndOff();
    void connectsByLoopback_data();
    void connectsByLoopback();
    void needsAProxyThatListens();
    void anywayNeedsNone();
    void tellsTheState();
    void editsAreToldAndKept();
    void aFolderInItsPlaceIsNoBrokenJson();
    void restoreNeedsNothing();
    void refusesAndSaysWhatToDo_data();
    void refusesAndSaysWhatToDo();
    void connectsEditors();
    void runsAProgram_data();
    void runsAProgram();
    void runRefuses_data();
    void runRefuses();
    void notesWhatWinsOverRun();
    void leadsClaudeCodePastItsSettings_data();
    void leadsClaudeCodePastItsSettings();
    void printsAStatusLine_data();
    void printsAStatusLine();
    void theStatusLineNeverWaits();

private:
    void startInstance();
    CliRun run(const char *line) { return m_cli->run(words(line)); }
    CliRun shell(const QString &script)
    {
        return m_cli->run({QStringLiteral("run"), QStringLiteral("--"), QStringLiteral("sh"),
                           QStringLiteral("-c"), script});
    }

    std::unique_ptr<TakeoverPlace> m_place;
    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<InstanceLock> m_lock;
    std::unique_ptr<ScriptedDoor> m_door;
    std::unique_ptr<ControlServer> m_server;
};

void TestClaudeCommands::init()
{
    m_place = std::make_unique<TakeoverPlace>();
    m_place->writeSettings(kSettings);
    m_cli = std::make_unique<CliRunner>();
    const QMap<QString, QString> variables{
        {QStringLiteral("HOME"), m_place->path(QStringLiteral("home"))},
        {QStringLiteral("QCC_MANAGED_SETTINGS"), m_place->path(QStringLiteral("managed"))},
        {QStringLiteral("XDG_CONFIG_HOME"), m_place->path(QStringLiteral("home/.config"))},
        {QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")}};
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        m_cli->setVariable(variable.key(), variable.value());
    for (const char *none :
         {"CLAUDE_CONFIG_DIR", "ANTHROPIC_BASE_URL", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_API_KEY",
          "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "NO_PROXY", "no_proxy", "LANGUAGE"})
        m_cli->setVariable(QString::fromLatin1(none), QString());
    m_door = std::make_unique<ScriptedDoor>();
    m_door->shown.listenUrl = QStringLiteral("http://127.0.0.1:4711");
    m_door->shown.activeConfig = QStringLiteral("production");
    m_door->shown.failover.active = QStringLiteral("production");
    m_door->shown.failover.activePriority = Priority::Primary;
}

void TestClaudeCommands::cleanup()
{
    m_server.reset();
    m_door.reset();
    m_lock.reset();
    m_cli.reset();
    m_place.reset();
}

void TestClaudeCommands::startInstance()
{
    auto lock = InstanceLock::acquire(m_cli->home());
    QVERIFY(lock);
    m_lock = std::move(lock).value();
    m_server = std::make_unique<ControlServer>(*m_door);
    QVERIFY(m_server->listen(controlSocketPath(m_cli->home())));
}

void TestClaudeCommands::onAndOff()
{
    startInstance();
    const auto before = m_place->everything();
    const CliRun on = run("claude on");
    QCOMPARE(on.exitCode, 0);
    QVERIFY2(on.out.contains(QStringLiteral("http://127.0.0.1:4711")), qPrintable(on.out));
    QCOMPARE(m_place->settings(), std::optional(kConnected));
    QCOMPARE(run("claude on").exitCode, 0);
    const CliRun off = run("claude off");
    QCOMPARE(off.exitCode, 0);
    QVERIFY2(off.out.contains(m_place->settingsFile()), qPrintable(off.out));
    QCOMPARE(m_place->everything(), before);
    const CliRun again = run("claude off");
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.err.contains(QStringLiteral("nothing to put back")), qPrintable(again.err));
    QVERIFY(!m_cli->everythingPrinted().contains(QStringLiteral("qcc-of-the-instance")));
}

void TestClaudeCommands::connectsByLoopback_data()
{
    QTest::addColumn<QByteArray>("listens");
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("every address") << QByteArray("http://0.0.0.0:7860")
                                   << QByteArray("http://127.0.0.1:7860");
    QTest::newRow("every IPv6 address") << QByteArray("http://[::]:7860") << QByteArray("http://");
    QTest::newRow("one address") << QByteArray("http://192.168.1.7:7860")
                                 << QByteArray("http://192.168.1.7:7860");
}

void TestClaudeCommands::connectsByLoopback()
{
    QFETCH(const QByteArray, listens);
    QFETCH(const QByteArray, asked);
    m_door->shown.listenUrl = QString::fromLatin1(listens);
    startInstance();
    QCOMPARE(run("claude on").exitCode, 0);
    QVERIFY2(m_place->settings()->contains(asked), m_place->settings()->constData());
    QVERIFY(!m_place->settings()->contains("0.0.0.0") && !m_place->settings()->contains("[::]"));
}

void TestClaudeCommands::needsAProxyThatListens()
{
    const CliRun none = run("claude on");
    QCOMPARE(none.exitCode, 3);
    QVERIFY2(none.err.contains(QStringLiteral("qcc proxy start")), qPrintable(none.err));
    m_door->shown.serving = false;
    startInstance();
    QCOMPARE(run("claude on").exitCode, 3);
    QCOMPARE(m_place->settings(), std::optional(kSettings));
}

void TestClaudeCommands::anywayNeedsNone()
{
    QCOMPARE(run("claude on --anyway").exitCode, 0);
    QVERIFY(m_place->settings()->contains("\"http://127.0.0.1:7860\""));
    QCOMPARE(run("claude off").exitCode, 0);
    QCOMPARE(m_place->settings(), std::optional(kSettings));
}

void TestClaudeCommands::tellsTheState()
{
    startInstance();
    const CliRun off = run("claude status");
    QCOMPARE(off.exitCode, 0);
    QVERIFY2(off.out.contains(QStringLiteral("does not use QCC")), qPrintable(off.out));
    QCOMPARE(run("claude on --tool-search").exitCode, 0);
    const QJsonObject told = QJsonDocument::fromJson(run("claude status --json").out.toUtf8()).object();
    QCOMPARE(told.value(QStringLiteral("state")).toString(), QStringLiteral("on"));
    QCOMPARE(told.value(QStringLiteral("url")).toString(), QStringLiteral("http://127.0.0.1:4711"));
    QCOMPARE(told.value(QStringLiteral("file")).toString(), m_place->settingsFile());
    QVERIFY(
        QDateTime::fromString(told.value(QStringLiteral("since")).toString(), Qt::ISODateWithMs).isValid());
    QVERIFY(m_place->settings()->contains("ENABLE_TOOL_SEARCH"));
}

void TestClaudeCommands::editsAreToldAndKept()
{
    startInstance();
    QCOMPARE(run("claude on").exitCode, 0);
    m_place->writeSettings(m_place->settings()->replace("http://127.0.0.1:4711", "https://theirs.example"));
    QVERIFY(run("claude status").out.contains(QStringLiteral("https://theirs.example")));
    QCOMPARE(run("claude on").exitCode, 1);
    const CliRun refused = run("claude off");
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains(QStringLiteral("--keep-edits")), qPrintable(refused.err));
    QVERIFY2(refused.out.contains(QStringLiteral("https://theirs.example")), qPrintable(refused.out));
    const CliRun off = run("claude off --keep-edits");
    QCOMPARE(off.exitCode, 0);
    QVERIFY2(off.out.contains(QStringLiteral("What others have changed stays: ANTHROPIC_BASE_URL.")),
             qPrintable(off.out));
    QVERIFY(m_place->settings()->contains("https://theirs.example"));
    QVERIFY(!m_place->settings()->contains("ANTHROPIC_AUTH_TOKEN"));
}

void TestClaudeCommands::aFolderInItsPlaceIsNoBrokenJson()
{
    QVERIFY(QFile::remove(m_place->settingsFile()));
    QVERIFY(QDir().mkpath(m_place->settingsFile()));
    const CliRun told = run("claude status");
    QVERIFY2(told.out.contains(QStringLiteral("can't be used: it is not a regular file.")),
             qPrintable(told.out));
    QVERIFY(!told.out.contains(QStringLiteral("JSON")));
}

void TestClaudeCommands::restoreNeedsNothing()
{
    startInstance();
    QCOMPARE(run("claude on").exitCode, 0);
    m_server.reset();
    m_lock.reset();
    QCOMPARE(run("claude restore").exitCode, 0);
    QCOMPARE(m_place->settings(), std::optional(kSettings));
    QCOMPARE(run("claude restore").exitCode, 1);
}

void TestClaudeCommands::refusesAndSaysWhatToDo_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    QTest::newRow("a broken file") << QStringLiteral("home/.claude/settings.json")
                                   << QByteArray("{\n  \"a\": 1,\n}") << QStringLiteral("line 3, column 1");
    QTest::newRow("another service") << QStringLiteral("home/.claude/settings.json")
                                     << QByteArray("{\"env\":{\"CLAUDE_CODE_USE_BEDROCK\":\"1\"}}")
                                     << QStringLiteral("CLAUDE_CODE_USE_BEDROCK");
    QTest::newRow("an administrator")
        << QStringLiteral("managed/managed-settings.json")
        << QByteArray("{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://x\"}}") << QStringLiteral("administrator");
}

void TestClaudeCommands::refusesAndSaysWhatToDo()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, said);
    m_place->write(m_place->path(file), content);
    startInstance();
    const auto before = m_place->everything();
    const CliRun refused = run("claude on");
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains(said), qPrintable(refused.err));
    QCOMPARE(m_place->everything(), before);
}

void TestClaudeCommands::connectsEditors()
{
    startInstance();
    m_place->write(m_place->editorFile(), "{\n  // mine\n}\n");
    const auto before = m_place->everything();
    QCOMPARE(run("claude on --vscode").exitCode, 0);
    QVERIFY(TakeoverPlace::read(m_place->editorFile())->contains("claudeCode.environmentVariables"));
    QCOMPARE(run("claude off").exitCode, 0);
    QCOMPARE(m_place->everything(), before);
}

void TestClaudeCommands::runsAProgram_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("out");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("the two variables") << QStringLiteral("echo $ANTHROPIC_BASE_URL $ANTHROPIC_AUTH_TOKEN")
                                       << QStringLiteral("http://127.0.0.1:4711 qcc-of-the-instance\n") << 0;
    QTest::newRow("no key beside the token")
        << QStringLiteral("echo ${ANTHROPIC_API_KEY-gone}") << QStringLiteral("gone\n") << 0;
    QTest::newRow("loopback past the proxy")
        << QStringLiteral("echo $NO_PROXY") << QStringLiteral("a.example,127.0.0.1,localhost,::1\n") << 0;
    QTest::newRow("its exit code") << QStringLiteral("exit 42") << QString() << 42;
    QTest::newRow("its end by a signal") << QStringLiteral("kill -TERM $$") << QString() << -1;
}

void TestClaudeCommands::runsAProgram()
{
    QFETCH(const QString, script);
    QFETCH(const QString, out);
    QFETCH(const int, exitCode);
    startInstance();
    m_cli->setVariable(QStringLiteral("ANTHROPIC_API_KEY"), QStringLiteral("k"));
    m_cli->setVariable(QStringLiteral("HTTPS_PROXY"), QStringLiteral("http://proxy.example:3128"));
    m_cli->setVariable(QStringLiteral("NO_PROXY"), QStringLiteral("a.example"));
    const auto before = m_place->everything();
    const CliRun ran = shell(script);
    QCOMPARE(ran.exitCode, exitCode);
    QCOMPARE(ran.out, out);
    QCOMPARE(ran.err, QString());
    QCOMPARE(m_place->everything(), before);
}

void TestClaudeCommands::runRefuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("said");
    QTest::newRow("no program of this name")
        << QByteArray("run -- no-such-program-here") << 1 << QStringLiteral("no-such-program-here");
    QTest::newRow("no program at all") << QByteArray("run") << 2 << QStringLiteral("PROGRAM");
}

void TestClaudeCommands::runRefuses()
{
    QFETCH(const QByteArray, line);
    QFETCH(const int, exitCode);
    QFETCH(const QString, said);
    QCOMPARE(run("run -- true").exitCode, 3);
    startInstance();
    const CliRun refused = run(line.constData());
    QCOMPARE(refused.exitCode, exitCode);
    QVERIFY2(refused.err.contains(said), qPrintable(refused.err));
}

/// Since 2.0.1, Claude Code's settings win over its environment.
void TestClaudeCommands::notesWhatWinsOverRun()
{
    startInstance();
    m_place->writeSettings("{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://other.example\"}}");
    const CliRun ran = shell(QStringLiteral("echo ran"));
    QCOMPARE(ran.out, QStringLiteral("ran\n"));
    QVERIFY2(ran.err.contains(QStringLiteral("qcc claude on")), qPrintable(ran.err));
}

/// Its option --settings wins over the files.
void TestClaudeCommands::leadsClaudeCodePastItsSettings_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("heard");
    const QByteArray elsewhere = "{\"env\":{\"ANTHROPIC_AUTH_TOKEN\":\"sk-mine\"}}";
    const QString ours =
        QStringLiteral("--settings: {\"env\":{\"ANTHROPIC_AUTH_TOKEN\":\"qcc-of-the-instance\","
                       "\"ANTHROPIC_BASE_URL\":\"http://127.0.0.1:4711\"}}\n");
    QTest::newRow("another token") << elsewhere << QString() << ours;
    QTest::newRow("with options of its own") << elsewhere << QStringLiteral("-p hello") << ours;
    QTest::newRow("nothing in the way") << QByteArray("{\"model\":\"x\"}") << QString() << QString();
    QTest::newRow("a person's own") << elsewhere << QStringLiteral("--settings=/dev/null") << QString();
}

void TestClaudeCommands::leadsClaudeCodePastItsSettings()
{
    QFETCH(QByteArray, settings);
    QFETCH(QString, options);
    QFETCH(QString, heard);
    startInstance();
    m_place->writeSettings(settings);
    QTemporaryDir folder;
    const QString claude = folder.filePath(QStringLiteral("claude"));
    QFile program(claude);
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\nif [ \"$1\" = --settings ]; then printf '%s: ' \"$1\"; cat \"$2\"; echo; fi\n");
    program.close();
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const CliRun ran = m_cli->run(QStringList{QStringLiteral("run"), QStringLiteral("--"), claude} +
                                  options.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.out, heard);
}

void TestClaudeCommands::printsAStatusLine_data()
{
    QTest::addColumn<bool>("runs");
    QTest::addColumn<bool>("coloured");
    QTest::addColumn<QString>("line");
    QTest::newRow("nobody runs") << false << false << QStringLiteral("QCC: not running\n");
    QTest::newRow("all is well") << true << false << QStringLiteral("● production · all well\n");
    QTest::newRow("in colour") << true << true << QStringLiteral("\033[32m● production · all well\033[0m\n");
}

void TestClaudeCommands::printsAStatusLine()
{
    QFETCH(const bool, runs);
    QFETCH(const bool, coloured);
    QFETCH(const QString, line);
    if (runs)
        startInstance();
    if (!coloured)
        m_cli->setVariable(QStringLiteral("NO_COLOR"), QStringLiteral("1"));
    const CliRun ran = m_cli->run({QStringLiteral("statusline")}, "{\"session_id\":\"s\"}");
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.out, line);
    QCOMPARE(ran.err, QString());
}

/// An instance that starts or ends holds its home, and does not answer yet or any more.
void TestClaudeCommands::theStatusLineNeverWaits()
{
    auto lock = InstanceLock::acquire(m_cli->home());
    QVERIFY(lock);
    const CliRun ran = run("statusline");
    QCOMPARE(ran.exitCode, 0);
    QVERIFY2(ran.out.contains(QStringLiteral("QCC: not running")), qPrintable(ran.out));
}

QTEST_GUILESS_MAIN(TestClaudeCommands)
#include "tst_claude_commands.moc"

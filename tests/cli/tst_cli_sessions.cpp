// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_address.h"
#include "app/control/control_server.h"
#include "app/control/session_json.h"
#include "app/store/instance_lock.h"
#include "tests/cli/cli_runner.h"
#include "tests/control/scripted_door.h"

#include <QJsonDocument>
#include <QTest>

using namespace qcc;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// `qcc sessions`, with a scripted instance in this process.
class TestCliSessions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhereEachGoes();
    void saysThatThereAreNone();
    void printsJson_data();
    void printsJson();
    void movesASession_data();
    void movesASession();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void putsRefusalsIntoWords();
    void needsAnInstance_data();
    void needsAnInstance();

private:
    void startInstance();
    CliRun run(const QString &line) { return m_cli->run(words(line)); }

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<InstanceLock> m_lock;
    std::unique_ptr<ScriptedDoor> m_door;
    std::unique_ptr<ControlServer> m_server;
};

void TestCliSessions::init()
{
    m_cli = std::make_unique<CliRunner>();
    m_door = std::make_unique<ScriptedDoor>();
    m_door->shown.activeConfig = text("production");
    const TimePoint now = std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
    SessionSnapshot busy;
    busy.id = "1f0c9a2e-94a1-4a38-8d3e-0d2f6f6b8a11";
    busy.config = text("备用");
    busy.model = "claude-opus-4-1";
    busy.firstSeen = busy.lastUsed = now;
    busy.requests = 31;
    busy.running = 2;
    SessionSnapshot moved;
    moved.id = "2b11ffff-94a1";
    moved.config = text("spare");
    moved.byHand = true;
    moved.model = "claude-haiku-4-5";
    moved.firstSeen = moved.lastUsed = now - minutes(2);
    moved.requests = 4;
    SessionSnapshot idle;
    idle.id = "3";
    idle.config = text("production");
    idle.firstSeen = idle.lastUsed = now - minutes(60);
    m_door->known = {busy, moved, idle};
}

void TestCliSessions::cleanup()
{
    m_server.reset();
    m_door.reset();
    m_lock.reset();
    m_cli.reset();
}

void TestCliSessions::startInstance()
{
    auto lock = InstanceLock::acquire(m_cli->home());
    QVERIFY(lock);
    m_lock = std::move(lock).value();
    m_server = std::make_unique<ControlServer>(*m_door);
    QVERIFY(m_server->listen(controlSocketPath(m_cli->home())));
}

void TestCliSessions::showsWhereEachGoes()
{
    startInstance();
    for (const char *line : {"sessions", "sessions list"}) {
        const CliRun shown = run(text(line));
        QCOMPARE(shown.exitCode, 0);
        QVERIFY(shown.err.isEmpty());
        const QStringList rows = shown.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(rows.size(), 4);
        QVERIFY(rows[0].startsWith(QStringLiteral("SESSION")));
        const QStringList busy{text("1f0c9a2e"), text("备用"), text("claude-opus-4-1"), text("31"),
                               text("middle of")};
        for (const QString &part : busy)
            QVERIFY2(rows[1].contains(part), qPrintable(shown.out));
        for (const char *part : {"2b11ffff", "spare", "claude-haiku-4-5", "2 min ago", "Moved by hand"})
            QVERIFY2(rows[2].contains(text(part)), qPrintable(shown.out));
        for (const char *part : {"production", "1 h ago", "With the active config"})
            QVERIFY2(rows[3].contains(text(part)), qPrintable(shown.out));
        QVERIFY(!shown.out.contains(QStringLiteral("94a1")));
    }
    const QStringList first =
        run(text("sessions --limit 1")).out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(first.size(), 2);
    QVERIFY(first[1].startsWith(QStringLiteral("1f0c9a2e")));
}

void TestCliSessions::saysThatThereAreNone()
{
    startInstance();
    m_door->known.clear();
    const CliRun shown = run(text("sessions"));
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(shown.out, QStringLiteral("No session has been seen yet.\n"));
}

void TestCliSessions::printsJson_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << text("sessions --json") << 3;
    QTest::newRow("by the long name") << text("sessions list --json") << 3;
    QTest::newRow("the last used") << text("sessions --limit 2 --json") << 2;
}

void TestCliSessions::printsJson()
{
    QFETCH(QString, line);
    QFETCH(int, count);
    startInstance();
    const CliRun shown = run(line);
    QCOMPARE(shown.exitCode, 0);
    const Result<std::vector<SessionSnapshot>> sessions =
        sessionsFromJson(QJsonDocument::fromJson(shown.out.toUtf8()).object());
    QVERIFY(sessions);
    m_door->known.resize(size_t(count));
    QVERIFY(*sessions == m_door->known);
}

void TestCliSessions::movesASession_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<QString>("config");
    QTest::newRow("to a config") << text("sessions move 1f0c 备用") << QByteArray("1f0c") << text("备用");
    QTest::newRow("back") << text("sessions move 1f0c --auto") << QByteArray("1f0c") << QString();
}

void TestCliSessions::movesASession()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, session);
    QFETCH(QString, config);
    startInstance();
    const CliRun moved = run(line);
    QVERIFY2(moved.exitCode == 0, qPrintable(moved.err));
    QVERIFY(m_door->moves == (std::vector<MoveSession>{{session, config}}));
    QVERIFY2(moved.out.contains(config.isEmpty() ? text("where new ones go") : config),
             qPrintable(moved.out));
}

void TestCliSessions::refusesWrongUsage_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"sessions move", "sessions move a", "sessions move a b --auto", "sessions --limit 0",
          "sessions --limit 201", "sessions list --limit none", "sessions 1f0c", "sessions move a b c"})
        QTest::newRow(line) << text(line);
}

void TestCliSessions::refusesWrongUsage()
{
    QFETCH(QString, line);
    startInstance();
    const CliRun refused = run(line);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY(refused.out.isEmpty());
    QVERIFY(!refused.err.isEmpty());
    QVERIFY(m_door->moves.empty());
}

void TestCliSessions::putsRefusalsIntoWords()
{
    startInstance();
    m_door->refuseWith = Refusal{RefusalCode::UnknownSession, text("1f"), text("2")};
    const CliRun refused = run(text("sessions move 1f spare"));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains(text("\"1f\"")), qPrintable(refused.err));
    QVERIFY2(refused.err.contains(text("qcc sessions")), qPrintable(refused.err));
}

void TestCliSessions::needsAnInstance_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"sessions", "sessions list --json", "sessions move 1f spare"})
        QTest::newRow(line) << text(line);
}

void TestCliSessions::needsAnInstance()
{
    QFETCH(QString, line);
    const CliRun refused = run(line);
    QCOMPARE(refused.exitCode, 3);
    QVERIFY(refused.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliSessions)
#include "tst_cli_sessions.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_address.h"
#include "app/control/control_server.h"
#include "app/control/snapshot_json.h"
#include "app/store/instance_lock.h"
#include "tests/cli/cli_runner.h"
#include "tests/control/scripted_door.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace qcc;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

TimePoint fromNow(seconds span)
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()) + span;
}

EndpointSnapshot endpoint(const char *config, const char *name, HealthStatus status)
{
    EndpointSnapshot shown;
    shown.config = QString::fromUtf8(config);
    shown.id.value = shown.name = QString::fromUtf8(name);
    shown.health.status = status;
    return shown;
}

ConfigSnapshot config(const char *name, Priority priority, int healthy, int total)
{
    ConfigSnapshot shown;
    shown.config = QString::fromUtf8(name);
    shown.priority = priority;
    shown.health.status = healthy == total ? HealthStatus::Healthy
                          : healthy > 0    ? HealthStatus::Degraded
                                           : HealthStatus::Unhealthy;
    shown.health.healthyEndpoints = healthy;
    shown.health.totalEndpoints = total;
    return shown;
}

} // namespace

/// The control loop's commands with a running instance: a scripted one, in this process.
class TestCliFailoverInstance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void handsSwitchesOver_data();
    void handsSwitchesOver();
    void handsReleasesOver();
    void handsSettingsOver_data();
    void handsSettingsOver();
    void putsRefusalsIntoWords_data();
    void putsRefusalsIntoWords();
    void showsTheOverview();
    void showsWhatIsOutOfTheOrdinary();
    void printsTheOverviewAsJson();
    void speaksChinese();
    void watchesWithoutATerminal();
    void watchesForPrograms();
    void showsHealth();
    void checksFirst();
    void refusesToCheckWhatIsNotThere();
    void saysWhyNothingHappens();

private:
    CliRun run(const char *line) { return m_cli->run(words(line)); }
    void fillSnapshot();

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<InstanceLock> m_lock;
    std::unique_ptr<ScriptedDoor> m_door;
    std::unique_ptr<ControlServer> m_server;
};

void TestCliFailoverInstance::init()
{
    m_server.reset();
    m_lock.reset();
    m_cli = std::make_unique<CliRunner>();
    m_cli->setVariable(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_door = std::make_unique<ScriptedDoor>();
    auto lock = InstanceLock::acquire(m_cli->home());
    QVERIFY(lock);
    m_lock = std::move(lock).value();
    m_server = std::make_unique<ControlServer>(*m_door);
    QVERIFY(m_server->listen(controlSocketPath(m_cli->home())));
    fillSnapshot();
}

void TestCliFailoverInstance::fillSnapshot()
{
    ProxySnapshot &shown = m_door->shown;
    shown.home = m_cli->home();
    shown.listenUrl = QStringLiteral("http://127.0.0.1:4711");
    shown.activeConfig = QStringLiteral("备用");
    shown.endpoints = {endpoint("production", "main", HealthStatus::Unhealthy),
                       endpoint("备用", "eu", HealthStatus::Healthy)};
    FailoverSnapshot &failover = shown.failover;
    failover.active = QStringLiteral("备用");
    failover.activeSince = fromNow(-minutes(5) - seconds(30));
    failover.activePriority = Priority::Secondary;
    failover.monitoring = true;
    failover.configs = {config("production", Priority::Primary, 0, 1),
                        config("备用", Priority::Secondary, 2, 3),
                        config("last resort", Priority::Fallback, 1, 1)};
    failover.configs[1].latency = milliseconds(120);
    failover.standing.rule = DecisionRule::RecoveryWaits;
    failover.standing.at = fromNow(seconds(0));
    failover.standing.from = failover.active;
    failover.standing.rejected = {
        {QStringLiteral("production"), Priority::Primary, RejectReason::TooFewSuccesses, 1, 3, {}}};
}

void TestCliFailoverInstance::handsSwitchesOver_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("pinFor"); // seconds; 0: until released
    const auto row = [](const char *line, const char *reason, int pinFor) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(reason) << pinFor;
    };
    row("priority switch p", "", 0);
    row("priority switch p --reason 太慢", "太慢", 0);
    row("priority switch p --for 90s", "", 90);
    row("priority switch p --for 1h30m --reason slow", "slow", 5'400);
    row("priority switch p --for 1d", "", 86'400);
}

void TestCliFailoverInstance::handsSwitchesOver()
{
    QFETCH(QString, line);
    QFETCH(QString, reason);
    QFETCH(int, pinFor);
    const CliRun done = m_cli->run(line.split(QLatin1Char(' ')));
    QCOMPARE(done.err, QString());
    QCOMPARE(done.exitCode, 0);
    QVERIFY(done.out.startsWith(QStringLiteral("\"p\" is active now")));
    QCOMPARE(m_door->switches.size(), 1u);
    const std::optional<seconds> pinned = pinFor > 0 ? std::optional(seconds(pinFor)) : std::nullopt;
    QVERIFY((m_door->switches[0] == SwitchConfig{QStringLiteral("p"), reason, pinned}));
    QVERIFY(m_cli->files().isEmpty()); // the instance's business
}

void TestCliFailoverInstance::handsReleasesOver()
{
    QCOMPARE(run("priority release").exitCode, 0);
    QCOMPARE(m_door->releases, 1);
}

void TestCliFailoverInstance::handsSettingsOver_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *line, const char *json) {
        QTest::newRow(line) << QString::fromLatin1(line) << QByteArray(json);
    };
    row("priority group fallback off",
        R"({"command":"set-group-enabled","priority":"fallback","enabled":false})");
    row("priority group primary on",
        R"({"command":"set-group-enabled","priority":"primary","enabled":true})");
    row("priority policy --auto-recovery --cooldown 5m",
        R"({"command":"edit-policy","patch":{"auto_recovery_enabled":true,"cooldown_period":300}})");
    row("priority policy --failure-threshold -1",
        R"({"command":"edit-policy","patch":{"failure_threshold":-1}})");
}

void TestCliFailoverInstance::handsSettingsOver()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, json);
    QCOMPARE(m_cli->run(line.split(QLatin1Char(' '))).exitCode, 0);
    QCOMPARE(m_door->submitted.size(), 1u);
    QCOMPARE(m_door->submitted[0], QJsonDocument::fromJson(json).object());
}

void TestCliFailoverInstance::putsRefusalsIntoWords_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Refusal>("refusal");
    QTest::addColumn<QString>("part");
    const QString p = QStringLiteral("p");
    QTest::newRow("a switch to where one is")
        << QStringLiteral("priority switch p") << Refusal{RefusalCode::AlreadyActive, p, {}}
        << QStringLiteral("\"p\" is already active");
    QTest::newRow("a release of nothing")
        << QStringLiteral("priority release") << Refusal{RefusalCode::NotPinned, {}, {}}
        << QStringLiteral("Nothing is pinned");
    QTest::newRow("a check of nobody")
        << QStringLiteral("health --check") << Refusal{RefusalCode::UnknownConfig, p, {}}
        << QStringLiteral("no config named \"p\"");
    QTest::newRow("a threshold of nothing")
        << QStringLiteral("priority policy --failure-threshold 0")
        << Refusal{RefusalCode::InvalidValue, QStringLiteral("failure_threshold"),
                   QStringLiteral("1 to 1000")}
        << QStringLiteral("--failure-threshold is not permitted; permitted is: 1 to 1000");
}

void TestCliFailoverInstance::putsRefusalsIntoWords()
{
    QFETCH(QString, line);
    QFETCH(Refusal, refusal);
    QFETCH(QString, part);
    m_door->refuseWith = refusal;
    const CliRun refused = m_cli->run(line.split(QLatin1Char(' ')));
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.out, QString());
    QVERIFY2(refused.err.contains(part), qPrintable(refused.err));
}

void TestCliFailoverInstance::showsTheOverview()
{
    const CliRun shown = run("status");
    QCOMPARE(shown.exitCode, 0);
    QVERIFY(!shown.out.contains(QLatin1Char('\033'))); // no terminal, no colour
    for (const char *part :
         {"Claude Code is served by 备用 (secondary)", "proxy listening on http://127.0.0.1:4711\n",
          "active    🔵 备用, since ", "(5 min)", "network   up\n", "checks    running\n",
          "⭐ Primary\n  • production     unhealthy  0/1 endpoints, 0 %\n",
          "🔵 Secondary\n  • 备用 (active)  degraded   2/3 endpoints, 67 %   120 ms\n",
          "🟡 Fallback\n  • last resort    healthy    1/1 endpoints, 100 %\n"})
        QVERIFY2(shown.out.contains(QString::fromUtf8(part)),
                 qPrintable(QString::fromUtf8(part) + QLatin1Char('\n') + shown.out));
    for (const char *absent : {"pinned", "cool-down", "recovery", "! "})
        QVERIFY2(!shown.out.contains(QString::fromLatin1(absent)), absent);
}

void TestCliFailoverInstance::showsWhatIsOutOfTheOrdinary()
{
    FailoverSnapshot &failover = m_door->shown.failover;
    failover.pinned = true;
    failover.pinnedUntil = fromNow(seconds(7'210));
    failover.recoveryAt = fromNow(seconds(200));
    failover.coolDownUntil = fromNow(seconds(70));
    failover.switchesInHour = 4;
    failover.standing.maxPerHour = 10;
    failover.networkDown = true;
    failover.monitoring = false;
    failover.configs[2].groupEnabled = false;
    Alert alert;
    alert.kind = AlertKind::KeyRejected;
    alert.subject = QStringLiteral("production/main");
    alert.since = fromNow(seconds(-60));
    failover.alerts = {alert};
    m_door->shown.endpoints[0].condition = EndpointCondition::KeyRejected;
    m_door->shown.endpoints[1].modelHolds = {{QStringLiteral("opus\033[2J"), false, fromNow(seconds(3'700))}};
    const CliRun shown = run("status");
    QCOMPARE(shown.exitCode, 0);
    for (const char *line : {"health", "proxy status"}) {
        const CliRun told = run(line);
        QVERIFY2(told.out.contains(QStringLiteral("overloaded for opus\uFFFD[2J until ")),
                 qPrintable(told.out));
    }
    for (const char *part :
         {"pinned     until ", "(in 2:00:", ", or released with: qcc priority release\n",
          "recovery   possible in 3:", "cool-down  1:", "switches   4 of 10 in the last hour",
          "network    down", "checks     off", "🟡 Fallback (off)\n", "! ", "production/main",
          "0 %\n      main: key rejected\n", "120 ms\n      eu: overloaded for opus�[2J until ", "(in 1:01:"})
        QVERIFY2(shown.out.contains(QString::fromUtf8(part)),
                 qPrintable(QString::fromUtf8(part) + QLatin1Char('\n') + shown.out));
}

void TestCliFailoverInstance::printsTheOverviewAsJson()
{
    const CliRun shown = run("status --json");
    QCOMPARE(shown.exitCode, 0);
    const Result<ProxySnapshot> snapshot =
        snapshotFromJson(QJsonDocument::fromJson(shown.out.toUtf8()).object());
    QVERIFY(snapshot);
    QVERIFY(*snapshot == m_door->shown);
}

void TestCliFailoverInstance::speaksChinese()
{
    const CliRun shown = run("--lang zh status");
    QCOMPARE(shown.exitCode, 0);
    QVERIFY2(!shown.out.contains(QStringLiteral("Claude Code is served by")), qPrintable(shown.out));
    QVERIFY(shown.out.contains(QStringLiteral("备用")));
}

void TestCliFailoverInstance::watchesWithoutATerminal()
{
    QProcess process;
    m_cli->prepare(process, words("status --watch"));
    process.start();
    QString out;
    const auto blocks = [&] {
        out += QString::fromUtf8(process.readAllStandardOutput());
        return out.count(QStringLiteral("proxy listening on"));
    };
    QTRY_COMPARE_WITH_TIMEOUT(blocks(), 1, 30'000);
    m_door->shown.requestsServed = 7; // nothing new to tell
    m_door->shown.failover.standing.at = fromNow(seconds(1));
    m_door->shown.failover.active = QStringLiteral("production"); // this is
    QTRY_COMPARE_WITH_TIMEOUT(blocks(), 2, 30'000);
    QVERIFY(out.contains(QStringLiteral("production (active)")));
    m_server.reset(); // the instance ends, and another begins
    m_lock.reset();
    QString err;
    QTRY_VERIFY_WITH_TIMEOUT(
        (err += QString::fromUtf8(process.readAllStandardError())).contains(QStringLiteral("No proxy runs")),
        30'000);
    auto lock = InstanceLock::acquire(m_cli->home());
    QVERIFY(lock);
    m_lock = std::move(lock).value();
    m_server = std::make_unique<ControlServer>(*m_door);
    QVERIFY(m_server->listen(controlSocketPath(m_cli->home())));
    QTRY_COMPARE_WITH_TIMEOUT(blocks(), 3, 30'000);
    ::kill(pid_t(process.processId()), SIGINT);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!out.contains(QLatin1Char('\033')));
}

void TestCliFailoverInstance::watchesForPrograms()
{
    QProcess process;
    m_cli->prepare(process, words("status --watch --json"));
    process.start();
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += process.readAllStandardOutput()).count('\n') == 1, 30'000);
    QVERIFY(*snapshotFromJson(QJsonDocument::fromJson(out).object()) == m_door->shown);
    ::kill(pid_t(process.processId()), SIGTERM);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitCode(), 0);
}

void TestCliFailoverInstance::showsHealth()
{
    EndpointHealth &down = m_door->shown.endpoints[0].health;
    down.lastFailure = fromNow(-minutes(2));
    down.lastFailureFacts = FailureFacts{OutcomeKind::Overloaded, 529, TransportFault::None};
    CheckReport check;
    check.reachable = check.keyAccepted = CheckLayer::Good;
    check.latency = milliseconds(120);
    check.endedAt = fromNow(-minutes(1));
    m_door->shown.endpoints[1].health.lastCheck = check;
    m_door->held.configs = {{QStringLiteral("production"), {}, {}, {}}, {QStringLiteral("备用"), {}, {}, {}}};
    const CliRun all = run("health");
    QCOMPARE(all.exitCode, 0);
    const QStringList lines = all.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(QStringLiteral("endpoint         state")));
    QVERIFY2(lines[1].startsWith(QStringLiteral("production/main  unhealthy  –")), qPrintable(lines[1]));
    QVERIFY2(lines[1].contains(QStringLiteral("2 min ago: 529 overloaded")), qPrintable(lines[1]));
    QVERIFY2(lines[2].startsWith(QStringLiteral("备用/eu          healthy    yes        yes           –")) &&
                 lines[2].contains(QStringLiteral("120 ms   1 min ago")),
             qPrintable(lines[2]));
    QVERIFY(!run("health 备用").out.contains(QStringLiteral("production/main")));
    const QJsonObject json = QJsonDocument::fromJson(run("health 备用 --json").out.toUtf8()).object();
    QCOMPARE(json.value(QStringLiteral("endpoints")).toArray().size(), 1);
    QCOMPARE(json.value(QStringLiteral("configs")).toArray().size(), 1);
}

void TestCliFailoverInstance::checksFirst()
{
    m_door->held.configs = {{QStringLiteral("备用"), {}, {}, {}}};
    m_door->checkTakes = milliseconds(200);
    QCOMPARE(run("health --check").exitCode, 0);
    QCOMPARE(run("health 备用 --check").exitCode, 0);
    QCOMPARE(m_door->checks, (QStringList{QString(), QStringLiteral("备用")}));
}

void TestCliFailoverInstance::refusesToCheckWhatIsNotThere()
{
    const CliRun refused = run("health nobody --check");
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.err.contains(QStringLiteral("\"nobody\"")));
    QVERIFY(m_door->checks.isEmpty());
}

void TestCliFailoverInstance::saysWhyNothingHappens()
{
    const CliRun why = run("why");
    QCOMPARE(why.exitCode, 0);
    QVERIFY2(why.out.contains(QStringLiteral("1 of 3")), qPrintable(why.out));
    QVERIFY(!why.out.contains(QStringLiteral("every request")));
    m_door->shown.endpoints[1].modelHolds = {{QStringLiteral("opus"), false, fromNow(seconds(3'700))}};
    const CliRun held = run("why");
    QVERIFY2(
        held.out.contains(QStringLiteral("备用 does not take every request now: overloaded for opus until ")),
        qPrintable(held.out));
    m_door->shown.failover.configs[1].health.status = HealthStatus::Unhealthy;
    QVERIFY(!run("why").out.contains(QStringLiteral("every request"))); // none, and that is told already
    const QJsonObject json = QJsonDocument::fromJson(run("why --json").out.toUtf8()).object();
    QCOMPARE(json.value(QStringLiteral("rule")).toString(), QStringLiteral("recovery-waits"));
}

QTEST_GUILESS_MAIN(TestCliFailoverInstance)
#include "tst_cli_failover_instance.moc"

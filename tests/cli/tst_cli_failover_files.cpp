// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/display_width.h"
#include "app/history/history_database.h"
#include "app/history/history_file.h"
#include "app/history/offline_store.h"
#include "tests/cli/cli_runner.h"

#include <QFile>
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

TimePoint ago(minutes span)
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()) - span;
}

FailoverEvent switchEvent(FailoverEventType type, const char *from, const char *to, minutes before)
{
    FailoverEvent made;
    made.type = type;
    made.from = QString::fromUtf8(from);
    made.to = QString::fromUtf8(to);
    made.at = ago(before);
    return made;
}

FailoverEvent failover()
{
    FailoverEvent made = switchEvent(FailoverEventType::Failover, "production", "备用", minutes(60));
    made.decision = Decision{};
    made.decision->rule = DecisionRule::ActiveFailed;
    made.decision->at = made.at;
    made.decision->from = made.from;
    made.decision->to = made.to;
    made.decision->failures = made.decision->failureThreshold = 3;
    made.decision->lastFailure = FailureFacts{OutcomeKind::Overloaded, 529, TransportFault::None};
    return made;
}

RequestRecord request(const char *config, RequestEnd end, int status)
{
    RequestRecord record;
    record.number = 1;
    record.kind = RequestKind::Messages;
    record.model = "claude-sonnet-4-5";
    record.startedAt = ago(minutes(5));
    record.firstByte = milliseconds(240);
    record.duration = milliseconds(1'500);
    record.end = end;
    record.status = status;
    record.usage = TokenUsage{1'200, 34, 0, 0};
    AttemptRecord attempt;
    attempt.config = QString::fromUtf8(config);
    attempt.endpoint.value = QStringLiteral("0a1b2c3d");
    attempt.endpointName = QStringLiteral("main");
    record.attempts = {attempt};
    return record;
}

QJsonObject parsed(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

/// The control loop's commands without an instance: what they do to the files, and what they read there.
class TestCliFailoverFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void switchesAndReleases();
    void goesOnFromWhatWasRemembered();
    void remembersUnderTheNewName();
    void forgetsAnEndpointThatIsAnother_data();
    void forgetsAnEndpointThatIsAnother();
    void refusesSwitches_data();
    void refusesSwitches();
    void leavesABrokenHistoryAlone();
    void switchesGroups();
    void showsThePolicy();
    void editsThePolicy();
    void refusesPolicies_data();
    void refusesPolicies();
    void showsNoHistoryWithoutMakingOne_data();
    void showsNoHistoryWithoutMakingOne();
    void showsTheHistory();
    void filtersTheHistory_data();
    void filtersTheHistory();
    void printsTheHistoryForPrograms();
    void exportsTheHistory();
    void refusesHistoryOptions_data();
    void refusesHistoryOptions();
    void saysWhy();
    void showsStatistics();
    void showsRequests();
    void followsRequests();
    void showsTheHealthThatWasKnown();
    void needsAnInstance_data();
    void needsAnInstance();

private:
    CliRun run(const char *line) { return m_cli->run(words(line)); }
    void store(const std::vector<FailoverEvent> &events);
    void store(const RequestRecord &record);

    std::unique_ptr<CliRunner> m_cli;
};

void TestCliFailoverFiles::init()
{
    m_cli = std::make_unique<CliRunner>();
}

void TestCliFailoverFiles::store(const std::vector<FailoverEvent> &events)
{
    QVERIFY(storeOffline(m_cli->home(), events, FailoverState()));
}

void TestCliFailoverFiles::store(const RequestRecord &record)
{
    HistoryDatabase database(historyPath(m_cli->home()));
    QVERIFY(!database.open());
    WaitingRows rows;
    rows.requests.push_back(record);
    QVERIFY(!database.write(rows, HistoryDatabase::Durability::Kill));
}

void TestCliFailoverFiles::switchesAndReleases()
{
    m_cli->mustAdd(QStringLiteral("production"), QStringLiteral("https://a.example"), "k1");
    m_cli->mustAdd(QStringLiteral("backup"), QStringLiteral("https://b.example"), "k2");
    CliRun done = m_cli->run({QStringLiteral("priority"), QStringLiteral("switch"), QStringLiteral("backup"),
                              QStringLiteral("--reason"), QStringLiteral("生产 is slow"),
                              QStringLiteral("--for"), QStringLiteral("1h30m")});
    QCOMPARE(done.err, QString());
    QCOMPARE(done.exitCode, 0);
    QVERIFY2(done.out.contains(QStringLiteral("\"backup\" is active now")) &&
                 done.out.contains(QStringLiteral("for 1 h 30 min")),
             qPrintable(done.out));
    QVERIFY(run("priority list").out.contains(QStringLiteral("backup (active)")));
    QVERIFY(run("priority history").out.contains(QStringLiteral("生产 is slow")));

    const Result<RememberedState> remembered = rememberedState(m_cli->home());
    QVERIFY(remembered && remembered->state && remembered->state->pin);
    QCOMPARE(remembered->state->pin->config, QStringLiteral("backup"));
    QVERIFY(*remembered->state->pin->until - remembered->state->pin->since == minutes(90));

    QCOMPARE(run("priority release").exitCode, 0);
    QVERIFY(!rememberedState(m_cli->home())->state->pin);
    done = run("priority release");
    QCOMPARE(done.exitCode, 1);
    QCOMPARE(done.err, QStringLiteral("qcc: Nothing is pinned, so there is nothing to release.\n"));
}

void TestCliFailoverFiles::goesOnFromWhatWasRemembered()
{
    m_cli->mustAdd(QStringLiteral("production"), QStringLiteral("https://a.example"), "k1");
    m_cli->mustAdd(QStringLiteral("backup"), QStringLiteral("https://b.example"), "k2");
    QCOMPARE(run("priority switch backup").exitCode, 0);
    QCOMPARE(run("priority switch production").exitCode, 0);
    const QJsonArray events =
        parsed(run("priority history --json").out).value(QStringLiteral("events")).toArray();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0][QStringLiteral("from_config")].toString(), QStringLiteral("backup"));
    QCOMPARE(events[0][QStringLiteral("to_config")].toString(), QStringLiteral("production"));
    QCOMPARE(events[0][QStringLiteral("event_type")].toString(), QStringLiteral("manual"));
    QVERIFY(events[0][QStringLiteral("event_id")].toString().size() == 8);
}

/// Else the next start would take the new name for a person's choice of another config, and pin it.
void TestCliFailoverFiles::remembersUnderTheNewName()
{
    m_cli->mustAdd(QStringLiteral("production"), QStringLiteral("https://a.example"), "k1");
    m_cli->mustAdd(QStringLiteral("backup"), QStringLiteral("https://b.example"), "k2");
    QCOMPARE(run("priority switch backup").exitCode, 0);
    QCOMPARE(run("priority release").exitCode, 0);
    QCOMPARE(run("edit backup --rename spare").exitCode, 0);
    const Result<RememberedState> remembered = rememberedState(m_cli->home());
    QVERIFY(remembered && remembered->state);
    QCOMPARE(remembered->state->active, QStringLiteral("spare"));
    QCOMPARE(remembered->state->activeInFile, QStringLiteral("spare"));
    const CliRun again = run("priority switch spare");
    QVERIFY2(again.exitCode == 1 && again.err.contains(QStringLiteral("already")), qPrintable(again.err));
    const QJsonObject history = parsed(run("priority history --json").out);
    QCOMPARE(history.value(QStringLiteral("events")).toArray().size(), 1);
}

void TestCliFailoverFiles::forgetsAnEndpointThatIsAnother_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("forgotten");
    QTest::newRow("another key") << QStringLiteral("--key-stdin") << true;
    QTest::newRow("another URL") << QStringLiteral("--url https://c.example") << true;
    QTest::newRow("another name alone") << QStringLiteral("--name other") << false;
}

/// A limit of the old key does not hold the new one back.
void TestCliFailoverFiles::forgetsAnEndpointThatIsAnother()
{
    QFETCH(QString, options);
    QFETCH(bool, forgotten);
    m_cli->mustAdd(QStringLiteral("production"), QStringLiteral("https://a.example"), "k1");
    const QJsonArray endpoints =
        parsed(run("show production --json").out).value(QStringLiteral("endpoints")).toArray();
    const EndpointId id{endpoints[0][QStringLiteral("id")].toString()};
    FailoverState state;
    state.active = QStringLiteral("production");
    state.endpoints[id].limitedUntil = ago(minutes(-20));
    QVERIFY(storeOffline(m_cli->home(), {}, state));
    const CliRun edited =
        m_cli->run(words("endpoint edit production a.example") + options.split(QLatin1Char(' ')), "k2");
    QVERIFY2(edited.exitCode == 0, qPrintable(edited.err));
    const Result<RememberedState> remembered = rememberedState(m_cli->home());
    QVERIFY(remembered && remembered->state);
    QCOMPARE(remembered->state->endpoints.contains(id), !forgotten);
}

void TestCliFailoverFiles::refusesSwitches_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *line, int exitCode, const char *part) {
        QTest::newRow(line) << QString::fromLatin1(line) << exitCode << QString::fromLatin1(part);
    };
    row("priority switch nobody", 1, "There is no config named \"nobody\"");
    row("priority switch empty", 1, "has no endpoints");
    row("priority switch production", 1, "already active");
    row("priority switch shelved", 1, "is disabled");
    row("priority switch shelved --for 0", 1, "");
    row("priority switch backup --for 0", 1, "--for is not permitted; permitted is: 1 s to 30 days");
    row("priority switch backup --for -5", 1, "1 s to 30 days");
    row("priority switch backup --for 31d", 1, "1 s to 30 days");
    row("priority switch backup --for 1000000000000", 1, "1 s to 30 days");
    row("priority switch backup --for soon", 2, "\"soon\" is no time");
    row("priority switch", 2, "NAME");
}

void TestCliFailoverFiles::refusesSwitches()
{
    QFETCH(QString, line);
    QFETCH(int, exitCode);
    QFETCH(QString, part);
    m_cli->mustAdd(QStringLiteral("production"), QStringLiteral("https://a.example"), "k1");
    m_cli->mustAdd(QStringLiteral("backup"), QStringLiteral("https://b.example"), "k2");
    m_cli->mustAdd(QStringLiteral("shelved"), QStringLiteral("https://c.example"), "k3",
                   words("--priority disabled"));
    QCOMPARE(run("add empty").exitCode, 0);
    QCOMPARE(run("priority switch production").exitCode, 0);
    const QMap<QString, QByteArray> before = m_cli->files();
    const CliRun refused = m_cli->run(line.split(QLatin1Char(' ')));
    QCOMPARE(refused.exitCode, exitCode);
    QVERIFY2(refused.err.contains(part), qPrintable(refused.err));
    QCOMPARE(refused.out, QString());
    QCOMPARE(m_cli->files().value(QStringLiteral("priority_config.json")),
             before.value(QStringLiteral("priority_config.json")));
    QCOMPARE(parsed(run("priority history --json").out).value(QStringLiteral("events")).toArray().size(), 1);
}

void TestCliFailoverFiles::leavesABrokenHistoryAlone()
{
    m_cli->mustAdd(QStringLiteral("production"), QStringLiteral("https://a.example"), "k1");
    QFile file(historyPath(m_cli->home()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray garbage(8'192, 'x');
    file.write(garbage);
    file.close();
    for (const char *line :
         {"priority switch production", "priority history", "stats", "requests", "why 00000000"}) {
        const CliRun refused = run(line);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(QStringLiteral("history.db cannot be used")), qPrintable(refused.err));
    }
    QCOMPARE(m_cli->files().value(QStringLiteral("history.db")), garbage);
}

void TestCliFailoverFiles::switchesGroups()
{
    CliRun done = run("priority group fallback off");
    QCOMPARE(done.exitCode, 0);
    QCOMPARE(done.out, QStringLiteral("The group Fallback is off now: no request goes there.\n"));
    QVERIFY(run("priority list").out.contains(QStringLiteral("🟡 FALLBACK [ ]")));
    QCOMPARE(run("priority group fallback on").exitCode, 0);
    QVERIFY(run("priority list").out.contains(QStringLiteral("🟡 FALLBACK [✓]")));
    QCOMPARE(run("priority group disabled off").exitCode, 1);
    QCOMPARE(run("priority group tertiary off").exitCode, 1);
    QCOMPARE(run("priority group fallback maybe").exitCode, 2);
}

void TestCliFailoverFiles::showsThePolicy()
{
    const CliRun shown = run("priority policy");
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(shown.out.count(QLatin1Char('\n')), 11);
    QCOMPARE(shown.out.count(QStringLiteral("(default)")), 11);
    QVERIFY(shown.out.contains(QStringLiteral("cooldown                300 s  (default)  after a switch")));
    const QJsonObject json = parsed(run("priority policy --json").out);
    QCOMPARE(json.size(), 11);
    QCOMPARE(json.value(QStringLiteral("recovery_delay")).toInt(), 600);
    QVERIFY(m_cli->files().isEmpty()); // looking makes nothing
}

void TestCliFailoverFiles::editsThePolicy()
{
    const CliRun done = run("priority policy --no-auto-failover --auto-recovery --failure-threshold 5 "
                            "--success-threshold 2 --check-interval 30 --cooldown 10m --recovery-delay 1h30m "
                            "--max-failovers-per-hour 4 --no-notify-on-failover --no-notify-on-recovery "
                            "--no-spill-over --json");
    QCOMPARE(done.err, QString());
    QCOMPARE(done.exitCode, 0);
    const QJsonObject wanted = parsed(QStringLiteral(
        R"({"auto_failover_enabled":false,"auto_recovery_enabled":true,"failure_threshold":5,"success_threshold":2,
            "check_interval":30,"cooldown_period":600,"recovery_delay":5400,"max_failovers_per_hour":4,
            "notify_on_failover":false,"notify_on_recovery":false,"spill_over_enabled":false})"));
    QCOMPARE(parsed(done.out), wanted);
    QCOMPARE(run("priority policy --cooldown 5m").out, QStringLiteral("cooldown is now 300 s.\n"));
    QVERIFY(run("priority policy")
                .out.contains(QStringLiteral("recovery-delay          5400 s  (default: 600 s)")));
}

void TestCliFailoverFiles::refusesPolicies_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *options, int exitCode, const char *part) {
        QTest::newRow(options) << QString::fromLatin1(options) << exitCode << QString::fromLatin1(part);
    };
    for (const char *value : {"0", "-1", "1000000000000", "99999999999999999999999"}) {
        for (const char *option : {"failure-threshold", "success-threshold", "max-failovers-per-hour"})
            row(qPrintable(
                    QStringLiteral("--%1 %2").arg(QLatin1StringView(option), QLatin1StringView(value))),
                1, "is not permitted; permitted is: 1 to ");
    }
    row("--check-interval 0", 1, "--check-interval is not permitted; permitted is: 1 to 86400 seconds");
    row("--cooldown -1", 1, "--cooldown is not permitted; permitted is: 0 to 86400 seconds");
    row("--recovery-delay 1000000000000", 1, "--recovery-delay is not permitted");
    row("--failure-threshold three", 2, "\"three\" is no whole number; permitted is: 1 to 1000");
    row("--cooldown soon", 2, "permitted is: 0 to 86400 seconds");
    row("--failure-threshold 3.5", 2, "\"3.5\" is no whole number");
    row("--failure-threshold=", 2, "\"\" is no whole number");
    row("--cooldown soon", 2, "\"soon\" is no time");
    row("--cooldown", 2, "--cooldown");
    row("--auto-failover=perhaps", 2, "auto-failover");
}

void TestCliFailoverFiles::refusesPolicies()
{
    QFETCH(QString, options);
    QFETCH(int, exitCode);
    QFETCH(QString, part);
    const CliRun refused = m_cli->run(QStringList{QStringLiteral("priority"), QStringLiteral("policy")} +
                                      options.split(QLatin1Char(' ')));
    QCOMPARE(refused.exitCode, exitCode);
    QVERIFY2(refused.err.contains(part), qPrintable(refused.err));
    QCOMPARE(run("priority policy").out.count(QStringLiteral("(default)")), 11);
}

void TestCliFailoverFiles::showsNoHistoryWithoutMakingOne_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("out");
    const auto row = [](const char *line, const char *out) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(out);
    };
    row("priority history", "There are no such events.\n");
    row("requests", "There are no such requests.\n");
    row("priority history --json", "{\n    \"events\": [\n    ]\n}\n");
    row("requests --json", "{\n    \"requests\": [\n    ]\n}\n");
}

void TestCliFailoverFiles::showsNoHistoryWithoutMakingOne()
{
    QFETCH(QString, line);
    QFETCH(QString, out);
    const CliRun shown = m_cli->run(line.split(QLatin1Char(' ')));
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(shown.out, out);
    QVERIFY(m_cli->files().isEmpty());
}

void TestCliFailoverFiles::showsTheHistory()
{
    store({switchEvent(FailoverEventType::Activation, "", "production", minutes(90)), failover(),
           switchEvent(FailoverEventType::Recovery, "备用", "production", minutes(30))});
    FailoverEvent failed = switchEvent(FailoverEventType::Failover, "production", "", minutes(10));
    failed.success = false;
    store({failed});
    const CliRun shown = run("priority history");
    QCOMPARE(shown.exitCode, 0);
    QVERIFY(!shown.out.contains(QLatin1Char('\033')));
    const QStringList lines = shown.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines[1].startsWith(QStringLiteral("failover failed  ")));
    QVERIFY(lines[2].startsWith(QStringLiteral("recovery")));
    QVERIFY(lines[3].contains(QStringLiteral("production failed 3 times in a row")));
    QVERIFY(lines[4].startsWith(QStringLiteral("activation")));
    // Columns stand below each other, whatever the names are written with.
    const int column = displayWidth(lines[1].section(QStringLiteral("→"), 0, 0));
    for (const QString &line : lines.mid(1))
        QCOMPARE(displayWidth(line.section(QStringLiteral("→"), 0, 0)), column);
}

void TestCliFailoverFiles::filtersTheHistory_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("count");
    QTest::newRow("the newest") << QStringLiteral("--limit 1") << 1;
    QTest::newRow("one type") << QStringLiteral("--type recovery") << 1;
    QTest::newRow("the last 45 minutes") << QStringLiteral("--since 45m") << 1;
    QTest::newRow("the last day") << QStringLiteral("--since 1d") << 3;
    QTest::newRow("from or to one config") << QStringLiteral("--config 备用") << 2;
    QTest::newRow("a config that is gone") << QStringLiteral("--config gone") << 0;
    QTest::newRow("all together") << QStringLiteral(
                                         "--type failover --since 2h --config production --limit 5")
                                  << 1;
}

void TestCliFailoverFiles::filtersTheHistory()
{
    QFETCH(QString, options);
    QFETCH(int, count);
    store({switchEvent(FailoverEventType::Activation, "", "production", minutes(90)), failover(),
           switchEvent(FailoverEventType::Recovery, "备用", "production", minutes(30))});
    const CliRun shown = m_cli->run(words("priority history --json") + options.split(QLatin1Char(' ')));
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(parsed(shown.out).value(QStringLiteral("events")).toArray().size(), count);
}

void TestCliFailoverFiles::printsTheHistoryForPrograms()
{
    FailoverEvent manual = switchEvent(FailoverEventType::Manual, "production", "backup", minutes(1));
    manual.reason = QStringLiteral("slow, \"very\"");
    store({manual});
    const QStringList lines = run("priority history --csv").out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(QStringLiteral("event_id,event_type,")));
    QVERIFY2(lines[1].contains(QStringLiteral(",\"slow, \"\"very\"\"\"")), qPrintable(lines[1]));
}

void TestCliFailoverFiles::exportsTheHistory()
{
    store({failover(), switchEvent(FailoverEventType::Recovery, "备用", "production", minutes(30))});
    QTemporaryDir target;
    const QString path = target.filePath(QStringLiteral("failover_events.json"));
    const QStringList line = words("priority history --export") + QStringList{path};
    CliRun done = m_cli->run(line);
    QCOMPARE(done.err, QString());
    QCOMPARE(done.exitCode, 0);
    QFile file(path);
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    const QJsonArray events = QJsonDocument::fromJson(written).array();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].toObject().keys(),
             (QStringList{QStringLiteral("event_id"), QStringLiteral("event_type"),
                          QStringLiteral("from_config"), QStringLiteral("reason"), QStringLiteral("success"),
                          QStringLiteral("timestamp"), QStringLiteral("to_config")}));
    QCOMPARE(events[0][QStringLiteral("event_type")].toString(), QStringLiteral("failover")); // the oldest
    QVERIFY(events[0][QStringLiteral("reason")].toString().contains(QStringLiteral("529")));

    done = m_cli->run(line);
    QCOMPARE(done.exitCode, 1);
    QVERIFY(done.err.contains(QStringLiteral("--force")));
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), written);
    QCOMPARE(m_cli->run(line + words("--force --limit 1")).exitCode, 0);
    QFile again(path);
    QVERIFY(again.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(again.readAll()).array().size(), 1);
    QCOMPARE(m_cli->run(words("priority history --export") + QStringList{target.path()}).exitCode, 1);
}

void TestCliFailoverFiles::refusesHistoryOptions_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"priority history --limit 0", "priority history --limit many",
          "priority history --type catastrophe", "priority history --since never",
          "priority history --json --csv", "priority history --json --export x", "priority history --force",
          "stats --since never", "requests --limit 0", "requests --csv --follow"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCliFailoverFiles::refusesHistoryOptions()
{
    QFETCH(QString, line);
    const CliRun refused = m_cli->run(line.split(QLatin1Char(' ')));
    QCOMPARE(refused.exitCode, 2);
    QVERIFY(refused.err.startsWith(QStringLiteral("qcc: ")));
    QCOMPARE(refused.out, QString());
}

void TestCliFailoverFiles::saysWhy()
{
    store({failover()});
    const QString id = parsed(run("priority history --json").out)
                           .value(QStringLiteral("events"))
                           .toArray()[0][QStringLiteral("event_id")]
                           .toString();
    const CliRun why = m_cli->run({QStringLiteral("why"), id});
    QCOMPARE(why.exitCode, 0);
    QVERIFY2(why.out.contains(QStringLiteral("Failover from production to 备用")), qPrintable(why.out));
    QVERIFY2(why.out.contains(QStringLiteral("529")), qPrintable(why.out));
    const QJsonObject json = parsed(m_cli->run({QStringLiteral("why"), id, QStringLiteral("--json")}).out);
    QCOMPARE(json[QStringLiteral("decision")][QStringLiteral("rule")].toString(),
             QStringLiteral("active-failed"));
    const CliRun unknown = run("why 00000000");
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY(unknown.err.contains(QStringLiteral("no event \"00000000\"")));
}

void TestCliFailoverFiles::showsStatistics()
{
    store({failover(), switchEvent(FailoverEventType::Recovery, "备用", "production", minutes(30))});
    store(request("production", RequestEnd::Served, 200));
    const CliRun stats = run("stats --since 2h");
    QCOMPARE(stats.exitCode, 0);
    for (const char *part :
         {"failovers                    1 (", "recoveries                   1\n",
          "mean time to recovery        30 min", "1: 1 served, 0 failed, 0 broken off", "1.2 k in, 34 out"})
        QVERIFY2(stats.out.contains(QString::fromLatin1(part)),
                 qPrintable(QString::fromLatin1(part) + stats.out));
    const QJsonObject json = parsed(run("stats --since 2h --json").out);
    QCOMPARE(json.value(QStringLiteral("failovers")).toInt(), 1);
    QCOMPARE(json.value(QStringLiteral("usage"))[QStringLiteral("output")].toInt(), 34);
}

void TestCliFailoverFiles::showsRequests()
{
    RequestRecord served = request("production", RequestEnd::Served, 200);
    served.held = milliseconds(35'400);
    served.removedThinking = 3;
    store(served);
    RequestRecord failed = request("production", RequestEnd::Failed, 503);
    failed.attempts[0].outcome.kind = OutcomeKind::ServerError;
    failed.attempts[0].outcome.status = 502;
    failed.usage.reset();
    store(failed);
    const CliRun shown = run("requests");
    QCOMPARE(shown.exitCode, 0);
    const QStringList lines = shown.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[1].contains(QStringLiteral("503 failed")) &&
                 lines[1].contains(QStringLiteral("production/main: ")),
             qPrintable(lines[1]));
    for (const char *part : {"claude-sonnet-4-5", "production/main", "200", "240 ms", "1.5 s",
                             "1.2 k in, 34 out", "waited 35 s for the end of a limit; 3 thinking block"})
        QVERIFY2(lines[2].contains(QString::fromLatin1(part)), qPrintable(lines[2]));
    QCOMPARE(lines[1].indexOf(QStringLiteral("503")), lines[2].indexOf(QStringLiteral("200 ")));
    const QJsonArray json = parsed(run("requests --json").out).value(QStringLiteral("requests")).toArray();
    QCOMPARE(json.size(), 2);
    QCOMPARE(json[1][QStringLiteral("attempts")][0][QStringLiteral("config")].toString(),
             QStringLiteral("production"));
    QCOMPARE(json[1][QStringLiteral("held_ms")].toInt(), 35'400);
    QCOMPARE(json[1][QStringLiteral("removed_thinking")].toInt(), 3);
    QCOMPARE(json[1][QStringLiteral("thinking_off")].toBool(true), false);
    QVERIFY(run("requests --csv").out.startsWith(QStringLiteral("row,")));
}

void TestCliFailoverFiles::followsRequests()
{
    QProcess process;
    m_cli->prepare(process, words("requests --follow --json"));
    process.start();
    QVERIFY(process.waitForStarted());
    store(request("first", RequestEnd::Served, 200)); // there was no database when it began
    QByteArray out;
    const auto hasLines = [&](int count) {
        out += process.readAllStandardOutput();
        return out.count('\n') == count;
    };
    QTRY_VERIFY2_WITH_TIMEOUT(hasLines(1), process.readAllStandardError().constData(), 5'000);
    store(request("second", RequestEnd::Served, 200));
    QTRY_VERIFY_WITH_TIMEOUT(hasLines(2), 30'000);
    QVERIFY(out.split('\n')[1].contains("\"second\""));
    ::kill(pid_t(process.processId()), SIGINT);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestCliFailoverFiles::showsTheHealthThatWasKnown()
{
    m_cli->mustAdd(QStringLiteral("production"), QStringLiteral("https://a.example"), "k1");
    CliRun shown = run("health");
    QCOMPARE(shown.exitCode, 0);
    QVERIFY2(shown.out.contains(QStringLiteral("production/a.example  not checked yet")),
             qPrintable(shown.out));
    QVERIFY(!m_cli->files().contains(QStringLiteral("history.db"))); // looking makes nothing

    const QJsonArray endpoints =
        parsed(run("show production --json").out).value(QStringLiteral("endpoints")).toArray();
    FailoverState state;
    EndpointHealth &health = state.endpoints[{endpoints[0][QStringLiteral("id")].toString()}].health;
    health.status = HealthStatus::Unhealthy;
    health.lastFailure = ago(minutes(3));
    QVERIFY(storeOffline(m_cli->home(), {}, state));
    shown = run("health production");
    QCOMPARE(shown.exitCode, 0);
    QVERIFY2(shown.out.startsWith(QStringLiteral("No proxy runs; this is what the last one knew.\n")) &&
                 shown.out.contains(QStringLiteral("production/a.example  unhealthy")),
             qPrintable(shown.out));
    const QJsonObject json = parsed(run("health --json").out);
    QCOMPARE(
        json[QStringLiteral("configs")][0][QStringLiteral("health")][QStringLiteral("status")].toString(),
        QStringLiteral("unhealthy"));
    QCOMPARE(run("health nobody").exitCode, 1);
}

void TestCliFailoverFiles::needsAnInstance_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"status", "status --json", "status --watch", "health --check", "why"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestCliFailoverFiles::needsAnInstance()
{
    QFETCH(QString, line);
    const CliRun refused = m_cli->run(line.split(QLatin1Char(' ')));
    QCOMPARE(refused.exitCode, 3);
    QVERIFY(refused.err.contains(QStringLiteral("qcc proxy start")));
    QVERIFY(m_cli->files().isEmpty());
}

QTEST_GUILESS_MAIN(TestCliFailoverFiles)
#include "tst_cli_failover_files.moc"

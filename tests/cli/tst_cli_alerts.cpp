// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/channel_options.h"
#include "app/control/channel_json.h"
#include "app/control/control_address.h"
#include "app/control/control_server.h"
#include "app/store/instance_lock.h"
#include "models/domain/words.h"
#include "tests/cli/cli_runner.h"
#include "tests/control/scripted_door.h"

#include <QJsonDocument>
#include <QTest>

using namespace qcc;

namespace {

const QByteArray kUrl("https://hooks.test/services/verysecret");

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

std::set<AlertKind> some()
{
    return {AlertKind::Failover, AlertKind::AllDown};
}

} // namespace

Q_DECLARE_METATYPE(std::optional<std::set<qcc::AlertKind>>)

/// `qcc alerts`, on the files and with a scripted instance in this process.
class TestCliAlerts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void readsAlerts_data();
    void readsAlerts();
    void readsTimes();
    void addsAndShows();
    void addsEveryKind_data();
    void addsEveryKind();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void putsRefusalsIntoWords();
    void edits();
    void takesSeveralSecretsLineByLine();
    void removes();
    void handsSecretsOver();
    void testsOverTheInstance();
    void aTestNeedsAnInstance();
    void showsHowEachDoes();

private:
    CliRun run(const char *line, const QByteArray &input = {})
    {
        return m_cli->run(words(text(line)), input);
    }
    void startInstance();
    QJsonObject channel(const char *name);

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<InstanceLock> m_lock;
    std::unique_ptr<ScriptedDoor> m_door;
    std::unique_ptr<ControlServer> m_server;
};

void TestCliAlerts::init()
{
    qputenv("QCC_SECRETS", "file");
    m_cli = std::make_unique<CliRunner>();
    m_door = std::make_unique<ScriptedDoor>();
}

void TestCliAlerts::cleanup()
{
    QVERIFY(!m_cli->everythingPrinted().contains(text("verysecret")));
    m_server.reset();
    m_door.reset();
    m_lock.reset();
    m_cli.reset();
}

void TestCliAlerts::startInstance()
{
    auto lock = InstanceLock::acquire(m_cli->home());
    QVERIFY(lock);
    m_lock = std::move(lock).value();
    m_server = std::make_unique<ControlServer>(*m_door);
    QVERIFY(m_server->listen(controlSocketPath(m_cli->home())));
}

QJsonObject TestCliAlerts::channel(const char *name)
{
    const CliRun shown = m_cli->run({text("alerts"), text("show"), text(name), text("--json")});
    return QJsonDocument::fromJson(shown.out.toUtf8()).object();
}

void TestCliAlerts::readsAlerts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::optional<std::set<AlertKind>>>("alerts");
    using Found = std::optional<std::set<AlertKind>>;
    QTest::newRow("words") << text("failover, all-down") << Found(some());
    QTest::newRow("none") << text("none") << Found(std::in_place);
    QTest::newRow("no alert") << text("failover,rain") << Found();
    QTest::newRow("nothing") << QString() << Found();
}

void TestCliAlerts::readsAlerts()
{
    QFETCH(QString, typed);
    QFETCH(std::optional<std::set<AlertKind>>, alerts);
    QCOMPARE(alertsFromText(typed), alerts);
    QCOMPARE(alertsFromText(text("all"))->size(), size_t(10));
}

void TestCliAlerts::readsTimes()
{
    using Quiet = std::optional<std::optional<QuietSpan>>;
    QCOMPARE(quietFromText(text("22:00-8:00")), Quiet(QuietSpan{QTime(22, 0), QTime(8, 0)}));
    QCOMPARE(quietFromText(text("off")), Quiet(std::in_place, std::nullopt));
    for (const char *wrong : {"22:00", "22-8", "a-b", "22:00-08:00-09:00", "25:00-08:00"})
        QCOMPARE(quietFromText(text(wrong)), Quiet());
    QCOMPARE(digestFromText(text("daily@9:30")), std::optional(DigestTime{DigestPace::Daily, QTime(9, 30)}));
    QCOMPARE(digestFromText(text("weekly")), std::optional(DigestTime{DigestPace::Weekly, std::nullopt}));
    QCOMPARE(digestFromText(text("off")), std::optional(DigestTime{}));
    for (const char *wrong : {"none", "hourly", "daily@", "daily@9", "daily@09:00@10:00"})
        QCOMPARE(digestFromText(text(wrong)), std::optional<DigestTime>());
}

void TestCliAlerts::addsAndShows()
{
    const CliRun added = run("alerts add ops --kind slack --url-stdin --on failover,all-down --quiet "
                             "22:00-08:00 --digest weekly@07:15",
                             kUrl + '\n');
    QVERIFY2(added.exitCode == 0, qPrintable(added.err));
    QVERIFY(added.out.startsWith(text("Added \"ops\". Try it with: qcc alerts test ops\n")));
    const QJsonObject shown = channel("ops");
    QCOMPARE(shown[text("server")].toString(), text("hooks.test"));
    QCOMPARE(shown[text("alerts")].toArray(), (QJsonArray{text("failover"), text("all-down")}));
    QCOMPARE(shown[text("quiet")][text("from")].toString(), text("22:00"));
    QCOMPARE(shown[text("digest")].toString(), text("weekly"));
    QCOMPARE(shown[text("digest_at")].toString(), text("07:15"));
    const QString listed = run("alerts list").out;
    QVERIFY(listed.contains(text("ops")) && listed.contains(text("Slack")) &&
            listed.contains(text("hooks.test")));
    QVERIFY(run("alerts show ops").out.contains(text("failover, all-down")));
    QVERIFY(m_cli->files()[text("secrets.json")].contains("verysecret"));
    QVERIFY(!m_cli->files()[text("configs.json")].contains("verysecret"));
}

void TestCliAlerts::addsEveryKind_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("input");
    const auto row = [](const char *line, const QByteArray &input) {
        QTest::newRow(line) << text(line) << input;
    };
    row("--kind webhook --url-stdin", kUrl);
    row("--kind dingtalk --url-stdin", kUrl);
    row("--kind telegram --to -100123 --token-stdin", "1:verysecret");
    row("--kind telegram --to=@team --token-stdin", "1:verysecret");
    row("--kind ntfy --to qcc-8f3a --server https://ntfy.test", {});
    row("--kind mail --server mail.test --port 465 --security tls --user me --from me@a.test --to me@a.test "
        "--to you@a.test --password-stdin",
        "very secret verysecret");
    row("--kind command --program /bin/true --argument=-t --argument qcc", {});
}

void TestCliAlerts::addsEveryKind()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, input);
    const CliRun added = m_cli->run(words(text("alerts add it ") + line), input);
    QVERIFY2(added.exitCode == 0, qPrintable(added.err));
    QVERIFY(line.startsWith(text("--kind ") + channel("it")[text("kind")].toString()));
}

void TestCliAlerts::refusesWrongUsage_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line :
         {"alerts", "alerts add", "alerts add it", "alerts add it --kind pager", "alerts add it --kind slack",
          "alerts add it --kind slack --url-stdin --port 25",
          "alerts add it --kind slack --url-stdin --token-stdin",
          "alerts add it --kind ntfy --to a --on rain", "alerts add it --kind ntfy --to a --quiet 22",
          "alerts add it --kind ntfy --to a --digest hourly",
          "alerts add it --kind slack --url-stdin=https://hooks.test/x", "alerts edit it",
          "alerts remove it --no-such-option"})
        QTest::newRow(line) << text(line);
}

void TestCliAlerts::refusesWrongUsage()
{
    QFETCH(QString, line);
    const CliRun refused = m_cli->run(words(line), kUrl);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY(!refused.err.isEmpty());
    QVERIFY(!m_cli->files().contains(text("configs.json")));
}

void TestCliAlerts::putsRefusalsIntoWords()
{
    const auto refused = [this](const char *line, const QByteArray &input, const char *words) {
        const CliRun run = this->run(line, input);
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.err, text("qcc: ") + text(words) + QLatin1Char('\n'));
    };
    refused("alerts show ops", {}, "There is no alert channel \"ops\". See them with: qcc alerts list");
    refused("alerts add ops --kind slack --url-stdin", " \n",
            "\"ops\" can't do without its url. Give it at the prompt, or with --url-stdin.");
    QCOMPARE(run("alerts add ops --kind slack --url-stdin", kUrl).exitCode, 0);
    refused("alerts add OPS --kind slack --url-stdin", kUrl,
            "There is already an alert channel named \"ops\"; nothing was changed.");
}

void TestCliAlerts::edits()
{
    QCOMPARE(run("alerts add ops --kind slack --url-stdin", kUrl).exitCode, 0);
    const CliRun edited = run("alerts edit ops --rename team --enabled off --on recovery");
    QVERIFY2(edited.exitCode == 0, qPrintable(edited.err));
    QCOMPARE(edited.out, text("Changed \"team\".\n"));
    const QJsonObject shown = channel("team");
    QCOMPARE(shown[text("enabled")].toBool(), false);
    QCOMPARE(shown[text("alerts")].toArray(), QJsonArray{text("recovery")});
    QCOMPARE(run("alerts edit team --url-stdin", "https://other.test/verysecret").exitCode, 0);
    QCOMPARE(channel("team")[text("server")].toString(), text("other.test"));
    QVERIFY(!m_cli->files()[text("secrets.json")].contains("hooks.test"));
}

void TestCliAlerts::takesSeveralSecretsLineByLine()
{
    startInstance();
    QCOMPARE(run("alerts add ding --kind dingtalk --url-stdin --signing-stdin", kUrl + "\nSEC-verysecret\n")
                 .exitCode,
             0);
    const QJsonObject secrets = m_door->submitted.at(0)[text("secrets")].toObject();
    QCOMPARE(secrets[text("url")].toString(), QString::fromLatin1(kUrl));
    QCOMPARE(secrets[text("signing")].toString().trimmed(), text("SEC-verysecret"));
}

void TestCliAlerts::removes()
{
    QCOMPARE(run("alerts add ops --kind slack --url-stdin", kUrl).exitCode, 0);
    QCOMPARE(run("alerts remove ops").exitCode, 2); // nobody can be asked
    const CliRun removed = run("alerts remove ops --yes");
    QCOMPARE(removed.exitCode, 0);
    QCOMPARE(removed.out, text("Removed \"ops\".\n"));
    QVERIFY(run("alerts list").out.startsWith(text("No alert channels yet.")));
    QVERIFY(!m_cli->files()[text("secrets.json")].contains("verysecret"));
}

void TestCliAlerts::handsSecretsOver()
{
    startInstance();
    QCOMPARE(run("alerts add ops --kind slack --url-stdin", kUrl).exitCode, 0);
    const QJsonObject command = m_door->submitted.at(0);
    QCOMPARE(command[text("command")].toString(), text("put-channel"));
    QCOMPARE(command[text("secrets")][text("url")].toString(), QString::fromLatin1(kUrl));
    QCOMPARE(command[text("channel")][text("kind")].toString(), text("slack"));
}

void TestCliAlerts::testsOverTheInstance()
{
    AlertChannel ops;
    ops.id = text("0000000a");
    ops.name = text("ops");
    ops.kind = ChannelKind::Discord;
    m_door->held.channels = {ops};
    startInstance();
    const CliRun tried = run("alerts test ops");
    QVERIFY2(tried.exitCode == 0, qPrintable(tried.err));
    QCOMPARE(tried.out, text("A test message was sent over \"ops\".\n"));
    QCOMPARE(m_door->tests.at(0).channel, ops);
    QVERIFY(m_door->tests.at(0).secrets.empty());
    m_door->refuseWith = Refusal{RefusalCode::ChannelFailed, ops.name, text("404: no_service")};
    const CliRun failed = run("alerts test ops");
    QCOMPARE(failed.exitCode, 1);
    QVERIFY(failed.err.contains(text("no_service")));
}

void TestCliAlerts::aTestNeedsAnInstance()
{
    QCOMPARE(run("alerts add phone --kind ntfy --to qcc-1").exitCode, 0);
    QCOMPARE(run("alerts test phone").exitCode, 3);
}

void TestCliAlerts::showsHowEachDoes()
{
    AlertChannel ops;
    ops.id = text("0000000a");
    ops.name = text("ops");
    ops.server = text("hooks.test");
    m_door->held.channels = {ops};
    ChannelSnapshot state;
    state.id = ops.id;
    state.name = ops.name;
    state.failingSince = TimePoint(milliseconds(1'700'000'000'000));
    state.trouble = text("404: no_service");
    m_door->shown.home = m_cli->home();
    m_door->shown.channels = {state};
    startInstance();
    QVERIFY(run("alerts list").out.contains(text("no_service")));
    const QString status = run("status").out;
    QVERIFY2(status.contains(text("The alert channel \"ops\" has not got through since")),
             qPrintable(status));
    const QJsonObject shown = channel("ops");
    QCOMPARE(shown[text("state")][text("failing")].toBool(), true);
    QCOMPARE(shown[text("state")][text("trouble")].toString(), text("404: no_service"));
}

QTEST_GUILESS_MAIN(TestCliAlerts)
#include "tst_cli_alerts.moc"

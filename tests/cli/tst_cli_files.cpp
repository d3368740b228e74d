// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_runner.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace qcc;

namespace {

const QByteArray kKey("sk-verysecret-0001");
const QByteArray kOtherKey("sk-verysecret-0002");

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QJsonObject json(const CliRun &run)
{
    return QJsonDocument::fromJson(run.out.toUtf8()).object();
}

} // namespace

/// The program on the files, without an instance.
class TestCliFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void helpsWithExamples_data();
    void helpsWithExamples();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void refusesBadInput_data();
    void refusesBadInput();
    void removesNothingWithNobodyToAsk();
    void refusesABrokenFile();
    void refusesAHomeThatIsNone();
    void looksWithoutMakingAnything_data();
    void looksWithoutMakingAnything();
    void addsWithEveryOption();
    void keepsKeysInTheSecretStore();
    void takesEmptyValuesJoinedToTheirOption();
    void namesThePlacesForKeys();
    void saysWhereAKeyLies_data();
    void saysWhereAKeyLies();
    void editsEndpoints();
    void takesProxyAndCaFileAway();
    void removesWithKeys();
    void editsConfigs();
    void editsWhatLeadsToTheNextOne();
    void editsNamesForModels();
    void editsHeaders();
    void keepsRequestsAsLongAsWanted();
    void ordersConfigs();
    void listsInColumns();
    void showsOneConfig();
    void listsGroups();
    void printsJson();
    void keepsTerminalsSafe();
    void printsTheEnvironmentOfClaude();
    void saysItsVersion();
    void refusesAFullDisk();
    void endsQuietlyWhenNobodyReadsOn();

private:
    CliRun run(const char *line, const QByteArray &input = {}) { return m_cli->run(words(line), input); }
    void addTwo();

    std::unique_ptr<CliRunner> m_cli;
};

void TestCliFiles::init()
{
    m_cli = std::make_unique<CliRunner>();
}

void TestCliFiles::cleanup()
{
    QVERIFY(!m_cli->everythingPrinted().contains(QStringLiteral("verysecret")));
    m_cli.reset();
}

void TestCliFiles::addTwo()
{
    m_cli->mustAdd(QStringLiteral("production"), QStringLiteral("https://api.example.com"), kKey);
    m_cli->mustAdd(QStringLiteral("backup"), QStringLiteral("https://gw.example.com/v1"), kOtherKey);
}

void TestCliFiles::helpsWithExamples_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"",
                                "add",
                                "list",
                                "show",
                                "edit",
                                "remove",
                                "endpoint",
                                "endpoint add",
                                "endpoint edit",
                                "endpoint remove",
                                "endpoint list",
                                "priority",
                                "priority set",
                                "priority list",
                                "priority switch",
                                "priority release",
                                "priority group",
                                "priority policy",
                                "priority history",
                                "status",
                                "health",
                                "why",
                                "stats",
                                "requests",
                                "proxy",
                                "proxy start",
                                "proxy stop",
                                "proxy status",
                                "claude",
                                "claude env"})
        QTest::addRow("qcc %s", command) << QString::fromLatin1(command);
}

void TestCliFiles::helpsWithExamples()
{
    QFETCH(QString, command);
    const CliRun help =
        m_cli->run(command.split(QLatin1Char(' '), Qt::SkipEmptyParts) << QStringLiteral("--help"));
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.err.isEmpty());
    const QString examples = help.out.section(QStringLiteral("Examples:"), 1);
    QVERIFY2(examples.contains(QStringLiteral("qcc ") + command), qPrintable(help.out));
}

void TestCliFiles::refusesWrongUsage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *line, const char *part) {
        QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(part);
    };
    row("no command", "", "qcc --help");
    row("an unknown command", "dance", "dance");
    row("a group without its command", "endpoint", "qcc endpoint --help");
    row("a name missing", "add", "NAME is required");
    row("an unknown option", "list --loud", "--loud");
    row("an argument too many", "list all", "one argument too many");
    row("a key as an option of its own", "add p --url https://h --key sk-verysecret-0001", "--key-stdin");
    row("a key joined to an option of its own", "add p --url https://h --key=sk-verysecret-0001",
        "--key-stdin");
    row("a key as an argument", "add p sk-verysecret-0001 --url https://h", "one argument too many");
    row("a key joined to a short option", "add p -ksk-verysecret-0001", "no option \"-k\"");
    row("a key joined to the flag for stdin", "add p --url https://h --key-stdin=sk-verysecret-0001",
        "key-stdin: takes no value");
    row("patterns given and taken away", "edit nobody --next-on 400 --no-next-on",
        "--next-on and --no-next-on cannot be given together");
    row("names for models given and taken away", "edit nobody --map a=b --no-map",
        "--map and --no-map cannot be given together");
    row("headers given and taken away", "edit nobody --header x-a:b --no-headers",
        "--header and --no-headers cannot be given together");
    row("days that are no number", "history keep long", "long");
    row("a group of commands alone", "history", "subcommand");
    row("a key instead of a URL", "endpoint add p sk-verysecret-0001", "one argument too many");
    row("an option without its value", "add p --url", "--url");
    row("endpoint options without a URL", "add p --auth bearer", "--url");
    row("a key without a URL", "add p --key-stdin", "--url");
    row("an endpoint without a URL", "endpoint add p --key-stdin", "--url is required");
    row("no key and nobody to ask", "add p --url https://h", "--key-stdin");
    row("an unknown way to send the key", "add p --url https://h --auth basic --key-stdin", "basic");
    row("an unknown HTTP version", "add p --url https://h --http 3 --key-stdin", "3");
    row("a time that is none", "add p --url https://h --idle-timeout soon --key-stdin",
        "\"soon\" is no time");
    row("a position before the first", "priority set p primary --position 0", "--position");
    row("a position that is no number", "priority set p primary --position x", "--position");
    row("an edit of nothing", "edit p", "--rename");
    row("an endpoint's edit of nothing", "endpoint edit p e", "at least one option");
    row("two ways for one key", "endpoint edit p e --key-prompt --key-stdin", "--key-stdin");
    row("an address that is none", "proxy start --listen abc", "\"abc\" is no address");
    row("a port too high", "proxy start --listen 127.0.0.1:70000", "65535");
}

void TestCliFiles::refusesWrongUsage()
{
    QFETCH(QString, line);
    QFETCH(QString, part);
    const CliRun refused = m_cli->run(line.split(QLatin1Char(' '), Qt::SkipEmptyParts), kKey);
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains(part), qPrintable(refused.err));
    QVERIFY(refused.err.startsWith(QStringLiteral("qcc: ")));
    QVERIFY(refused.out.isEmpty());
    QVERIFY(m_cli->files().isEmpty());
}

void TestCliFiles::refusesBadInput_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("exitCode");
    const auto row = [](const char *name, const char *line, const QByteArray &input, const char *part,
                        int exitCode = 1) {
        QTest::newRow(name) << QString::fromUtf8(line) << input << QString::fromUtf8(part) << exitCode;
    };
    row("an unknown config shown", "show nobody", {}, "no config named \"nobody\"");
    row("an unknown config edited", "edit nobody --description x", {}, "no config named \"nobody\"");
    row("a pattern for the next one without a status", "edit nobody --next-on busy", {},
        "STATUS or STATUS:TEXT");
    row("a pattern for the next one with a status that has its own meaning", "edit nobody --next-on 429:busy",
        {}, "a status from 400 to 499");
    row("a name for a model without a sign", "edit nobody --map opus", {}, "FROM=TO");
    row("a name for a model with a star", "edit nobody --map a=b*", {}, "a plain name to send, without *");
    row("a header without a colon", "edit nobody --header x-a", {}, "NAME: VALUE");
    row("a header for a key", "edit nobody --header x-auth-token:abc", {},
        "The value of --header is not permitted; permitted is: no key or password");
    row("no day at all", "history keep 0", {}, "The value of DAYS is not permitted; permitted is: 1 to 3650");
    row("too many days", "history keep 3651", {}, "1 to 3650");
    row("an unknown config removed", "remove nobody --yes", {}, "no config named \"nobody\"");
    row("an unknown config given a priority", "priority set nobody primary", {},
        "no config named \"nobody\"");
    row("an unknown config given an endpoint", "endpoint add nobody --url https://h --key-stdin", kKey,
        "no config named \"nobody\"");
    row("an unknown config removed, with nobody to ask", "remove nobody", {}, "no config named \"nobody\"");
    row("an unknown config's endpoint removed, with nobody to ask", "endpoint remove nobody e", {},
        "no config named \"nobody\"");
    row("an unknown endpoint removed, with nobody to ask", "endpoint remove production far", {},
        "\"production\" has no endpoint \"far\"");
    row("an unknown config given an endpoint, with nobody to ask", "endpoint add nobody --url https://h", {},
        "no config named \"nobody\"");
    row("a name in use given an endpoint, with nobody to ask", "add backup --url https://h", {},
        "already a config named \"backup\"");
    row("an unknown endpoint given a key, with nobody to ask", "endpoint edit production far --key-prompt",
        {}, "\"production\" has no endpoint \"far\"");
    row("an unknown config's endpoints", "endpoint list nobody", {}, "no config named \"nobody\"");
    row("an unknown endpoint edited", "endpoint edit production far --http 2", {},
        "\"production\" has no endpoint \"far\"");
    row("an unknown endpoint removed", "endpoint remove production far --yes", {},
        "\"production\" has no endpoint \"far\"");
    row("a duplicate name", "add production", {}, "already a config named \"production\"");
    row("a rename to a name in use", "edit production --rename backup", {},
        "already a config named \"backup\"");
    row("a name with a slash", "add a/b", {}, "\"a/b\" cannot be a name");
    row("a URL without scheme", "add p --url api.example.com --key-stdin", kKey,
        "\"api.example.com\" cannot be a base URL");
    row("a URL that lacks a slash", "add p --url http:/h --key-stdin", kKey, "write http://h");
    row("a URL that lacks both slashes", "add p --url https:h/v1 --key-stdin", kKey, "write https://h/v1");
    row("a URL of another scheme", "add p --url ftp://h --key-stdin", kKey,
        "\"ftp://h\" cannot be a base URL");
    row("an empty key", "add p --url https://h --key-stdin", {}, "is empty");
    row("a key of spaces", "add p --url https://h --key-stdin", " \n ", "is empty");
    row("a key of two lines", "add p --url https://h --key-stdin", kKey + '\n' + kOtherKey, "value of key");
    row("an endless key", "add p --url https://h --key-stdin", QByteArray(70'000, 'k'),
        "The key is too long");
    row("the same URL and key again", "add p --url https://api.example.com/ --key-stdin", kKey,
        "production/api.example.com");
    row("the same URL and key by an edit",
        "endpoint edit backup gw.example.com --url https://api.example.com --key-stdin", kKey,
        "production/api.example.com");
    row("an endpoint's name in use",
        "endpoint add production --url https://h --name api.example.com --key-stdin", kKey,
        "already has an endpoint named \"api.example.com\"");
    row("a time limit out of range", "endpoint edit production api.example.com --connect-timeout 0", {},
        "connect-timeout");
    row("a proxy without port", "endpoint edit production api.example.com --proxy http://p", {},
        "cannot be a proxy");
    row("a CA file that is not there", "endpoint edit production api.example.com --ca-file /no/such.pem", {},
        "/no/such.pem");
    row("a CA file without certificates", "endpoint edit production api.example.com --ca-file /etc/passwd",
        {}, "There is no certificate in /etc/passwd; give --ca-file");
    row("an empty name, joined to its option", "endpoint edit production api.example.com --url=", {},
        "\"\" cannot be a base URL");
    row("an unknown priority", "priority set production tertiary", {}, "no priority \"tertiary\"");
    row("an unknown priority at once", "add p --priority first", {}, "no priority \"first\"");
    row("a place it already has", "priority set production primary", {},
        "\"production\" already has this place");
    row("a status without an instance", "proxy status", {}, "No proxy runs for", 3);
    row("a stop without an instance", "proxy stop", {}, "qcc proxy start", 3);
}

void TestCliFiles::refusesBadInput()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, input);
    QFETCH(QString, part);
    QFETCH(int, exitCode);
    addTwo();
    const auto before = m_cli->files();
    const CliRun refused = m_cli->run(line.split(QLatin1Char(' ')), input);
    QCOMPARE(refused.exitCode, exitCode);
    QVERIFY2(refused.err.contains(part), qPrintable(refused.err));
    QCOMPARE(refused.err.count(QLatin1Char('\n')), 1);
    QVERIFY(refused.err.startsWith(QStringLiteral("qcc: ")));
    QVERIFY(refused.out.isEmpty());
    QVERIFY(m_cli->files() == before);
}

void TestCliFiles::removesNothingWithNobodyToAsk()
{
    addTwo();
    for (const char *line : {"remove backup", "endpoint remove backup gw.example.com"}) {
        const CliRun refused = run(line);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.contains(QStringLiteral("--yes")), qPrintable(refused.err));
    }
    QCOMPARE(run("endpoint list backup").exitCode, 0);
}

void TestCliFiles::refusesABrokenFile()
{
    addTwo();
    QFile file(m_cli->home() + QStringLiteral("/configs.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n  \"configs\": [,]\n}\n");
    file.close();
    const auto before = m_cli->files();
    for (const char *line : {"list", "add p", "remove backup --yes"}) {
        const CliRun refused = run(line);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(file.fileName()), qPrintable(refused.err));
        QVERIFY2(refused.err.contains(QStringLiteral("line 2")), qPrintable(refused.err));
    }
    QCOMPARE(m_cli->files().value(QStringLiteral("configs.json")),
             before.value(QStringLiteral("configs.json")));
}

void TestCliFiles::refusesAHomeThatIsNone()
{
    const QString file = m_cli->home() + QStringLiteral("/file");
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    m_cli->setHome(file);
    for (const char *line : {"list", "add p", "proxy status", "claude env"}) {
        const CliRun refused = run(line);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(file), qPrintable(refused.err));
    }
}

void TestCliFiles::looksWithoutMakingAnything_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("exitCode");
    for (const char *line : {"list", "list --json", "priority list"})
        QTest::newRow(line) << QString::fromLatin1(line) << 0;
    for (const char *line : {"show nobody", "endpoint list nobody"})
        QTest::newRow(line) << QString::fromLatin1(line) << 1;
    QTest::newRow("proxy status") << QStringLiteral("proxy status") << 3;
}

void TestCliFiles::looksWithoutMakingAnything()
{
    QFETCH(QString, line);
    QFETCH(int, exitCode);
    const QString home = m_cli->home();
    QVERIFY(QFile::setPermissions(home, QFile::Permissions(0x7755)));
    QCOMPARE(m_cli->run(line.split(QLatin1Char(' '))).exitCode, exitCode);
    QVERIFY(QDir(home).isEmpty());
    QVERIFY(QFile::permissions(home) & QFile::ReadOther);
    m_cli->setHome(home + QStringLiteral("/missing"));
    QCOMPARE(m_cli->run(line.split(QLatin1Char(' '))).exitCode, exitCode);
    QVERIFY(QDir(home).isEmpty());
}

void TestCliFiles::addsWithEveryOption()
{
    QFile ca(m_cli->home() + QStringLiteral("/ca.pem"));
    QVERIFY(QFile::copy(QStringLiteral("/etc/ssl/certs/ca-certificates.crt"), ca.fileName()));
    const CliRun added = m_cli->run(
        words("add p --url https://h:8443/v1/ --name main --auth both --http 2 --connect-timeout 500ms "
              "--header-timeout 1.5s --idle-timeout 2m --proxy socks5://127.0.0.1:1080 --priority disabled "
              "--key-stdin --description")
            << QStringLiteral("The 官方 one") << QStringLiteral("--ca-file") << ca.fileName(),
        kKey + '\n');
    QCOMPARE(added.exitCode, 0);
    QVERIFY(added.out.startsWith(QStringLiteral("Added \"p\".\n")));
    const QJsonObject config = json(run("show p --json"));
    QCOMPARE(config.value(QStringLiteral("description")).toString(), QStringLiteral("The 官方 one"));
    QCOMPARE(config.value(QStringLiteral("priority")).toString(), QStringLiteral("disabled"));
    const QJsonObject endpoint = config.value(QStringLiteral("endpoints")).toArray().at(0).toObject();
    const QJsonObject expected{
        {QStringLiteral("id"), endpoint.value(QStringLiteral("id"))},
        {QStringLiteral("name"), QStringLiteral("main")},
        {QStringLiteral("url"), QStringLiteral("https://h:8443/v1")},
        {QStringLiteral("auth"), QStringLiteral("both")},
        {QStringLiteral("http"), QStringLiteral("2")},
        {QStringLiteral("limits"), QJsonObject{{QStringLiteral("connect_ms"), 500},
                                               {QStringLiteral("header_ms"), 1500},
                                               {QStringLiteral("idle_ms"), 120'000}}},
        {QStringLiteral("proxy"), QStringLiteral("socks5://127.0.0.1:1080")},
        {QStringLiteral("ca_file"), ca.fileName()},
    };
    QCOMPARE(endpoint, expected);
    QCOMPARE(endpoint.value(QStringLiteral("id")).toString().size(), 8);
}

void TestCliFiles::keepsKeysInTheSecretStore()
{
    addTwo();
    const auto files = m_cli->files();
    QVERIFY(files.value(QStringLiteral("secrets.json")).contains(kKey));
    for (const QString &name : {QStringLiteral("configs.json"), QStringLiteral("priority_config.json")})
        QVERIFY(!files.value(name).contains("verysecret"));
}

void TestCliFiles::takesEmptyValuesJoinedToTheirOption()
{
    addTwo();
    const auto edit = [&](const char *option) {
        return m_cli->run({QStringLiteral("endpoint"), QStringLiteral("edit"), QStringLiteral("production"),
                           QStringLiteral("api.example.com"), QString::fromLatin1(option)});
    };
    QCOMPARE(edit("--proxy=socks5://127.0.0.1:1080").exitCode, 0);
    QVERIFY(m_cli->files().value(QStringLiteral("configs.json")).contains("1080"));
    QCOMPARE(edit("--proxy=").exitCode, 0);
    QVERIFY(!m_cli->files().value(QStringLiteral("configs.json")).contains("1080"));
}

void TestCliFiles::namesThePlacesForKeys()
{
    m_cli->setVariable(QStringLiteral("QCC_SECRETS"), QStringLiteral("vault"));
    const CliRun refused = m_cli->run({QStringLiteral("add"), QStringLiteral("p")});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.err, QStringLiteral("qcc: The environment variable QCC_SECRETS must be \"file\" or "
                                         "\"keyring\", or not be set at all.\n"));
}

void TestCliFiles::saysWhereAKeyLies_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("said");
    const QString add = QStringLiteral("add p --url https://h --key-stdin");
    const QString file = QStringLiteral("file");
    QTest::newRow("of a new config") << add << file << QStringLiteral("The key is in HOME/secrets.json.");
    QTest::newRow("of a new config, without a keyring")
        << add << QString() << QStringLiteral("HOME/secrets.json: no desktop keyring is reachable.");
    QTest::newRow("of a new endpoint")
        << QStringLiteral("endpoint add production --url https://h --key-stdin") << file
        << QStringLiteral("HOME/secrets.json.");
    QTest::newRow("that was changed")
        << QStringLiteral("endpoint edit production api.example.com --key-stdin") << file
        << QStringLiteral("HOME/secrets.json.");
    QTest::newRow("only when one was given")
        << QStringLiteral("endpoint edit production api.example.com --http 2") << file << QString();
}

void TestCliFiles::saysWhereAKeyLies()
{
    QFETCH(QString, line);
    QFETCH(QString, choice);
    QFETCH(QString, said);
    addTwo();
    m_cli->setVariable(QStringLiteral("QCC_SECRETS"), choice);
    m_cli->setVariable(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere"));
    const CliRun done = m_cli->run(line.split(QLatin1Char(' ')), "sk-verysecret-0003");
    QCOMPARE(done.exitCode, 0);
    if (said.isEmpty())
        QVERIFY2(!done.out.contains(QStringLiteral("secrets.json")), qPrintable(done.out));
    else
        QVERIFY2(done.out.endsWith(said.replace(QStringLiteral("HOME"), m_cli->home()) + QLatin1Char('\n')),
                 qPrintable(done.out));
}

void TestCliFiles::editsEndpoints()
{
    addTwo();
    QCOMPARE(
        run("endpoint add production --url https://eu.example.com --name eu --key-stdin", kOtherKey).exitCode,
        0);
    QCOMPARE(run("endpoint edit production eu --name asia --auth bearer --idle-timeout 30 --key-stdin", kKey)
                 .exitCode,
             0);
    const QJsonArray endpoints =
        json(run("endpoint list production --json")).value(QStringLiteral("endpoints")).toArray();
    QCOMPARE(endpoints.size(), 2);
    QCOMPARE(endpoints.at(1).toObject().value(QStringLiteral("name")).toString(), QStringLiteral("asia"));
    QCOMPARE(endpoints.at(1).toObject().value(QStringLiteral("auth")).toString(), QStringLiteral("bearer"));
    QCOMPARE(endpoints.at(1).toObject().value(QStringLiteral("url")).toString(),
             QStringLiteral("https://eu.example.com"));
    QCOMPARE(m_cli->files().value(QStringLiteral("secrets.json")).count(kKey), 2);
    QCOMPARE(run("endpoint remove production asia --yes").exitCode, 0);
    QCOMPARE(m_cli->files().value(QStringLiteral("secrets.json")).count(kKey), 1);
}

void TestCliFiles::takesProxyAndCaFileAway()
{
    m_cli->mustAdd(QStringLiteral("p"), QStringLiteral("https://h"), kKey,
                   words("--proxy http://127.0.0.1:3128"));
    const CliRun edited = m_cli->run(words("endpoint edit p h --proxy")
                                     << QString() << QStringLiteral("--ca-file") << QString());
    QCOMPARE(edited.exitCode, 0);
    const QJsonArray endpoints =
        json(run("endpoint list p --json")).value(QStringLiteral("endpoints")).toArray();
    QCOMPARE(endpoints.at(0).toObject().value(QStringLiteral("proxy")).toString(), QString());
}

void TestCliFiles::removesWithKeys()
{
    addTwo();
    const CliRun removed = run("remove backup --yes");
    QCOMPARE(removed.exitCode, 0);
    QCOMPARE(removed.out, QStringLiteral("Removed \"backup\".\n"));
    QVERIFY(!m_cli->files().value(QStringLiteral("secrets.json")).contains(kOtherKey));
    QCOMPARE(run("show backup").exitCode, 1);
    QCOMPARE(run("show production").exitCode, 0);
}

void TestCliFiles::editsConfigs()
{
    addTwo();
    QCOMPARE(run("edit production --rename 官方 --description first").out,
             QStringLiteral("Renamed \"production\" to \"官方\".\n"));
    const QJsonObject config = json(run("show 官方 --json"));
    QCOMPARE(config.value(QStringLiteral("description")).toString(), QStringLiteral("first"));
    QCOMPARE(config.value(QStringLiteral("priority")).toString(), QStringLiteral("primary"));
    QVERIFY(m_cli->files().value(QStringLiteral("secrets.json")).contains(kKey));
}

void TestCliFiles::editsWhatLeadsToTheNextOne()
{
    addTwo();
    const auto nextOn = [this] {
        return json(run("show backup --json")).value(QStringLiteral("next_on")).toArray();
    };
    QCOMPARE(
        m_cli->run(words("edit backup --next-on 422 --next-on") << QStringLiteral("400:model unavailable"))
            .out,
        QStringLiteral("Changed \"backup\".\n"));
    QCOMPARE(nextOn().size(), 2);
    QCOMPARE(nextOn().at(0)[QStringLiteral("status")].toInt(), 422);
    QCOMPARE(nextOn().at(1)[QStringLiteral("text")].toString(), QStringLiteral("model unavailable"));
    QVERIFY(run("show backup").out.contains(QStringLiteral("400:model unavailable\n")));
    QCOMPARE(run("edit backup --description kept").exitCode, 0);
    QCOMPARE(nextOn().size(), 2);
    QCOMPARE(run("edit backup --next-on 413").exitCode, 0);
    QCOMPARE(nextOn().size(), 1);
    QCOMPARE(run("edit backup --no-next-on").exitCode, 0);
    QVERIFY(nextOn().isEmpty());
    QVERIFY(!m_cli->files().value(QStringLiteral("configs.json")).contains("next_on"));
}

void TestCliFiles::editsNamesForModels()
{
    addTwo();
    const auto mappings = [this] {
        return json(run("show backup --json")).value(QStringLiteral("model_mappings")).toArray();
    };
    QCOMPARE(run("edit backup --map claude-opus-*=my-opus --map *[1m]=big=model").out,
             QStringLiteral("Changed \"backup\".\n"));
    QCOMPARE(mappings().size(), 2);
    QCOMPARE(mappings().at(0)[QStringLiteral("from")].toString(), QStringLiteral("claude-opus-*"));
    QCOMPARE(mappings().at(1)[QStringLiteral("to")].toString(), QStringLiteral("big=model"));
    QVERIFY(run("show backup").out.contains(QStringLiteral("claude-opus-* as my-opus\n")));
    QCOMPARE(run("edit backup --description kept").exitCode, 0);
    QCOMPARE(mappings().size(), 2);
    QCOMPARE(run("edit backup --map a=b").exitCode, 0);
    QCOMPARE(mappings().size(), 1);
    QCOMPARE(run("edit backup --no-map").exitCode, 0);
    QVERIFY(mappings().isEmpty());
    QVERIFY(!m_cli->files().value(QStringLiteral("configs.json")).contains("model_mappings"));
}

void TestCliFiles::editsHeaders()
{
    addTwo();
    const auto headers = [this] {
        return json(run("show backup --json")).value(QStringLiteral("extra_headers")).toArray();
    };
    QCOMPARE(m_cli
                 ->run(words("edit backup --header x-team:compilers --header")
                       << QStringLiteral("X-Note: two words"))
                 .out,
             QStringLiteral("Changed \"backup\".\n"));
    QCOMPARE(headers().size(), 2);
    QCOMPARE(headers().at(1)[QStringLiteral("name")].toString(), QStringLiteral("X-Note"));
    QCOMPARE(headers().at(1)[QStringLiteral("value")].toString(), QStringLiteral("two words"));
    QVERIFY(run("show backup").out.contains(QStringLiteral("X-Note: two words\n")));
    QCOMPARE(run("edit backup --description kept").exitCode, 0);
    QCOMPARE(headers().size(), 2);
    QCOMPARE(run("edit backup --no-headers").exitCode, 0);
    QVERIFY(headers().isEmpty());
    QVERIFY(!m_cli->files().value(QStringLiteral("configs.json")).contains("extra_headers"));
}

void TestCliFiles::keepsRequestsAsLongAsWanted()
{
    const auto keeps = [](const CliRun &said, const char *days) {
        return said.exitCode == 0 && said.out.startsWith(QStringLiteral("Requests are kept one by one for ") +
                                                         QString::fromUtf8(days));
    };
    QVERIFY(keeps(run("history keep"), "30 day"));
    QVERIFY(keeps(run("history keep 1"), "1 day"));
    QCOMPARE(json(run("history keep --json")).value(QStringLiteral("keep_requests_days")).toInt(), 1);
    QCOMPARE(json(run("history keep 3650 --json")).value(QStringLiteral("keep_requests_days")).toInt(), 3650);
    QVERIFY(m_cli->files()
                .value(QStringLiteral("priority_config.json"))
                .contains("\"keep_requests_days\": 3650"));
}

void TestCliFiles::ordersConfigs()
{
    addTwo();
    QCOMPARE(run("priority set backup primary --position 1").exitCode, 0);
    const QJsonObject primary =
        json(run("priority list --json")).value(QStringLiteral("groups")).toArray().at(0).toObject();
    QCOMPARE(primary.value(QStringLiteral("config_names")).toArray(),
             (QJsonArray{QStringLiteral("backup"), QStringLiteral("production")}));
}

void TestCliFiles::listsInColumns()
{
    QCOMPARE(run("list").out,
             QStringLiteral("There are no configs yet. Add one with: qcc add NAME --url URL\n"));
    addTwo();
    const CliRun added = run("add 备用 --description last --priority fallback");
    QVERIFY(added.out.contains(QStringLiteral("qcc endpoint add 备用 --url URL")));
    QCOMPARE(run("list").out, QStringLiteral("production (active)  primary    1 endpoint\n"
                                             "backup               secondary  1 endpoint\n"
                                             "备用                 fallback   0 endpoints  last\n"));
}

void TestCliFiles::showsOneConfig()
{
    m_cli->mustAdd(QStringLiteral("p"), QStringLiteral("https://h/v1"), kKey,
                   words("--http 2 --idle-timeout 1.5"));
    const QString id = json(run("endpoint list p --json"))
                           .value(QStringLiteral("endpoints"))
                           .toArray()
                           .at(0)
                           .toObject()
                           .value(QStringLiteral("id"))
                           .toString();
    QCOMPARE(
        run("show p").out,
        QStringLiteral("p (active)\n"
                       "  priority   primary, place 1 of 1\n"
                       "  endpoints  1\n"
                       "    h  https://h/v1  x-api-key  HTTP/2  %1  connect 10 s, header 90 s, idle 1.5 s\n")
            .arg(id));
}

void TestCliFiles::listsGroups()
{
    addTwo();
    QCOMPARE(run("priority list").out, QStringLiteral("⭐ PRIMARY [✓]\n  • production (active)  1 endpoint\n"
                                                      "🔵 SECONDARY [✓]\n  • backup  1 endpoint\n"
                                                      "🟡 FALLBACK [✓]\n  –\n"
                                                      "⚪ DISABLED\n  –\n"));
}

void TestCliFiles::printsJson()
{
    addTwo();
    const QJsonObject list = json(run("list --json"));
    QCOMPARE(list.keys(), (QStringList{QStringLiteral("active_config"), QStringLiteral("configs")}));
    QCOMPARE(list.value(QStringLiteral("configs")).toArray().size(), 2);
    QCOMPARE(json(run("priority list --json")).value(QStringLiteral("groups")).toArray().size(), 4);
    QCOMPARE(json(run("endpoint list backup --json")).value(QStringLiteral("config")).toString(),
             QStringLiteral("backup"));
}

void TestCliFiles::keepsTerminalsSafe()
{
    QCOMPARE(m_cli
                 ->run({QStringLiteral("add"), QStringLiteral("p"), QStringLiteral("--description"),
                        QStringLiteral("a\nb")})
                 .exitCode,
             0);
    QVERIFY(run("list").out.endsWith(QStringLiteral("0 endpoints  a b\n")));
    const CliRun refused = m_cli->run({QStringLiteral("show"), QStringLiteral("\033[2J")});
    QVERIFY(!refused.err.contains(QLatin1Char('\033')));
}

void TestCliFiles::printsTheEnvironmentOfClaude()
{
    const QStringList lines = run("claude env").out.split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0), QStringLiteral("export ANTHROPIC_BASE_URL=http://127.0.0.1:7860"));
    const QString token = lines.at(1).section(QLatin1Char('='), 1);
    QVERIFY(lines.at(1).startsWith(QStringLiteral("export ANTHROPIC_AUTH_TOKEN=qcc-")));
    QVERIFY(m_cli->files().value(QStringLiteral("secrets.json")).contains(token.toLatin1()));
    const QJsonObject again = json(run("claude env --json"));
    QCOMPARE(again.value(QStringLiteral("ANTHROPIC_AUTH_TOKEN")).toString(), token);
    QCOMPARE(again.value(QStringLiteral("ANTHROPIC_BASE_URL")).toString(),
             QStringLiteral("http://127.0.0.1:7860"));
}

void TestCliFiles::saysItsVersion()
{
    const CliRun version = run("--version");
    QCOMPARE(version.exitCode, 0);
    QCOMPARE(version.out, QStringLiteral("qcc " QCC_VERSION "\n"));
}

void TestCliFiles::refusesAFullDisk()
{
    QProcess process;
    m_cli->prepare(process, words("list --json"));
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start();
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().startsWith("qcc: Cannot write the output"));
}

void TestCliFiles::endsQuietlyWhenNobodyReadsOn()
{
    int ends[2] = {};
    QCOMPARE(::pipe(ends), 0);
    ::close(ends[0]);
    QProcess process;
    m_cli->prepare(process, words("list --json"));
    process.setChildProcessModifier([out = ends[1]] {
        ::dup2(out, STDOUT_FILENO);
        ::signal(SIGPIPE, SIG_IGN); // as many services start their children: nothing ends the program
    });
    process.start();
    ::close(ends[1]);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

QTEST_GUILESS_MAIN(TestCliFiles)
#include "tst_cli_files.moc"

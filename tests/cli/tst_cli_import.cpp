// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_address.h"
#include "app/control/control_server.h"
#include "app/store/instance_lock.h"
#include "tests/cli/cli_runner.h"
#include "tests/control/scripted_door.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace qcc;

namespace {

const QByteArray kKey("sk-verysecret-0001");

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Three configs: one with a key, one without, one that only its application can use.
const QByteArray kFile(
    "{\"endpoints\": ["
    "{\"name\": \"Mirror\", \"apiUrl\": \"https://mirror.example\", \"apiKey\": \"sk-verysecret-0001\"},"
    "{\"name\": \"Bare\", \"apiUrl\": \"https://bare.example\", \"apiKey\": \"\"},"
    "{\"name\": \"Other\", \"apiUrl\": \"https://other.example\", \"apiKey\": \"sk-verysecret-0003\","
    " \"transformer\": \"openai\"}]}");

} // namespace

/// `qcc import` and `qcc export`, with the program itself.
class TestCliImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void addsWhatAFileHas();
    void addsNothingTwice();
    void onlyLooks();
    void printsJson();
    void takesThoseThatAreNamed();
    void putsThemWhereTheyAreWanted();
    void noFileSpeaksToTheTerminal();
    void refusesWithoutAPerson_data();
    void refusesWithoutAPerson();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void findsWhatIsHere();
    void takesFromAnApplication();
    void takesAllThatIsHere();
    void exportsWithoutKeys();
    void exportsWithKeysUnderAPassphrase();
    void asksBeforeAFileIsReplaced();
    void talksToARunningInstance();
    void exportsTheKeysOfARunningInstance();

private:
    CliRun run(const char *line, const QByteArray &input = {}) { return m_cli->run(words(line), input); }
    CliRun import(const QStringList &more)
    {
        return m_cli->run(QStringList{QStringLiteral("import")} + more);
    }
    QString file(const char *name, const QByteArray &content) const;
    bool keyIsStored() const { return m_cli->files().value(QStringLiteral("secrets.json")).contains(kKey); }

    std::unique_ptr<CliRunner> m_cli;
    std::unique_ptr<QTemporaryDir> m_person; ///< the home of another person
};

void TestCliImport::init()
{
    qputenv("QCC_SECRETS", "file");
    m_cli = std::make_unique<CliRunner>();
    m_person = std::make_unique<QTemporaryDir>();
    m_cli->setVariable(QStringLiteral("HOME"), m_person->path());
    m_cli->setVariable(QStringLiteral("CLAUDE_CONFIG_DIR"), QString());
}

void TestCliImport::cleanup()
{
    QVERIFY(!m_cli->everythingPrinted().contains(QStringLiteral("verysecret")));
    QVERIFY(!m_cli->everythingPrinted().contains(QStringLiteral("correct horse")));
}

QString TestCliImport::file(const char *name, const QByteArray &content) const
{
    const QString path = m_person->filePath(QLatin1StringView(name));
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
    return path;
}

void TestCliImport::addsWhatAFileHas()
{
    const CliRun done = import({file("nexus.json", kFile), QStringLiteral("--yes")});
    QVERIFY2(done.exitCode == 0, qPrintable(done.err));
    QVERIFY(done.out.contains(QStringLiteral("mirror.example")));
    QVERIFY(done.out.contains(QStringLiteral("Added \"Mirror\".")));
    QVERIFY(done.out.contains(QStringLiteral("it speaks openai, which only ccNexus translates")));
    QVERIFY(done.out.contains(QStringLiteral("Enter the missing keys")));
    QVERIFY(done.out.contains(QStringLiteral("secrets.json"))); // where the keys are
    QVERIFY(keyIsStored());
    QVERIFY(run("show Mirror").out.contains(QStringLiteral("https://mirror.example")));
    QCOMPARE(run("show Other").exitCode, 1);
}

void TestCliImport::addsNothingTwice()
{
    const QString path = file("nexus.json", kFile);
    QCOMPARE(import({path, QStringLiteral("--yes")}).exitCode, 0);
    const QMap<QString, QByteArray> before = m_cli->settingsFiles();
    const CliRun again = import({path, QStringLiteral("--yes")});
    QCOMPARE(again.exitCode, 0);
    QVERIFY2(again.out.contains(QStringLiteral("already here as \"Mirror\"")), qPrintable(again.out));
    QVERIFY(again.out.contains(QStringLiteral("Nothing was added.")));
    QCOMPARE(m_cli->settingsFiles(), before);
}

void TestCliImport::onlyLooks()
{
    const CliRun done = import({file("nexus.json", kFile), QStringLiteral("--dry-run")});
    QCOMPARE(done.exitCode, 0);
    QVERIFY(done.out.contains(QStringLiteral("Mirror")));
    QVERIFY(!m_cli->files().contains(QStringLiteral("configs.json")));
}

void TestCliImport::printsJson()
{
    const CliRun looked =
        import({file("nexus.json", kFile), QStringLiteral("--dry-run"), QStringLiteral("--json")});
    const QJsonObject offer = QJsonDocument::fromJson(looked.out.toUtf8()).object();
    const QJsonArray configs = offer.value(QStringLiteral("configs")).toArray();
    QCOMPARE(configs.size(), 3);
    QCOMPARE(configs[0].toObject(),
             (QJsonObject{{QStringLiteral("name"), QStringLiteral("Mirror")},
                          {QStringLiteral("from"), QStringLiteral("Mirror")},
                          {QStringLiteral("verdict"), QStringLiteral("new")},
                          {QStringLiteral("detail"), QString()},
                          {QStringLiteral("addresses"), QJsonArray{QStringLiteral("https://mirror.example")}},
                          {QStringLiteral("priority"), QJsonValue()},
                          {QStringLiteral("has_key"), true}}));
    QCOMPARE(configs[1][QStringLiteral("verdict")].toString(), QStringLiteral("without-key"));
    QCOMPARE(configs[2][QStringLiteral("verdict")].toString(), QStringLiteral("unusable"));
    const CliRun added =
        import({file("nexus.json", kFile), QStringLiteral("--yes"), QStringLiteral("--json")});
    QCOMPARE(QJsonDocument::fromJson(added.out.toUtf8())[QStringLiteral("added")].toArray(),
             (QJsonArray{QStringLiteral("Mirror"), QStringLiteral("Bare")}));
}

void TestCliImport::takesThoseThatAreNamed()
{
    const QString path = file("nexus.json", kFile);
    QCOMPARE(
        import({path, QStringLiteral("--only"), QStringLiteral("bare"), QStringLiteral("--yes")}).exitCode,
        0);
    QCOMPARE(run("show Bare").exitCode, 0);
    QCOMPARE(run("show Mirror").exitCode, 1);
    const CliRun none =
        import({path, QStringLiteral("--only"), QStringLiteral("x"), QStringLiteral("--yes")});
    QCOMPARE(none.exitCode, 1);
    QVERIFY2(none.err.contains(QStringLiteral("it has nothing named \"x\"")), qPrintable(none.err));
    const CliRun unusable =
        import({path, QStringLiteral("--only"), QStringLiteral("Other"), QStringLiteral("--yes")});
    QCOMPARE(unusable.exitCode, 1);
    QVERIFY(unusable.err.contains(QStringLiteral("ccNexus translates")));
    const CliRun fileLast =
        import({QStringLiteral("--yes"), QStringLiteral("--only"), QStringLiteral("Mirror"), path});
    QVERIFY2(fileLast.exitCode == 0, qPrintable(fileLast.err));
    QCOMPARE(run("show Mirror").exitCode, 0);
}

void TestCliImport::putsThemWhereTheyAreWanted()
{
    QCOMPARE(import({file("nexus.json", kFile), QStringLiteral("--yes"), QStringLiteral("--priority"),
                     QStringLiteral("disabled")})
                 .exitCode,
             0);
    QVERIFY(run("priority list").out.contains(QStringLiteral("DISABLED")));
    const CliRun wrong = import({file("nexus.json", kFile), QStringLiteral("--yes"),
                                 QStringLiteral("--priority"), QStringLiteral("x")});
    QCOMPARE(wrong.exitCode, 1);
}

/// What a hostile file has for names must not move the cursor, colour the line or ring the bell.
void TestCliImport::noFileSpeaksToTheTerminal()
{
    const QByteArray hostile("{\"Providers\": [{\"name\": \"a\\u001b[2Jb\\u0007\", \"api_base_url\": "
                             "\"http://a.example/v1/messages\", \"api_key\": \"$X\\u001b[1m\"}]}");
    const CliRun done = import({file("hostile.json", hostile), QStringLiteral("--dry-run")});
    QCOMPARE(done.exitCode, 0);
    QVERIFY(done.out.contains(QStringLiteral("not encrypted")));
    QVERIFY(done.out.contains(QStringLiteral("environment variable")));
    QVERIFY(!done.out.contains(QLatin1Char('\033')) && !done.out.contains(QLatin1Char('\a')));
}

void TestCliImport::refusesWithoutAPerson_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("said");
    QTest::newRow("a file, and nobody to be asked") << QStringList() << QStringLiteral("add --yes");
    QTest::newRow("two sources") << QStringList{QStringLiteral("--from"), QStringLiteral("cc-switch")}
                                 << QStringLiteral("--from");
    QTest::newRow("an application that is not known")
        << QStringList{QStringLiteral("--from"), QStringLiteral("x")} << QStringLiteral("--from");
}

void TestCliImport::refusesWithoutAPerson()
{
    QFETCH(QStringList, more);
    QFETCH(QString, said);
    const CliRun done = import(QStringList{file("nexus.json", kFile)} + more);
    QCOMPARE(done.exitCode, 2);
    QVERIFY2(done.err.contains(said), qPrintable(done.err));
}

void TestCliImport::refusesWhatIsNone_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("said");
    QTest::newRow("no file") << QStringLiteral("/nowhere/x.json") << QStringLiteral("No such file");
    QTest::newRow("a bad link") << QStringLiteral("qcc://import?name=a&key=sk-verysecret-0009")
                                << QStringLiteral("a parameter \"url\" is needed");
    QTest::newRow("a link of another kind")
        << QStringLiteral("ccswitch://v1/import?resource=mcp&apiKey=sk-verysecret-0009")
        << QStringLiteral("no providers for Claude Code");
}

void TestCliImport::refusesWhatIsNone()
{
    QFETCH(QString, what);
    QFETCH(QString, said);
    const CliRun done = import({what});
    QCOMPARE(done.exitCode, 1);
    QVERIFY2(done.err.contains(said), qPrintable(done.err));
}

void TestCliImport::findsWhatIsHere()
{
    QVERIFY(run("import --list").out.contains(QStringLiteral("No application")));
    const CliRun nothing = run("import --yes");
    QCOMPARE(nothing.exitCode, 1);
    QVERIFY(nothing.err.contains(QStringLiteral("--from")));
    file(".ccNexus/config.json", kFile);
    file(".claude/settings.json", "{}");
    const CliRun list = run("import --list --json");
    const QJsonArray sources =
        QJsonDocument::fromJson(list.out.toUtf8())[QStringLiteral("sources")].toArray();
    QCOMPARE(sources.size(), 2);
    QCOMPARE(sources[0][QStringLiteral("id")].toString(), QStringLiteral("claude-code"));
    QCOMPARE(sources[1][QStringLiteral("id")].toString(), QStringLiteral("ccnexus"));
}

void TestCliImport::takesFromAnApplication()
{
    file(".ccNexus/config.json", kFile);
    const CliRun done = run("import --from ccnexus --yes");
    QVERIFY2(done.exitCode == 0, qPrintable(done.err));
    QVERIFY(done.out.contains(QStringLiteral("From ccNexus:")));
    QVERIFY(keyIsStored());
    const CliRun absent = run("import --from cc-switch --yes");
    QCOMPARE(absent.exitCode, 1);
    QVERIFY(absent.err.contains(QStringLiteral("it was not found here")));
}

void TestCliImport::takesAllThatIsHere()
{
    file(".ccNexus/config.json", kFile);
    file(
        ".claude/settings.json",
        R"({"env": {"ANTHROPIC_BASE_URL": "https://mirror.example", "ANTHROPIC_AUTH_TOKEN": "sk-verysecret-0001"}})");
    file(".claude-code-router/config.json", "{ broken");
    const CliRun done = run("import --yes");
    QVERIFY2(done.exitCode == 0, qPrintable(done.err));
    QVERIFY(done.err.contains(QStringLiteral("line 1")));
    QVERIFY(done.out.contains(QStringLiteral("Added \"Claude Code\".")));
    QVERIFY(done.out.contains(
        QStringLiteral("already here as \"Claude Code\""))); // the mirror, with the same key
    QVERIFY(done.out.contains(QStringLiteral("Added \"Bare\".")));
}

void TestCliImport::exportsWithoutKeys()
{
    m_cli->mustAdd(QStringLiteral("work"), QStringLiteral("https://work.example"), kKey);
    const QString path = m_person->filePath(QStringLiteral("export.json"));
    QCOMPARE(m_cli->run({QStringLiteral("export"), path}).exitCode, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("verysecret"));
    QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const CliRun same = import({path, QStringLiteral("--yes")});
    QVERIFY(same.out.contains(QStringLiteral("already here as \"work\"")));
    const QTemporaryDir elsewhere;
    m_cli->setHome(QFileInfo(elsewhere.path()).canonicalFilePath());
    QCOMPARE(import({path, QStringLiteral("--yes")}).exitCode, 0);
    QVERIFY(run("show work").out.contains(QStringLiteral("https://work.example")));
}

void TestCliImport::exportsWithKeysUnderAPassphrase()
{
    m_cli->mustAdd(QStringLiteral("work"), QStringLiteral("https://work.example"), kKey);
    QCOMPARE(run("priority policy --failure-threshold 7").exitCode, 0);
    const QString path = m_person->filePath(QStringLiteral("export.json"));
    const QStringList exporting{QStringLiteral("export"), QStringLiteral("--with-keys"), path};
    QCOMPARE(m_cli->run(exporting).exitCode, 2); // nobody to ask
    const QStringList piped = exporting + QStringList{QStringLiteral("--passphrase-stdin")};
    const CliRun tooShort = m_cli->run(piped, "short\n");
    QCOMPARE(tooShort.exitCode, 1);
    QVERIFY2(tooShort.err.contains(QStringLiteral("8 to 1024 characters")), qPrintable(tooShort.err));
    QVERIFY(!QFileInfo::exists(path));
    QVERIFY2(m_cli->run(piped, "correct horse\n").exitCode == 0, "exported");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("verysecret"));

    const QTemporaryDir elsewhere;
    m_cli->setHome(QFileInfo(elsewhere.path()).canonicalFilePath());
    const QStringList importing{QStringLiteral("import"), path, QStringLiteral("--yes"),
                                QStringLiteral("--policy")};
    QCOMPARE(m_cli->run(importing).exitCode, 2);
    const QStringList withWord = importing + QStringList{QStringLiteral("--passphrase-stdin")};
    const CliRun wrong = m_cli->run(withWord, "wrong horse");
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY(wrong.err.contains(QStringLiteral("not the passphrase")));
    const CliRun right = m_cli->run(withWord, "correct horse\n");
    QVERIFY2(right.exitCode == 0, qPrintable(right.err));
    QVERIFY(keyIsStored());
    QVERIFY(run("priority policy").out.contains(QStringLiteral("7")));
}

void TestCliImport::asksBeforeAFileIsReplaced()
{
    const QString path = file("export.json", "precious");
    QCOMPARE(m_cli->run({QStringLiteral("export"), path}).exitCode, 2);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
    QCOMPARE(m_cli->run({QStringLiteral("export"), path, QStringLiteral("--yes")}).exitCode, 0);
}

void TestCliImport::talksToARunningInstance()
{
    const auto lock = InstanceLock::acquire(m_cli->home());
    QVERIFY(lock);
    ScriptedDoor door;
    Endpoint endpoint;
    endpoint.id = {QStringLiteral("aaaa0001")};
    endpoint.url = QUrl(QStringLiteral("https://bare.example"));
    Endpoint mirror = endpoint;
    mirror.id = {QStringLiteral("aaaa0002")};
    mirror.url = QUrl(QStringLiteral("https://mirror.example"));
    door.held.configs = {{QStringLiteral("here"), QString(), {endpoint, mirror}}};
    door.held.groups.place(QStringLiteral("here"), Priority::Primary);
    door.keys.emplace(mirror.id, kKey);
    ControlServer server(door);
    QVERIFY(server.listen(controlSocketPath(m_cli->home())));
    const CliRun done = import({file("nexus.json", kFile), QStringLiteral("--yes")});
    QVERIFY2(done.exitCode == 0, qPrintable(done.err));
    QVERIFY2(done.out.contains(QStringLiteral("already here as \"here\"")), qPrintable(done.out));
    QCOMPARE(door.submitted.size(), size_t(1));
    const QByteArray command = QJsonDocument(door.submitted.front()).toJson();
    QVERIFY2(command.contains("Bare"), command);
}

void TestCliImport::exportsTheKeysOfARunningInstance()
{
    const auto lock = InstanceLock::acquire(m_cli->home());
    QVERIFY(lock);
    ScriptedDoor door;
    Endpoint endpoint;
    endpoint.id = {QStringLiteral("aaaa0001")};
    endpoint.url = QUrl(QStringLiteral("https://work.example"));
    door.held.configs = {{QStringLiteral("work"), QString(), {endpoint}}};
    door.held.groups.place(QStringLiteral("work"), Priority::Primary);
    door.keys.emplace(endpoint.id, kKey);
    ControlServer server(door);
    QVERIFY(server.listen(controlSocketPath(m_cli->home())));
    const QString path = m_person->filePath(QStringLiteral("export.json"));
    const CliRun done = m_cli->run(
        {QStringLiteral("export"), QStringLiteral("--with-keys"), QStringLiteral("--passphrase-stdin"), path},
        "correct horse");
    QVERIFY2(done.exitCode == 0, qPrintable(done.err));
    const QTemporaryDir elsewhere;
    m_cli->setHome(QFileInfo(elsewhere.path()).canonicalFilePath());
    const CliRun back = m_cli->run(
        {QStringLiteral("import"), path, QStringLiteral("--yes"), QStringLiteral("--passphrase-stdin")},
        "correct horse");
    QVERIFY2(back.exitCode == 0, qPrintable(back.err));
    QVERIFY(keyIsStored());
}

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cli_import.moc"

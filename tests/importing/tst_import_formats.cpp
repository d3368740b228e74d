// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/cc_nexus_import.h"
#include "app/importing/claude_settings_import.h"
#include "app/importing/import_reading.h"
#include "tests/importing/import_fixture.h"
#include "tests/importing/printed_offer.h"

#include <QElapsedTimer>
#include <QJsonObject>

using namespace qcc;
using namespace qcc::test;

/// Every format, from a file written as its application writes it to the offer. Files are known by content.
class TestImportFormats : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileBecomesAnOffer_data();
    void aFileBecomesAnOffer();
    void aDatabaseIsReadLikeItsExport();
    void databasesAreKnownByTheirTables_data();
    void databasesAreKnownByTheirTables();
    void aDatabaseIsNotChanged();
    void whatCantBeReadIsSaid_data();
    void whatCantBeReadIsSaid();
    void settingsOfClaudeCode_data();
    void settingsOfClaudeCode();
    void whatQccKeepsCountsInPlaceOfItsOwn();
    void noOfferIsEndless();
    void aLongExportIsReadAllTheSame();

private:
    QTemporaryDir m_folder;
};

static const char *const kCcSwitch = //
    "智谱 - GLM (智谱 / GLM): new\n"
    "  https://two.example/api/anthropic x-api-key sk-made-up-ccs-0002\n"
    "  claude-*opus* = glm-4.6\n"
    "  claude-*sonnet* = glm-4.6\n"
    "  claude-*haiku* = glm-4.5-air\n"
    "  claude-* = glm-4.6\n"
    "Claude Official (Claude Official): unusable, it signs in with an account, not with a key\n"
    "Ada's reseller (Ada's reseller): new, \"paid until May; \"-- fine\"\"\n"
    "  https://one.example bearer sk-made-up-ccs-0001\n"
    "  https://one-b.example bearer sk-made-up-ccs-0001\n"
    "OpenAI form (OpenAI form): unusable, it speaks openai_chat, which only cc-switch translates\n"
    "Copilot (Copilot): unusable, it signs in with an account, not with a key\n"
    "! left out, because they are for other programs than Claude Code: 1\n";

static const char *const kRouter = //
    "openrouter (openrouter): unusable, it speaks another protocol, which only claude-code-router "
    "translates\n"
    "company (company): new\n"
    "  https://company.example/anthropic bearer sk-made-up-ccr-0002 through http://127.0.0.1:7890\n"
    "  claude-*haiku* = house-small\n"
    "  claude-* = house-large\n"
    "straight (straight): new, disabled\n"
    "  https://straight.example x-api-key - through http://127.0.0.1:7890\n"
    "pool (pool): new\n"
    "  https://pool.example x-api-key sk-made-up-ccr-0003 through http://127.0.0.1:7890\n"
    "  https://pool.example x-api-key sk-made-up-ccr-0005 through http://127.0.0.1:7890\n"
    "! the key of \"straight\" is in the environment variable STRAIGHT_API_KEY; enter it\n";

static const char *const kNexusDatabase = //
    "Sooner (Sooner): new, \"first\"\n"
    "  https://sooner.example both sk-made-up-nexus-0011\n"
    "Later (Later): new, disabled\n"
    "  https://later.example both sk-made-up-nexus-0012\n"
    "Pool (Pool): unusable, it signs in with an account, not with a key\n";

void TestImportFormats::aFileBecomesAnOffer_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("offer");
    const auto row = [](const char *name, const char *file, const char *offer) {
        QTest::newRow(name) << fixture(file) << QString::fromUtf8(offer);
    };
    row("Claude Code's settings", "claude-settings.json",
        "Claude Code (Claude Code): new\n"
        "  https://gateway.example/anthropic bearer sk-made-up-claude-0001 through http://127.0.0.1:7890\n"
        "  claude-*haiku* = small-model\n"
        "  claude-* = big-model[1m]\n"
        "  X-Team: desk 4\n"
        "! a header of \"Claude Code\" was left out: Authorization\n");
    row("cc-switch's export", "cc-switch-export.sql", kCcSwitch);
    row("cc-switch's config.json", "cc-switch-config.json",
        "First (First): new, \"the usual one\"\n"
        "  https://first.example bearer sk-made-up-ccs-0011\n"
        "  https://first-b.example bearer sk-made-up-ccs-0011\n"
        "Second (Second): new\n"
        "  https://second.example bearer sk-made-up-ccs-0012\n"
        "! left out, because they are for other programs than Claude Code: 1\n");
    row("cc-switch's oldest file", "cc-switch-oldest.json",
        "default (default): new\n"
        "  https://oldest.example bearer sk-made-up-ccs-0021\n");
    row("claude-code-router's config.json", "claude-code-router-config.json", kRouter);
    row("ccNexus' config.json", "ccnexus-config.json",
        "Claude Official (Claude Official): new\n"
        "  https://api.anthropic.com both -\n"
        "Mirror (Mirror): new, \"for evenings\"\n"
        "  https://mirror.example both sk-made-up-nexus-0001\n"
        "Off (Off): new, disabled\n"
        "  https://off.example both sk-made-up-nexus-0002\n"
        "  claude-* = house-model\n"
        "Other (Other): unusable, it speaks openai, which only ccNexus translates\n");
    row("FastCC's cache", "fastcc-cache.json",
        "work (work): new, primary\n"
        "  https://work.example both sk-made-up-fast-0002\n"
        "  https://work-b.example both sk-made-up-fast-0003\n"
        "home (home): new, secondary, \"the old one\"\n"
        "  https://home.example both sk-made-up-fast-0001\n"
        "resting (resting): new, disabled\n"
        "  https://resting.example both sk-made-up-fast-0005\n");
}

void TestImportFormats::aFileBecomesAnOffer()
{
    QFETCH(QString, file);
    const Result<ImportOffer> offer = readImportFile(file, nullptr);
    QVERIFY2(offer.ok(), offer ? "" : qPrintable(offer.refusal().detail));
    QCOMPARE(offer->source, file);
    QTEST(printed(*offer), "offer");
}

void TestImportFormats::aDatabaseIsReadLikeItsExport()
{
    const QString path = m_folder.filePath(QStringLiteral("cc-switch.db"));
    makeDatabase(path, contentOf(fixture("cc-switch-export.sql")));
    const Result<ImportOffer> offer = readImportFile(path, nullptr);
    QVERIFY2(offer.ok(), offer ? "" : qPrintable(offer.refusal().detail));
    QCOMPARE(printed(*offer), QString::fromUtf8(kCcSwitch));
}

void TestImportFormats::databasesAreKnownByTheirTables_data()
{
    QTest::addColumn<QByteArray>("statements");
    QTest::addColumn<QString>("offer");
    QTest::newRow("ccNexus") << contentOf(fixture("ccnexus.sql")) << QString::fromUtf8(kNexusDatabase);
    QByteArray config = contentOf(fixture("claude-code-router-config.json"));
    config.replace("'", "''");
    QTest::newRow("claude-code-router's newer versions")
        << QByteArray("CREATE TABLE app_config (key TEXT PRIMARY KEY, value_json TEXT NOT NULL, "
                      "updated_at TEXT NOT NULL);\n"
                      "INSERT INTO app_config VALUES ('default', '" +
                      config + "', '');\n")
        << QString::fromUtf8(kRouter);
}

void TestImportFormats::databasesAreKnownByTheirTables()
{
    QFETCH(QByteArray, statements);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("some.file"));
    makeDatabase(path, statements);
    const Result<ImportOffer> offer = readImportFile(path, nullptr);
    QVERIFY2(offer.ok(), offer ? "" : qPrintable(offer.refusal().detail));
    QTEST(printed(*offer), "offer");
}

void TestImportFormats::aDatabaseIsNotChanged()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("wal.db"));
    makeDatabase(path, "PRAGMA journal_mode=WAL;\n" + contentOf(fixture("ccnexus.sql")));
    const QByteArray before = contentOf(path);
    QVERIFY(readImportFile(path, nullptr).ok());
    QCOMPARE(contentOf(path), before);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
    QVERIFY(readImportFile(path, nullptr).ok());
}

void TestImportFormats::whatCantBeReadIsSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<RefusalCode>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &content, RefusalCode code, const char *detail) {
        QTest::newRow(name) << content << code << QString::fromUtf8(detail);
    };
    const char *const none =
        "it is none of QCC, Claude Code, cc-switch, claude-code-router, ccNexus or FastCC";
    row("JSON that breaks off", "{\n  \"env\": {\"A\": ", RefusalCode::FileBroken,
        "line 2, column 15: unterminated object");
    row("JSON of something else", "{\"hello\": 1}", RefusalCode::NothingToImport, none);
    row("a list", "[1]", RefusalCode::FileBroken, "line 1, column 1: an object { … } is needed");
    row("a text", "hello", RefusalCode::FileBroken, "line 1, column 1: illegal value");
    row("nothing", "", RefusalCode::FileBroken, "line 1, column 1: illegal value");
    row("env that is none", "{\n\"env\": [1]}", RefusalCode::FileBroken,
        "line 2, column 8: env: an object { … } is needed");
    row("providers that are none", "{\"Providers\":\n {\"a\": 1}}", RefusalCode::FileBroken,
        "line 2, column 2: Providers: a list [ … ] is needed");
    row("a name that is none", "{\"Providers\": [{\"name\": 7}]}", RefusalCode::FileBroken,
        "line 1, column 25: Providers[0].name: a text in quotes is needed");
    row("no providers", "{\"Providers\": []}", RefusalCode::NothingToImport, "it has no providers");
    row("no profiles", "{\"profiles\": {}}", RefusalCode::NothingToImport, "it has no profiles");
    row("encrypted profiles", "{\"encrypted_profiles\": \"gAAAA\"}", RefusalCode::NothingToImport,
        "its profiles are encrypted; import ~/.fastcc/cache.json instead");
    row("cc-switch without Claude Code", "{\"claude\": {\"providers\": {}, \"current\": \"\"}}",
        RefusalCode::NothingToImport, "it has no providers for Claude Code");
    row("a dump that breaks off", "-- CC Switch SQLite\nINSERT INTO \"providers\" (\"id\") VALUES ('a",
        RefusalCode::FileBroken, "line 2, column 40: unterminated string");
    row("a dump with too few values", "-- CC\nINSERT INTO providers (id, name) VALUES ('a');",
        RefusalCode::FileBroken, "line 2, column 41: as many values as columns are needed");
    row("a broken database", QByteArray("SQLite format 3\0", 16) + QByteArray(200, 'x'),
        RefusalCode::FileBroken, "file is not a database");
    row("an export of a later version", "{\n\"qcc_export\": 9}", RefusalCode::FileBroken,
        "line 2, column 15: qcc_export: it is of version 9, this QCC knows 1");
}

void TestImportFormats::whatCantBeReadIsSaid()
{
    QFETCH(QByteArray, content);
    const QString path = written(m_folder, "what.json", content);
    const Result<ImportOffer> offer = readImportFile(path, nullptr);
    QVERIFY(!offer);
    QTEST(offer.refusal().code, "code");
    QTEST(offer.refusal().detail, "detail");
    QCOMPARE(offer.refusal().subject, path);
}

void TestImportFormats::settingsOfClaudeCode_data()
{
    QTest::addColumn<QByteArray>("env");
    QTest::addColumn<QString>("offer");
    const auto row = [](const char *name, const QByteArray &env, const char *offer) {
        QTest::newRow(name) << env << QString::fromUtf8(offer);
    };
    row("a key of the maker", R"("ANTHROPIC_API_KEY": "sk-made-up")",
        "Claude Code (Claude Code): new\n  https://api.anthropic.com x-api-key sk-made-up\n");
    row("the same in both", R"("ANTHROPIC_BASE_URL": "https://a.example", "ANTHROPIC_API_KEY": "sk-1",
        "ANTHROPIC_AUTH_TOKEN": "sk-1")",
        "Claude Code (Claude Code): new\n  https://a.example both sk-1\n");
    row("two different ones: the token counts",
        R"("ANTHROPIC_API_KEY": "sk-1", "ANTHROPIC_AUTH_TOKEN": "sk-2")",
        "Claude Code (Claude Code): new\n  https://api.anthropic.com bearer sk-2\n");
    row("an address alone", R"("ANTHROPIC_BASE_URL": "https://a.example/v1/messages")",
        "Claude Code (Claude Code): new\n  https://a.example x-api-key -\n");
    row("aliases are no models", R"("ANTHROPIC_API_KEY": "sk-1", "ANTHROPIC_MODEL": "opus[1m]",
        "ANTHROPIC_SMALL_FAST_MODEL": "small")",
        "Claude Code (Claude Code): new\n  https://api.anthropic.com x-api-key sk-1\n  claude-*haiku* = "
        "small\n");
    row("QCC itself, by its token",
        R"("ANTHROPIC_BASE_URL": "http://127.0.0.1:9000", "ANTHROPIC_AUTH_TOKEN":
        "qcc-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")",
        "Claude Code (Claude Code): unusable, it leads to QCC itself\n");
    row("QCC itself, by its address", R"("ANTHROPIC_BASE_URL": "http://localhost:7860")",
        "Claude Code (Claude Code): unusable, it leads to QCC itself\n");
    row("another proxy here", R"("ANTHROPIC_BASE_URL": "http://127.0.0.1:15721",
        "ANTHROPIC_AUTH_TOKEN": "PROXY_MANAGED")",
        "Claude Code (Claude Code): unusable, it leads to another program on this computer, which has the "
        "keys\n");
    row("another cloud", R"("CLAUDE_CODE_USE_BEDROCK": "1", "ANTHROPIC_BASE_URL": "https://a.example")",
        "Claude Code (Claude Code): unusable, it goes through Amazon Bedrock, which has a protocol of its "
        "own\n");
    row("no address", R"("ANTHROPIC_BASE_URL": "ftp://a.example", "ANTHROPIC_API_KEY": "sk-1")",
        "Claude Code (Claude Code): unusable, it must begin with https:// or http://\n");
    row("an address with a password", R"("ANTHROPIC_BASE_URL": "https://me:sk@a.example")",
        "Claude Code (Claude Code): unusable, user name and password do not belong into it\n");
}

void TestImportFormats::settingsOfClaudeCode()
{
    QFETCH(QByteArray, env);
    const auto offer = offerFromClaudeSettings(QStringLiteral("settings.json"), "{\"env\": {" + env + "}}");
    QVERIFY2(offer.ok(), offer ? "" : qPrintable(offer.refusal().detail));
    QTEST(printed(*offer), "offer");
}

void TestImportFormats::whatQccKeepsCountsInPlaceOfItsOwn()
{
    const QByteArray ours = R"({"env": {"ANTHROPIC_BASE_URL": "http://127.0.0.1:7860",
        "ANTHROPIC_AUTH_TOKEN": "qcc-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"}})";
    const QJsonObject prior{{QStringLiteral("ANTHROPIC_BASE_URL"), QStringLiteral("https://before.example")},
                            {QStringLiteral("ANTHROPIC_API_KEY"), QStringLiteral("sk-before")}};
    const auto offer = offerFromClaudeSettings(QStringLiteral("s"), ours, prior);
    QVERIFY(offer.ok());
    QCOMPARE(
        printed(*offer),
        QStringLiteral("Claude Code (Claude Code): new\n  https://before.example x-api-key sk-before\n"));
    const auto nothing = offerFromClaudeSettings(QStringLiteral("s"), ours, QJsonObject());
    QVERIFY(!nothing);
    QCOMPARE(nothing.refusal().code, RefusalCode::NothingToImport);
}

void TestImportFormats::noOfferIsEndless()
{
    QByteArray endpoints;
    for (int i = 0; i < 300; ++i)
        endpoints += QByteArray(i == 0 ? "" : ",") + R"({"name": "n)" + QByteArray::number(i) +
                     R"(", "apiUrl": "a.example", "apiKey": "k"})";
    const auto offer = offerFromCcNexusConfig(QStringLiteral("c"), "{\"endpoints\": [" + endpoints + "]}");
    QVERIFY(offer.ok());
    QCOMPARE(offer->configs.size(), size_t(200));
    QCOMPARE(offer->notes, std::vector<QString>{
                               QStringLiteral("there are more than 200 of them; the others were left out")});
}

/// With the logs that cc-switch keeps beside its providers.
void TestImportFormats::aLongExportIsReadAllTheSame()
{
    const QTemporaryDir folder;
    const QByteArray line =
        "INSERT INTO \"proxy_request_logs\" (\"a\") VALUES ('it''s; -- \"not\" /* providers');\n";
    const QByteArray logs = line.repeated(20 * 1024 * 1024 / line.size());
    QByteArray dump = contentOf(fixture("cc-switch-export.sql"));
    dump.replace("INSERT INTO \"settings\"", logs + "INSERT INTO \"settings\"");
    const QString path = written(folder, "long.sql", dump);
    QElapsedTimer timer;
    timer.start();
    const Result<ImportOffer> offer = readImportFile(path, nullptr);
    QVERIFY2(offer.ok(), offer ? "" : qPrintable(offer.refusal().detail));
    QCOMPARE(printed(*offer), QString::fromUtf8(kCcSwitch));
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestImportFormats)
#include "tst_import_formats.moc"

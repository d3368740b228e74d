// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/claude/takeover_place.h"

#include <QDir>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

using Kind = TakeoverFindingKind;
using Variables = QMap<QString, QString>;

/// Everything that wins over what QCC writes, or makes it useless, is found and named.
class TestTakeoverFindings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finds_data();
    void finds();
    void whatBlocksIsRefused_data();
    void whatBlocksIsRefused();
    void variablesThatAgreeAreNoTrouble();
    void looksUpwardsToTheRepository();
};

namespace {

const char *const kBroken = "{ \"env\": { \"ANTHROPIC_BASE_URL\": \"x\" ";

void row(const char *name, const char *file, const char *content, const Variables &shell, Kind kind,
         const char *detail, bool blocks)
{
    QTest::newRow(name) << QString::fromUtf8(file) << QByteArray(content) << shell << int(kind)
                        << QString::fromUtf8(detail) << blocks;
}

} // namespace

void TestTakeoverFindings::finds_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<Variables>("shell");
    QTest::addColumn<int>("kind"); // -1: nothing is found
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("blocks");
    const char *own = "home/.claude/settings.json";
    const char *project = "home/project/.claude/settings.json";
    const char *local = "home/project/.claude/settings.local.json";
    const char *managed = "managed/managed-settings.json";
    const char *address = "{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://x.example\"}}";
    row("a project's address", project, address, {}, Kind::ProjectWins, "ANTHROPIC_BASE_URL", false);
    row("a project's own token, not shared", local, "{\"env\":{\"ANTHROPIC_AUTH_TOKEN\":\"t\"}}", {},
        Kind::ProjectWins, "ANTHROPIC_AUTH_TOKEN", false);
    row("a project's other service", project, "{\"env\":{\"CLAUDE_CODE_USE_VERTEX\":\"true\"}}", {},
        Kind::ProjectWins, "CLAUDE_CODE_USE_VERTEX", false);
    row("the administrator's address", managed, address, {}, Kind::ManagedWins, "ANTHROPIC_BASE_URL", true);
    row("the shell's address", own, "{}",
        {{QStringLiteral("ANTHROPIC_BASE_URL"), QStringLiteral("https://x")}}, Kind::ShellWins,
        "ANTHROPIC_BASE_URL", false);
    row("the shell's key", own, "{}", {{QStringLiteral("ANTHROPIC_API_KEY"), QStringLiteral("k")}},
        Kind::ApiKeySet, "ANTHROPIC_API_KEY", false);
    row("a key in the file", own, "{\"env\":{\"ANTHROPIC_API_KEY\":\"k\"}}", {}, Kind::ApiKeySet,
        "ANTHROPIC_API_KEY", false);
    row("a helper for keys", own, "{\"apiKeyHelper\":\"get-key\"}", {}, Kind::ApiKeySet, "apiKeyHelper",
        false);
    row("another service in the file", own, "{\"env\":{\"CLAUDE_CODE_USE_BEDROCK\":\"1\"}}", {},
        Kind::OtherProvider, "CLAUDE_CODE_USE_BEDROCK", true);
    row("another service in the shell", own, "{}",
        {{QStringLiteral("CLAUDE_CODE_USE_FOUNDRY"), QStringLiteral("yes")}}, Kind::OtherProvider,
        "CLAUDE_CODE_USE_FOUNDRY", true);
    row("a proxy in the file", own, "{\"env\":{\"https_proxy\":\"http://p:1\"}}", {}, Kind::ProxyVariable,
        "https_proxy", false);
    row("a broken file", own, kBroken, {}, Kind::Broken, "line 1, column 38: the file ends too early", true);
    row("an env of another kind", own, "{\"env\": 7}", {}, Kind::Unsupported,
        "line 1, column 9: \"env\" holds no object { … }", true);
    QTest::newRow("another service that is switched off")
        << QString::fromUtf8(own) << QByteArray("{\"env\":{\"CLAUDE_CODE_USE_BEDROCK\":\"0\"}}")
        << Variables{{QStringLiteral("CLAUDE_CODE_USE_VERTEX"), QStringLiteral("false")}} << -1 << QString()
        << false;
    QTest::newRow("a project's broken file counts for nobody")
        << QString::fromUtf8(project) << QByteArray(kBroken) << Variables() << -1 << QString() << false;
}

void TestTakeoverFindings::finds()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, content);
    QFETCH(const Variables, shell);
    QFETCH(const int, kind);
    QFETCH(const QString, detail);
    QFETCH(const bool, blocks);
    const TakeoverPlace place;
    place.writeSettings("{}");
    place.write(place.path(file), content);
    ClaudePlaces places = place.places();
    places.environment = shell;
    const std::vector<TakeoverFinding> findings = Takeover(places).status().findings;
    QCOMPARE(findings.size(), size_t(kind < 0 ? 0 : 1));
    if (kind < 0)
        return;
    const TakeoverFinding expected{Kind(kind), shell.isEmpty() ? place.path(file) : QString(), detail,
                                   blocks};
    QCOMPARE(int(findings.front().kind), kind);
    QCOMPARE(findings.front().file, expected.file);
    QCOMPARE(findings.front().detail, detail);
    QCOMPARE(findings.front().blocks, blocks);
}

void TestTakeoverFindings::whatBlocksIsRefused_data()
{
    finds_data();
}

void TestTakeoverFindings::whatBlocksIsRefused()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, content);
    QFETCH(const Variables, shell);
    QFETCH(const int, kind);
    QFETCH(const bool, blocks);
    const TakeoverPlace place;
    place.writeSettings("{}");
    place.write(place.path(file), content);
    const auto before = place.everything();
    ClaudePlaces places = place.places();
    places.environment = shell;
    Takeover takeover(places);
    QCOMPARE(bool(takeover.connect(kUrl, token(), {})), !blocks);
    if (blocks)
        QCOMPARE(place.everything(), before);
    TakeoverOptions anyway;
    anyway.anyway = true;
    const bool impossible = kind == int(Kind::Broken) || kind == int(Kind::Unsupported);
    QCOMPARE(bool(takeover.connect(kUrl, token(), anyway)), !impossible);
}

void TestTakeoverFindings::variablesThatAgreeAreNoTrouble()
{
    const TakeoverPlace place;
    place.writeSettings("{}");
    ClaudePlaces places = place.places();
    places.environment = {{QStringLiteral("ANTHROPIC_BASE_URL"), kUrl}};
    Takeover takeover(places);
    QCOMPARE(takeover.status().findings.size(), size_t(1));
    QVERIFY(takeover.connect(kUrl, token(), {}));
    QVERIFY(takeover.status().findings.empty());
}

void TestTakeoverFindings::looksUpwardsToTheRepository()
{
    const TakeoverPlace place;
    place.writeSettings("{}");
    const QByteArray address = "{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://x.example\"}}";
    place.write(place.path(QStringLiteral("home/project/.claude/settings.json")), address);
    QDir(place.path(QStringLiteral("home"))).mkpath(QStringLiteral("project/deep/down/.git"));
    ClaudePlaces places = place.places();
    places.workingDirectory = place.path(QStringLiteral("home/project/deep"));
    QCOMPARE(Takeover(places).status().findings.size(), size_t(1));
    places.workingDirectory = place.path(QStringLiteral("home/project/deep/down")); // a repository of its own
    QCOMPARE(Takeover(places).status().findings.size(), size_t(0));
}

QTEST_GUILESS_MAIN(TestTakeoverFindings)
#include "tst_takeover_findings.moc"

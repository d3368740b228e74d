// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/claude/takeover_place.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace qcc;
using namespace qcc::test;

namespace {

const QByteArray kSettings = "{\n  \"model\": \"opus\",\n  \"env\": {\n    \"ANTHROPIC_BASE_URL\": "
                             "\"https://old.example\",\n    \"X\": \"1\"\n  }\n}\n";

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

void setMode(const QString &path, mode_t mode)
{
    QVERIFY(::chmod(QFile::encodeName(path).constData(), mode) == 0);
}

QByteArray replaced(const TakeoverPlace &place, const char *before, const char *after)
{
    return place.settings().value_or(QByteArray()).replace(before, after);
}

} // namespace

/// Connecting and putting back, with what people and other programs do in between.
class TestTakeover : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void connectsAndPutsBack();
    void theJournalIsForItsOwnerAlone();
    void theSameAgainChangesNothing();
    void renewsAddressAndToken();
    void makesWhatIsMissingAndTakesItAway();
    void keepsAFolderInWhichOthersPutThings();
    void keepsModeAndLink();
    void aDanglingLinkStaysOne();
    void aLinkThatBecameAFileIsPutBackToo();
    void aLinkThatWasTakenAwayIsTold();
    void refusesWhatIsReadOnly_data();
    void refusesWhatIsReadOnly();
    void refusesAHardLink();
    void othersChangesOfOtherPartsStay();
    void anEditedValueIsToldAndKept();
    void aValueThatWasTakenOutIsTold();
    void whatOthersPutBackIsConnectedAgain();
    void aRemovedFileStaysRemoved();
    void aFileThatBecameBrokenIsLeft();
    void putsBackWhenTheProgramEnds();
    void putsBackAfterACrash();
    void connectedForGoodStaysSo();
    void anotherSettingsFolderIsRefused();
    void addsLoopbackToNoProxy_data();
    void addsLoopbackToNoProxy();
    void asksForToolSearchOnlyWhenAgreed();
    void connectsEditorsOnRequest();
    void aBrokenEditorFileKeepsAllAsItIs();
    void withoutAJournalNothingIsPutBack();
    void aBrokenJournalIsNamed();
};

void TestTakeover::connectsAndPutsBack()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    QCOMPARE(takeover.status().state, TakeoverState::Off);
    QVERIFY(takeover.connect(kUrl, token(), {}));
    QCOMPARE(place.settings(),
             std::optional(
                 QByteArray(kSettings)
                     .replace("https://old.example", "http://127.0.0.1:7860")
                     .replace("\"1\"", "\"1\",\n    \"ANTHROPIC_AUTH_TOKEN\": \"qcc-0123456789abcdef\"")));
    const TakeoverStatus status = takeover.status();
    QCOMPARE(status.state, TakeoverState::On);
    QCOMPARE(status.file, place.settingsFile());
    QCOMPARE(status.url, kUrl);
    QVERIFY(status.since && !status.untilQuit && status.findings.empty() && status.edits.empty());
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.settings(), std::optional(kSettings));
    QVERIFY(!QFile::exists(place.places().journalFile));
}

void TestTakeover::theJournalIsForItsOwnerAlone()
{
    const TakeoverPlace place;
    place.writeSettings("{\"env\":{\"ANTHROPIC_AUTH_TOKEN\":\"somebody's\"}}");
    QVERIFY(place.takeover().connect(kUrl, token(), {}));
    QCOMPARE(modeOf(place.places().journalFile), mode_t(0600));
}

void TestTakeover::theSameAgainChangesNothing()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    struct stat before = {};
    QVERIFY(::stat(QFile::encodeName(place.settingsFile()).constData(), &before) == 0);
    QVERIFY(takeover.connect(kUrl, token(), {}));
    struct stat after = {};
    QVERIFY(::stat(QFile::encodeName(place.settingsFile()).constData(), &after) == 0);
    QCOMPARE(after.st_ino, before.st_ino);
}

void TestTakeover::renewsAddressAndToken()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    QVERIFY(takeover.connect(QStringLiteral("http://127.0.0.1:9999"), Secret("qcc-other"), {}));
    QVERIFY(place.settings()->contains("http://127.0.0.1:9999"));
    QVERIFY(place.settings()->contains("qcc-other"));
    QCOMPARE(takeover.status().url, QStringLiteral("http://127.0.0.1:9999"));
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.settings(), std::optional(kSettings));
}

void TestTakeover::makesWhatIsMissingAndTakesItAway()
{
    const TakeoverPlace place;
    QVERIFY(QDir(place.path(QStringLiteral("home/.claude"))).removeRecursively());
    Takeover takeover = place.takeover();
    const auto before = place.everything();
    QCOMPARE(takeover.status().findings.front().kind, TakeoverFindingKind::Missing);
    QVERIFY(takeover.connect(kUrl, token(), {}));
    QCOMPARE(modeOf(place.settingsFile()), mode_t(0600));
    QVERIFY(place.settings()->contains(kUrl.toLatin1()));
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.everything(), before);
}

void TestTakeover::keepsAFolderInWhichOthersPutThings()
{
    const TakeoverPlace place;
    QVERIFY(QDir(place.path(QStringLiteral("home/.claude"))).removeRecursively());
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    const QString others = place.path(QStringLiteral("home/.claude/history.jsonl"));
    place.write(others, "theirs");
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QVERIFY(!place.settings());
    QCOMPARE(TakeoverPlace::read(others), std::optional(QByteArray("theirs")));
}

void TestTakeover::keepsModeAndLink()
{
    const TakeoverPlace place;
    const QString target = place.path(QStringLiteral("home/dotfiles/claude.json"));
    place.write(target, kSettings);
    setMode(target, 0640);
    QVERIFY(QFile::link(target, place.settingsFile()));
    Takeover takeover = place.takeover();
    const auto before = place.everything();
    const TakeoverStatus status = takeover.status();
    QCOMPARE(status.findings.front().kind, TakeoverFindingKind::Symlink);
    QCOMPARE(status.findings.front().detail, target);
    QVERIFY(takeover.connect(kUrl, token(), {}));
    QVERIFY(QFileInfo(place.settingsFile()).isSymLink());
    QCOMPARE(modeOf(target), mode_t(0640));
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.everything(), before);
}

void TestTakeover::aDanglingLinkStaysOne()
{
    const TakeoverPlace place;
    QVERIFY(QFile::link(place.path(QStringLiteral("home/dotfiles/claude.json")), place.settingsFile()));
    const auto before = place.everything();
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    QVERIFY(place.settings()->contains(kUrl.toLatin1()));
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.everything(), before);
}

/// As editors do that write a new file and put it in the link's place.
void TestTakeover::aLinkThatBecameAFileIsPutBackToo()
{
    const TakeoverPlace place;
    const QString target = place.path(QStringLiteral("home/dotfiles/claude.json"));
    place.write(target, kSettings);
    QVERIFY(QFile::link(target, place.settingsFile()));
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    const QByteArray edited = replaced(place, "opus", "sonnet");
    QVERIFY(QFile::remove(place.settingsFile()));
    place.writeSettings(edited);
    QCOMPARE(takeover.status().state, TakeoverState::On);
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.settings(), std::optional(QByteArray(kSettings).replace("opus", "sonnet")));
    QCOMPARE(TakeoverPlace::read(target), std::optional(kSettings));
}

void TestTakeover::aLinkThatWasTakenAwayIsTold()
{
    const TakeoverPlace place;
    const QString target = place.path(QStringLiteral("home/dotfiles/claude.json"));
    place.write(target, kSettings);
    QVERIFY(QFile::link(target, place.settingsFile()));
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    QVERIFY(QFile::remove(place.settingsFile()));
    QCOMPARE(takeover.status().state, TakeoverState::Edited);
    QVERIFY(takeover.disconnect(EditedValues::Keep));
    QVERIFY(!place.settings());
    QCOMPARE(TakeoverPlace::read(target), std::optional(kSettings));
}

void TestTakeover::refusesWhatIsReadOnly_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<uint>("mode");
    QTest::addColumn<QString>("detail");
    QTest::newRow("the file") << QStringLiteral("home/.claude/settings.json") << 0444U
                              << QStringLiteral("the file is read-only");
    QTest::newRow("the folder") << QStringLiteral("home/.claude") << 0555U
                                << QStringLiteral("the folder is read-only");
}

/// By the mode, for the tests may run as the administrator, who may write everywhere.
void TestTakeover::refusesWhatIsReadOnly()
{
    QFETCH(const QString, path);
    QFETCH(const uint, mode);
    QFETCH(const QString, detail);
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    setMode(place.path(path), mode);
    Takeover takeover = place.takeover();
    const auto before = place.everything();
    const Result<Done> connected = takeover.connect(kUrl, token(), {});
    QCOMPARE(codeOf(connected), std::optional(RefusalCode::FileUnwritable));
    QCOMPARE(connected.refusal().detail, detail);
    QCOMPARE(place.everything(), before);
    const TakeoverStatus status = takeover.status();
    QCOMPARE(status.findings.front().kind, TakeoverFindingKind::ReadOnly);
    QVERIFY(status.findings.front().blocks);
    QVERIFY(!QFile::exists(place.places().journalFile));
    setMode(place.path(path), 0755);
}

void TestTakeover::refusesAHardLink()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    const QByteArray other = QFile::encodeName(place.path(QStringLiteral("home/other.json")));
    QVERIFY(::link(QFile::encodeName(place.settingsFile()).constData(), other.constData()) == 0);
    Takeover takeover = place.takeover();
    QCOMPARE(codeOf(takeover.connect(kUrl, token(), {})), std::optional(RefusalCode::FileUnwritable));
    QCOMPARE(takeover.status().findings.front().kind, TakeoverFindingKind::Unsupported);
    QCOMPARE(place.settings(), std::optional(kSettings));
}

void TestTakeover::othersChangesOfOtherPartsStay()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    place.writeSettings(replaced(place, "opus", "sonnet").replace("\"X\": \"1\"", "\"X\": \"2\""));
    QCOMPARE(takeover.status().state, TakeoverState::On);
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.settings(),
             std::optional(
                 QByteArray(kSettings).replace("opus", "sonnet").replace("\"X\": \"1\"", "\"X\": \"2\"")));
}

void TestTakeover::anEditedValueIsToldAndKept()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    const QByteArray edited = replaced(place, "http://127.0.0.1:7860", "https://me:word@theirs.example");
    place.writeSettings(edited);
    const TakeoverStatus status = takeover.status();
    QCOMPARE(status.state, TakeoverState::Edited);
    QCOMPARE(status.edits, (std::vector<TakeoverEdit>{{QStringLiteral("ANTHROPIC_BASE_URL"), kUrl,
                                                       QStringLiteral("https://theirs.example"),
                                                       QStringLiteral("https://old.example")}}));
    const Result<Done> refused = takeover.disconnect(EditedValues::Refuse);
    QCOMPARE(codeOf(refused), std::optional(RefusalCode::ChangedMeanwhile));
    QCOMPARE(refused.refusal().subject, place.settingsFile());
    QCOMPARE(codeOf(takeover.connect(kUrl, token(), {})), std::optional(RefusalCode::ChangedMeanwhile));
    QCOMPARE(place.settings(), std::optional(edited));
    QVERIFY(takeover.disconnect(EditedValues::Keep));
    QCOMPARE(place.settings(), std::optional(QByteArray(kSettings).replace(
                                   "https://old.example", "https://me:word@theirs.example")));
    QCOMPARE(takeover.status().state, TakeoverState::Off);
}

void TestTakeover::aValueThatWasTakenOutIsTold()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    place.writeSettings(replaced(place, ",\n    \"ANTHROPIC_AUTH_TOKEN\": \"qcc-0123456789abcdef\"", ""));
    const TakeoverStatus status = takeover.status();
    QCOMPARE(status.state, TakeoverState::Edited);
    QCOMPARE(status.edits, (std::vector<TakeoverEdit>{{QStringLiteral("ANTHROPIC_AUTH_TOKEN"),
                                                       QStringLiteral("•••"), QString(), QString()}}));
    // It is as it was before us, so nothing is in the way of putting back.
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.settings(), std::optional(kSettings));
}

/// From a backup, for example.
void TestTakeover::whatOthersPutBackIsConnectedAgain()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    const std::optional<QByteArray> connected = place.settings();
    place.writeSettings(kSettings);
    QCOMPARE(takeover.status().state, TakeoverState::Edited);
    QVERIFY(takeover.connect(kUrl, token(), {}));
    QCOMPARE(place.settings(), connected);
    QCOMPARE(takeover.status().state, TakeoverState::On);
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.settings(), std::optional(kSettings));
}

void TestTakeover::aRemovedFileStaysRemoved()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    QVERIFY(QFile::remove(place.settingsFile()));
    QCOMPARE(takeover.status().state, TakeoverState::Edited);
    QCOMPARE(codeOf(takeover.disconnect(EditedValues::Refuse)), std::optional(RefusalCode::ChangedMeanwhile));
    QVERIFY(takeover.disconnect(EditedValues::Keep));
    QVERIFY(!place.settings());
}

void TestTakeover::aFileThatBecameBrokenIsLeft()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    place.writeSettings("{ broken");
    QCOMPARE(takeover.status().state, TakeoverState::Unusable);
    const Result<Done> refused = takeover.disconnect(EditedValues::Keep);
    QCOMPARE(codeOf(refused), std::optional(RefusalCode::FileBroken));
    QVERIFY(refused.refusal().detail.startsWith(QStringLiteral("line 1, column 3")));
    QCOMPARE(place.settings(), std::optional(QByteArray("{ broken")));
    place.writeSettings("{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://127.0.0.1:7860\"}}");
    QVERIFY(takeover.disconnect(EditedValues::Keep)); // the journal was not lost
    QCOMPARE(place.settings(),
             std::optional(QByteArray("{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://old.example\"}}")));
}

void TestTakeover::putsBackWhenTheProgramEnds()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    TakeoverOptions options;
    options.untilQuit = true;
    QVERIFY(takeover.connect(kUrl, token(), options));
    QVERIFY(takeover.status().untilQuit);
    QCOMPARE(takeover.settleAfterCrash().value(), false); // this process still runs
    QCOMPARE(takeover.disconnectAtQuit().value(), true);
    QCOMPARE(place.settings(), std::optional(kSettings));
    QCOMPARE(takeover.disconnectAtQuit().value(), false);
}

/// The number of a process may belong to another one by now.
void TestTakeover::putsBackAfterACrash()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    TakeoverOptions options;
    options.untilQuit = true;
    QVERIFY(takeover.connect(kUrl, token(), options));
    const QString journal = place.places().journalFile;
    const QByteArray text = TakeoverPlace::read(journal).value_or(QByteArray());
    place.write(journal, QByteArray(text).replace("\"owner_began\": \"", "\"owner_began\": \"0"));
    QCOMPARE(takeover.settleAfterCrash().value(), true);
    QCOMPARE(place.settings(), std::optional(kSettings));
}

void TestTakeover::connectedForGoodStaysSo()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    TakeoverOptions options;
    QVERIFY(takeover.connect(kUrl, token(), options));
    options.untilQuit = true;
    QVERIFY(takeover.connect(kUrl, token(), options));
    QVERIFY(!takeover.status().untilQuit);
    QCOMPARE(takeover.disconnectAtQuit().value(), false);
    QCOMPARE(takeover.settleAfterCrash().value(), false);
    QCOMPARE(takeover.status().state, TakeoverState::On);
}

void TestTakeover::anotherSettingsFolderIsRefused()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    QVERIFY(place.takeover().connect(kUrl, token(), {}));
    ClaudePlaces other = place.places();
    other.settingsFile = place.path(QStringLiteral("home/work/settings.json"));
    Takeover takeover(other);
    const Result<Done> refused = takeover.connect(kUrl, token(), {});
    QCOMPARE(codeOf(refused), std::optional(RefusalCode::InTheWay));
    QCOMPARE(refused.refusal().subject, place.settingsFile());
    QCOMPARE(takeover.status().file, place.settingsFile());
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.settings(), std::optional(kSettings));
}

void TestTakeover::addsLoopbackToNoProxy_data()
{
    using Variables = QMap<QString, QString>;
    QTest::addColumn<Variables>("shell");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after"); // NO_PROXY and what follows
    const QString proxy = QStringLiteral("http://proxy.example:3128");
    const auto added = [](const char *list) { return ",\"NO_PROXY\":\"" + QByteArray(list) + '"'; };
    QTest::newRow("no proxy") << Variables() << QByteArray("{}") << QByteArray();
    QTest::newRow("a proxy that Claude Code ignores")
        << Variables{{QStringLiteral("ALL_PROXY"), proxy}} << QByteArray("{}") << QByteArray();
    QTest::newRow("in the shell") << Variables{{QStringLiteral("HTTPS_PROXY"), proxy}} << QByteArray("{}")
                                  << added("127.0.0.1,localhost,::1");
    QTest::newRow("in the shell, with exceptions")
        << Variables{{QStringLiteral("http_proxy"), proxy},
                     {QStringLiteral("NO_PROXY"), QStringLiteral("a.b, localhost")}}
        << QByteArray("{}") << added("a.b, localhost,127.0.0.1,::1");
    QTest::newRow("the lower case wins")
        << Variables{{QStringLiteral("https_proxy"), proxy},
                     {QStringLiteral("NO_PROXY"), QStringLiteral("upper")},
                     {QStringLiteral("no_proxy"), QStringLiteral("lower")}}
        << QByteArray("{}")
        << added("lower,127.0.0.1,localhost,::1") + ",\"no_proxy\":\"lower,127.0.0.1,localhost,::1\"";
    QTest::newRow("nothing is missing")
        << Variables{{QStringLiteral("HTTP_PROXY"), proxy},
                     {QStringLiteral("NO_PROXY"), QStringLiteral("127.0.0.1,LOCALHOST,::1")}}
        << QByteArray("{}") << QByteArray();
    QTest::newRow("everything is excepted")
        << Variables{{QStringLiteral("HTTP_PROXY"), proxy}, {QStringLiteral("NO_PROXY"), QStringLiteral("*")}}
        << QByteArray("{}") << QByteArray();
}

void TestTakeover::addsLoopbackToNoProxy()
{
    using Variables = QMap<QString, QString>;
    QFETCH(const Variables, shell);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const TakeoverPlace place;
    place.writeSettings("{\"env\":" + before + '}');
    ClaudePlaces places = place.places();
    places.environment = shell;
    Takeover takeover(places);
    QVERIFY(takeover.connect(kUrl, token(), {}));
    QByteArray text = place.settings().value_or(QByteArray());
    text.removeIf([](char c) { return c == '\n'; });
    text.replace("    ", "").replace("  ", "").replace("\": \"", "\":\"");
    QCOMPARE(text, "{\"env\":{\"ANTHROPIC_BASE_URL\":\"http://127.0.0.1:7860\",\"ANTHROPIC_AUTH_TOKEN\":"
                   "\"qcc-0123456789abcdef\"" +
                       after + "}}");
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.settings(), std::optional(QByteArray("{\"env\":" + before + '}')));
}

void TestTakeover::asksForToolSearchOnlyWhenAgreed()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    QVERIFY(takeover.connect(kUrl, token(), {}));
    QVERIFY(!place.settings()->contains("ENABLE_TOOL_SEARCH"));
    TakeoverOptions options;
    options.toolSearch = true;
    QVERIFY(takeover.connect(kUrl, token(), options));
    QVERIFY(place.settings()->contains("\"ENABLE_TOOL_SEARCH\": \"true\""));
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.settings(), std::optional(kSettings));
}

void TestTakeover::connectsEditorsOnRequest()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    TakeoverOptions options;
    options.editors = true;
    const Result<Done> none = takeover.connect(kUrl, token(), options);
    QCOMPARE(codeOf(none), std::optional(RefusalCode::InTheWay)); // there is no editor
    QCOMPARE(place.settings(), std::optional(kSettings));

    const QByteArray editor = "{\n    // my font\n    \"editor.fontSize\": 13,\n}\n";
    place.write(place.editorFile(), editor);
    const auto before = place.everything();
    QVERIFY(takeover.connect(kUrl, token(), options));
    QVERIFY(TakeoverPlace::read(place.editorFile())->contains("\"value\": \"http://127.0.0.1:7860\""));
    QVERIFY(TakeoverPlace::read(place.editorFile())->contains("// my font"));
    QVERIFY(takeover.disconnect(EditedValues::Refuse));
    QCOMPARE(place.everything(), before);
}

void TestTakeover::aBrokenEditorFileKeepsAllAsItIs()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    place.write(place.editorFile(), "{ \"a\": }");
    const auto before = place.everything();
    TakeoverOptions options;
    options.editors = true;
    const Result<Done> refused = place.takeover().connect(kUrl, token(), options);
    QCOMPARE(codeOf(refused), std::optional(RefusalCode::FileBroken));
    QCOMPARE(refused.refusal().subject, place.editorFile());
    QCOMPARE(place.everything(), before);
}

void TestTakeover::withoutAJournalNothingIsPutBack()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    Takeover takeover = place.takeover();
    QCOMPARE(codeOf(takeover.disconnect(EditedValues::Keep)), std::optional(RefusalCode::NotConnected));
    QCOMPARE(codeOf(takeover.restore()), std::optional(RefusalCode::NotConnected));
    QCOMPARE(takeover.settleAfterCrash().value(), false);
    QCOMPARE(place.settings(), std::optional(kSettings));
}

void TestTakeover::aBrokenJournalIsNamed()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    place.write(place.places().journalFile, "{");
    Takeover takeover = place.takeover();
    const TakeoverStatus status = takeover.status();
    QCOMPARE(status.state, TakeoverState::Unusable);
    QCOMPARE(status.findings.front().file, place.places().journalFile);
    QCOMPARE(codeOf(takeover.connect(kUrl, token(), {})), std::optional(RefusalCode::FileBroken));
    QCOMPARE(place.settings(), std::optional(kSettings));
}

QTEST_GUILESS_MAIN(TestTakeover)
#include "tst_takeover.moc"

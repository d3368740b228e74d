// SPDX-License-Identifier: GPL-3.0-or-later
// `qcc proxy start --claude`: Claude Code's settings name the proxy while it runs, and not a moment longer.
#include "tests/claude/takeover_place.h"
#include "tests/headless/program_stage.h"

#include <QTest>

#include <csignal>

using namespace qcc;
using namespace qcc::test;

namespace {

const QByteArray kSettings = "{ \"env\": { \"ANTHROPIC_BASE_URL\": \"https://old.example\" } }";
const QStringList kStart = words("--listen 127.0.0.1:0 --no-checks --claude");
const QStringList kPlainStart = words("--listen 127.0.0.1:0 --no-checks");

void giveHome(ProgramStage &stage, const TakeoverPlace &place)
{
    stage.cli.setVariable(QStringLiteral("HOME"), place.path(QStringLiteral("home")));
    stage.cli.setVariable(QStringLiteral("CLAUDE_CONFIG_DIR"), QString());
    stage.cli.setVariable(QStringLiteral("QCC_MANAGED_SETTINGS"), place.path(QStringLiteral("managed")));
}

} // namespace

class TestClaudeProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void connectsWhileItRuns();
    void settlesAfterAKill();
    void leavesWhatWasConnectedForGood();
    void aBrokenFileDoesNotKeepItFromServing();
    void theDemoIsNotForClaude();
};

void TestClaudeProgram::connectsWhileItRuns()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    ProgramStage stage;
    giveHome(stage, place);
    QVERIFY2(stage.start(kStart), qPrintable(stage.err()));
    QTRY_VERIFY(place.settings()->contains("http://127.0.0.1:" + QByteArray::number(stage.port()) + '"'));
    QCOMPARE(stage.stop(SIGTERM), 0);
    QCOMPARE(place.settings(), std::optional(kSettings));
}

void TestClaudeProgram::settlesAfterAKill()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    ProgramStage stage;
    giveHome(stage, place);
    QVERIFY2(stage.start(kStart), qPrintable(stage.err()));
    QTRY_VERIFY(place.settings()->contains("qcc-"));
    QCOMPARE(stage.stop(SIGKILL), -1);
    QVERIFY(place.settings()->contains("qcc-"));
    QVERIFY2(stage.start(kPlainStart), qPrintable(stage.err()));
    QCOMPARE(place.settings(), std::optional(kSettings));
    QVERIFY(stage.out().contains(QStringLiteral("Claude Code's settings are as they were")));
}

void TestClaudeProgram::leavesWhatWasConnectedForGood()
{
    const TakeoverPlace place;
    place.writeSettings(kSettings);
    ProgramStage stage;
    giveHome(stage, place);
    QVERIFY2(stage.start(kPlainStart), qPrintable(stage.err()));
    QCOMPARE(stage.cli.run(words("claude on")).exitCode, 0);
    const QByteArray connected = place.settings().value_or(QByteArray());
    QVERIFY(connected.contains("http://127.0.0.1:" + QByteArray::number(stage.port())));
    QCOMPARE(stage.stop(SIGTERM), 0);
    QCOMPARE(place.settings(), std::optional(connected));
    QCOMPARE(stage.cli.run(words("claude restore")).exitCode, 0);
    QCOMPARE(place.settings(), std::optional(kSettings));
}

void TestClaudeProgram::aBrokenFileDoesNotKeepItFromServing()
{
    const TakeoverPlace place;
    place.writeSettings("{ broken");
    ProgramStage stage;
    giveHome(stage, place);
    stage.add("production", "primary");
    QVERIFY2(stage.start(kStart), qPrintable(stage.err()));
    QTRY_VERIFY(stage.out().contains(QStringLiteral("Claude Code's settings were not changed")));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QCOMPARE(place.settings(), std::optional(QByteArray("{ broken")));
}

void TestClaudeProgram::theDemoIsNotForClaude()
{
    ProgramStage stage;
    QCOMPARE(stage.cli.run(words("proxy start --demo --claude")).exitCode, 2);
}

QTEST_GUILESS_MAIN(TestClaudeProgram)
#include "tst_claude_program.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/manual/command_pages.h"

#include <QTest>

using namespace qcc;

class TestCommandPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void escapes_data();
    void escapes();
    void writesEachCommandThatCanBeGiven();
    void leavesOutWhatEveryCommandHas();
};

void TestCommandPages::escapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("plain words", "a config", "a config");
    row("a minus that can be copied", "--json", "\\-\\-json");
    row("a backslash", "a\\b", "a\\eb");
    row("a request at the beginning", ".SH", "\\&.SH");
    row("a request by the other sign", "'x'", "\\(aqx\\(aq");
    row("a tilde", "~/.qcc", "\\(ti/.qcc");
    row("a quotation mark", "\"\"", "\\(dq\\(dq");
    row("what is no ASCII", "…", "…");
}

void TestCommandPages::escapes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(escapedForTroff(text), expected);
}

void TestCommandPages::writesEachCommandThatCanBeGiven()
{
    CommandNode leaf;
    leaf.name = QStringLiteral("add");
    leaf.description = QStringLiteral("Add it");
    leaf.examples = QStringLiteral("Examples:\n  tool list add one");
    leaf.arguments = {
        {{QStringLiteral("NAME")}, QStringLiteral("TEXT"), QStringLiteral("Its name"), false, true}};
    leaf.options = {
        {{QStringLiteral("-y"), QStringLiteral("--yes")}, {}, QStringLiteral("Don't ask"), false, false},
        {{QStringLiteral("--count")}, QStringLiteral("N"), QStringLiteral("How many"), false, false}};
    CommandNode group;
    group.name = QStringLiteral("list");
    group.children = {leaf};
    CommandNode root;
    root.name = QStringLiteral("tool");
    root.children = {group};
    QCOMPARE(commandSections(root),
             QStringLiteral(".SS \\fBtool list add\\fR \\fINAME\\fR [\\fIOPTION\\fR...]\n"
                            "Add it.\n"
                            ".TP\n\\fINAME\\fR\nIts name\n"
                            ".TP\n\\fB\\-y\\fR, \\fB\\-\\-yes\\fR\nDon\\(aqt ask\n"
                            ".TP\n\\fB\\-\\-count\\fR \\fIN\\fR\nHow many\n"
                            ".PP\n.nf\n.RS\ntool list add one\n.RE\n.fi\n"));
}

void TestCommandPages::leavesOutWhatEveryCommandHas()
{
    const CommandWord help{
        {QStringLiteral("-h"), QStringLiteral("--help")}, {}, QStringLiteral("Help"), false, false};
    CommandNode leaf;
    leaf.name = QStringLiteral("stop");
    leaf.description = QStringLiteral("Stop it");
    leaf.options = {help};
    CommandNode root;
    root.name = QStringLiteral("tool");
    root.options = {help};
    root.children = {leaf};
    QCOMPARE(commandSections(root), QStringLiteral(".SS \\fBtool stop\\fR\nStop it.\n"));
    QCOMPARE(commonOptions(root), QStringLiteral(".TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nHelp.\n"));
}

QTEST_APPLESS_MAIN(TestCommandPages)
#include "tst_command_pages.moc"

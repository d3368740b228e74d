// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion.h"
#include "app/cli/completion_answer.h"

#include <CLI/CLI.hpp>

#include <QTest>

using namespace qcc;

namespace {

/// A small program with one of each that completion tells apart.
CommandNode program()
{
    static std::string text;
    static bool flag = false;
    CLI::App app("", "tool");
    CLI::App *show = app.add_subcommand("show", "Show it");
    show->add_option("NAME", text, "Its name")->required();
    show->add_flag("-j,--json", flag, "Print JSON");
    CLI::App *add = app.add_subcommand("add", "Add it");
    add->add_option("NAME", text, "Its name")->required();
    add->add_option("--priority", text, "Where")->type_name("PRIORITY");
    CLI::App *list = app.add_subcommand("list", "List them");
    list->add_option("--type", text, "Only these")
        ->type_name("TYPE")
        ->check(CLI::IsMember({"failover", "manual"}));
    list->add_option("--export", text, "Into a file")->type_name("FILE");
    list->add_option("--config", text, "Of one")->type_name("NAME");
    list->add_option("--count", text, "How many")->type_name("N")->check(CLI::Range(1, 9));
    CLI::App *alerts = app.add_subcommand("alerts", "Alerts");
    alerts->add_subcommand("edit", "Edit one")->add_option("NAME", text, "Its name");
    CLI::App *group = app.add_subcommand("group", "A group");
    group->add_option("GROUP", text, "Which");
    group->add_option("STATE", text, "On or off");
    app.add_subcommand("inner", "For nobody")->group("");
    return commandTree(app);
}

QStringList wordsOf(const Completion &completion)
{
    QStringList words;
    for (const Candidate &candidate : completion.candidates)
        words += candidate.word;
    return words;
}

QStringList split(const char *words)
{
    return QString::fromUtf8(words).split(QLatin1Char(' '));
}

} // namespace

class TestCompletion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offers_data();
    void offers();
    void describesCommandsAndOptions();
    void isAskedByItsOwnWordOnly_data();
    void isAskedByItsOwnWordOnly();
    void readsWhatCli11WasTold();
};

void TestCompletion::offers_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<Further>("further");
    const auto row = [](const char *name, const char *words, const QStringList &expected,
                        Further further = Further::Nothing) {
        QTest::newRow(name) << split(words) << expected << further;
    };
    const auto list = [](const char *words) { return split(words); };
    row("commands at the beginning, without the hidden one", "", list("show add list alerts group"));
    row("commands that begin so", "al", {QStringLiteral("alerts")});
    row("no command that is hidden", "in", {});
    row("the commands of a group", "alerts ", {QStringLiteral("edit")});
    row("the long options", "show --", list("--help --json"));
    row("a short option that is there", "show -j", {QStringLiteral("-j")});
    row("an argument that names a config", "show ", {}, Further::ConfigNames);
    row("nothing after the last argument", "show one ", {});
    row("the argument after an option without value", "show --json ", {}, Further::ConfigNames);
    row("no name for what is added", "add ", {});
    row("the words of a priority", "add --priority ", list("primary secondary fallback disabled"));
    row("an option's words", "list --type ", list("failover manual"));
    row("an option's words, begun", "list --type m", {QStringLiteral("manual")});
    row("an option's words, joined to it", "list --type=f", {QStringLiteral("--type=failover")});
    row("the name of a config for an option", "list --config ", {}, Further::ConfigNames);
    row("a path", "list --export ", {}, Further::Paths);
    row("nothing for a number", "list --count ", {});
    row("nothing for the value of an unknown option", "list --other=", {});
    row("options after an option with its value", "list --count 3 --ty", {QStringLiteral("--type")});
    row("no option after --", "list -- --ty", {});
    row("the name of a channel", "alerts edit ", {}, Further::ChannelNames);
    row("a first argument", "group ", list("primary secondary fallback"));
    row("a second argument", "group primary o", list("on off"));
    row("a word like a command is an argument there", "show list ", {});
}

void TestCompletion::offers()
{
    QFETCH(QStringList, words);
    QFETCH(QStringList, expected);
    QFETCH(Further, further);
    const Completion completion = completionOf(program(), words);
    QCOMPARE(wordsOf(completion), expected);
    QCOMPARE(completion.further, further);
}

void TestCompletion::describesCommandsAndOptions()
{
    const Completion commands = completionOf(program(), {QStringLiteral("sh")});
    QCOMPARE(commands.candidates,
             (std::vector{Candidate{QStringLiteral("show"), QStringLiteral("Show it")}}));
    const Completion options = completionOf(program(), split("show --j"));
    QCOMPARE(options.candidates,
             (std::vector{Candidate{QStringLiteral("--json"), QStringLiteral("Print JSON")}}));
}

void TestCompletion::isAskedByItsOwnWordOnly_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("asked");
    QTest::newRow("the scripts' question") << split("qcc complete -- pri") << true;
    QTest::newRow("with nothing typed yet") << QStringList(split("qcc complete --") << QString()) << true;
    QTest::newRow("a command of that name") << split("qcc complete") << false;
    QTest::newRow("the word in another place") << split("qcc show complete -- x") << false;
    QTest::newRow("nothing") << split("qcc") << false;
}

void TestCompletion::isAskedByItsOwnWordOnly()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, asked);
    const auto words = wordsToComplete(arguments);
    QCOMPARE(words.has_value(), asked);
    if (asked)
        QCOMPARE(*words, arguments.mid(3));
}

void TestCompletion::readsWhatCli11WasTold()
{
    const CommandNode tree = program();
    QCOMPARE(tree.children.size(), size_t(5));
    const CommandNode &show = tree.children.front();
    QCOMPARE(show.description, QStringLiteral("Show it"));
    QCOMPARE(show.arguments.size(), size_t(1));
    QVERIFY(show.arguments.front().required);
    QCOMPARE(show.options.back().names, split("-j --json"));
    QVERIFY(show.options.back().valueName.isEmpty());
    const CommandNode &list = tree.children[2];
    const auto option = std::find_if(list.options.begin(), list.options.end(), [](const CommandWord &word) {
        return word.names.contains(QStringLiteral("--count"));
    });
    QVERIFY(option != list.options.end());
    QCOMPARE(option->valueName, QStringLiteral("N"));
}

QTEST_APPLESS_MAIN(TestCompletion)
#include "tst_completion.moc"

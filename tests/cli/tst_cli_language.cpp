// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/display_width.h"
#include "app/cli/help_formatter.h"
#include "app/cli/language_choice.h"
#include "app/cli/parse_complaint.h"
#include "models/text/translation.h"

#include <QTest>

using namespace qcc;

class TestCliLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOptionGoesBeforeTheEnvironment_data();
    void theOptionGoesBeforeTheEnvironment();
    void complaintsOfTheParser_data();
    void complaintsOfTheParser();
    void unknownLanguagesAreRefused();
    void helpIsAligned_data();
    void helpIsAligned();
};

void TestCliLanguage::theOptionGoesBeforeTheEnvironment_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("lang");
    QTest::addColumn<Language>("language");
    const auto row = [](const char *name, const char *line, const char *lang, Language language) {
        QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(lang) << language;
    };
    row("no option", "qcc list", "zh_CN.UTF-8", Language::Chinese);
    row("before the command", "qcc --lang en list", "zh_CN.UTF-8", Language::English);
    row("behind the command", "qcc list --lang zh", "C", Language::Chinese);
    row("joined", "qcc list --lang=zh", "en_US", Language::Chinese);
    row("inside a group", "qcc priority --lang zh list", "", Language::Chinese);
    row("one that is not spoken", "qcc --lang tlh list", "zh_CN.UTF-8", Language::Chinese);
    row("without a word", "qcc list --lang", "zh_CN.UTF-8", Language::Chinese);
    row("behind the end of options", "qcc add -- --lang zh", "C", Language::English);
    row("another option that begins alike", "qcc --language zh", "C", Language::English);
}

void TestCliLanguage::theOptionGoesBeforeTheEnvironment()
{
    QFETCH(const QString, line);
    QFETCH(const QString, lang);
    QTEST(chosenLanguage(line.split(QLatin1Char(' ')), LocaleVariables{{}, {}, {}, lang}), "language");
}

void TestCliLanguage::complaintsOfTheParser_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const char *name, const QStringList &arguments, const char *english,
                        const char *chinese) {
        QTest::newRow(name) << arguments << QString::fromUtf8(english) << QString::fromUtf8(chinese);
    };
    const QString set = QStringLiteral("set");
    const QString name = QStringLiteral("n");
    const QString place = QStringLiteral("--place");
    row("no command", {}, "A subcommand is required", "需要一个子命令");
    row("a missing argument", {set}, "NAME is required", "缺少 NAME");
    row("a number out of its range", {set, name, place, QStringLiteral("12")},
        "--place: 12 is not in the range from 1 to 9", "--place：12 不在 1 到 9 的范围内");
    row("a word that is none of the permitted", {set, name, QStringLiteral("--mode"), QStringLiteral("c%1")},
        "--mode: \"c%1\" is none of a,b", "--mode：“c%1”不是 a,b 之一");
    row("a missing value", {set, name, place}, "--place: its value is missing", "--place：缺少值");
    row("given twice", {set, name, place, QStringLiteral("1"), place, QStringLiteral("2")},
        "--place: may be given once", "--place：只能给出一次");
    row("two that don't go together",
        {set, name, QStringLiteral("--mode"), QStringLiteral("a"), QStringLiteral("--plain")},
        "--mode and --plain cannot be given together", "--mode 和 --plain 不能同时给出");
    row("one that needs another", {set, name, QStringLiteral("--deep")}, "--deep needs --place",
        "--deep 需要同时给出 --place");
    row("a flag with a value", {set, name, QStringLiteral("--plain=secret")}, "plain: takes no value",
        "plain：不接受值");
    row("an unknown option", {set, name, QStringLiteral("--what=secret")}, "There is no option \"--what\".",
        "没有选项“--what”。");
    row("an unknown command", {QStringLiteral("sett")}, "There is no command \"sett\".", "没有命令“sett”。");
}

namespace {

/// What parsing comes to.
QString complaintAbout(QStringList arguments)
{
    CLI::App app("", "qcc");
    CLI::App *set = app.add_subcommand("set", "");
    app.require_subcommand(1);
    std::string name;
    set->add_option("NAME", name)->required();
    std::string mode;
    CLI::Option *modeOption = set->add_option("--mode", mode)->check(CLI::IsMember({"a", "b"}));
    int place = 0;
    CLI::Option *placeOption = set->add_option("--place", place)->check(CLI::Range(1, 9));
    bool plain = false;
    CLI::Option *plainOption = set->add_flag("--plain", plain)->disable_flag_override();
    modeOption->excludes(plainOption);
    bool deep = false;
    set->add_flag("--deep", deep)->needs(placeOption);
    addLanguageOption(app);
    std::vector<std::string> words;
    for (auto it = arguments.rbegin(); it != arguments.rend(); ++it)
        words.push_back(it->toStdString());
    try {
        app.parse(words);
    } catch (const CLI::ParseError &error) {
        return parseComplaint(app, error);
    }
    return {};
}

} // namespace

void TestCliLanguage::complaintsOfTheParser()
{
    QFETCH(const QStringList, arguments);
    {
        const Translation translation(Language::English);
        QTEST(complaintAbout(arguments), "english");
    }
    const Translation translation(Language::Chinese);
    QTEST(complaintAbout(arguments), "chinese");
}

void TestCliLanguage::unknownLanguagesAreRefused()
{
    const QStringList good{QStringLiteral("set"), QStringLiteral("n"), QStringLiteral("--lang"),
                           QStringLiteral("zh")};
    QCOMPARE(complaintAbout(good), QString());
    QStringList wrong = good;
    wrong.last() = QStringLiteral("tlh");
    QCOMPARE(complaintAbout(wrong),
             QStringLiteral("--lang: there is no language \"tlh\"; choose en (English) or zh (Chinese)"));
}

void TestCliLanguage::helpIsAligned_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("English") << Language::English;
    QTest::newRow("Chinese") << Language::Chinese;
}

/// Descriptions begin in the same cell, whatever stands to their left.
void TestCliLanguage::helpIsAligned()
{
    QFETCH(const Language, language);
    const Translation translation(language);
    CLI::App app("Does it", "qcc");
    app.formatter(std::make_shared<HelpFormatter>());
    std::string text;
    app.add_option("NAME", text, "@name")->required();
    app.add_option("--short", text, "@short");
    app.add_option("--an-option-with-quite-a-long-name", text, "@long");
    app.add_subcommand("go", "@go\n@second line");
    QStringList columns;
    for (const QString &line : QString::fromStdString(app.help()).split(QLatin1Char('\n'))) {
        if (const qsizetype at = line.indexOf(QLatin1Char('@')); at >= 0)
            columns += QString::number(displayWidth(line.left(at)));
    }
    QCOMPARE(columns, QStringList(5, QStringLiteral("30")));
    const bool chinese = app.help().find("用法: qcc [选项] NAME [子命令]") != std::string::npos;
    QCOMPARE(chinese, language == Language::Chinese);
}

QTEST_GUILESS_MAIN(TestCliLanguage)
#include "tst_cli_language.moc"

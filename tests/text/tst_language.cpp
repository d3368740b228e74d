// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/language.h"
#include "models/text/text.h"
#include "models/text/translation.h"

#include <QTest>

using namespace qcc;

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEnvironmentDecides_data();
    void theEnvironmentDecides();
    void words();
    void canBeSwitchedWhileRunning();
};

void TestLanguage::theEnvironmentDecides_data()
{
    QTest::addColumn<LocaleVariables>("variables");
    QTest::addColumn<Language>("language");
    const auto row = [](const char *name, const char *language, const char *lcAll, const char *lcMessages,
                        const char *lang, Language expected) {
        QTest::newRow(name) << LocaleVariables{QString::fromLatin1(language), QString::fromLatin1(lcAll),
                                               QString::fromLatin1(lcMessages), QString::fromLatin1(lang)}
                            << expected;
    };
    const auto en = Language::English;
    const auto zh = Language::Chinese;
    row("nothing is set", "", "", "", "", en);
    row("LANG alone", "", "", "", "zh_CN.UTF-8", zh);
    row("Chinese of another place", "", "", "", "zh_SG", zh);
    row("Chinese without a place", "", "", "", "zh", zh);
    row("a modifier", "", "", "", "zh_CN@pinyin", zh);
    row("a BCP 47 tag", "", "", "", "zh-Hans-CN", zh);
    row("capitals", "", "", "", "ZH_CN", zh);
    row("another language is English", "", "", "", "fr_FR.UTF-8", en);
    row("a language that only begins like Chinese", "", "", "", "zha_CN", en);
    row("LC_MESSAGES goes before LANG", "", "", "en_GB.UTF-8", "zh_CN.UTF-8", en);
    row("LC_ALL goes before LC_MESSAGES", "", "zh_CN.UTF-8", "en_GB.UTF-8", "en_GB.UTF-8", zh);
    row("LC_ALL=C is English", "", "C", "zh_CN.UTF-8", "zh_CN.UTF-8", en);
    row("C with a character set is C", "zh_CN", "C.UTF-8", "", "zh_CN.UTF-8", en);
    row("POSIX is C", "zh_CN", "", "", "POSIX", en);
    row("LANGUAGE goes before LANG", "zh_CN:en", "", "", "en_US.UTF-8", zh);
    row("LANGUAGE: the first that QCC speaks", "fr:en:zh", "", "", "zh_CN.UTF-8", en);
    row("LANGUAGE without one that QCC speaks", "fr:de", "", "", "zh_CN.UTF-8", zh);
    row("LANGUAGE counts for nothing in C", "zh_CN", "", "", "C", en);
    row("LANGUAGE counts for nothing without a locale", "zh_CN", "", "", "", en);
}

void TestLanguage::theEnvironmentDecides()
{
    QFETCH(const LocaleVariables, variables);
    QTEST(languageFrom(variables), "language");
}

void TestLanguage::words()
{
    for (const Language language : kLanguages)
        QCOMPARE(languageFromWord(toWord(language)), std::optional(language));
    QCOMPARE(languageFromWord(QStringLiteral("tlh")), std::nullopt);
    QCOMPARE(languageFromWord(QString()), std::nullopt);
}

void TestLanguage::canBeSwitchedWhileRunning()
{
    const auto said = [] {
        return Text::tr("%n automatic switch(es) in the last hour; permitted: %1.", nullptr, 1);
    };
    Translation translation(Language::English);
    QCOMPARE(said(), QStringLiteral("1 automatic switch in the last hour; permitted: %1."));
    translation.use(Language::Chinese);
    QCOMPARE(translation.language(), Language::Chinese);
    QCOMPARE(said(), QStringLiteral("最近一小时内自动切换 1 次；上限为 %1 次。"));
    translation.use(Language::English);
    QCOMPARE(said(), QStringLiteral("1 automatic switch in the last hour; permitted: %1."));
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/display_width.h"

#include <QTest>

using namespace qcc;

class TestDisplayWidth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsCells_data();
    void countsCells();
    void makesTextPrintable_data();
    void makesTextPrintable();
    void padsToTheWidth();
};

void TestDisplayWidth::countsCells_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cells");
    const auto row = [](const char *name, const char *text, int cells) {
        QTest::newRow(name) << QString::fromUtf8(text) << cells;
    };
    row("nothing takes none", "", 0);
    row("Latin letters take one each", "backup", 6);
    row("letters with accents take one, composed", "\u00e9", 1);
    row("letters with accents take one, decomposed", "e\u0301", 1);
    row("Chinese characters take two each", "备用", 4);
    row("Chinese punctuation takes two", "，", 2);
    row("Hangul takes two", "한", 2);
    row("full-width letters take two", "Ａ", 2);
    row("half-width katakana takes one", "ｱ", 1);
    row("the star takes two", "⭐", 2);
    row("the blue circle takes two", "🔵", 2);
    row("the yellow circle takes two", "🟡", 2);
    row("the white circle takes two", "⚪", 2);
    row("the check mark takes one", "✓", 1);
    row("the bullet takes one", "•", 1);
    row("a heart in its emoji form takes two", "❤\ufe0f", 2);
    row("a family joined into one emoji takes two", "👨\u200d👩\u200d👧", 2);
    row("a thumb with a skin tone takes two", "👍🏽", 2);
    row("a mixed line", "a备🔵é", 6);
}

void TestDisplayWidth::countsCells()
{
    QFETCH(QString, text);
    QFETCH(int, cells);
    QCOMPARE(displayWidth(text), cells);
}

void TestDisplayWidth::makesTextPrintable_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain text stays") << QStringLiteral("备用 é 🔵") << QStringLiteral("备用 é 🔵");
    QTest::newRow("line breaks become spaces") << QStringLiteral("a\nb\tc") << QStringLiteral("a b c");
    QTest::newRow("escape sequences lose their start")
        << QStringLiteral("\033[2Jx") << QStringLiteral("\ufffd[2Jx");
    QTest::newRow("C1 controls go too") << QStringLiteral("\u009b2J") << QStringLiteral("\ufffd2J");
}

void TestDisplayWidth::makesTextPrintable()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(printable(text), expected);
}

void TestDisplayWidth::padsToTheWidth()
{
    QCOMPARE(padded(QStringLiteral("备用"), 6), QStringLiteral("备用  "));
    QCOMPARE(padded(QStringLiteral("backup"), 6), QStringLiteral("backup"));
    QCOMPARE(padded(QStringLiteral("longer than that"), 3), QStringLiteral("longer than that"));
}

QTEST_GUILESS_MAIN(TestDisplayWidth)
#include "tst_display_width.moc"

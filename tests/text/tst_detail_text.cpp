// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/detail_text.h"
#include "models/text/placeholders.h"
#include "models/text/translation.h"

#include <QTest>

using namespace qcc;

class TestDetailText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeholders();
    void detailsInChinese_data();
    void detailsInChinese();
    void englishStaysAsItIs_data() { detailsInChinese_data(); }
    void englishStaysAsItIs();
};

void TestDetailText::placeholders()
{
    const QString form = QStringLiteral("%2 of %1.");
    QCOMPARE(filled(form, {QStringLiteral("%2"), QStringLiteral("b")}), QStringLiteral("b of %2."));
    QCOMPARE(filled(form, {QStringLiteral("a")}), QStringLiteral(" of a."));
    QCOMPARE(valuesIn(form, QStringLiteral("x of y.")),
             std::optional(QStringList{QStringLiteral("y"), QStringLiteral("x")}));
    QCOMPARE(valuesIn(form, QStringLiteral("x of yz")), std::nullopt);
    QCOMPARE(valuesIn(QStringLiteral("plain"), QStringLiteral("plain")), std::optional(QStringList()));
    QCOMPARE(valuesIn(QStringLiteral("a.c"), QStringLiteral("abc")), std::nullopt);
}

void TestDetailText::detailsInChinese_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("chinese");
    const auto row = [](const char *name, const char *detail, const char *chinese) {
        QTest::newRow(name) << QString::fromUtf8(detail) << QString::fromUtf8(chinese);
    };
    row("a plain one", "it is empty", "内容为空");
    row("one with a number", "it is longer than 64 characters", "超过 64 个字符");
    row("a range", "1 to 3600", "1 到 3600");
    row("words with \"to\" are no range", "back to front", "back to front");
    row("a place in a file", "line 3, column 7: a list [ … ] is needed",
        "第 3 行第 7 列：此处需要列表 [ … ]");
    row("a place and a path", "line 3, column 7: configs[0].name: it is empty",
        "第 3 行第 7 列：configs[0].name：内容为空");
    row("the parser's words", "line 1, column 1: unterminated object", "第 1 行第 1 列：对象没有结束");
    row("a URL to write", "write https://example.org/a", "请写成 https://example.org/a");
    row("the system's words stay", "Host is down", "Host is down");
    row("nothing", "", "");
}

void TestDetailText::detailsInChinese()
{
    QFETCH(const QString, detail);
    const Translation translation(Language::Chinese);
    QTEST(detailText(detail), "chinese");
}

void TestDetailText::englishStaysAsItIs()
{
    QFETCH(const QString, detail);
    const Translation translation(Language::English);
    QCOMPARE(detailText(detail), detail);
}

QTEST_GUILESS_MAIN(TestDetailText)
#include "tst_detail_text.moc"

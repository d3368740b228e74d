// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/json_text.h"
#include "app/secrets/json_locator.h"

#include <QTest>

using namespace qcc;

/// What is JSON for which program, and where it stops being so.
class TestSettingsJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheFault_data();
    void findsTheFault();
    void takesComments_data();
    void takesComments();
    void deepTextsEndInAFault();
};

void TestSettingsJson::findsTheFault_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("fault"); // empty: none
    const auto row = [](const char *name, const char *text, const char *fault) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(fault);
    };
    row("nothing", "", "");
    row("blank", " \r\n\t", "");
    row("a byte order mark alone", "\xEF\xBB\xBF", "");
    row("a byte order mark and an object", "\xEF\xBB\xBF{}", "");
    row("every kind of value", "{\"a\": [1, -0.5e+10, true, false, null, \"\\u00e9\\/\", {}, []]}", "");
    row("repeated names", "{\"a\":1,\"a\":2}", "");
    row("a comma too many in an object", "{\n  \"a\": 1,\n}", "line 3, column 1: a name in quotes is needed");
    row("a comma too many in a list", "[1, ]", "line 1, column 5: a value is missing");
    row("a comment", "{\n  // why\n  \"a\": 1}", "line 2, column 3: Claude Code permits no comment here");
    row("no comma", "{\"a\": 1 \"b\": 2}", "line 1, column 9: missing value separator");
    row("no colon", "{\"a\" 1}", "line 1, column 6: missing name separator");
    row("no quotes", "{a: 1}", "line 1, column 2: a name in quotes is needed");
    row("the wrong bracket", "{\"a\": [1}", "line 1, column 9: missing value separator");
    row("cut in an object", "{\"a\": 1", "line 1, column 8: the file ends too early");
    row("cut in a text", "{\"a\": \"x", "line 1, column 7: unterminated string");
    row("a line break in a text", "{\"a\": \"x\ny\"}",
        "line 1, column 9: a line break or control character within a text");
    row("an unknown escape", "[\"\\x\"]", "line 1, column 3: invalid escape sequence");
    row("a short escape", "[\"\\u12\"]", "line 1, column 3: invalid escape sequence");
    row("a zero before a number", "[01]", "line 1, column 2: illegal number");
    row("an unfinished number", "[1.]", "line 1, column 2: illegal number");
    row("a word", "[tru]", "line 1, column 2: illegal value");
    row("single quotes", "['a']", "line 1, column 2: illegal value");
    row("two documents", "{} {}", "line 1, column 4: garbage at the end of the document");
    row("columns count characters", "{\"\xC3\xA4\xC3\xB6\": x}", "line 1, column 8: illegal value");
    row("bytes that are no UTF-8", "{\"a\": \"\xC3\x28\"}", "line 1, column 8: invalid UTF8 string");
    row("UTF-16", "\xFF\xFE{", "line 1, column 1: invalid UTF8 string");
}

void TestSettingsJson::findsTheFault()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, fault);
    const std::optional<JsonFault> found = faultIn(text, JsonDialect::Strict);
    const QString told =
        found ? lineAndColumn(text, found->offset) + QStringLiteral(": ") + found->reason : QString();
    QCOMPARE(told, fault);
}

void TestSettingsJson::takesComments_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const char *text, bool good) {
        QTest::newRow(name) << QByteArray(text) << good;
    };
    row("comments everywhere", "/* a */ { // b\n \"a\" /* c */ : /* d */ 1 // e\n } // f", true);
    row("a comma after the last member", "{\"a\": 1,}", true);
    row("a comma after the last element", "[1, 2, ]", true);
    row("a comment at the end without a line break", "{}//", true);
    row("a comma alone", "{,}", false);
    row("two commas", "[1,,2]", false);
    row("a comment that does not end", "{} /* ", false);
    row("a slash alone", "{} / ", false);
    row("a comment's end in its begin", "{} /*/", false);
}

void TestSettingsJson::takesComments()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, good);
    QCOMPARE(!faultIn(text, JsonDialect::WithComments), good);
}

void TestSettingsJson::deepTextsEndInAFault()
{
    const auto nested = [](qsizetype depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(!faultIn(nested(kDeepestJson), JsonDialect::Strict));
    const std::optional<JsonFault> fault = faultIn(nested(100'000), JsonDialect::Strict);
    QVERIFY(fault);
    QCOMPARE(fault->offset, kDeepestJson);
}

QTEST_GUILESS_MAIN(TestSettingsJson)
#include "tst_settings_json.moc"

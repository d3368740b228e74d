// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/error_body.h"
#include "models/rules/json_text.h"

#include <QTest>

using namespace qcc;

/// Looking into JSON that may be cut off, and into the bodies of error answers.
class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMemberIsFound_data();
    void aMemberIsFound();
    void theFirstQuoteOrEscapeIsFound();
    void errorTypes_data();
    void errorTypes();
    void creditTexts_data();
    void creditTexts();
    void errorObjects_data();
    void errorObjects();
};

void TestJsonText::aMemberIsFound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("raw"); // null: none
    const auto row = [](const char *title, const char *text, const char *raw) {
        QTest::newRow(title) << QByteArray(text) << QByteArray(raw);
    };
    row("first", R"({"k":1,"b":2})", "1");
    row("last, with spaces", "\n { \"b\" : [1,{\"k\":3}] , \"k\" : \"v\" } ", "\"v\"");
    row("behind a string with brackets and quotes", R"({"b":"\"},{\\","k":true})", "true");
    row("the first of two", R"({"k":1,"k":2})", "1");
    row("an object", R"({"k":{"k":[1,2]},"b":0})", R"({"k":[1,2]})");
    row("an escaped key", R"({"\u006b":1})", "1");
    row("a cut-off value", R"({"b":1,"k":"beginn)", "\"beginn");
    row("only nested", R"({"b":{"k":1}})", nullptr);
    row("cut off before", R"({"b":"long)", nullptr);
    row("cut off in the key", R"({"k)", nullptr);
    row("cut off behind the key", R"({"k")", nullptr);
    row("an array", R"(["k",1])", nullptr);
    row("empty", "", nullptr);
    row("an empty object", "{}", nullptr);
    row("a closing bracket too many", "]}{", nullptr);
    row("an escape at the very end", "{\"a\\", nullptr);
}

void TestJsonText::aMemberIsFound()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, raw);
    const auto found = jsonMember(text, "k");
    QCOMPARE(found.has_value(), !raw.isNull());
    if (found)
        QCOMPARE(found->toByteArray(), raw);
}

void TestJsonText::theFirstQuoteOrEscapeIsFound()
{
    for (qsizetype size = 0; size < 40; ++size) {
        const QByteArray plain(size, '\xA2'); // '"' with the high bit set
        QCOMPARE(findQuoteOrEscape(plain, 0), size);
        for (qsizetype at = 0; at < size; ++at) {
            for (const char mark : {'"', '\\'}) {
                QByteArray text(size, at % 2 ? '!' : '#'); // the neighbours of '"'
                text[at] = mark;
                QCOMPARE(findQuoteOrEscape(text, 0), at);
                QCOMPARE(findQuoteOrEscape(text, at), at);
                QCOMPARE(findQuoteOrEscape(text, at + 1), size);
            }
        }
    }
}

void TestJsonText::errorTypes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *title, const char *body, const char *type) {
        QTest::newRow(title) << QByteArray(body) << QString::fromLatin1(type);
    };
    row("Anthropic", R"({"type":"error","error":{"type":"overloaded_error","message":"m"}})",
        "overloaded_error");
    row("OpenAI", R"({"error":{"message":"m","type":"insufficient_quota","code":"x"}})",
        "insufficient_quota");
    row("only a code", R"({"error":{"type":null,"code":"model_not_found"}})", "model_not_found");
    row("a text", R"({"error":"bad gateway"})", "");
    row("no JSON", "<html>", "");
    row("a type that is free text", R"({"error":{"type":"key sk-ant-1 rejected"}})", "");
    row("a type that is far too long",
        R"({"error":{"type":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}})",
        "");
    row("a cut-off body", R"({"error":{"type":"api_error","message":"lo)", "api_error");
}

void TestJsonText::errorTypes()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, type);
    QCOMPARE(errorTypeOf(body), type);
}

void TestJsonText::creditTexts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("speaks");
    const auto row = [](const char *title, const char *body, bool speaks) {
        QTest::newRow(title) << QByteArray(body) << speaks;
    };
    row("Anthropic", R"({"error":{"message":"Your credit balance is too low to access the Anthropic API."}})",
        true);
    row("OpenAI", R"({"error":{"code":"insufficient_quota"}})", true);
    row("OpenAI's sentence",
        R"({"error":{"message":"You exceeded your current quota, please check your plan"}})", true);
    row("DeepSeek", R"({"error":{"message":"Insufficient Balance"}})", true);
    row("in Chinese", R"({"error":{"message":"账户余额不足，请充值"}})", true);
    row("in Chinese, escaped", R"({"error":{"message":"\u4f59\u989d\u4e0d\u8db3"}})", true);
    row("plain text", "Quota exceeded for this key", true);
    row("a prompt that is too long",
        R"({"error":{"message":"prompt is too long: 210000 tokens > 200000 maximum"}})", false);
    row("credit card as content", R"({"error":{"message":"messages.0.content: credit card numbers"}})",
        false);
    row("nothing", "", false);
}

void TestJsonText::creditTexts()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, speaks);
    QCOMPARE(speaksOfCredit(body), speaks);
}

void TestJsonText::errorObjects_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isError");
    const auto row = [](const char *title, const char *body, bool isError) {
        QTest::newRow(title) << QByteArray(body) << isError;
    };
    row("type error", R"({"type":"error","x":1})", true);
    row("an error object", R"({"error":{"code":1}})", true);
    row("an error text", R"({"error":"no channel"})", true);
    row("success false", R"({"success":false,"message":"no"})", true);
    row("a message", R"({"type":"message","content":[]})", false);
    row("error null", R"({"type":"message","error":null})", false);
    row("error empty", R"({"type":"message","error":""})", false);
    row("error inside the content", R"({"type":"message","content":[{"error":{"type":"error"}}]})", false);
}

void TestJsonText::errorObjects()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isError);
    QCOMPARE(isErrorObject(body), isError);
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_json_text.moc"

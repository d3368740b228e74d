// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/extra_headers.h"

#include <QTest>

using namespace qcc;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestExtraHeaders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadAsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *title, const char *text, const char *name, const char *value) {
            QTest::newRow(title) << u(text) << u(name) << u(value);
        };
        row("plain", "x-team: compilers", "x-team", "compilers");
        row("without a space", "x-team:compilers", "x-team", "compilers");
        row("with spaces around", "  X-Team  :  two words\t", "X-Team", "two words");
        row("a colon in the value", "x-url: https://a.example:1/", "x-url", "https://a.example:1/");
        row("marks of a token", "a!#$%&'*+-.^_`|~9: v", "a!#$%&'*+-.^_`|~9", "v");
        row("a tab in the value", "x-a: b\tc", "x-a", "b\tc");
        row("a name of one letter", "a: b", "a", "b");
        row("words that only look like a credential", "x-tokens-left: 5", "x-tokens-left", "5");
        row("a key of no secret", "x-cache-key: eu", "x-cache-key", "eu");
    }
    void isReadAsTyped()
    {
        QFETCH(const QString, text);
        const Result<ExtraHeader> header = parseExtraHeader(text);
        QVERIFY(header.ok());
        QTEST(header->name, "name");
        QTEST(header->value, "value");
        QCOMPARE(*parseExtraHeader(toText(*header)), *header);
    }

    void isRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("permitted");
        const auto row = [](const QString &text, const char *permitted) {
            QTest::newRow(qPrintable(text.left(60))) << text << u(permitted);
        };
        const char *const form = "NAME: VALUE";
        const char *const name = "a name of 1 to 100";
        const char *const own = "a header that QCC does not set itself";
        const char *const key = "no key or password";
        const char *const value = "a value of 1 to 1000";
        row(u("x-team"), form);
        row(QString(), form);
        row(u(": value"), name);
        row(u("x team: value"), name);
        row(u("x-té: value"), name);
        row(u("x(1): value"), name);
        row(u("x\"q: value"), name);
        row(QString(101, u'x') + u(": value"), name);
        for (const char *each : {"Host", "content-length", "Content-Type", "Transfer-Encoding", "connection",
                                 "Accept-Encoding", "Expect", "via", "X-Forwarded-For", "origin",
                                 "Authorization", "x-api-key", "Cookie", "Proxy-Authorization", "te"})
            row(u(each) + u(": a"), own);
        for (const char *each :
             {"api-key", "x-goog-api-key", "X_API_KEY", "x-auth-token", "x-secret", "CF-Access-Client-Secret",
              "set-cookie", "x-password", "x-amz-security-token", "ocp-apim-subscription-key",
              "x-authorization", "x-signature"})
            row(u(each) + u(": a"), key);
        row(u("x-a: Bearer abc"), key);
        row(u("x-a: sk-ant-1234"), key);
        row(u("x-a: basic Zm9v"), key);
        row(u("x-a:"), value);
        row(u("x-a:  \t "), value);
        row(u("x-a: é"), value);
        row(u("x-a: a\nb: c"), value);
        row(u("x-a: a\rb"), value);
        row(u("x-a: a\x01"), value);
        row(u("x-a: ") + QString(1001, u'x'), value);
    }
    void isRefused()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, permitted);
        const Result<ExtraHeader> header = parseExtraHeader(text);
        QVERIFY(!header.ok());
        QCOMPARE(header.refusal().code, RefusalCode::InvalidValue);
        QCOMPARE(header.refusal().subject, u("extra_headers"));
        QVERIFY2(header.refusal().detail.startsWith(permitted), qPrintable(header.refusal().detail));
    }

    void aListIsChecked()
    {
        const std::vector<ExtraHeader> once{{u("x-a"), u("1")}, {u("x-b"), u("2")}};
        QCOMPARE(*checkedExtraHeaders({{u("x-a"), u("1")}, {u("x-b"), u(" 2 ")}, {u("X-A"), u("1")}}), once);
        QVERIFY(checkedExtraHeaders({})->empty());
        const auto twice = checkedExtraHeaders({{u("x-a"), u("1")}, {u("X-A"), u("2")}});
        QCOMPARE(twice.refusal().detail, u("every name once"));
        QVERIFY(!checkedExtraHeaders({{u("x-a"), u("1")}, {u("host"), u("2")}}));
        std::vector<ExtraHeader> many;
        many.reserve(kMostExtraHeaders + 1);
        for (int i = 0; i < kMostExtraHeaders; ++i)
            many.push_back({u("x-%1").arg(i), u("v")});
        QVERIFY(checkedExtraHeaders(many).ok());
        many.push_back({u("x-more"), u("v")});
        QCOMPARE(checkedExtraHeaders(many).refusal().detail, u("at most 20 of them"));
    }
};

QTEST_GUILESS_MAIN(TestExtraHeaders)
#include "tst_extra_headers.moc"

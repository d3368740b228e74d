// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/header_rules.h"

#include <QTest>

using namespace qcc;

/// Which fields go up, and which come down.
class TestHeaderRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFieldGoesUpOrNot_data();
    void aFieldGoesUpOrNot();
    void connectionNamesFields_data();
    void connectionNamesFields();
    void credentialsAreTheEndpointsOwn_data();
    void credentialsAreTheEndpointsOwn();
    void orderAndSpellingAreKept();
    void hostStandsFirstAndOnce();
    void viaIsAddedBehindThoseOfOthers();
    void extraFieldsTakeThePlaceOfTheClients();
    void whatStaysOnTheWay_data();
    void whatStaysOnTheWay();
    void aFieldComesDownOrNot_data();
    void aFieldComesDownOrNot();
    void namedFieldsDontComeDown();
    void aLoopIsSeen_data();
    void aLoopIsSeen();
    void namesBecomeFieldValues_data();
    void namesBecomeFieldValues();
};

namespace {

const ViaPseudonym kVia{"qcc-0123456789abcdef"};

Endpoint endpoint(AuthForm auth = AuthForm::XApiKey)
{
    Endpoint e;
    e.id = {QStringLiteral("00000001")};
    e.url = QUrl(QStringLiteral("https://api.example.com:8443/base"));
    e.auth = auth;
    return e;
}

HeaderFields up(const HeaderFields &client, AuthForm auth = AuthForm::XApiKey)
{
    return upstreamFields(client, endpoint(auth), Secret(QByteArray("sk-own")), kVia);
}

QByteArray valueOf(const HeaderFields &fields, const char *name)
{
    const QByteArray *value = findField(fields, name);
    return value ? *value : QByteArray("(none)");
}

} // namespace

void TestHeaderRules::aFieldGoesUpOrNot_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("goes");
    for (const char *name :
         {"anthropic-version", "Anthropic-Beta", "x-stainless-lang", "x-claude-code-session-id", "User-Agent",
          "content-type", "Content-Encoding", "accept", "x-unknown", "X-Forwarded", "Cache-Control", "x-app",
          "If-None-Match", "x-request-id", "idempotency-key"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *name : {"Connection",
                             "proxy-connection",
                             "Keep-Alive",
                             "TE",
                             "Trailer",
                             "Transfer-Encoding",
                             "Upgrade",
                             "HTTP2-Settings",
                             "Proxy-Authorization",
                             "Proxy-Authenticate",
                             "Content-Length",
                             "Expect",
                             "Cookie",
                             "Cookie2",
                             "Forwarded",
                             "X-Forwarded-For",
                             "x-forwarded-host",
                             "X-Real-IP",
                             "Origin",
                             "Referer",
                             "Sec-Fetch-Site",
                             "sec-fetch-mode",
                             "Access-Control-Request-Method"})
        QTest::newRow(name) << QByteArray(name) << false;
}

void TestHeaderRules::aFieldGoesUpOrNot()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, goes);
    QCOMPARE(countFields(up({{name, "value"}}), name), goes ? 1 : 0);
}

void TestHeaderRules::connectionNamesFields_data()
{
    QTest::addColumn<HeaderFields>("extra");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value"); // "(none)": taken out
    const auto row = [](const char *title, const HeaderFields &extra, const char *name, const char *value) {
        QTest::newRow(title) << extra << QByteArray(name) << QByteArray(value);
    };
    row("an ordinary field that is named is taken out", {{"Connection", "keep-alive, x-hop"}, {"X-Hop", "1"}},
        "x-hop", "(none)");
    row("in any case, behind empty members", {{"CONNECTION", ",, X-HOP ,"}, {"x-hop", "1"}}, "x-hop",
        "(none)");
    row("in a second Connection field", {{"Connection", "close"}, {"Connection", "x-hop"}, {"x-hop", "1"}},
        "x-hop", "(none)");
    row("a field that only begins so stays", {{"Connection", "x-ho"}, {"x-hop", "1"}}, "x-hop", "1");
    row("the client may take out its own version",
        {{"Connection", "anthropic-version"}, {"anthropic-version", "1"}}, "anthropic-version", "(none)");
    row("our Host can't be taken out", {{"Connection", "host"}}, "host", "api.example.com:8443");
    row("our key can't be taken out", {{"Connection", "x-api-key"}, {"x-api-key", "theirs"}}, "x-api-key",
        "sk-own");
    row("our Via can't be taken out", {{"Connection", "via"}}, "via", "1.1 qcc-0123456789abcdef");
    row("what the body is can't be taken out",
        {{"Connection", "content-type, content-encoding"}, {"Content-Type", "application/json"}},
        "content-type", "application/json");
    row("how it is coded neither",
        {{"Connection", "content-type, content-encoding"}, {"Content-Encoding", "gzip"}}, "content-encoding",
        "gzip");
    row("without the client's codings none is asked for",
        {{"Connection", "accept-encoding"}, {"Accept-Encoding", "br"}}, "accept-encoding", "identity");
    row("the client's codings stay as sent", {{"accept-encoding", "gzip, deflate, br, zstd"}},
        "Accept-Encoding", "gzip, deflate, br, zstd");
    row("no codings sent", {}, "accept-encoding", "identity");
    row("naming the length changes nothing", {{"Connection", "content-length"}, {"Content-Length", "5"}},
        "content-length", "(none)");
}

void TestHeaderRules::connectionNamesFields()
{
    QFETCH(HeaderFields, extra);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const HeaderFields fields = up(extra);
    QCOMPARE(valueOf(fields, name.constData()), value);
    QVERIFY(countFields(fields, name) <= 1);
}

void TestHeaderRules::credentialsAreTheEndpointsOwn_data()
{
    QTest::addColumn<AuthForm>("form");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("authorization");
    QTest::newRow("x-api-key") << AuthForm::XApiKey << QByteArray("sk-own") << QByteArray("(none)");
    QTest::newRow("bearer") << AuthForm::Bearer << QByteArray("(none)") << QByteArray("Bearer sk-own");
    QTest::newRow("both") << AuthForm::Both << QByteArray("sk-own") << QByteArray("Bearer sk-own");
}

void TestHeaderRules::credentialsAreTheEndpointsOwn()
{
    QFETCH(AuthForm, form);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, authorization);
    const HeaderFields fields = up({{"AUTHORIZATION", "Bearer local"},
                                    {"authorization", "Basic x"},
                                    {"X-Api-Key", "local"},
                                    {"x-api-key", "l2"}},
                                   form);
    QCOMPARE(valueOf(fields, "x-api-key"), key);
    QCOMPARE(valueOf(fields, "authorization"), authorization);
    for (const HeaderField &field : fields)
        QVERIFY2(!field.value.contains("local"), field.name.constData());

    const HeaderFields keyless = upstreamFields({{"x-api-key", "local"}}, endpoint(form), Secret(), kVia);
    QCOMPARE(valueOf(keyless, "x-api-key"), QByteArray("(none)"));
    QCOMPARE(valueOf(keyless, "authorization"), QByteArray("(none)"));
}

void TestHeaderRules::orderAndSpellingAreKept()
{
    const HeaderFields client{
        {"X-B", "1"}, {"cookie", "c"}, {"x-a", "2"}, {"X-b", "3"}, {"Accept-Encoding", "br"}};
    const HeaderFields expected{{"Host", "api.example.com:8443"},
                                {"X-B", "1"},
                                {"x-a", "2"},
                                {"X-b", "3"},
                                {"Accept-Encoding", "br"},
                                {"x-api-key", "sk-own"},
                                {"Via", "1.1 qcc-0123456789abcdef"}};
    QCOMPARE(up(client), expected);
}

void TestHeaderRules::hostStandsFirstAndOnce()
{
    const HeaderFields fields = up({{"x", "1"}, {"hOST", "127.0.0.1:7860"}});
    QCOMPARE(fields.front(), (HeaderField{"Host", "api.example.com:8443"}));
    QCOMPARE(countFields(fields, "host"), 1);
}

void TestHeaderRules::viaIsAddedBehindThoseOfOthers()
{
    const HeaderFields fields = up({{"Via", "1.1 other"}});
    QCOMPARE(countFields(fields, "via"), 2);
    QCOMPARE(fields.back(), (HeaderField{"Via", "1.1 qcc-0123456789abcdef"}));
    QVERIFY(cameThroughUs(fields, kVia));
}

void TestHeaderRules::extraFieldsTakeThePlaceOfTheClients()
{
    const std::vector<ExtraHeader> extra{{QStringLiteral("X-Team"), QStringLiteral("compilers")},
                                         {QStringLiteral("anthropic-beta"), QStringLiteral("b1, b2")}};
    const HeaderFields client{{"x-team", "a"}, {"Anthropic-Beta", "b3"}, {"X-TEAM", "b"}, {"x-other", "c"}};
    const HeaderFields fields = upstreamFields(client, endpoint(), Secret(QByteArray("sk-own")), kVia, extra);
    const HeaderFields expected{{"Host", "api.example.com:8443"}, {"x-other", "c"},
                                {"Accept-Encoding", "identity"},  {"X-Team", "compilers"},
                                {"anthropic-beta", "b1, b2"},     {"x-api-key", "sk-own"},
                                {"Via", "1.1 " + kVia.value}};
    QCOMPARE(fields, expected);
}

void TestHeaderRules::whatStaysOnTheWay_data()
{
    QTest::addColumn<bool>("stays");
    for (const char *name : {"anthropic-beta", "anthropic-version", "User-Agent", "x-stainless-os", "X-Team",
                             "Accept", "x-claude-code-session-id"})
        QTest::newRow(name) << true;
    for (const char *name :
         {"Host", "Content-Length", "content-type", "Content-Encoding", "Accept-Encoding", "Connection",
          "Transfer-Encoding", "TE", "Upgrade", "Expect", "Authorization", "X-Api-Key", "Cookie", "Forwarded",
          "X-Forwarded-For", "Origin", "Sec-Fetch-Site", "Via", "Proxy-Authorization"})
        QTest::newRow(name) << false;
}

void TestHeaderRules::whatStaysOnTheWay()
{
    QTEST(staysOnTheWay(QTest::currentDataTag()), "stays");
}

void TestHeaderRules::aFieldComesDownOrNot_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("comes");
    for (const char *name :
         {"request-id", "Retry-After", "x-should-retry", "anthropic-ratelimit-requests-reset", "Content-Type",
          "content-encoding", "Cache-Control", "x-unknown", "Location", "Server", "Date", "x-qccx"})
        QTest::newRow(name) << QByteArray(name) << true;
    for (const char *name :
         {"Connection", "Keep-Alive", "Transfer-Encoding", "Trailer", "Upgrade", "Proxy-Authenticate",
          "Content-Length", "Set-Cookie", "set-cookie2", "Access-Control-Allow-Origin",
          "access-control-expose-headers", "Alt-Svc", "X-QCC-Config", "x-qcc-attempts"})
        QTest::newRow(name) << QByteArray(name) << false;
}

void TestHeaderRules::aFieldComesDownOrNot()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, comes);
    const HeaderFields upstream{{"a", "1"}, {name, "value"}, {"B", "2"}};
    HeaderFields expected = upstream;
    if (!comes)
        removeFields(expected, name);
    QCOMPARE(clientFields(upstream), expected);
}

void TestHeaderRules::namedFieldsDontComeDown()
{
    const HeaderFields fields = clientFields(
        {{"x-hop", "1"}, {"Connection", "X-Hop, content-type"}, {"Content-Type", "text/event-stream"}});
    QCOMPARE(fields, (HeaderFields{{"Content-Type", "text/event-stream"}}));
}

void TestHeaderRules::aLoopIsSeen_data()
{
    QTest::addColumn<HeaderFields>("fields");
    QTest::addColumn<bool>("loop");
    const auto row = [](const char *title, const HeaderFields &fields, bool loop) {
        QTest::newRow(title) << fields << loop;
    };
    row("no Via", {{"x", "1.1 qcc-0123456789abcdef"}}, false);
    row("ours", {{"via", "1.1 qcc-0123456789abcdef"}}, true);
    row("ours in a list, with a comment", {{"Via", "1.0 fred, HTTP/1.1  QCC-0123456789ABCDEF (qcc), 1.1 p"}},
        true);
    row("ours in the second field", {{"Via", "1.1 a"}, {"Via", "1.1 qcc-0123456789abcdef"}}, true);
    row("another QCC's", {{"Via", "1.1 qcc-fedcba9876543210"}}, false);
    row("ours as the protocol's name", {{"Via", "qcc-0123456789abcdef other"}}, false);
    row("ours as a part", {{"Via", "1.1 qcc-0123456789abcdef0"}}, false);
    row("an empty Via", {{"Via", ""}}, false);
}

void TestHeaderRules::aLoopIsSeen()
{
    QFETCH(HeaderFields, fields);
    QFETCH(bool, loop);
    QCOMPARE(cameThroughUs(fields, kVia), loop);
    QVERIFY(!cameThroughUs(fields, ViaPseudonym()));
}

void TestHeaderRules::namesBecomeFieldValues_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char *name, const char *value) {
        QTest::newRow(value) << QString::fromUtf8(name) << QByteArray(value);
    };
    row("production", "production");
    row("a b", "a%20b");
    row("备用", "%E5%A4%87%E7%94%A8");
    row("x\r\ny: z", "x%0D%0Ay:%20z");
    row("\x7F~!", "%7F~!");
    row("", "");
}

void TestHeaderRules::namesBecomeFieldValues()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    QCOMPARE(fieldValueFromName(name), value);
}

QTEST_GUILESS_MAIN(TestHeaderRules)
#include "tst_header_rules.moc"

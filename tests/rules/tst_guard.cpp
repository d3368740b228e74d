// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/guard.h"

#include <QTest>

using namespace qcc;

/// Who may use the proxy.
class TestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsJudged_data();
    void aRequestIsJudged();
    void ownPagesAreRead_data();
    void ownPagesAreRead();
    void beyondLoopback_data();
    void beyondLoopback();
    void theTargetIsReduced_data();
    void theTargetIsReduced();
    void loopbackHosts_data();
    void loopbackHosts();
};

namespace {

const ViaPseudonym kVia{"qcc-0123456789abcdef"};
const ListenAddress kLoopback{QStringLiteral("127.0.0.1"), 7860, QStringLiteral("devbox")};

/// A good request, to be spoilt in one place.
RequestHead good()
{
    return {"POST",
            "/v1/messages",
            1,
            {{"Host", "127.0.0.1:7860"}, {"Content-Type", "application/json"}, {"x-api-key", "token"}}};
}

RequestHead get(const QByteArray &target)
{
    return {"GET", target, 1, {{"Host", "127.0.0.1:7860"}, {"x-api-key", "token"}}};
}

/// @p name set to @p value, in place of all such fields; "(none)" takes it out.
RequestHead with(RequestHead head, const QByteArray &name, const QByteArray &value)
{
    removeFields(head.fields, name);
    if (value != "(none)")
        head.fields.push_back({name, value});
    return head;
}

RequestHead adding(RequestHead head, const QByteArray &name, const QByteArray &value)
{
    head.fields.push_back({name, value});
    return head;
}

RequestHead method(const QByteArray &name, const QByteArray &target = "/v1/messages")
{
    RequestHead head = good();
    head.method = name;
    head.target = target;
    return head;
}

RequestHead host(const QByteArray &value)
{
    return with(good(), "Host", value);
}

bool isToken(QByteArrayView candidate)
{
    return candidate == "token";
}

} // namespace

void TestGuard::aRequestIsJudged_data()
{
    QTest::addColumn<RequestHead>("head");
    QTest::addColumn<GuardVerdict>("verdict");
    using enum GuardVerdict;
    const auto row = [](const char *title, const RequestHead &head, GuardVerdict verdict) {
        QTest::newRow(title) << head << verdict;
    };
    const auto hosts = [&](std::initializer_list<const char *> values, GuardVerdict verdict) {
        for (const char *value : values)
            row(qPrintable(QStringLiteral("Host: %1").arg(QString::fromLatin1(value))), host(value), verdict);
    };

    row("a good request", good(), Allowed);
    row("GET needs no content type", get("/v1/models?limit=1000"), Allowed);
    hosts({"localhost:7860", "LocalHost:7860", "127.0.0.1:7860", "127.9.8.7:7860", "[::1]:7860",
           "[0:0:0:0:0:0:0:1]:7860"},
          Allowed);
    hosts({"evil.example:7860",
           "evil.example",
           "127.0.0.1.evil.example:7860",
           "localhost.evil.example:7860",
           "localhost.:7860",
           "127.0.0.1",
           "127.0.0.1:80",
           "127.0.0.1:7861",
           "127.0.0.1:",
           "127.0.0.1:07860x",
           "127.0.0.1:78600",
           "127.0.0.1:-7860",
           "127.1:7860",
           "0x7f.0.0.1:7860",
           "2130706433:7860",
           "0177.0.0.1:7860",
           "127.0.0.01:7860",
           "127.0.0.256:7860",
           "0.0.0.0:7860",
           "192.168.1.5:7860",
           "devbox:7860",
           "[::]:7860",
           "[::2]:7860",
           "[fe80::1%25lo]:7860",
           "[::1:7860",
           "::1:7860",
           "[::1]7860",
           "user@127.0.0.1:7860",
           "127.0.0.1:7860, evil.example",
           "127.0.0.1:7860/",
           "",
           " ",
           "[]:7860",
           "[v1.x]:7860"},
          ForeignHost);
    row("no Host", with(good(), "Host", "(none)"), ForeignHost);
    row("two Hosts", adding(good(), "host", "127.0.0.1:7860"), ForeignHost);
    row("X-Forwarded-Host counts for nothing",
        adding(host("evil.example"), "X-Forwarded-Host", "127.0.0.1:7860"), ForeignHost);
    row("X-Forwarded-Host harms nothing", adding(good(), "X-Forwarded-Host", "evil.example"), Allowed);
    {
        RequestHead old = with(get("/v1/models"), "Host", "(none)");
        old.minorVersion = 0;
        row("HTTP/1.0 without Host", old, Allowed);
        old.fields.push_back({"Host", "evil.example"});
        row("HTTP/1.0 with a foreign Host", old, ForeignHost);
    }

    row("absolute-form with our authority", method("POST", "http://localhost:7860/v1/messages"), Allowed);
    row("absolute-form in capitals", method("POST", "HTTP://LOCALHOST:7860/v1/messages"), Allowed);
    row("absolute-form with a foreign authority", method("POST", "http://evil.example:7860/v1/messages"),
        ForeignHost);
    row("absolute-form without our port", method("POST", "http://127.0.0.1/v1/messages"), ForeignHost);
    row("absolute-form with a foreign Host",
        with(method("POST", "http://127.0.0.1:7860/x"), "Host", "evil.example"), ForeignHost);
    row("absolute-form with user info", method("POST", "http://a:b@127.0.0.1:7860/v1/messages"), BadTarget);
    row("absolute-form that is https", method("POST", "https://127.0.0.1:7860/v1/messages"), BadTarget);
    row("absolute-form without authority", method("POST", "http:///v1/messages"), BadTarget);
    row("asterisk-form", method("OPTIONS", "*"), BadTarget);
    row("authority-form", method("GET", "127.0.0.1:7860"), BadTarget);
    row("an empty target", method("GET", ""), BadTarget);
    row("a relative path", method("GET", "v1/messages"), BadTarget);
    row("two slashes in front", method("GET", "//evil.example/x"), BadTarget);
    row("a fragment", method("GET", "/v1/messages#x"), BadTarget);
    row("a backslash", method("GET", "/\\evil.example"), BadTarget);
    row("a space", method("GET", "/v1 /x"), BadTarget);
    row("a byte beyond ASCII", method("GET", "/v1/\xC3\xA9"), BadTarget);
    row("a control character", method("GET", QByteArray("/v1\0/x", 6)), BadTarget);

    row("CONNECT", method("CONNECT", "api.anthropic.com:443"), MethodNotAllowed);
    row("TRACE", method("TRACE", "/"), MethodNotAllowed);
    row("OPTIONS from a program", with(method("OPTIONS"), "Content-Type", "(none)"), Allowed);
    row("a preflight",
        adding(adding(method("OPTIONS"), "Origin", "https://evil.example"), "Access-Control-Request-Method",
               "POST"),
        CrossOrigin);

    row("an Origin", adding(good(), "Origin", "https://evil.example"), CrossOrigin);
    row("Origin: null", adding(good(), "origin", "null"), CrossOrigin);
    row("our own Origin", adding(good(), "Origin", "http://127.0.0.1:7860"), CrossOrigin);
    row("an empty Origin", adding(good(), "Origin", ""), CrossOrigin);
    row("an Origin on a greeting", adding(get("/"), "Origin", "https://evil.example"), CrossOrigin);
    row("Sec-Fetch-Site: cross-site", adding(good(), "Sec-Fetch-Site", "cross-site"), CrossOrigin);
    row("Sec-Fetch-Site: same-site", adding(good(), "sec-fetch-site", "same-site"), CrossOrigin);
    row("Sec-Fetch-Site: nonsense", adding(good(), "Sec-Fetch-Site", "x"), CrossOrigin);
    row("Sec-Fetch-Site: none", adding(good(), "Sec-Fetch-Site", "none"), Allowed);
    row("Sec-Fetch-Site: same-origin", adding(good(), "Sec-Fetch-Site", "Same-Origin"), Allowed);
    row("Sec-Fetch-Site twice",
        adding(adding(good(), "Sec-Fetch-Site", "none"), "Sec-Fetch-Site", "cross-site"), CrossOrigin);

    row("Upgrade", adding(good(), "Upgrade", "websocket"), UpgradeRefused);
    row("Upgrade to h2c", adding(get("/"), "upgrade", "h2c"), UpgradeRefused);
    row("a loop", adding(good(), "Via", "1.1 qcc-0123456789abcdef"), Loop);
    row("a loop of a greeting", adding(get("/"), "Via", "1.1 qcc-0123456789abcdef"), Loop);
    row("through another proxy", adding(good(), "Via", "1.1 qcc-fedcba9876543210"), Allowed);

    row("HEAD /api/hello without credentials", with(method("HEAD", "/api/hello"), "x-api-key", "(none)"),
        Greeting);
    row("GET / without credentials", with(get("/"), "x-api-key", "(none)"), Greeting);
    row("GET /api/hello without credentials", with(get("/api/hello"), "x-api-key", "(none)"),
        Unauthenticated);

    row("content type in capitals with a charset",
        with(good(), "Content-Type", "Application/JSON ; charset=utf-8"), Allowed);
    row("no content type", with(good(), "Content-Type", "(none)"), NotJson);
    row("text/plain", with(good(), "Content-Type", "text/plain"), NotJson);
    row("a form", with(good(), "Content-Type", "application/x-www-form-urlencoded"), NotJson);
    row("json as a parameter", with(good(), "Content-Type", "text/plain; application/json"), NotJson);
    row("json in a list", with(good(), "Content-Type", "application/json, text/plain"), NotJson);
    row("json-like", with(good(), "Content-Type", "application/json-seq"), NotJson);
    row("two content types", adding(good(), "Content-Type", "application/json"), NotJson);
    row("the content type is judged before the token",
        with(with(good(), "Content-Type", "text/plain"), "x-api-key", "(none)"), NotJson);

    row("no token", with(good(), "x-api-key", "(none)"), Unauthenticated);
    row("a wrong token", with(good(), "x-api-key", "tokem"), Unauthenticated);
    row("an empty token", with(good(), "x-api-key", ""), Unauthenticated);
    row("a token with spaces around", with(good(), "x-api-key", " token "), Allowed);
    row("bearer", adding(with(good(), "x-api-key", "(none)"), "Authorization", "Bearer token"), Allowed);
    row("bearer in capitals with spaces",
        adding(with(good(), "x-api-key", "(none)"), "AUTHORIZATION", "BEARER   token"), Allowed);
    row("bearer without space", adding(with(good(), "x-api-key", "(none)"), "Authorization", "Bearertoken"),
        Unauthenticated);
    row("bearer without token", adding(with(good(), "x-api-key", "(none)"), "Authorization", "Bearer "),
        Unauthenticated);
    row("basic", adding(with(good(), "x-api-key", "(none)"), "Authorization", "Basic token"),
        Unauthenticated);
    row("a wrong key beside a good bearer",
        adding(with(good(), "x-api-key", "sk-real"), "Authorization", "Bearer token"), Allowed);
    row("a wrong bearer beside a good key", adding(good(), "Authorization", "Bearer sk-real"), Allowed);
    row("another path needs the token too", with(get("/anything"), "x-api-key", "(none)"), Unauthenticated);
}

void TestGuard::aRequestIsJudged()
{
    QFETCH(RequestHead, head);
    QFETCH(GuardVerdict, verdict);
    const GuardDecision decision = guard(head, kLoopback, kVia, isToken);
    QCOMPARE(decision.verdict, verdict);
    QCOMPARE(decision.originForm.isEmpty(),
             verdict != GuardVerdict::Allowed && verdict != GuardVerdict::Greeting);
}

void TestGuard::ownPagesAreRead_data()
{
    QTest::addColumn<RequestHead>("head");
    QTest::addColumn<PeerPlace>("peer");
    QTest::addColumn<GuardVerdict>("verdict");
    using enum GuardVerdict;
    using enum PeerPlace;
    const auto row = [](const char *title, const RequestHead &head, PeerPlace peer, GuardVerdict verdict) {
        QTest::newRow(title) << head << peer << verdict;
    };
    const auto tokenless = [](const RequestHead &head) { return with(head, "x-api-key", "(none)"); };
    const RequestHead metrics = tokenless(get("/metrics"));
    row("metrics, from here", metrics, ThisMachine, OwnPage);
    row("status, from here", tokenless(get("/qcc/status")), ThisMachine, OwnPage);
    row("with a query", tokenless(get("/metrics?x=1")), ThisMachine, OwnPage);
    row("HEAD", tokenless(method("HEAD", "/metrics")), ThisMachine, OwnPage);
    row("in absolute form", tokenless(get("http://localhost:7860/metrics")), ThisMachine, OwnPage);
    row("from elsewhere", metrics, Elsewhere, Unauthenticated);
    row("from elsewhere, with the token", get("/metrics"), Elsewhere, OwnPage);
    row("from elsewhere, with a wrong token", with(get("/metrics"), "x-api-key", "no"), Elsewhere,
        Unauthenticated);
    row("POST", tokenless(method("POST", "/metrics")), ThisMachine, OwnPageMethod);
    row("DELETE", tokenless(method("DELETE", "/qcc/status")), ThisMachine, OwnPageMethod);
    row("POST from elsewhere", tokenless(method("POST", "/metrics")), Elsewhere, Unauthenticated);
    row("from a web page", adding(metrics, "Origin", "http://localhost:7860"), ThisMachine, CrossOrigin);
    row("from another site", adding(metrics, "Sec-Fetch-Site", "cross-site"), ThisMachine, CrossOrigin);
    row("by a foreign name", with(metrics, "Host", "evil.example:7860"), ThisMachine, ForeignHost);
    row("through ourselves", adding(metrics, "Via", "1.1 qcc-0123456789abcdef"), ThisMachine, Loop);
    row("a path beneath", tokenless(get("/metrics/")), ThisMachine, Unauthenticated);
    row("a path that begins so", tokenless(get("/metricsx")), ThisMachine, Unauthenticated);
    row("another path of ours", tokenless(get("/qcc/other")), ThisMachine, OwnPage);
    row("POST to another path of ours", tokenless(method("POST", "/qcc/other")), ThisMachine, OwnPage);
    row("another path of ours from elsewhere", tokenless(get("/qcc/other")), Elsewhere, Unauthenticated);
    row("a path that begins like ours", tokenless(get("/qccx")), ThisMachine, Unauthenticated);
    row("escaped", tokenless(get("/metric%73")), ThisMachine, Unauthenticated);
    row("messages from here", tokenless(good()), ThisMachine, Unauthenticated);
}

void TestGuard::ownPagesAreRead()
{
    QFETCH(RequestHead, head);
    QFETCH(PeerPlace, peer);
    QFETCH(GuardVerdict, verdict);
    const GuardDecision decision = guard(head, kLoopback, kVia, isToken, peer);
    QCOMPARE(decision.verdict, verdict);
    QCOMPARE(decision.originForm.isEmpty(), verdict != GuardVerdict::OwnPage);
}

void TestGuard::beyondLoopback_data()
{
    QTest::addColumn<QString>("listen");
    QTest::addColumn<QByteArray>("hostValue");
    QTest::addColumn<GuardVerdict>("verdict");
    using enum GuardVerdict;
    const auto row = [](const char *listen, const char *hostValue, GuardVerdict verdict) {
        QTest::addRow("%s asked as %s", listen, hostValue)
            << QString::fromLatin1(listen) << QByteArray(hostValue) << verdict;
    };
    row("0.0.0.0", "192.168.1.5:7860", Allowed);
    row("0.0.0.0", "[2001:db8::1]:7860", Allowed);
    row("0.0.0.0", "DevBox:7860", Allowed);
    row("0.0.0.0", "localhost:7860", Allowed);
    row("0.0.0.0", "evil.example:7860", ForeignHost);
    row("0.0.0.0", "devbox.evil.example:7860", ForeignHost);
    row("0.0.0.0", "192.168.1.5:80", ForeignHost);
    row("0.0.0.0", "3232235781:7860", ForeignHost);
    row("192.168.1.5", "192.168.1.5:7860", Allowed);
    row("::", "[fe80::1]:7860", Allowed);
    row("::1", "192.168.1.5:7860", ForeignHost);
    row("localhost", "devbox:7860", ForeignHost);
}

void TestGuard::beyondLoopback()
{
    QFETCH(QString, listen);
    QFETCH(QByteArray, hostValue);
    QFETCH(GuardVerdict, verdict);
    const ListenAddress address{listen, 7860, QStringLiteral("devbox")};
    QCOMPARE(guard(host(hostValue), address, kVia, isToken).verdict, verdict);
    const ListenAddress nameless{listen, 7860, QString()};
    if (hostValue.startsWith("DevBox"))
        QCOMPARE(guard(host(hostValue), nameless, kVia, isToken).verdict, GuardVerdict::ForeignHost);
}

void TestGuard::theTargetIsReduced_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("originForm");
    const auto row = [](const char *target, const char *originForm) {
        QTest::newRow(target) << QByteArray(target) << QByteArray(originForm);
    };
    row("/v1/messages?beta=true", "/v1/messages?beta=true");
    row("http://127.0.0.1:7860/v1/messages?beta=true", "/v1/messages?beta=true");
    row("http://127.0.0.1:7860", "/");
    row("http://127.0.0.1:7860?x=1", "/?x=1");
    row("/a%2F..%2f?b=//c", "/a%2F..%2f?b=//c");
}

void TestGuard::theTargetIsReduced()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, originForm);
    QCOMPARE(guard(get(target), kLoopback, kVia, isToken).originForm, originForm);
}

void TestGuard::loopbackHosts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("loopback");
    const auto row = [](const char *name, bool loopback) {
        QTest::newRow(name) << QString::fromLatin1(name) << loopback;
    };
    for (const char *name :
         {"localhost", "LOCALHOST", "127.0.0.1", "127.255.255.254", "::1", "[::1]", "0:0::1"})
        row(name, true);
    for (const char *name : {"", "128.0.0.1", "0.0.0.0", "::", "localhost.", "127.0.0", "127.0.0.1.x",
                             "127.0.0.1 ", "1::1", "[::1", "[]"})
        row(name, false);
}

void TestGuard::loopbackHosts()
{
    QFETCH(QString, name);
    QFETCH(bool, loopback);
    QCOMPARE(isLoopbackHost(name), loopback);
}

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"

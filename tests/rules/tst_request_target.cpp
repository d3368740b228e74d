// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/request_target.h"

#include <QTest>

using namespace qcc;

/// What is asked for, and where it is sent.
class TestRequestTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void methodAndPathTellTheKind_data();
    void methodAndPathTellTheKind();
    void greetings_data();
    void greetings();
    void theTargetIsJoined_data();
    void theTargetIsJoined();
    void theHostFieldIsMade_data();
    void theHostFieldIsMade();
};

void TestRequestTarget::methodAndPathTellTheKind_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<RequestKind>("kind");
    using enum RequestKind;
    const auto row = [](const char *method, const char *target, RequestKind kind) {
        QTest::addRow("%s %s", method, target) << QByteArray(method) << QByteArray(target) << kind;
    };
    row("POST", "/v1/messages", Messages);
    row("POST", "/v1/messages?beta=true", Messages);
    row("GET", "/v1/messages", Other);
    row("post", "/v1/messages", Other);
    row("POST", "/v1/messages/", Other);
    row("POST", "/v1/Messages", Other);
    row("POST", "/v1/messages/batches", Other);
    row("POST", "/v1/messagesx", Other);
    row("POST", "/x?/v1/messages", Other);
    row("POST", "/v1/messages/count_tokens?beta=true", CountTokens);
    row("GET", "/v1/messages/count_tokens", Other);
    row("GET", "/v1/models?limit=1000", Models);
    row("HEAD", "/v1/models", Models);
    row("GET", "/v1/models/claude-opus", Models);
    row("GET", "/v1/modelsx", Other);
    row("POST", "/v1/models", Other);
    row("GET", "/", Other);
    row("POST", "/api/event_logging/batch", Other);
}

void TestRequestTarget::methodAndPathTellTheKind()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(RequestKind, kind);
    QCOMPARE(requestKind(method, target), kind);
}

void TestRequestTarget::greetings_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("greets");
    const auto row = [](const char *method, const char *target, bool greets) {
        QTest::addRow("%s %s", method, target) << QByteArray(method) << QByteArray(target) << greets;
    };
    row("HEAD", "/api/hello", true);
    row("HEAD", "/api/hello?x=1", true);
    row("GET", "/api/hello", false);
    row("HEAD", "/", true);
    row("GET", "/", true);
    row("GET", "/?x", true);
    row("POST", "/", false);
    row("OPTIONS", "/", false);
    row("HEAD", "/api/hello/", false);
    row("GET", "/v1/models", false);
}

void TestRequestTarget::greetings()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(bool, greets);
    QCOMPARE(isLocalGreeting(method, target), greets);
}

void TestRequestTarget::theTargetIsJoined_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, const char *base, const char *target, const char *expected) {
        QTest::newRow(title) << QString::fromUtf8(base) << QByteArray(target) << QByteArray(expected);
    };
    row("no path", "https://h", "/v1/messages?beta=true", "/v1/messages?beta=true");
    row("a slash", "https://h/", "/v1/messages", "/v1/messages");
    row("a path", "https://h/api", "/v1/messages", "/api/v1/messages");
    row("a path with a slash", "https://h/api/", "/v1/messages", "/api/v1/messages");
    row("v1 is not doubled", "https://h/v1", "/v1/messages?beta=true", "/v1/messages?beta=true");
    row("v1 behind a path is not doubled", "https://h/api/v1/", "/v1/messages", "/api/v1/messages");
    row("v1 stays for other paths", "https://h/v1", "/other", "/v1/other");
    row("v1 alone is not doubled", "https://h/v1", "/v1?x", "/v1?x");
    row("v1 in the query is another matter", "https://h/v1", "/x?/v1/", "/v1/x?/v1/");
    row("v10 is not v1", "https://h/v1", "/v10/x", "/v1/v10/x");
    row("xv1 is not v1", "https://h/xv1", "/v1/x", "/xv1/v1/x");
    row("percent-encoding of the request is kept", "https://h/a", "/v1/%2e%2E/%7Eb?c=%20+d",
        "/a/v1/%2e%2E/%7Eb?c=%20+d");
    row("percent-encoding of the base is kept", "https://h/a%20b%2Fc", "/v1/x", "/a%20b%2Fc/v1/x");
    row("a base path beyond ASCII", "https://h/模", "/v1/x", "/%E6%A8%A1/v1/x");
}

void TestRequestTarget::theTargetIsJoined()
{
    QFETCH(QString, base);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, expected);
    QCOMPARE(upstreamTarget(QUrl(base), target), expected);
}

void TestRequestTarget::theHostFieldIsMade_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *base, const char *expected) {
        QTest::newRow(base) << QString::fromUtf8(base) << QByteArray(expected);
    };
    row("https://api.anthropic.com", "api.anthropic.com");
    row("https://API.Example.com:443/x", "api.example.com");
    row("https://h:8443", "h:8443");
    row("http://h:80", "h");
    row("http://h:443", "h:443");
    row("https://h:80", "h:80");
    row("http://127.0.0.1:9001", "127.0.0.1:9001");
    row("http://[::1]:9001", "[::1]:9001");
    row("https://[2001:db8::1]", "[2001:db8::1]");
    row("https://bücher.example", "xn--bcher-kva.example");
}

void TestRequestTarget::theHostFieldIsMade()
{
    QFETCH(QString, base);
    QFETCH(QByteArray, expected);
    QCOMPARE(hostField(QUrl(base)), expected);
}

QTEST_GUILESS_MAIN(TestRequestTarget)
#include "tst_request_target.moc"

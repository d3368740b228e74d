// SPDX-License-Identifier: GPL-3.0-or-later
// Who may use the proxy (gateway.md section 5), over the socket: the rows of the guard are in tests/rules.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;

class GreetingAndGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void greetingsKeepTheConnection();
    void aGreetingWithABodyIsNotForwarded_data();
    void aGreetingWithABodyIsNotForwarded();
    void refuses_data();
    void refuses();
    void admits_data();
    void admits();
};

void GreetingAndGuard::greetingsKeepTheConnection()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    RawClient client(stage.port());
    const QByteArray host = "Host: 127.0.0.1:" + QByteArray::number(stage.port()) + "\r\n\r\n";
    for (const QByteArray line : {"HEAD /api/hello", "HEAD /", "HEAD /api/hello"}) {
        client.send(line + " HTTP/1.1\r\n" + host);
        const RawAnswer answer = client.next(true);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.field("connection").isEmpty());
    }
    client.send("GET / HTTP/1.1\r\n" + host + "HEAD /api/hello HTTP/1.1\r\n" + host + stage.request());
    QCOMPARE(client.next().status, 200);
    QCOMPARE(client.next(true).status, 200);
    QCOMPARE(client.next().status, 200); // the warmed connection serves
    QCOMPARE(client.end(), RawClient::End::Open);
    QCOMPARE(stage.sims[0]->log().size(), size_t(1));
}

void GreetingAndGuard::aGreetingWithABodyIsNotForwarded_data()
{
    QTest::addColumn<QByteArray>("framing");
    QTest::newRow("with a length") << QByteArray("Content-Length: 5\r\n\r\n[1,2]");
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n\r\n5\r\n[1,2]\r\n0\r\n\r\n");
}

/// No credentials are asked of a greeting, so it must never reach a provider.
void GreetingAndGuard::aGreetingWithABodyIsNotForwarded()
{
    QFETCH(QByteArray, framing);
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    RawClient client(stage.port());
    client.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(stage.port()) + "\r\n" + framing +
                stage.request());
    QVERIFY(client.waitForEnd());
    QVERIFY(stage.host.started.empty());
    QVERIFY(stage.sims[0]->log().empty());
}

void GreetingAndGuard::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    const QByteArray ours = "127.0.0.1:@";
    const QByteArray json = "Content-Type: application/json\r\n";
    const QByteArray token = "x-api-key: " + TestHost::token() + "\r\n";
    const QByteArray path = "/v1/messages";
    QTest::newRow("no token") << QByteArray("POST") << path << ours << json << 401;
    QTest::newRow("a wrong token") << QByteArray("POST") << path << ours << json + "x-api-key: sk-ant-1\r\n"
                                   << 401;
    QTest::newRow("no token for models")
        << QByteArray("GET") << QByteArray("/v1/models") << ours << QByteArray() << 401;
    QTest::newRow("a foreign host") << QByteArray("POST") << path << QByteArray("evil.example:@")
                                    << json + token << 421;
    QTest::newRow("another port") << QByteArray("POST") << path << QByteArray("127.0.0.1:1") << json + token
                                  << 421;
    QTest::newRow("a greeting to a foreign host")
        << QByteArray("GET") << QByteArray("/") << QByteArray("evil.example") << QByteArray() << 421;
    QTest::newRow("a foreign authority in the target")
        << QByteArray("POST") << QByteArray("http://api.anthropic.com/v1/messages") << ours << json + token
        << 421;
    QTest::newRow("an origin") << QByteArray("POST") << path << ours
                               << json + token + "Origin: http://127.0.0.1:@\r\n"
                               << 403;
    QTest::newRow("cross-site") << QByteArray("POST") << path << ours
                                << json + token + "Sec-Fetch-Site: cross-site\r\n"
                                << 403;
    QTest::newRow("a form") << QByteArray("POST") << path << ours << token + "Content-Type: text/plain\r\n"
                            << 415;
    QTest::newRow("an upgrade") << QByteArray("GET") << QByteArray("/v1/models") << ours
                                << token + "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                                << 400;
    QTest::newRow("CONNECT") << QByteArray("CONNECT") << QByteArray("api.anthropic.com:443") << ours << token
                             << 405;
    QTest::newRow("an unknown expectation")
        << QByteArray("POST") << path << ours << json + token + "Expect: magic\r\n"
        << 417;
    QTest::newRow("a body over the limit")
        << QByteArray("POST") << path << ours << json + token + "Content-Length: 67108865\r\n"
        << 413;
}

void GreetingAndGuard::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + fields;
    bytes.replace("@", QByteArray::number(stage.port()));
    if (method == "POST" && !fields.contains("Content-Length"))
        bytes += "Content-Length: 2\r\n";
    RawClient client(stage.port());
    client.send(bytes + "\r\n" + (method == "POST" ? "{}" : "") + stage.request());
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, status);
    QVERIFY(answer.body.startsWith("{"));
    QVERIFY(answer.body.contains("\"type\":\"error\""));
    QCOMPARE(answer.field("connection"), QByteArray("close"));
    QVERIFY(!answer.body.contains(TestHost::token()));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.end(), RawClient::End::Closed);
    QVERIFY(client.received().isEmpty());
    QVERIFY(stage.sims[0]->log().empty());
}

void GreetingAndGuard::admits_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::newRow("localhost") << QByteArray("/v1/models") << QByteArray("localhost:@");
    QTest::newRow("another loopback address") << QByteArray("/v1/models") << QByteArray("127.8.8.8:@");
    QTest::newRow("an absolute target that is ours")
        << QByteArray("http://localhost:@/v1/models") << QByteArray("127.0.0.1:@");
}

void GreetingAndGuard::admits()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, host);
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    const QByteArray port = QByteArray::number(stage.port());
    RawClient client(stage.port());
    client.send("GET " + target.replace("@", port) + " HTTP/1.1\r\nHost: " + host.replace("@", port) +
                "\r\nx-api-key: " + TestHost::token() + "\r\n\r\n");
    QCOMPARE(client.next().status, 200);
    QCOMPARE(stage.sims[0]->log().size(), size_t(1));
    QCOMPARE(stage.sims[0]->log()[0].target, QByteArray("/v1/models"));
    QCOMPARE(stage.sims[0]->log()[0].field("x-api-key"), QByteArray("key-of-production-1"));
}

QCC_PROXY_TEST_MAIN(GreetingAndGuard)
#include "tst_greeting_and_guard.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// /metrics and /qcc/status over the socket; who may read them is in tests/rules (guard).
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;

namespace {

const QByteArray kMetrics("# TYPE qcc_build_info gauge\nqcc_build_info{version=\"1\"} 1\n");
const QByteArray kStatus(R"({"active_config":"production"})");

} // namespace

class OwnPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void areRead_data();
    void areRead();
    void keepTheConnection();
    void areOnlyRead();
    void areNotForWebPages_data();
    void areNotForWebPages();
    void aBodyIsNotARequest();
    void areMissingWhereThereAreNone();
    void unknownOnesAreAnsweredHere_data();
    void unknownOnesAreAnsweredHere();

private:
    QByteArray head(const QByteArray &line, const QByteArray &fields = {}) const
    {
        return line + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_stage->port()) + "\r\n" +
               fields + "\r\n";
    }

    std::unique_ptr<ProxyStage> m_stage;
};

void OwnPages::init()
{
    m_stage = std::make_unique<ProxyStage>();
    m_stage->add(QStringLiteral("production"));
    m_stage->host.metrics = kMetrics;
    m_stage->host.status = kStatus;
}

void OwnPages::areRead_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray text = "text/plain; version=0.0.4; charset=utf-8";
    const QByteArray json = "application/json";
    QTest::newRow("metrics") << QByteArray("GET /metrics") << text << kMetrics;
    QTest::newRow("metrics with a query") << QByteArray("GET /metrics?a=b") << text << kMetrics;
    QTest::newRow("status") << QByteArray("GET /qcc/status") << json << kStatus;
    QTest::newRow("the head of metrics") << QByteArray("HEAD /metrics") << text << QByteArray();
    QTest::newRow("the head of status") << QByteArray("HEAD /qcc/status") << json << QByteArray();
}

void OwnPages::areRead()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const bool toHead = line.startsWith("HEAD");
    RawClient client(m_stage->port());
    client.send(head(line));
    const RawAnswer answer = client.next(toHead);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("content-type"), type);
    QCOMPARE(answer.field("cache-control"), QByteArray("no-store"));
    QCOMPARE(answer.body, body);
    const QByteArray &whole = type.startsWith("text") ? kMetrics : kStatus;
    QCOMPARE(answer.field("content-length"), QByteArray::number(whole.size()));
    QVERIFY(m_stage->sims[0]->log().empty());
    QVERIFY(m_stage->host.requests.empty()); // it is no request of anybody's
}

void OwnPages::keepTheConnection()
{
    RawClient client(m_stage->port());
    client.send(head("GET /metrics") + head("HEAD /metrics") + head("PUT /metrics") +
                head("GET /qcc/status") + m_stage->request());
    QCOMPARE(client.next().body, kMetrics);
    QCOMPARE(client.next(true).status, 200);
    QCOMPARE(client.next().status, 405);
    QCOMPARE(client.next().body, kStatus);
    QCOMPARE(client.next().status, 200);
    QCOMPARE(client.end(), RawClient::End::Open);
    QCOMPARE(m_stage->sims[0]->log().size(), size_t(1));
}

void OwnPages::areOnlyRead()
{
    for (const QByteArray method : {"PUT", "DELETE", "OPTIONS", "PATCH"}) {
        RawClient client(m_stage->port());
        client.send(head(method + " /qcc/status"));
        const RawAnswer answer = client.next();
        QCOMPARE(answer.status, 405);
        QCOMPARE(answer.field("allow"), QByteArray("GET, HEAD"));
    }
    RawClient client(m_stage->port());
    client.send(head("POST /metrics", "Content-Length: 2\r\n") + "{}" + m_stage->request());
    QCOMPARE(client.next().status, 405);
    QVERIFY(client.waitForEnd());
    QVERIFY(m_stage->sims[0]->log().empty());
}

void OwnPages::areNotForWebPages_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::newRow("an origin") << QByteArray("Origin: null\r\n") << 403;
    QTest::newRow("another site") << QByteArray("Sec-Fetch-Site: same-site\r\n") << 403;
    QTest::newRow("a person's own address bar") << QByteArray("Sec-Fetch-Site: none\r\n") << 200;
}

void OwnPages::areNotForWebPages()
{
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    RawClient client(m_stage->port());
    client.send(head("GET /qcc/status", fields));
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body == kStatus, status == 200);
    QVERIFY(answer.field("access-control-allow-origin").isEmpty());
    RawClient rebound(m_stage->port());
    rebound.send("GET /metrics HTTP/1.1\r\nHost: evil.example:" + QByteArray::number(m_stage->port()) +
                 "\r\n\r\n");
    QCOMPARE(rebound.next().status, 421);
}

void OwnPages::aBodyIsNotARequest()
{
    RawClient client(m_stage->port());
    const QByteArray smuggled = m_stage->request();
    client.send(head("GET /metrics", "Content-Length: " + QByteArray::number(smuggled.size()) + "\r\n") +
                smuggled);
    QCOMPARE(client.next().body, kMetrics);
    QVERIFY(client.waitForEnd());
    QVERIFY(m_stage->sims[0]->log().empty());
}

void OwnPages::areMissingWhereThereAreNone()
{
    m_stage->host.metrics.clear();
    RawClient client(m_stage->port());
    client.send(head("GET /metrics"));
    QCOMPARE(client.next().status, 404);
    QVERIFY(m_stage->sims[0]->log().empty());
}

void OwnPages::unknownOnesAreAnsweredHere_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("our folder") << QByteArray("GET /qcc");
    QTest::newRow("a page that there is not") << QByteArray("GET /qcc/settings");
    QTest::newRow("a longer name") << QByteArray("GET /qcc/status/now?x=1");
    QTest::newRow("something to be written") << QByteArray("POST /qcc/stop");
}

void OwnPages::unknownOnesAreAnsweredHere()
{
    QFETCH(QByteArray, line);
    RawClient client(m_stage->port());
    client.send(head(line));
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 404);
    QVERIFY(ApiError(answer.body).message.startsWith(QStringLiteral("QCC: ")));
    QVERIFY(m_stage->sims[0]->log().empty());
    QVERIFY(m_stage->host.requests.empty());
}

QCC_PROXY_TEST_MAIN(OwnPages)
#include "tst_own_pages.moc"

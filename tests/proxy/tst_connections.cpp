// SPDX-License-Identifier: GPL-3.0-or-later
// What connections carry: keep-alive, pipelining, HTTP/1.0, HEAD, many at once.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

class Connections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void severalRequestsOnOneConnection();
    void tenPipelinedRequestsAreAnsweredInOrder_data();
    void tenPipelinedRequestsAreAnsweredInOrder();
    void pipelinedBytesAreBounded();
    void connectionClose();
    void http10_data();
    void http10();
    void headHasNoBody();
    void otherPathsGoToTheActiveConfigOnly();
    void parallelStreams();
};

void Connections::severalRequestsOnOneConnection()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    RawClient client(stage.port());
    for (int i = 0; i < 5; ++i) {
        Ask ask;
        ask.stream = i % 2 == 0;
        client.send(stage.request(ask));
        const RawAnswer answer = client.next();
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.field("connection").isEmpty());
    }
    QCOMPARE(client.end(), RawClient::End::Open);
    QCOMPARE(stage.server->connectionCount(), 1);
    QCOMPARE(stage.sims[0]->acceptedConnections(), quint64(1)); // the provider's connection is kept as well
}

void Connections::tenPipelinedRequestsAreAnsweredInOrder_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("with length") << false;
    QTest::newRow("chunked") << true;
}

void Connections::tenPipelinedRequestsAreAnsweredInOrder()
{
    QFETCH(bool, chunked);
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    QByteArray all;
    for (int i = 0; i < 10; ++i) {
        Ask ask;
        ask.chunked = chunked;
        ask.body = R"({"model":"claude-sonnet-4-5","stream":)" + QByteArray(i % 3 == 0 ? "true" : "false") +
                   R"(,"messages":[],"n":)" + QByteArray::number(i) + "}";
        all += stage.request(ask);
    }
    RawClient client(stage.port());
    client.send(all);
    for (int i = 0; i < 10; ++i) {
        const RawAnswer answer = client.next();
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.field("content-type").startsWith("text/event-stream"), i % 3 == 0);
    }
    QVERIFY(client.received().isEmpty());
    const auto log = stage.sims[0]->log();
    QCOMPARE(log.size(), size_t(10));
    for (size_t i = 0; i < 10; ++i)
        QVERIFY(log[i].body.endsWith("\"n\":" + QByteArray::number(i) + "}"));
}

void Connections::pipelinedBytesAreBounded()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{};
    sim::Fault slow = sim::faultOf(FaultKind::Slow);
    slow.delay = 700ms;
    slow.eventDelay = 1ms;
    stage.sims[0]->setFault(slow);
    Ask large;
    large.body = R"({"model":"claude-sonnet-4-5","stream":false,"messages":[],"fill":")" +
                 QByteArray(8 * 1024 * 1024, 'f') + "\"}";
    RawClient client(stage.port());
    client.send(stage.request() + stage.request(large));
    QVERIFY(eventually([&] { return stage.sims[0]->log().size() == 1; }));
    QVERIFY2(throughout([&] { return client.unsent() > 0; }, 300ms),
             "the proxy read a further request without bound");
    QCOMPARE(client.next().status, 200);
    QCOMPARE(client.next(false, 15s).status, 200);
    QCOMPARE(stage.sims[0]->log()[1].bodySha256, sha256(large.body));
}

void Connections::connectionClose()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    Ask ask;
    ask.fields = "Connection: close\r\n";
    RawClient client(stage.port());
    client.send(stage.request(ask) + stage.request());
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("connection"), QByteArray("close"));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.end(), RawClient::End::Closed);
    QVERIFY(client.received().isEmpty());
    QCOMPARE(stage.sims[0]->log().size(), size_t(1));
}

void Connections::http10_data()
{
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("keepAlive");
    QTest::addColumn<bool>("noLength");
    for (const bool stream : {true, false}) {
        for (const bool keepAlive : {true, false}) {
            for (const bool noLength : {true, false})
                QTest::addRow("%s, %s, %s", stream ? "streamed" : "not streamed",
                              keepAlive ? "keep-alive" : "close",
                              noLength ? "provider sends no length" : "provider frames")
                    << stream << keepAlive << noLength;
        }
    }
}

void Connections::http10()
{
    QFETCH(bool, stream);
    QFETCH(bool, keepAlive);
    QFETCH(bool, noLength);
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    Ask ask;
    ask.stream = stream;
    const RawAnswer direct = stage.askDirectly(*stage.sims[0], ask);
    if (noLength)
        stage.sims[0]->setFault(FaultKind::NoLength);
    ask.version = "HTTP/1.0";
    if (keepAlive)
        ask.fields = "Connection: keep-alive\r\n";
    RawClient client(stage.port());
    client.send(stage.request(ask));
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 200);
    QCOMPARE(withoutIds(answer.body), withoutIds(direct.body));
    QVERIFY(answer.field("transfer-encoding").isEmpty());
    const bool kept = keepAlive && answer.count("content-length") == 1;
    QCOMPARE(answer.field("connection"), kept ? QByteArray("keep-alive") : QByteArray("close"));
    if (!stream && !noLength)
        QCOMPARE(kept, keepAlive);
    if (!kept) {
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.end(), RawClient::End::Closed);
        return;
    }
    client.send(stage.request(ask));
    QCOMPARE(client.next().status, 200);
}

void Connections::headHasNoBody()
{
    ProxyStage stage;
    stage.addThree();
    Ask ask;
    ask.method = "HEAD";
    ask.target = "/v1/models";
    RawClient client(stage.port());
    client.send(stage.request(ask) + stage.request());
    const RawAnswer answer = client.next(true);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.field("content-length").toInt() > 0);
    QCOMPARE(client.next().status, 200);
    QVERIFY(client.received().isEmpty());
    stage.sims[0]->setFault(sim::statusFault(500));
    client.send(stage.request(ask));
    const RawAnswer other = client.next(true);
    QCOMPARE(other.status, 200);
    QCOMPARE(other.field("x-qcc-config"), QByteArray("backup"));
}

void Connections::otherPathsGoToTheActiveConfigOnly()
{
    ProxyStage stage;
    stage.addThree();
    Ask ask;
    ask.target = "/v1/files?x=1";
    stage.sims[0]->setFault(sim::statusFault(503));
    const RawAnswer answer = stage.ask(ask);
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("production"));
    QVERIFY(stage.sims[1]->log().empty());
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.attempts[0].outcome.effect, HealthEffect::Neutral);
    stage.sims[0]->setFault(FaultKind::Refuse);
    QCOMPARE(stage.ask(ask).status, 503);
    QVERIFY(stage.sims[1]->log().empty());
}

void Connections::parallelStreams()
{
    ProxyStage stage;
    sim::SimOptions options;
    options.events = 30;
    options.interval = 5ms;
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, options);
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{5s, 5s, 5s};
    const RawAnswer direct = stage.askDirectly(*stage.sims[0]);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 50; ++i) {
        clients.push_back(std::make_unique<RawClient>(stage.port()));
        clients.back()->send(stage.request());
    }
    QVERIFY(eventually([&] { return stage.server->requestCount() == 50; }));
    for (const auto &client : clients) {
        const RawAnswer answer = client->next(false, 20s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(withoutIds(answer.body), withoutIds(direct.body));
    }
    QVERIFY(stage.requestsEnded(50));
    for (const TestHost::Attempted &each : stage.host.attempts)
        QCOMPARE(each.outcome.kind, OutcomeKind::Success);
}

QCC_PROXY_TEST_MAIN(Connections)
#include "tst_connections.moc"

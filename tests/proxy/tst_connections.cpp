// SPDX-License-Identifier: GPL-3.0-or-later
// What one connection carries: keep-alive, pipelining, HTTP/1.0, HEAD, limits of heads and connections.
#include "tests/proxy/proxy_stage.h"

#include <sys/resource.h>

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
    void aSlowHeadIsCutWhileOthersGoOn();
    void aSilentConnectionIsCut();
    void idleConnectionsGiveWay();
    void theLongestIdleGivesWayFirst();
    void moreConnectionsThanTheLimitAreTurnedAway();
    void churnLeavesNothingBehind();
    void outOfDescriptorsForAWhile();
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
        ask.body = R"({"model":"claude-sonnet-4-5","stream":)" + QByteArray(i % 3 == 0 ? "true" : "false") + R"(,"messages":[],"n":)"
            + QByteArray::number(i) + "}";
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
    large.body = R"({"model":"claude-sonnet-4-5","stream":false,"messages":[],"fill":")" + QByteArray(8 * 1024 * 1024, 'f') + "\"}";
    RawClient client(stage.port());
    client.send(stage.request() + stage.request(large));
    QVERIFY(eventually([&] { return stage.sims[0]->log().size() == 1; }));
    QVERIFY2(throughout([&] { return client.unsent() > 0; }, 300ms), "the proxy read a further request without bound");
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
                QTest::addRow("%s, %s, %s", stream ? "streamed" : "not streamed", keepAlive ? "keep-alive" : "close",
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

void Connections::aSlowHeadIsCutWhileOthersGoOn()
{
    ProxyLimits limits = shortLimits();
    limits.requestHead = 600ms;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 50; ++i) {
        slow.push_back(std::make_unique<RawClient>(stage.port()));
        slow.back()->send("POST /v1/messages HTTP/1.1\r\nHost: 127");
    }
    QTimer drip; // keeps them busy: the limit is in total, not since the last byte
    QObject::connect(&drip, &QTimer::timeout, &drip, [&slow] {
        for (const auto &client : slow)
            client->send("7");
    });
    drip.start(100ms);
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 50; }));
    QVERIFY(stage.servesWell());
    for (const auto &client : slow)
        QVERIFY(client->waitForEnd());
    QCOMPARE(slow[0]->peek().status, 408);
    QVERIFY(stage.servesWell());
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 0; }));
}

void Connections::aSilentConnectionIsCut()
{
    ProxyLimits limits = shortLimits();
    limits.requestHead = 200ms;
    limits.keepAliveIdle = 400ms;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    RawClient silent(stage.port());
    QVERIFY(silent.waitForEnd());
    QVERIFY(silent.received().isEmpty());
    RawClient client(stage.port());
    client.send(stage.request());
    QCOMPARE(client.next().status, 200);
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.end(), RawClient::End::Closed);
    QVERIFY(client.received().isEmpty());
}

void Connections::idleConnectionsGiveWay()
{
    ProxyLimits limits = shortLimits();
    limits.connections = 10;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 10; ++i) {
        idle.push_back(std::make_unique<RawClient>(stage.port()));
        idle.back()->send(stage.request());
        QCOMPARE(idle.back()->next().status, 200);
    }
    for (int i = 0; i < 3; ++i)
        QVERIFY(stage.servesWell());
    QVERIFY(stage.server->connectionCount() <= 10);
}

void Connections::theLongestIdleGivesWayFirst()
{
    ProxyLimits limits = shortLimits();
    limits.connections = 8;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 8; ++i) {
        idle.push_back(std::make_unique<RawClient>(stage.port()));
        idle.back()->send(stage.request());
        QCOMPARE(idle.back()->next().status, 200);
    }
    idle[0]->send(stage.request()); // used again: now the second one has rested longest
    QCOMPARE(idle[0]->next().status, 200);
    RawClient more(stage.port());
    QVERIFY(idle[1]->waitForEnd());
    QVERIFY(throughout([&] { return idle[0]->end() == RawClient::End::Open; }, 50ms));
    more.send(stage.request());
    QCOMPARE(more.next().status, 200);
}

void Connections::moreConnectionsThanTheLimitAreTurnedAway()
{
    ProxyLimits limits = shortLimits();
    limits.connections = 5;
    limits.requestHead = 5s;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    std::vector<std::unique_ptr<RawClient>> busy;
    for (int i = 0; i < 5; ++i) {
        busy.push_back(std::make_unique<RawClient>(stage.port()));
        busy.back()->send("POST /v1/messages HTTP/1.1\r\n");
    }
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 5; }));
    RawClient client(stage.port());
    client.send(stage.request());
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.field("retry-after"), QByteArray("1"));
    QVERIFY(client.waitForEnd());
    std::vector<std::unique_ptr<RawClient>> crowd; // none of them may stay for long, or grow without bound
    for (int i = 0; i < 300; ++i)
        crowd.push_back(std::make_unique<RawClient>(stage.port()));
    QVERIFY(eventually([&] { return std::all_of(crowd.begin(), crowd.end(), [](const auto &c) { return c->end() != RawClient::End::Open; }); }));
    busy.clear();
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 0; }));
    QVERIFY(stage.servesWell());
}

void Connections::churnLeavesNothingBehind()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    for (int i = 0; i < 1500; ++i) {
        RawClient client(stage.port());
        if (i % 3 == 0)
            client.send("POST /v1/mess");
        if (i % 50 == 0)
            QVERIFY(stage.servesWell());
        if (i % 2 == 0)
            client.resetNow();
    }
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 0; }));
    QVERIFY(stage.servesWell());
}

void Connections::outOfDescriptorsForAWhile()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    QVERIFY(stage.servesWell());
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    RawClient waiting(stage.port()); // connected for the system, not yet taken by the proxy
    const int lowest = ::dup(0);
    ::close(lowest);
    const rlimit none{static_cast<rlim_t>(lowest), before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
    const bool quiet = throughout([&] { return stage.server->connectionCount() == 0; }, 100ms);
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(quiet);
    waiting.send(stage.request());
    QCOMPARE(waiting.next().status, 200);
    QVERIFY(stage.servesWell());
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

// SPDX-License-Identifier: GPL-3.0-or-later
// Stopping: what runs is finished, what is new is not taken, and patience has an end.
#include "tests/proxy/proxy_stage.h"

#include <QSignalSpy>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

class GracefulStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIdleProxyStopsAtOnce();
    void runningStreamsAreFinished();
    void graceHasAnEnd();
    void aHalfReadRequestIsAnsweredAndClosed();
    void destroyingItInMidStream();
};

void GracefulStop::anIdleProxyStopsAtOnce()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    RawClient client(stage.port());
    client.send(stage.request());
    QCOMPARE(client.next().status, 200);
    QSignalSpy stopped(stage.server.get(), &ProxyServer::stopped);
    stage.server->stopGracefully();
    QVERIFY(eventually([&] { return stopped.size() == 1; }));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.end(), RawClient::End::Closed);
    QVERIFY(!RawClient(stage.port()).isConnected());
}

void GracefulStop::runningStreamsAreFinished()
{
    ProxyStage stage;
    sim::SimOptions options;
    options.events = 10;
    options.interval = 50ms;
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, options);
    const RawAnswer direct = stage.askDirectly(*stage.sims[0]);
    RawClient client(stage.port());
    client.send(stage.request() + stage.request());
    QVERIFY(eventually([&] { return client.received().contains("content_block_delta"); }));
    QSignalSpy stopped(stage.server.get(), &ProxyServer::stopped);
    stage.server->stopGracefully();
    QVERIFY(!RawClient(stage.port()).isConnected());
    QCOMPARE(stopped.size(), 0);
    const RawAnswer answer = client.next();
    QVERIFY(answer.whole);
    QCOMPARE(withoutIds(answer.body), withoutIds(direct.body));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.end(), RawClient::End::Closed);
    QVERIFY(client.received().isEmpty()); // the pipelined one was not taken up
    QVERIFY(eventually([&] { return stopped.size() == 1; }));
}

void GracefulStop::graceHasAnEnd()
{
    ProxyLimits limits = shortLimits();
    limits.stopGrace = 300ms;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{5s, 5s, 5s};
    stage.sims[0]->setFault(sim::faultAfter(FaultKind::Stalled, 2));
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return client.received().contains("content_block_delta"); }));
    QSignalSpy stopped(stage.server.get(), &ProxyServer::stopped);
    stage.server->stopGracefully();
    QVERIFY(eventually([&] { return stopped.size() == 1; }, 3s));
    QVERIFY(client.waitForEnd());
    QVERIFY(!client.peek().whole);
    QCOMPARE(client.end(), RawClient::End::Reset);
    QCOMPARE(stage.host.attempts[0].outcome.effect, HealthEffect::Neutral);
    QVERIFY(eventually([&] { return stage.sims[0]->log()[0].abortedByPeerAt.has_value(); }));
}

void GracefulStop::aHalfReadRequestIsAnsweredAndClosed()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    const QByteArray bytes = stage.request();
    RawClient client(stage.port());
    client.send(bytes.first(60));
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 1 && client.allSent(); }));
    QVERIFY(throughout([&] { return client.end() == RawClient::End::Open; }, 50ms));
    QSignalSpy stopped(stage.server.get(), &ProxyServer::stopped);
    stage.server->stopGracefully();
    client.send(bytes.sliced(60));
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("connection"), QByteArray("close"));
    QVERIFY(eventually([&] { return stopped.size() == 1; }));
}

/// For the lifetimes' sake: with requests in every phase, and connections that have just ended.
void GracefulStop::destroyingItInMidStream()
{
    ProxyStage stage;
    stage.addThree();
    stage.sims[0]->setFault(sim::faultAfter(FaultKind::Stalled, 2));
    std::vector<std::unique_ptr<RawClient>> clients;
    const auto add = [&](const QByteArray &bytes) {
        clients.push_back(std::make_unique<RawClient>(stage.port()));
        clients.back()->send(bytes);
    };
    add(stage.request());
    add(stage.request().chopped(10));
    add("POST /v1");
    Ask large;
    large.body =
        QByteArray(kDefaultBody).replace("%1}", "true,\"f\":\"") + QByteArray(3'000'000, 'f') + "\"}";
    add(stage.request(large));
    add("bad\r\n\r\n");
    QVERIFY(eventually(
        [&] { return clients[0]->received().contains("content_block_delta") && clients[4]->peek().whole; }));
    stage.sims[0]->setFault(FaultKind::None);
    add(stage.request());
    QVERIFY(eventually([&] { return stage.host.requests.size() == 1; }));
    stage.server.reset();
    for (const auto &client : clients)
        QVERIFY(client->waitForEnd());
    for (const auto &[facts, candidate, outcome] : stage.host.attempts)
        QVERIFY(outcome.effect == HealthEffect::Neutral || outcome.effect == HealthEffect::Success);
}

QCC_PROXY_TEST_MAIN(GracefulStop)
#include "tst_graceful_stop.moc"

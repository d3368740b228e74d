// SPDX-License-Identifier: GPL-3.0-or-later
// Limits of heads and connections: whoever dawdles or crowds in harms nobody else.
#include "tests/proxy/proxy_stage.h"

#include <sys/resource.h>
#include <unistd.h>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

class ConnectionLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlowHeadIsCutWhileOthersGoOn();
    void aSilentConnectionIsCut();
    void idleConnectionsGiveWay();
    void theLongestIdleGivesWayFirst();
    void moreConnectionsThanTheLimitAreTurnedAway();
    void churnLeavesNothingBehind();
    void outOfDescriptorsForAWhile();
};

void ConnectionLimits::aSlowHeadIsCutWhileOthersGoOn()
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

void ConnectionLimits::aSilentConnectionIsCut()
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

void ConnectionLimits::idleConnectionsGiveWay()
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

void ConnectionLimits::theLongestIdleGivesWayFirst()
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

void ConnectionLimits::moreConnectionsThanTheLimitAreTurnedAway()
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
    QVERIFY(eventually(
        [&] { return std::all_of(busy.begin(), busy.end(), [](const auto &c) { return c->allSent(); }); }));
    QVERIFY(
        throughout([&] { return stage.server->connectionCount() == 5; }, 50ms)); // their bytes have been read
    RawClient client(stage.port());
    client.send(stage.request());
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.field("retry-after"), QByteArray("1"));
    QVERIFY(client.waitForEnd());
    std::vector<std::unique_ptr<RawClient>> crowd; // none of them may stay for long, or grow without bound
    for (int i = 0; i < 300; ++i)
        crowd.push_back(std::make_unique<RawClient>(stage.port()));
    QVERIFY(eventually([&] {
        return std::all_of(crowd.begin(), crowd.end(),
                           [](const auto &c) { return c->end() != RawClient::End::Open; });
    }));
    busy.clear();
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 0; }));
    QVERIFY(stage.servesWell());
}

void ConnectionLimits::churnLeavesNothingBehind()
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

void ConnectionLimits::outOfDescriptorsForAWhile()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    QVERIFY(stage.servesWell());
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 0; }));
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

QCC_PROXY_TEST_MAIN(ConnectionLimits)
#include "tst_connection_limits.moc"

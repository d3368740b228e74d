// SPDX-License-Identifier: GPL-3.0-or-later
// Listening begins, ends and moves while the proxy lives.
#include "tests/proxy/proxy_stage.h"

#include <QSignalSpy>
#include <QTcpServer>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

const QString kHere = QStringLiteral("127.0.0.1");

sim::SimOptions slowly()
{
    sim::SimOptions options;
    options.events = 10;
    options.interval = 50ms;
    return options;
}

bool hasContent(const RawClient &client)
{
    return client.received().contains("content_block_delta");
}

} // namespace

class Doors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClosedDoorTakesNobodyAndLetsStreamsEnd();
    void aClosedDoorEndsRestingConnections();
    void aClosedDoorHasItsGraceToo();
    void graceDoesNotMeanThoseWhoCameLater();
    void aDoorOpensAgain();
    void aDoorMoves();
    void aDoorMovesToAnotherHostAtItsPort();
    void aDoorThatCannotMoveStays_data();
    void aDoorThatCannotMoveStays();
    void noDoorOpensWhileItStops();
    void stopsBehindAClosedDoor();
};

void Doors::aClosedDoorTakesNobodyAndLetsStreamsEnd()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, slowly());
    RawClient client(stage.port());
    client.send(stage.request() + stage.request());
    QVERIFY(eventually([&] { return hasContent(client); }));
    stage.server->closeDoor();
    QVERIFY(!stage.server->isListening());
    QVERIFY(!RawClient(stage.port()).isConnected());
    QVERIFY(client.next().whole);
    QVERIFY(client.waitForEnd());
    QVERIFY(client.received().isEmpty()); // the pipelined one was not taken up
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 0; }));
}

void Doors::aClosedDoorEndsRestingConnections()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    RawClient client(stage.port());
    client.send(stage.request());
    QCOMPARE(client.next().status, 200);
    stage.server->closeDoor();
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.end(), RawClient::End::Closed);
}

void Doors::aClosedDoorHasItsGraceToo()
{
    ProxyLimits limits = shortLimits();
    limits.stopGrace = 200ms;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production")).setFault(sim::faultAfter(sim::FaultKind::Stalled, 2));
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return hasContent(client); }));
    stage.server->closeDoor();
    QVERIFY(client.waitForEnd());
    QVERIFY(!client.peek().whole);
}

void Doors::graceDoesNotMeanThoseWhoCameLater()
{
    ProxyLimits limits = shortLimits();
    limits.stopGrace = 200ms;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, slowly());
    RawClient early(stage.port());
    early.send(stage.request());
    QVERIFY(eventually([&] { return hasContent(early); }));
    stage.server->closeDoor();
    QVERIFY(stage.server->open(kHere, stage.port()));
    RawClient late(stage.port());
    late.send(stage.request());
    QVERIFY(early.waitForEnd());
    QVERIFY(!early.peek().whole);
    QVERIFY(late.next().whole);
    QCOMPARE(late.end(), RawClient::End::Open);
}

void Doors::aDoorOpensAgain()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    for (int round = 0; round < 20; ++round) {
        stage.server->closeDoor();
        stage.server->closeDoor();
        QVERIFY(!RawClient(stage.port()).isConnected());
        const Result<ListenAddress> opened = stage.server->open(kHere, stage.port());
        QVERIFY(opened);
        QCOMPARE(opened->port, stage.port());
        RawClient client(stage.port());
        client.send(stage.request());
        QCOMPARE(client.next().status, 200);
    }
}

void Doors::aDoorMoves()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, slowly());
    RawClient early(stage.port());
    early.send(stage.request());
    QVERIFY(eventually([&] { return hasContent(early); }));
    const Result<ListenAddress> moved = stage.server->open(kHere, 0);
    QVERIFY(moved);
    QVERIFY(moved->port != stage.port());
    QVERIFY(!RawClient(stage.port()).isConnected());
    RawClient late(moved->port);
    late.send(stage.request().replace("127.0.0.1:" + QByteArray::number(stage.port()),
                                      "127.0.0.1:" + QByteArray::number(moved->port)));
    QVERIFY(early.next().whole);
    QVERIFY(early.waitForEnd());
    QCOMPARE(late.next().status, 200);
    QCOMPARE(late.end(), RawClient::End::Open);
}

void Doors::aDoorMovesToAnotherHostAtItsPort()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    const Result<ListenAddress> moved = stage.server->open(QStringLiteral("0.0.0.0"), stage.port());
    QVERIFY(moved);
    QCOMPARE(moved->port, stage.port());
    QCOMPARE(moved->host, QStringLiteral("0.0.0.0"));
    RawClient client(stage.port());
    client.send(stage.request());
    QCOMPARE(client.next().status, 200);
}

void Doors::aDoorThatCannotMoveStays_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port"); // -1: one that is taken, -2: the same
    QTest::newRow("a taken port") << kHere << -1;
    QTest::newRow("an address that is not ours") << QStringLiteral("192.0.2.1") << 0; // RFC 5737
    QTest::newRow("an address that is not ours, same port") << QStringLiteral("192.0.2.1") << -2;
    QTest::newRow("a name") << QStringLiteral("example.test") << 0;
}

void Doors::aDoorThatCannotMoveStays()
{
    QFETCH(QString, host);
    QFETCH(int, port);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    const quint16 wanted = port == -1 ? other.serverPort() : port == -2 ? stage.port() : quint16(port);
    const Result<ListenAddress> moved = stage.server->open(host, wanted);
    QVERIFY(!moved);
    QCOMPARE(moved.refusal().code, RefusalCode::ListenFailed);
    QCOMPARE(moved.refusal().subject, QStringLiteral("%1:%2").arg(host).arg(wanted));
    QVERIFY(stage.server->isListening());
    RawClient client(stage.port());
    client.send(stage.request());
    QCOMPARE(client.next().status, 200);
}

void Doors::noDoorOpensWhileItStops()
{
    ProxyStage stage;
    stage.server->stopGracefully();
    QVERIFY(!stage.server->open(kHere, 0));
    QVERIFY(!stage.server->isListening());
}

void Doors::stopsBehindAClosedDoor()
{
    ProxyStage stage;
    stage.server->closeDoor();
    QSignalSpy stopped(stage.server.get(), &ProxyServer::stopped);
    stage.server->stopGracefully();
    QVERIFY(eventually([&] { return stopped.size() == 1; }));
}

QCC_PROXY_TEST_MAIN(Doors)
#include "tst_doors.moc"

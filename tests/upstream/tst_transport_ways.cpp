// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/connection_pool.h"
#include "app/upstream/qnam_transport.h"
#include "tests/support/dispatcher_main.h"
#include "tests/support/outbound_proxies.h"
#include "tests/upstream/transport_bench.h"

#include <QFile>

using namespace qcc;
using namespace qcc::test;
using ProxyKind = OutboundProxy::Kind;
using Mood = OutboundProxy::Mood;
Q_DECLARE_METATYPE(ProxyKind)
Q_DECLARE_METATYPE(Mood)

/// Ways to a provider: TLS, outbound proxies, connections that are kept, warmed and forgotten.
class TestTransportWays : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void tlsWithAnOwnAuthority_data();
    void tlsWithAnOwnAuthority();
    void aCaFileThatIsNoneIsATlsFault_data();
    void aCaFileThatIsNoneIsATlsFault();
    void namesThatDoNotExistAreADnsFault_data() { bothWays(); }
    void namesThatDoNotExistAreADnsFault();
    void outboundProxies_data();
    void outboundProxies();
    void failingOutboundProxies_data();
    void failingOutboundProxies();
    void connectionsAreUsedAgain_data();
    void connectionsAreUsedAgain();
    void connectionsThatMayNotBeKeptAreNot_data();
    void connectionsThatMayNotBeKeptAreNot();
    void anIdleConnectionThatEndsOrTalksIsDropped();
    void prewarmingOpensOneConnectionForTheNextRequest();
    void forgettingDropsIdleConnections_data() { bothWays(); }
    void forgettingDropsIdleConnections();
    void forgettingDoesNotDisturbRunningRequests_data() { bothWays(); }
    void forgettingDoesNotDisturbRunningRequests();
    void aChangedEndpointGetsNewConnections_data() { bothWays(); }
    void aChangedEndpointGetsNewConnections();

private:
    static void bothWays()
    {
        forBothTransports([](Way way, const char *prefix) { QTest::newRow(prefix) << way; });
    }
    sim::SimOptions tlsOptions() const
    {
        sim::SimOptions options;
        options.tls = sim::TlsIdentity{m_identity.chain, m_identity.key};
        return options;
    }

    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<TestAuthority> m_stranger;
    ServerIdentity m_identity;
};

void TestTransportWays::initTestCase()
{
    m_authority = std::make_unique<TestAuthority>();
    m_stranger = std::make_unique<TestAuthority>();
    m_identity = m_authority->issue({QStringLiteral("DNS:localhost")});
    QVERIFY2(m_authority->isValid(), qPrintable(m_authority->errorString()));
}

void TestTransportWays::tlsWithAnOwnAuthority_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("served");
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        const QString localhost = QStringLiteral("localhost");
        QTest::addRow("%s: the right authority", prefix) << way << m_authority->caFile() << localhost << true;
        QTest::addRow("%s: another authority", prefix) << way << m_stranger->caFile() << localhost << false;
        QTest::addRow("%s: the system's authorities", prefix) << way << QString() << localhost << false;
        QTest::addRow("%s: another name", prefix)
            << way << m_authority->caFile() << QStringLiteral("127.0.0.1") << false;
    }
}

void TestTransportWays::tlsWithAnOwnAuthority()
{
    QFETCH(Way, way);
    QFETCH(QString, caFile);
    QFETCH(QString, host);
    QFETCH(bool, served);
    TransportBench bench(way, tlsOptions());
    bench.endpoint.caFile = caFile;
    bench.endpoint.url.setHost(host);
    MemoryBody body(messageRequest(true, 300'000));
    const auto answer = bench.run(bench.post(body.size()), body);
    QCOMPARE(answer->ended, served);
    if (served) {
        QVERIFY(answer->body.endsWith("message_stop\"}\n\n"));
        QCOMPARE(bench.sim().log()[0].bodySha256, sha256(body.bytes));
        return;
    }
    QCOMPARE(nameOf(*answer->fault), nameOf(TransportFault::Tls));
    QVERIFY(!answer->detail.isEmpty());
    QVERIFY(bench.sim().log().empty()); // not a byte of the request, credentials least of all
}

void TestTransportWays::aCaFileThatIsNoneIsATlsFault_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<bool>("exists");
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        QTest::addRow("%s: a file that is not there", prefix) << way << false;
        QTest::addRow("%s: a file without certificate", prefix) << way << true;
    }
}

void TestTransportWays::aCaFileThatIsNoneIsATlsFault()
{
    QFETCH(Way, way);
    QFETCH(bool, exists);
    QTemporaryDir directory;
    TransportBench bench(way, tlsOptions());
    bench.endpoint.caFile = directory.filePath(QStringLiteral("ca.pem"));
    QFile file(bench.endpoint.caFile);
    if (exists) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no certificate\n");
        file.close();
    }
    const auto answer = bench.run(bench.get());
    QCOMPARE(nameOf(*answer->fault), nameOf(TransportFault::Tls));
    QVERIFY(answer->detail.contains(bench.endpoint.caFile));
    QCOMPARE(answer->disorders, 0);
    QCOMPARE(bench.sim().acceptedConnections(), 0);
    bench.transport().prewarm(bench.endpoint); // and no harm done here
}

void TestTransportWays::namesThatDoNotExistAreADnsFault()
{
    QFETCH(Way, way);
    TransportBench bench(way);
    bench.endpoint.url.setHost(QStringLiteral("no-such-name.invalid"));
    bench.endpoint.limits.connect = milliseconds(60'000);
    const auto answer = bench.start(bench.get());
    QTRY_VERIFY_WITH_TIMEOUT(answer->isOver(), 60'000);
    QCOMPARE(nameOf(*answer->fault), nameOf(TransportFault::Dns));
    QVERIFY(answer->exchange->nothingSent());
}

void TestTransportWays::outboundProxies_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<bool>("encrypted");
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        QTest::addRow("%s: HTTP through HTTP CONNECT", prefix) << way << ProxyKind::HttpConnect << false;
        QTest::addRow("%s: HTTPS through HTTP CONNECT", prefix) << way << ProxyKind::HttpConnect << true;
        QTest::addRow("%s: HTTP through SOCKS5", prefix) << way << ProxyKind::Socks5 << false;
        QTest::addRow("%s: HTTPS through SOCKS5", prefix) << way << ProxyKind::Socks5 << true;
    }
}

void TestTransportWays::outboundProxies()
{
    QFETCH(Way, way);
    QFETCH(ProxyKind, kind);
    QFETCH(bool, encrypted);
    OutboundProxy proxy(kind, Mood::Serves);
    TransportBench bench(way, encrypted ? tlsOptions() : sim::SimOptions());
    bench.endpoint.caFile = encrypted ? m_authority->caFile() : QString();
    bench.endpoint.url.setHost(QStringLiteral("localhost"));
    bench.endpoint.outboundProxy = proxy.url();
    MemoryBody body(messageRequest(true, 100'000));
    const auto answer = bench.run(bench.post(body.size()), body);
    QVERIFY2(answer->ended, qPrintable(answer->detail));
    QVERIFY(answer->body.endsWith("message_stop\"}\n\n"));
    QCOMPARE(proxy.targets(), QStringList{QStringLiteral("localhost:%1").arg(bench.sim().port())});
    QCOMPARE(bench.sim().log()[0].target, QByteArray("/v1/messages?beta=true"));
    QCOMPARE(bench.sim().log()[0].bodySha256, sha256(body.bytes));
    QCOMPARE(bench.sim().log()[0].count("proxy-connection"), 0);
}

void TestTransportWays::failingOutboundProxies_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<ProxyKind>("kind");
    QTest::addColumn<Mood>("mood");
    const std::array kinds{std::pair{ProxyKind::HttpConnect, "HTTP CONNECT"},
                           std::pair{ProxyKind::Socks5, "SOCKS5"}};
    const std::array moods{std::pair{Mood::Refuses, "refuses"},
                           std::pair{Mood::WantsPassword, "wants a password"},
                           std::pair{Mood::HangsUp, "hangs up"}};
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        for (const auto &[kind, word] : kinds) {
            for (const auto &[mood, what] : moods)
                QTest::addRow("%s: %s that %s", prefix, word, what) << way << kind << mood;
        }
    }
}

void TestTransportWays::failingOutboundProxies()
{
    QFETCH(Way, way);
    QFETCH(ProxyKind, kind);
    QFETCH(Mood, mood);
    OutboundProxy proxy(kind, mood);
    TransportBench bench(way);
    bench.endpoint.outboundProxy = proxy.url();
    bench.endpoint.limits.connect = milliseconds(1'000);
    const auto answer = bench.run(bench.get());
    QVERIFY(answer->fault.has_value());
    // QNAM tries a proxy that hangs up again and again until the time is over: docs/decisions/0006.
    const bool untilTimeout = way == Way::Qnam && mood == Mood::HangsUp;
    QCOMPARE(nameOf(*answer->fault),
             nameOf(untilTimeout ? TransportFault::ConnectTimeout : TransportFault::OutboundProxy));
    QVERIFY(bench.sim().log().empty());
}

void TestTransportWays::connectionsAreUsedAgain_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<bool>("stream");
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        QTest::addRow("%s: after answers by length", prefix) << way << false;
        QTest::addRow("%s: after chunked streams", prefix) << way << true;
    }
}

void TestTransportWays::connectionsAreUsedAgain()
{
    QFETCH(Way, way);
    QFETCH(bool, stream);
    TransportBench bench(way);
    MemoryBody body(messageRequest(stream));
    for (int i = 0; i < 10; ++i)
        QVERIFY(bench.run(bench.post(body.size()), body)->ended);
    QCOMPARE(bench.sim().log().size(), 10);
    if (way == Way::Pooled)
        QCOMPARE(bench.sim().acceptedConnections(), 1);
    else // QNAM's own thread may still be putting a connection away when the next request comes
        QVERIFY(bench.sim().acceptedConnections() <= QnamLane::kHttp1Requests);
}

void TestTransportWays::connectionsThatMayNotBeKeptAreNot_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<QByteArray>("word");
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        QTest::addRow("%s: Connection: close", prefix) << way << QByteArray("close");
        QTest::addRow("%s: bytes after the answer", prefix) << way << QByteArray("surplus");
    }
}

void TestTransportWays::connectionsThatMayNotBeKeptAreNot()
{
    QFETCH(Way, way);
    QFETCH(QByteArray, word);
    TransportBench bench(way);
    sim::Fault fault = sim::faultOf(word == "close" ? sim::FaultKind::None : sim::FaultKind::Surplus);
    if (word == "close") {
        fault = sim::statusFault(404);
        fault.headers = {{"connection", "close"}};
    }
    bench.sim().setFault(fault);
    const auto first = bench.run(bench.get());
    QVERIFY(first->ended);
    bench.sim().setFault(sim::FaultKind::None);
    const auto second = bench.run(bench.get());
    QVERIFY(second->ended);
    QVERIFY(second->body.contains("claude")); // its own answer, not what was left over
    QCOMPARE(bench.sim().log().back().requestOnConnection, 1);
}

void TestTransportWays::anIdleConnectionThatEndsOrTalksIsDropped()
{
    TransportBench bench(Way::Pooled);
    ConnectionPool pool(bench.endpoint);
    pool.prewarm();
    QTRY_COMPARE(bench.sim().openConnections(), 1);
    QCOMPARE(pool.idleCount(), 1);
    bench.sim().setFault(sim::FaultKind::Refuse); // closes idle connections
    QTRY_COMPARE(pool.idleCount(), 0);
    QVERIFY(!pool.takeIdle());
}

void TestTransportWays::prewarmingOpensOneConnectionForTheNextRequest()
{
    TransportBench bench(Way::Pooled);
    for (int i = 0; i < 5; ++i)
        bench.transport().prewarm(bench.endpoint);
    QTRY_COMPARE(bench.sim().openConnections(), 1);
    bool later = false; // our side has to hear of it too
    QTimer::singleShot(50, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(bench.run(bench.get())->ended);
    QCOMPARE(bench.sim().acceptedConnections(), 1);
    bench.transport().prewarm(bench.endpoint); // one is idle: nothing to do
    QVERIFY(bench.run(bench.get())->ended);
    QCOMPARE(bench.sim().acceptedConnections(), 1);
}

void TestTransportWays::forgettingDropsIdleConnections()
{
    QFETCH(Way, way);
    TransportBench bench(way);
    QVERIFY(bench.run(bench.get())->ended);
    QCOMPARE(bench.sim().openConnections(), 1);
    bench.transport().forget(bench.endpoint.id);
    QTRY_COMPARE(bench.sim().openConnections(), 0);
    QVERIFY(bench.run(bench.get())->ended);
    QCOMPARE(bench.sim().acceptedConnections(), 2);
    bench.transport().forget({QStringLiteral("unknown!")});
}

void TestTransportWays::forgettingDoesNotDisturbRunningRequests()
{
    QFETCH(Way, way);
    sim::SimOptions options;
    options.interval = milliseconds(20);
    TransportBench bench(way, options);
    MemoryBody body(messageRequest(true));
    const auto answer = bench.start(bench.post(body.size()), body);
    QTRY_VERIFY(answer->head);
    bench.transport().forget(bench.endpoint.id);
    QTRY_VERIFY(answer->isOver());
    QVERIFY(answer->ended);
    answer->cancel();
    QTRY_COMPARE(bench.sim().openConnections(), 0);
}

void TestTransportWays::aChangedEndpointGetsNewConnections()
{
    QFETCH(Way, way);
    TransportBench bench(way);
    TransportBench other(way);
    QVERIFY(bench.run(bench.get())->ended);
    bench.endpoint.url = other.endpoint.url;
    QVERIFY(bench.run(bench.get())->ended);
    QCOMPARE(other.sim().log().size(), 1);
    QTRY_COMPARE(bench.sim().openConnections(), 0); // the old way is closed
}

QCC_DISPATCHER_TEST_MAIN(TestTransportWays)
#include "tst_transport_ways.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sim_provider.h"
#include "tests/sim/raw_peer.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

using namespace qcc::sim;
using namespace qcc::sim::test;

namespace {

SimOptions keyed()
{
    SimOptions options;
    options.apiKey = "sk-right";
    options.events = 3;
    options.models = {"model-a", "model-b", "model-c"};
    return options;
}

QByteArray get(const QByteArray &target, const QByteArray &fields = "x-api-key: sk-right\r\n")
{
    return "GET " + target + " HTTP/1.1\r\nHost: sim\r\n" + fields + "\r\n";
}

const QByteArray rightKey = "x-api-key: sk-right\r\n";

} // namespace

class TestSimConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_provider.reset(); }

    void refusesWhatIsNotHttp_data();
    void refusesWhatIsNotHttp();
    void readsBodiesInEveryFraming_data();
    void readsBodiesInEveryFraming();
    void keepsTheConnectionAndTheOrder();
    void closesWhereTheClientAsksForIt_data();
    void closesWhereTheClientAsksForIt();
    void answersExpectBeforeTheBody();
    void logsALargeBodyByItsHash();
    void logsFieldsInOrder();
    void refusesABodyOverTheLimit();
    void noticesAPeerThatLeaves_data();
    void noticesAPeerThatLeaves();
    void servesManyStreamsAtOnce();
    void waitsForASlowReader();

private:
    Answer ask(const QByteArray &request);

    std::unique_ptr<SimProvider> m_provider;
};

void TestSimConnection::init()
{
    m_provider = std::make_unique<SimProvider>(keyed());
    QVERIFY2(m_provider->listen(), qPrintable(m_provider->errorString()));
}

Answer TestSimConnection::ask(const QByteArray &request)
{
    RawPeer peer(m_provider->port());
    peer.send(request);
    return nextAnswer(peer);
}

void TestSimConnection::refusesWhatIsNotHttp_data()
{
    QTest::addColumn<QByteArray>("request");
    const QByteArray start = "POST /v1/messages HTTP/1.1\r\nHost: sim\r\n";
    QTest::newRow("no request line") << QByteArray("hello\r\n\r\n");
    QTest::newRow("another version") << QByteArray("GET / HTTP/2.0\r\n\r\n");
    QTest::newRow("a space before the colon") << start + "a : b\r\n\r\n";
    QTest::newRow("a folded field") << start + "a: b\r\n c\r\n\r\n";
    QTest::newRow("two lengths") << start + "Content-Length: 1\r\nContent-Length: 1\r\n\r\nx";
    QTest::newRow("length and chunks") << start + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nx";
    QTest::newRow("a signed length") << start + "Content-Length: +1\r\n\r\nx";
    QTest::newRow("another coding") << start + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n";
    QTest::newRow("a bad chunk size") << start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n";
    QTest::newRow("a signed chunk size") << start + "Transfer-Encoding: chunked\r\n\r\n+1\r\nx\r\n";
    QTest::newRow("a chunk longer than its size") << start + "Transfer-Encoding: chunked\r\n\r\n1\r\nxyz\r\n";
    QTest::newRow("a head without end") << start + "a: " + QByteArray(70 * 1024, 'a');
}

void TestSimConnection::refusesWhatIsNotHttp()
{
    QFETCH(QByteArray, request);
    RawPeer peer(m_provider->port());
    peer.send(request);
    QTRY_VERIFY(peer.pump().end != RawPeer::End::Open);
    const auto answer = takeAnswer(peer.received);
    QVERIFY(answer);
    QCOMPARE(answer->status, 400);
}

void TestSimConnection::readsBodiesInEveryFraming_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<bool>("byByte");
    QTest::addColumn<BodyFraming>("framing");
    const QByteArray chunked = "POST /v1/messages HTTP/1.1\r\nHost: sim\r\n" + rightKey +
                               "Transfer-Encoding: chunked\r\n\r\n1;x=y\r\n{\r\n" +
                               QByteArray::number(plainBody.size() - 1, 16) + "\r\n" + plainBody.sliced(1) +
                               "\r\n0\r\ntrailer: yes\r\n\r\n";
    const QByteArray length = post(plainBody, "/v1/messages", rightKey);
    QTest::newRow("by length, at once") << length << false << BodyFraming::Length;
    QTest::newRow("by length, byte by byte") << length << true << BodyFraming::Length;
    QTest::newRow("in chunks, at once") << chunked << false << BodyFraming::Chunked;
    QTest::newRow("in chunks, byte by byte") << chunked << true << BodyFraming::Chunked;
}

void TestSimConnection::readsBodiesInEveryFraming()
{
    QFETCH(QByteArray, request);
    QFETCH(bool, byByte);
    QFETCH(BodyFraming, framing);
    RawPeer peer(m_provider->port());
    if (byByte) {
        for (const char byte : request) {
            peer.send(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
    } else {
        peer.send(request);
    }
    QTRY_VERIFY(peer.pump().received.contains("end_turn"));
    const auto log = m_provider->log();
    QCOMPARE(log.size(), std::size_t(1));
    QCOMPARE(log[0].framing, framing);
    QCOMPARE(log[0].body, plainBody);
    QCOMPARE(log[0].bodySize, plainBody.size());
    QCOMPARE(log[0].bodySha256, QCryptographicHash::hash(plainBody, QCryptographicHash::Sha256).toHex());
    QVERIFY(log[0].complete && log[0].answered && !log[0].abortedByPeerAt);
}

void TestSimConnection::keepsTheConnectionAndTheOrder()
{
    RawPeer peer(m_provider->port());
    peer.send(get("/v1/models/model-a") + post(streamBody, "/v1/messages", rightKey) +
              get("/v1/models/model-c"));
    QByteArrayList bodies;
    const bool all = QTest::qWaitFor([&] {
        while (const auto answer = takeAnswer(peer.pump().received))
            bodies.append(answer->body);
        return bodies.size() == 3;
    });
    QVERIFY(all);
    QVERIFY(bodies[0].contains("model-a"));
    QVERIFY(bodies[1].endsWith("message_stop\"}\n\n"));
    QVERIFY(bodies[2].contains("model-c"));
    const auto log = m_provider->log();
    QCOMPARE(log[2].requestOnConnection, 3);
    QCOMPARE(log[2].connection, log[0].connection);
    QCOMPARE(m_provider->acceptedConnections(), quint64(1));
}

void TestSimConnection::closesWhereTheClientAsksForIt_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("connection: close") << get("/v1/models", rightKey + "Connection: close\r\n");
    QTest::newRow("HTTP/1.0") << "GET /v1/models HTTP/1.0\r\n" + rightKey + "\r\n";
    QTest::newRow("a stream for HTTP/1.0") << "POST /v1/messages HTTP/1.0\r\n" + rightKey +
                                                  "Content-Length: " + QByteArray::number(streamBody.size()) +
                                                  "\r\n\r\n" + streamBody;
}

void TestSimConnection::closesWhereTheClientAsksForIt()
{
    QFETCH(QByteArray, request);
    RawPeer peer(m_provider->port());
    peer.send(request);
    QTRY_COMPARE(peer.pump().end, RawPeer::End::Closed);
    QVERIFY(peer.received.startsWith("HTTP/1."));
    QVERIFY(!peer.received.contains("HTTP/1.1") || !request.contains("/v1/messages"));
    QVERIFY(m_provider->log()[0].answered);
}

void TestSimConnection::answersExpectBeforeTheBody()
{
    RawPeer peer(m_provider->port());
    const QByteArray request = post(plainBody, "/v1/messages", rightKey + "Expect: 100-continue\r\n");
    peer.send(request.chopped(plainBody.size()));
    QTRY_COMPARE(peer.pump().received, "HTTP/1.1 100 Continue\r\n\r\n");
    peer.send(plainBody);
    QTRY_VERIFY(peer.pump().received.contains("end_turn"));
}

void TestSimConnection::logsALargeBodyByItsHash()
{
    const QByteArray body = R"({"messages":")" + QByteArray(8 * 1024 * 1024, 'm') + R"(","model":"last"})";
    QSignalSpy received(m_provider.get(), &SimProvider::requestReceived);
    RawPeer peer(m_provider->port());
    peer.send(post(body, "/v1/messages", rightKey));
    QTRY_VERIFY_WITH_TIMEOUT(peer.pump().received.contains(R"("model":"last")"), 20'000);
    QCOMPARE(received.size(), 1);
    const auto request = received[0][0].value<ReceivedRequest>();
    QCOMPARE(request.bodySize, body.size());
    QCOMPARE(request.body.size(), ReceivedRequest::maxKeptBody);
    QCOMPARE(request.bodySha256, QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
}

void TestSimConnection::logsFieldsInOrder()
{
    ask("GET /v1/models?x=1 HTTP/1.1\r\nHost: sim\r\nX-B: 2\r\nx-a:1\r\nX-B:  3 \r\n\r\n");
    const ReceivedRequest request = m_provider->log().at(0);
    const std::vector<Field> expected = {{"Host", "sim"}, {"X-B", "2"}, {"x-a", "1"}, {"X-B", "3"}};
    QCOMPARE(request.fields, expected);
    QCOMPARE(request.target, "/v1/models?x=1");
    QCOMPARE(request.path(), "/v1/models");
    QCOMPARE(request.count("x-b"), 2);
    QCOMPARE(request.field("X-A"), "1");
    m_provider->clearLog();
    QVERIFY(m_provider->log().empty());
    ask(get("/v1/models"));
    QCOMPARE(m_provider->log().at(0).sequence, quint64(2));
}

void TestSimConnection::refusesABodyOverTheLimit()
{
    const Answer answer = ask("POST /v1/messages HTTP/1.1\r\nHost: sim\r\nContent-Length: 104857601\r\n\r\n");
    QCOMPARE(answer.status, 413);
    QVERIFY(answer.body.contains("request_too_large"));
}

void TestSimConnection::noticesAPeerThatLeaves_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("until");
    QTest::addColumn<bool>("complete");
    const QByteArray stream = post(streamBody, "/v1/messages", rightKey);
    QTest::newRow("in the middle of a stream") << stream << QByteArray("content_block_delta") << true;
    QTest::newRow("in the middle of its body") << stream.chopped(9) << QByteArray() << false;
}

void TestSimConnection::noticesAPeerThatLeaves()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, until);
    QFETCH(bool, complete);
    SimOptions options = keyed();
    options.interval = std::chrono::hours(1);
    m_provider->setOptions(options);
    QSignalSpy started(m_provider.get(), &SimProvider::requestStarted);
    QSignalSpy gone(m_provider.get(), &SimProvider::peerGone);
    RawPeer peer(m_provider->port());
    peer.send(request);
    QTRY_VERIFY(started.size() == 1 && peer.pump().received.contains(until));
    peer.close();
    QTRY_COMPARE(gone.size(), 1);
    const ReceivedRequest logged = m_provider->log().at(0);
    QVERIFY(logged.abortedByPeerAt.has_value());
    QVERIFY(*logged.abortedByPeerAt >= logged.receivedAt);
    QCOMPARE(logged.complete, complete);
    QVERIFY(!logged.answered);
    QTRY_COMPARE(m_provider->openConnections(), 0);
}

void TestSimConnection::servesManyStreamsAtOnce()
{
    constexpr int streams = 120;
    SimOptions options = keyed();
    options.interval = std::chrono::milliseconds(5);
    options.events = 10;
    m_provider->setOptions(options);
    std::vector<std::unique_ptr<RawPeer>> peers;
    for (int i = 0; i < streams; ++i) {
        peers.push_back(std::make_unique<RawPeer>(m_provider->port()));
        peers.back()->send(post(streamBody, "/v1/messages", rightKey));
    }
    const auto isDone = [](const auto &peer) { return peer->pump().received.endsWith("0\r\n\r\n"); };
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(peers, isDone), 20'000);
    for (const auto &peer : peers)
        QCOMPARE(takeAnswer(peer->received)->body.count("event: content_block_delta"), 10);
    QCOMPARE(m_provider->log().size(), std::size_t(streams));
}

void TestSimConnection::waitsForASlowReader()
{
    SimOptions options = keyed();
    options.events = 400;
    options.padding = 64 * 1024;
    m_provider->setOptions(options);
    QSignalSpy finished(m_provider.get(), &SimProvider::answerFinished);
    RawPeer peer(m_provider->port());
    peer.send(post(streamBody, "/v1/messages", rightKey));
    QTRY_COMPARE(m_provider->log().size(), std::size_t(1));
    QVERIFY(!QTest::qWaitFor([&] { return finished.size() > 0; }, 200)); // 25 MiB wait for the reader
    QTRY_VERIFY_WITH_TIMEOUT(peer.pump().received.endsWith("0\r\n\r\n"), 20'000);
    QCOMPARE(finished.size(), 1);
}

QTEST_GUILESS_MAIN(TestSimConnection)
#include "tst_sim_connection.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/fd_stream.h"
#include "tests/support/dispatcher_main.h"
#include "tests/support/full_backlog.h"
#include "tests/support/stream_recorder.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <sys/socket.h>

using namespace qcc;
using Moment = test::StreamRecorder::Moment;
Q_DECLARE_METATYPE(Moment)
Q_DECLARE_METATYPE(qcc::StreamFault)

namespace {

void breakOff(QTcpSocket &socket)
{
    const linger hard{1, 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket.abort();
}

/// Takes what there is; true once the peer has ended its direction.
bool receivesEnd(int socket, QByteArray &got)
{
    std::array<char, 64> block{};
    const ssize_t count = ::recv(socket, block.data(), block.size(), 0);
    if (count > 0)
        got.append(block.data(), count);
    return count == 0;
}

/// A name that can't have an address, known without asking the network: its label is too long.
QString impossibleName()
{
    return QString(70, u'x') + QLatin1String(".invalid");
}

} // namespace

class TestFdStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void connectsAndCarriesBytesBothWays();
    void whatIsWrittenBeforeTheConnectionStandsIsSentThen();
    void sayWhatWentWrong_data();
    void sayWhatWentWrong();
    void goesOnToTheNextAddressOfAName();
    void queuesWhatTheSystemDoesNotTakeAndSaysWhenItIsThrough();
    void doesNotReadWhileItIsToldNotTo();
    void readsAtMostOneBlockPerCall();
    void finishesItsOwnDirectionOnly();
    void finishesAfterWhatIsPending();
    void finishesOnceConnected();
    void tellsAResetFromAnEnd();
    void deliversThePeersAnswerAlthoughOurWriteFailed();
    void aBrokenWriteIsToldWhileReadingRests();
    void closingWithResetIsSeenByThePeer();
    void sayNothingAfterCloseNow();
    void mayBeReleasedInsideAnyCall_data();
    void mayBeReleasedInsideAnyCall();
    void takesOverAnAcceptedSocket();
    void goesOnFromAnAddressThatKeepsItWaiting();

private:
    std::unique_ptr<test::StreamRecorder> connectTo(const QString &host, quint16 port);
    /// A connected stream and its peer.
    std::unique_ptr<test::StreamRecorder> connected();

    std::unique_ptr<QTcpServer> m_server;
    QTcpSocket *m_peer = nullptr;
};

void TestFdStream::init()
{
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_peer = nullptr;
}

void TestFdStream::cleanup()
{
    m_server.reset();
}

std::unique_ptr<test::StreamRecorder> TestFdStream::connectTo(const QString &host, quint16 port)
{
    auto recorder = std::make_unique<test::StreamRecorder>(new FdStream);
    recorder->stream->connectToHost(host, port);
    return recorder;
}

std::unique_ptr<test::StreamRecorder> TestFdStream::connected()
{
    auto recorder = connectTo(QStringLiteral("127.0.0.1"), m_server->serverPort());
    [&] {
        QTRY_COMPARE(recorder->connected, 1);
        QTRY_VERIFY(m_server->hasPendingConnections());
        m_peer = m_server->nextPendingConnection();
    }();
    return recorder;
}

void TestFdStream::goesOnFromAnAddressThatKeepsItWaiting()
{
    const test::FullBacklog silent; // on 127.0.0.1; the next address has a server at the same port
    QTcpServer answering;
    QVERIFY(answering.listen(QHostAddress(QStringLiteral("127.0.0.2")), silent.port()));
    auto *stream = new FdStream;
    const test::StreamRecorder recorder(stream);
    stream->connectToAddresses(
        {QHostAddress(QHostAddress::LocalHost), QHostAddress(QStringLiteral("127.0.0.2"))}, silent.port());
    QTRY_COMPARE(recorder.connected, 1);
    QTRY_VERIFY(answering.hasPendingConnections());
    QCOMPARE(recorder.closings, 0);
}

void TestFdStream::connectsAndCarriesBytesBothWays()
{
    const auto recorder = connected();
    QVERIFY(m_peer);
    recorder->stream->write("from us");
    QTRY_COMPARE(m_peer->bytesAvailable(), 7);
    QCOMPARE(m_peer->readAll(), QByteArray("from us"));
    m_peer->write("from the peer");
    QTRY_COMPARE(recorder->bytes, QByteArray("from the peer"));
    m_peer->disconnectFromHost();
    QTRY_VERIFY(recorder->closed.has_value());
    QCOMPARE(*recorder->closed, StreamFault::None);
    QCOMPARE(recorder->closings, 1);
}

void TestFdStream::whatIsWrittenBeforeTheConnectionStandsIsSentThen()
{
    const auto recorder = connectTo(QStringLiteral("127.0.0.1"), m_server->serverPort());
    recorder->stream->write("early ");
    recorder->stream->write("bytes");
    QCOMPARE(recorder->stream->pendingBytes(), 11);
    QTRY_VERIFY(m_server->hasPendingConnections());
    QTcpSocket *peer = m_server->nextPendingConnection();
    QTRY_COMPARE(peer->bytesAvailable(), 11);
    QCOMPARE(peer->readAll(), QByteArray("early bytes"));
    QCOMPARE(recorder->stream->pendingBytes(), 0);
    QTRY_COMPARE(recorder->drained, 1);
}

void TestFdStream::sayWhatWentWrong_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<StreamFault>("fault");
    QTest::newRow("a closed port is refused") << QStringLiteral("127.0.0.1") << StreamFault::Refused;
    QTest::newRow("a closed port of a name is refused")
        << QStringLiteral("localhost") << StreamFault::Refused;
    QTest::newRow("a name without address is no DNS entry") << impossibleName() << StreamFault::Dns;
}

void TestFdStream::sayWhatWentWrong()
{
    QFETCH(QString, host);
    QFETCH(StreamFault, fault);
    const quint16 port = m_server->serverPort();
    m_server->close();
    const auto recorder = connectTo(host, port);
    QVERIFY(!recorder->closed); // never from inside the call
    QTRY_VERIFY_WITH_TIMEOUT(recorder->closed.has_value(), 20'000);
    QCOMPARE(*recorder->closed, fault);
    QVERIFY(!recorder->detail.isEmpty());
    QCOMPARE(recorder->connected, 0);
}

void TestFdStream::goesOnToTheNextAddressOfAName()
{
    // Whether the system names ::1 or 127.0.0.1 first, one of the two servers is only reached as the second
    // address.
    const auto viaName = connectTo(QStringLiteral("localhost"), m_server->serverPort());
    QTRY_COMPARE_WITH_TIMEOUT(viaName->connected, 1, 10'000);
    const QHostInfo info = QHostInfo::fromName(QStringLiteral("localhost"));
    QTcpServer six;
    if (!info.addresses().contains(QHostAddress(QHostAddress::LocalHostIPv6)) ||
        !six.listen(QHostAddress::LocalHostIPv6))
        QSKIP("localhost has no IPv6 address here");
    const auto viaSix = connectTo(QStringLiteral("localhost"), six.serverPort());
    QTRY_COMPARE_WITH_TIMEOUT(viaSix->connected, 1, 10'000);
}

void TestFdStream::queuesWhatTheSystemDoesNotTakeAndSaysWhenItIsThrough()
{
    const auto recorder = connected();
    m_peer->setReadBufferSize(1);
    const QByteArray block(16 * 1024 * 1024, 'q');
    recorder->stream->write(block);
    recorder->stream->write("end");
    QVERIFY(recorder->stream->pendingBytes() > 0);
    QCOMPARE(recorder->drained, 0);
    m_peer->setReadBufferSize(0);
    QByteArray got;
    connect(m_peer, &QTcpSocket::readyRead, this, [&] { got += m_peer->readAll(); });
    got += m_peer->readAll();
    QTRY_COMPARE_WITH_TIMEOUT(got.size(), block.size() + 3, 20'000);
    QCOMPARE(got, block + "end");
    QTRY_COMPARE(recorder->drained, 1);
    QCOMPARE(recorder->stream->pendingBytes(), 0);
}

void TestFdStream::doesNotReadWhileItIsToldNotTo()
{
    const auto recorder = connected();
    recorder->stream->setReading(false);
    const QByteArray block(32 * 1024 * 1024, 'b');
    m_peer->write(block);
    QTRY_VERIFY(m_peer->bytesToWrite() < block.size());
    qint64 left = -1;
    QTRY_VERIFY(std::exchange(left, m_peer->bytesToWrite()) == m_peer->bytesToWrite());
    QVERIFY(m_peer->bytesToWrite() > 0); // only the sockets' own buffers are full
    QCOMPARE(recorder->bytes.size(), 0);
    recorder->stream->setReading(true);
    QTRY_COMPARE_WITH_TIMEOUT(recorder->bytes.size(), block.size(), 20'000);
}

void TestFdStream::readsAtMostOneBlockPerCall()
{
    const auto recorder = connected();
    m_peer->write(QByteArray(1024 * 1024, 'r'));
    QTRY_COMPARE(recorder->bytes.size(), 1024 * 1024);
    QVERIFY(recorder->largestPiece <= FdStream::kReadBlock);
}

/// QTcpSocket can't close one direction, so the peer is a bare socket.
void TestFdStream::finishesItsOwnDirectionOnly()
{
    m_server->pauseAccepting();
    const auto recorder = connectTo(QStringLiteral("127.0.0.1"), m_server->serverPort());
    QTRY_COMPARE(recorder->connected, 1);
    const int peer =
        ::accept4(static_cast<int>(m_server->socketDescriptor()), nullptr, nullptr, SOCK_NONBLOCK);
    QVERIFY(peer >= 0);
    recorder->stream->write("last words");
    recorder->stream->finishWriting();
    recorder->stream->write("not sent any more");
    QByteArray got;
    QTRY_VERIFY(receivesEnd(peer, got));
    QCOMPARE(got, QByteArray("last words"));
    QCOMPARE(::send(peer, "an answer to them", 17, MSG_NOSIGNAL), ssize_t(17));
    QTRY_COMPARE(recorder->bytes, QByteArray("an answer to them"));
    QVERIFY(!recorder->closed);
    ::close(peer);
    QTRY_VERIFY(recorder->closed.has_value());
    QCOMPARE(*recorder->closed, StreamFault::None);
}

void TestFdStream::finishesAfterWhatIsPending()
{
    const auto recorder = connected();
    const QByteArray block(8 * 1024 * 1024, 'p');
    QByteArray got;
    bool ended = false;
    connect(m_peer, &QTcpSocket::readyRead, this, [&] { got += m_peer->readAll(); });
    connect(m_peer, &QTcpSocket::readChannelFinished, this, [&] { ended = true; });
    recorder->stream->write(block);
    recorder->stream->finishWriting();
    QTRY_VERIFY_WITH_TIMEOUT(ended, 20'000);
    got += m_peer->readAll();
    QCOMPARE(got.size(), block.size());
}

void TestFdStream::finishesOnceConnected()
{
    const auto recorder = connectTo(QStringLiteral("127.0.0.1"), m_server->serverPort());
    recorder->stream->finishWriting();
    QTRY_VERIFY(m_server->hasPendingConnections());
    QTcpSocket *peer = m_server->nextPendingConnection();
    QTRY_VERIFY(peer->state() != QAbstractSocket::ConnectedState);
    QCOMPARE(recorder->connected, 1);
}

void TestFdStream::tellsAResetFromAnEnd()
{
    const auto recorder = connected();
    breakOff(*m_peer);
    QTRY_VERIFY(recorder->closed.has_value());
    QCOMPARE(*recorder->closed, StreamFault::Reset);
    QVERIFY(!recorder->detail.isEmpty());
}

/// An early answer: the peer says no and closes while we are still sending.
void TestFdStream::deliversThePeersAnswerAlthoughOurWriteFailed()
{
    const auto recorder = connected();
    recorder->stream->setReading(false);
    m_peer->write("too large");
    QTRY_COMPARE(m_peer->bytesToWrite(), 0);
    m_peer->disconnectFromHost();
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    delete std::exchange(m_peer, nullptr);
    recorder->stream->setReading(true);
    recorder->stream->write(QByteArray(64 * 1024, 'w')); // answered by a reset
    recorder->stream->write(QByteArray(64 * 1024, 'w'));
    QTRY_VERIFY(recorder->closed.has_value());
    QCOMPARE(recorder->bytes, QByteArray("too large"));
    QCOMPARE(recorder->closings, 1);
}

void TestFdStream::aBrokenWriteIsToldWhileReadingRests()
{
    const auto recorder = connected();
    recorder->stream->setReading(false);
    breakOff(*m_peer);
    QTRY_VERIFY([&] {
        recorder->stream->write("anybody there?");
        return recorder->closed.has_value();
    }());
    QCOMPARE(*recorder->closed, StreamFault::Reset);
    QCOMPARE(recorder->closings, 1);
}

void TestFdStream::closingWithResetIsSeenByThePeer()
{
    const auto recorder = connected();
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError;
    connect(m_peer, &QTcpSocket::errorOccurred, this, [&](QAbstractSocket::SocketError e) { error = e; });
    m_peer->write("unread");
    recorder->stream->closeNow(true);
    QTRY_COMPARE(m_peer->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(error, QAbstractSocket::RemoteHostClosedError);
    QVERIFY(!recorder->closed);
}

void TestFdStream::sayNothingAfterCloseNow()
{
    const auto connecting = connectTo(QStringLiteral("127.0.0.1"), m_server->serverPort());
    connecting->stream->closeNow(false);
    const auto resolving = connectTo(QStringLiteral("localhost"), m_server->serverPort());
    resolving->stream->closeNow(false);
    const auto broken = connected();
    broken->stream->setReading(false);
    breakOff(*m_peer);
    broken->stream->write("one");
    broken->stream->write("two");
    broken->stream->closeNow(false);
    const auto marker = connected(); // by then all that could come has come
    QCoreApplication::processEvents();
    QCOMPARE(connecting->connected + connecting->closings, 0);
    QCOMPARE(resolving->connected + resolving->closings, 0);
    QCOMPARE(broken->closings, 0);
}

void TestFdStream::mayBeReleasedInsideAnyCall_data()
{
    QTest::addColumn<Moment>("moment");
    QTest::newRow("when it is connected") << Moment::Connected;
    QTest::newRow("when bytes come") << Moment::Bytes;
    QTest::newRow("when it has drained") << Moment::Drained;
    QTest::newRow("when it has ended") << Moment::Closed;
}

void TestFdStream::mayBeReleasedInsideAnyCall()
{
    QFETCH(Moment, moment);
    const auto recorder = connectTo(QStringLiteral("127.0.0.1"), m_server->serverPort());
    QPointer<ByteStream> stream = recorder->stream.get();
    int calls = 0;
    recorder->also = [&](Moment now) {
        if (now == moment) {
            ++calls;
            recorder->stream.reset();
        }
    };
    recorder->stream->write("hello");
    QTRY_VERIFY(m_server->hasPendingConnections());
    QTcpSocket *peer = m_server->nextPendingConnection();
    peer->write("answer");
    peer->disconnectFromHost();
    QTRY_VERIFY(!stream);
    QCOMPARE(calls, 1);
}

void TestFdStream::takesOverAnAcceptedSocket()
{
    class Server : public QTcpServer
    {
    public:
        std::unique_ptr<test::StreamRecorder> accepted;

    protected:
        void incomingConnection(qintptr socket) override
        {
            accepted = std::make_unique<test::StreamRecorder>(new FdStream(static_cast<int>(socket)));
        }
    };
    Server server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    client.write("knock");
    QTRY_VERIFY(server.accepted);
    QTRY_COMPARE(server.accepted->bytes, QByteArray("knock"));
    server.accepted->stream->write("come in");
    QTRY_COMPARE(client.bytesAvailable(), 7);
}

QCC_DISPATCHER_TEST_MAIN(TestFdStream)
#include "tst_fd_stream.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/qt_stream.h"
#include "tests/support/certificates.h"
#include "tests/support/dispatcher_main.h"
#include "tests/support/full_backlog.h"
#include "tests/support/outbound_proxies.h"
#include "tests/support/stream_recorder.h"

#include <QTcpServer>

#include <sys/socket.h>

using namespace qcc;
using Moment = test::StreamRecorder::Moment;
using Kind = test::OutboundProxy::Kind;
using Mood = test::OutboundProxy::Mood;
Q_DECLARE_METATYPE(Moment)
Q_DECLARE_METATYPE(Kind)
Q_DECLARE_METATYPE(Mood)
Q_DECLARE_METATYPE(qcc::StreamFault)

namespace {

/// Accepts connections as QSslSockets; they stay plain until startServerEncryption().
class Server : public QTcpServer
{
public:
    explicit Server(std::optional<test::ServerIdentity> identity = std::nullopt)
        : m_identity(std::move(identity))
    {
        listen(QHostAddress::LocalHost);
    }
    QPointer<QSslSocket> peer;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        peer = new QSslSocket(this);
        peer->setSocketDescriptor(descriptor);
        if (!m_identity)
            return;
        peer->setPeerVerifyMode(QSslSocket::VerifyNone);
        peer->setLocalCertificateChain(m_identity->chain);
        peer->setPrivateKey(m_identity->key);
        peer->startServerEncryption();
    }

private:
    std::optional<test::ServerIdentity> m_identity;
};

QNetworkProxy through(const QUrl &url)
{
    return {url.scheme() == QLatin1String("http") ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy,
            url.host(), static_cast<quint16>(url.port())};
}

using RecorderPtr = std::unique_ptr<test::StreamRecorder>;

RecorderPtr plain(const QNetworkProxy &proxy = QNetworkProxy(QNetworkProxy::NoProxy))
{
    return std::make_unique<test::StreamRecorder>(new QtStream(QtStream::Security::Plain, {}, proxy));
}

} // namespace

class TestQtStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void carriesBytesBothWays_data();
    void carriesBytesBothWays();
    void onlyTrustedServersAreSpokenTo_data();
    void onlyTrustedServersAreSpokenTo();
    void serversThatDoNotSpeakTlsAreATlsFault_data();
    void serversThatDoNotSpeakTlsAreATlsFault();
    void sayWhatWentWrong_data();
    void sayWhatWentWrong();
    void goesThroughAProxy_data();
    void goesThroughAProxy();
    void aFailingProxyIsTold_data();
    void aFailingProxyIsTold();
    void deliversEverythingBeforeTheEnd_data();
    void deliversEverythingBeforeTheEnd();
    void deliversWhatCameBeforeAResetEvenWhileReadingRests();
    void doesNotReadWhileItIsToldNotTo_data();
    void doesNotReadWhileItIsToldNotTo();
    void queuesAndDrains_data();
    void queuesAndDrains();
    void mayBeReleasedInsideAnyCall_data();
    void mayBeReleasedInsideAnyCall();
    void saysNothingAfterCloseNow();
    void goesOnToTheNextAddress_data();
    void goesOnToTheNextAddress();
    void takesOverAnAcceptedSocket();
    void anAcceptedSocketThatIsNoneEnds();

private:
    RecorderPtr secure(const QString &caFile,
                       const QNetworkProxy &proxy = QNetworkProxy(QNetworkProxy::NoProxy)) const;
    RecorderPtr open(bool encrypted) const { return encrypted ? secure(m_authority->caFile()) : plain(); }
    std::optional<test::ServerIdentity> identity(bool encrypted) const
    {
        return encrypted ? std::optional(m_identity) : std::nullopt;
    }
    static void plainAndTls();

    std::unique_ptr<test::TestAuthority> m_authority;
    std::unique_ptr<test::TestAuthority> m_stranger;
    test::ServerIdentity m_identity;
};

void TestQtStream::initTestCase()
{
    m_authority = std::make_unique<test::TestAuthority>();
    m_stranger = std::make_unique<test::TestAuthority>();
    m_identity = m_authority->issue({QStringLiteral("DNS:localhost"), QStringLiteral("IP:127.0.0.1")});
    QVERIFY2(m_authority->isValid(), qPrintable(m_authority->errorString()));
}

RecorderPtr TestQtStream::secure(const QString &caFile, const QNetworkProxy &proxy) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(caFile));
    return std::make_unique<test::StreamRecorder>(new QtStream(QtStream::Security::Tls, tls, proxy));
}

void TestQtStream::plainAndTls()
{
    QTest::addColumn<bool>("encrypted");
    QTest::newRow("plain") << false;
    QTest::newRow("TLS") << true;
}

void TestQtStream::carriesBytesBothWays_data()
{
    plainAndTls();
}

void TestQtStream::carriesBytesBothWays()
{
    QFETCH(bool, encrypted);
    Server server(identity(encrypted));
    const auto recorder = open(encrypted);
    recorder->stream->connectToHost(QStringLiteral("localhost"), server.serverPort());
    QTRY_COMPARE(recorder->connected, 1);
    recorder->stream->write("from us");
    QTRY_VERIFY(server.peer && server.peer->bytesAvailable() == 7);
    server.peer->write("from the peer");
    QTRY_COMPARE(recorder->bytes, QByteArray("from the peer"));
    server.peer->disconnectFromHost();
    QTRY_VERIFY(recorder->closed.has_value());
    QCOMPARE(*recorder->closed, StreamFault::None);
    QCOMPARE(recorder->closings, 1);
}

void TestQtStream::goesOnToTheNextAddress_data()
{
    QTest::addColumn<QString>("first");
    QTest::newRow("from one that keeps it waiting") << QStringLiteral("127.0.0.1");
    QTest::newRow("from one that refuses") << QStringLiteral("127.0.0.3");
}

void TestQtStream::goesOnToTheNextAddress()
{
    QFETCH(QString, first);
    const test::FullBacklog silent; // on 127.0.0.1; the next address has a server at the same port
    QTcpServer answering;
    QVERIFY(answering.listen(QHostAddress(QStringLiteral("127.0.0.2")), silent.port()));
    auto *stream = new QtStream(QtStream::Security::Plain, {}, QNetworkProxy(QNetworkProxy::NoProxy));
    const test::StreamRecorder recorder(stream);
    stream->connectToAddresses({QHostAddress(first), QHostAddress(QStringLiteral("127.0.0.2"))},
                               QStringLiteral("localhost"), silent.port());
    QTRY_COMPARE(recorder.connected, 1);
    QTRY_VERIFY(answering.hasPendingConnections());
    QCOMPARE(recorder.closings, 0);
}

void TestQtStream::onlyTrustedServersAreSpokenTo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("expired");
    QTest::addColumn<bool>("unknown");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("trusted");
    const QString localhost = QStringLiteral("DNS:localhost");
    const QString host = QStringLiteral("localhost");
    QTest::newRow("the right name from the known authority") << localhost << false << false << host << true;
    QTest::newRow("an address in the certificate")
        << QStringLiteral("IP:127.0.0.1") << false << false << QStringLiteral("127.0.0.1") << true;
    QTest::newRow("an expired certificate") << localhost << true << false << host << false;
    QTest::newRow("another host's certificate")
        << QStringLiteral("DNS:elsewhere.example") << false << false << host << false;
    QTest::newRow("an unknown authority") << localhost << false << true << host << false;
}

void TestQtStream::onlyTrustedServersAreSpokenTo()
{
    using Validity = test::TestAuthority::Validity;
    QFETCH(QString, name);
    QFETCH(bool, expired);
    QFETCH(bool, unknown);
    QFETCH(QString, host);
    QFETCH(bool, trusted);
    const test::ServerIdentity own = m_authority->issue({name}, expired ? Validity::Expired : Validity::Now);
    QVERIFY2(m_authority->isValid(), qPrintable(m_authority->errorString()));
    Server server(own);
    const auto recorder = secure(unknown ? m_stranger->caFile() : m_authority->caFile());
    recorder->stream->connectToHost(host, server.serverPort());
    QTRY_VERIFY(recorder->connected || recorder->closed);
    QCOMPARE(recorder->connected, trusted ? 1 : 0);
    if (trusted)
        return;
    QCOMPARE(*recorder->closed, StreamFault::Tls);
    QVERIFY(!recorder->detail.isEmpty());
}

void TestQtStream::serversThatDoNotSpeakTlsAreATlsFault_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("a server that answers in clear") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("a server that hangs up in the handshake") << QByteArray();
}

void TestQtStream::serversThatDoNotSpeakTlsAreATlsFault()
{
    QFETCH(QByteArray, answer);
    Server server;
    const auto recorder = secure(m_authority->caFile());
    recorder->stream->connectToHost(QStringLiteral("localhost"), server.serverPort());
    QTRY_VERIFY(server.peer && server.peer->bytesAvailable() > 0);
    server.peer->readAll();
    server.peer->write(answer);
    server.peer->disconnectFromHost();
    QTRY_VERIFY(recorder->closed.has_value());
    QCOMPARE(*recorder->closed, StreamFault::Tls);
}

void TestQtStream::sayWhatWentWrong_data()
{
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<QString>("host");
    QTest::addColumn<StreamFault>("fault");
    for (const bool encrypted : {false, true}) {
        const char *way = encrypted ? "TLS" : "plain";
        QTest::addRow("%s: a closed port is refused", way)
            << encrypted << QStringLiteral("127.0.0.1") << StreamFault::Refused;
        QTest::addRow("%s: a name without address is no DNS entry", way)
            << encrypted << QString(QString(70, u'x') + QLatin1String(".invalid")) << StreamFault::Dns;
    }
}

void TestQtStream::sayWhatWentWrong()
{
    QFETCH(bool, encrypted);
    QFETCH(QString, host);
    QFETCH(StreamFault, fault);
    quint16 port = 0;
    {
        Server server;
        port = server.serverPort();
    }
    const auto recorder = open(encrypted);
    recorder->stream->connectToHost(host, port);
    QTRY_VERIFY_WITH_TIMEOUT(recorder->closed.has_value(), 20'000);
    QCOMPARE(*recorder->closed, fault);
    QCOMPARE(recorder->closings, 1);
}

void TestQtStream::goesThroughAProxy_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("encrypted");
    QTest::newRow("plain through HTTP CONNECT") << Kind::HttpConnect << false;
    QTest::newRow("TLS through HTTP CONNECT") << Kind::HttpConnect << true;
    QTest::newRow("plain through SOCKS5") << Kind::Socks5 << false;
    QTest::newRow("TLS through SOCKS5") << Kind::Socks5 << true;
}

void TestQtStream::goesThroughAProxy()
{
    QFETCH(Kind, kind);
    QFETCH(bool, encrypted);
    test::OutboundProxy proxy(kind, Mood::Serves);
    Server server(identity(encrypted));
    const auto recorder =
        encrypted ? secure(m_authority->caFile(), through(proxy.url())) : plain(through(proxy.url()));
    recorder->stream->connectToHost(QStringLiteral("localhost"), server.serverPort());
    QTRY_COMPARE_WITH_TIMEOUT(recorder->connected, 1, 10'000);
    recorder->stream->write("over the proxy");
    QTRY_VERIFY(server.peer && server.peer->bytesAvailable() == 14);
    server.peer->write("and back");
    QTRY_COMPARE(recorder->bytes, QByteArray("and back"));
    QCOMPARE(proxy.targets(), QStringList{QStringLiteral("localhost:%1").arg(server.serverPort())});
}

void TestQtStream::aFailingProxyIsTold_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Mood>("mood");
    const std::array kinds{std::pair{Kind::HttpConnect, "HTTP CONNECT"}, std::pair{Kind::Socks5, "SOCKS5"}};
    const std::array moods{
        std::pair{Mood::Refuses, "refuses"}, std::pair{Mood::WantsPassword, "wants a password"},
        std::pair{Mood::HangsUp, "hangs up"}, std::pair{Mood::TalksNonsense, "talks nonsense"}};
    for (const auto &[kind, word] : kinds) {
        for (const auto &[mood, what] : moods)
            QTest::addRow("a proxy for %s that %s", word, what) << kind << mood;
    }
}

void TestQtStream::aFailingProxyIsTold()
{
    QFETCH(Kind, kind);
    QFETCH(Mood, mood);
    test::OutboundProxy proxy(kind, mood);
    Server server;
    const auto recorder = plain(through(proxy.url()));
    recorder->stream->connectToHost(QStringLiteral("localhost"), server.serverPort());
    QTRY_VERIFY_WITH_TIMEOUT(recorder->closed.has_value(), 20'000);
    QVERIFY2(*recorder->closed == StreamFault::OutboundProxy, qPrintable(recorder->detail));
    QCOMPARE(recorder->connected, 0);
}

void TestQtStream::deliversEverythingBeforeTheEnd_data()
{
    plainAndTls();
}

void TestQtStream::deliversEverythingBeforeTheEnd()
{
    QFETCH(bool, encrypted);
    Server server(identity(encrypted));
    const auto recorder = open(encrypted);
    recorder->stream->connectToHost(QStringLiteral("localhost"), server.serverPort());
    QTRY_COMPARE(recorder->connected, 1);
    recorder->stream->setReading(false);
    const QByteArray last(3 * QtStream::kReadBuffer, 'l');
    QTRY_VERIFY(server.peer);
    server.peer->write(last);
    server.peer->disconnectFromHost();
    QTRY_VERIFY(server.peer->bytesToWrite() < last.size());
    QVERIFY(!recorder->closed);
    recorder->stream->setReading(true);
    QTRY_VERIFY(recorder->closed.has_value());
    QCOMPARE(*recorder->closed, StreamFault::None);
    QCOMPARE(recorder->bytes.size(), last.size());
}

void TestQtStream::deliversWhatCameBeforeAResetEvenWhileReadingRests()
{
    Server server;
    const auto recorder = plain();
    recorder->stream->connectToHost(QStringLiteral("localhost"), server.serverPort());
    QTRY_COMPARE(recorder->connected, 1);
    QTRY_VERIFY(server.peer);
    recorder->stream->setReading(false);
    server.peer->write("before");
    QTRY_COMPARE(server.peer->bytesToWrite(), 0);
    for (int round = 0; round < 20; ++round)
        QCoreApplication::processEvents(); // the bytes reach QSslSocket's buffer
    const linger hard{1, 0};
    ::setsockopt(static_cast<int>(server.peer->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard,
                 sizeof hard);
    server.peer->abort();
    bool later = false;
    QTimer::singleShot(50, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!recorder->closed);
    recorder->stream->setReading(true);
    QTRY_VERIFY(recorder->closed.has_value());
    QCOMPARE(recorder->bytes, QByteArray("before"));
}

void TestQtStream::doesNotReadWhileItIsToldNotTo_data()
{
    plainAndTls();
}

void TestQtStream::doesNotReadWhileItIsToldNotTo()
{
    QFETCH(bool, encrypted);
    Server server(identity(encrypted));
    const auto recorder = open(encrypted);
    recorder->stream->connectToHost(QStringLiteral("localhost"), server.serverPort());
    QTRY_COMPARE(recorder->connected, 1);
    recorder->stream->setReading(false);
    const QByteArray block(32 * 1024 * 1024, 'b');
    QTRY_VERIFY(server.peer);
    server.peer->write(block);
    const auto waiting = [&] { return server.peer->bytesToWrite() + server.peer->encryptedBytesToWrite(); };
    QTRY_VERIFY(waiting() < block.size());
    qint64 left = -1;
    QTRY_VERIFY(std::exchange(left, waiting()) == waiting());
    QVERIFY(waiting() > block.size() / 2);
    QCOMPARE(recorder->bytes.size(), 0);
    recorder->stream->setReading(true);
    QTRY_COMPARE_WITH_TIMEOUT(recorder->bytes.size(), block.size(), 30'000);
    QVERIFY(recorder->bytes == block);
}

void TestQtStream::queuesAndDrains_data()
{
    plainAndTls();
}

void TestQtStream::queuesAndDrains()
{
    QFETCH(bool, encrypted);
    Server server(identity(encrypted));
    const auto recorder = open(encrypted);
    recorder->stream->connectToHost(QStringLiteral("localhost"), server.serverPort());
    QTRY_COMPARE(recorder->connected, 1);
    const QByteArray block(8 * 1024 * 1024, 'q');
    recorder->stream->write(block);
    QVERIFY(recorder->stream->pendingBytes() > 0);
    QByteArray got;
    connect(server.peer, &QSslSocket::readyRead, this, [&] { got += server.peer->readAll(); });
    QTRY_COMPARE_WITH_TIMEOUT(got.size() + server.peer->bytesAvailable(), block.size(), 30'000);
    QTRY_VERIFY(recorder->drained >= 1);
    QCOMPARE(recorder->stream->pendingBytes(), 0);
}

void TestQtStream::mayBeReleasedInsideAnyCall_data()
{
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<Moment>("moment");
    for (const bool encrypted : {false, true}) {
        const char *way = encrypted ? "TLS" : "plain";
        QTest::addRow("%s: when it is connected", way) << encrypted << Moment::Connected;
        QTest::addRow("%s: when bytes come", way) << encrypted << Moment::Bytes;
        QTest::addRow("%s: when it has drained", way) << encrypted << Moment::Drained;
        QTest::addRow("%s: when it has ended", way) << encrypted << Moment::Closed;
    }
}

void TestQtStream::mayBeReleasedInsideAnyCall()
{
    QFETCH(bool, encrypted);
    QFETCH(Moment, moment);
    Server server(identity(encrypted));
    const auto recorder = open(encrypted);
    QPointer<ByteStream> stream = recorder->stream.get();
    int calls = 0;
    recorder->also = [&](Moment now) {
        if (now == Moment::Connected)
            recorder->stream->write("hello");
        if (now == moment) {
            ++calls;
            recorder->stream.reset();
        }
    };
    recorder->stream->connectToHost(QStringLiteral("localhost"), server.serverPort());
    QTRY_VERIFY(!stream || (server.peer && server.peer->bytesAvailable() > 0));
    if (server.peer && stream) {
        server.peer->write("answer");
        server.peer->disconnectFromHost();
    }
    QTRY_VERIFY(!stream);
    QCOMPARE(calls, 1);
}

void TestQtStream::saysNothingAfterCloseNow()
{
    Server server;
    const auto recorder = plain();
    recorder->stream->connectToHost(QStringLiteral("localhost"), server.serverPort());
    recorder->stream->closeNow(false);
    const auto other = plain();
    other->stream->connectToHost(QStringLiteral("localhost"), server.serverPort());
    QTRY_COMPARE(other->connected, 1);
    QCOMPARE(recorder->connected + recorder->closings, 0);
}

/// As systems without FdStream take their clients.
void TestQtStream::takesOverAnAcceptedSocket()
{
    class Taker : public QTcpServer
    {
    public:
        RecorderPtr accepted;
        QHostAddress from;

    protected:
        void incomingConnection(qintptr socket) override
        {
            auto *stream = new QtStream(socket);
            from = stream->peerAddress();
            accepted = std::make_unique<test::StreamRecorder>(stream);
        }
    };
    Taker server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    client.write("knock");
    QTRY_VERIFY(server.accepted);
    QVERIFY(server.from.isLoopback());
    QTRY_COMPARE(server.accepted->bytes, QByteArray("knock"));
    server.accepted->stream->write("come in");
    QTRY_COMPARE(client.bytesAvailable(), 7);
    client.disconnectFromHost();
    QTRY_COMPARE(server.accepted->closed, StreamFault::None);
    QCOMPARE(server.accepted->connected, 0);
}

void TestQtStream::anAcceptedSocketThatIsNoneEnds()
{
    test::StreamRecorder recorder(new QtStream(qintptr(-1)));
    QTRY_COMPARE(recorder.closed, StreamFault::Reset);
    QCOMPARE(recorder.closings, 1);
}

QCC_DISPATCHER_TEST_MAIN(TestQtStream)
#include "tst_qt_stream.moc"

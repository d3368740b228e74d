// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"
#include "tests/support/dispatcher_main.h"

#include <QHostInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>

using namespace qcc;

namespace {

/// Encrypts each connection that comes.
class TlsServer : public QTcpServer
{
public:
    explicit TlsServer(const test::ServerIdentity &identity) : m_identity(identity) {}

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setLocalCertificateChain(m_identity.chain);
        socket->setPrivateKey(m_identity.key);
        connect(socket, &QSslSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
        socket->startServerEncryption();
    }

private:
    test::ServerIdentity m_identity;
};

/// Sends @p size bytes through a connected device and counts what comes back.
class Echo : public QObject
{
public:
    Echo(QIODevice &device, qsizetype size) : m_device(device), m_size(size)
    {
        connect(&device, &QIODevice::readyRead, this, [this] { m_got += m_device.readAll(); });
    }
    void start() { m_device.write(payload()); }
    bool isBack() const { return m_got == payload(); }

private:
    QByteArray payload() const { return QByteArray(m_size, 'e'); }
    QIODevice &m_device;
    qsizetype m_size;
    QByteArray m_got;
};

constexpr qsizetype kEchoed = 1024 * 1024;

} // namespace

/// Qt's own network objects at work in a thread that has the dispatcher under test.
class TestDispatcherServices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tcpServerAndSocket();
    void tlsOverTcp();
    void localServerAndSocket();
    void namesAreResolved();
    void processesAreRun();
    void allOfItInAThreadOfItsOwn();
};

void TestDispatcherServices::tcpServerAndSocket()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *peer = server.nextPendingConnection();
        connect(peer, &QTcpSocket::readyRead, peer, [peer] { peer->write(peer->readAll()); });
    });
    QTcpSocket client;
    Echo echo(client, kEchoed);
    connect(&client, &QTcpSocket::connected, &echo, &Echo::start);
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
    QTRY_VERIFY(echo.isBack());
    client.disconnectFromHost();
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
}

void TestDispatcherServices::tlsOverTcp()
{
    test::TestAuthority authority;
    const test::ServerIdentity identity = authority.issue({QStringLiteral("DNS:localhost")});
    QVERIFY2(authority.isValid(), qPrintable(authority.errorString()));
    TlsServer server(identity);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QSslSocket client;
    QSslConfiguration tls = client.sslConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(authority.caFile()));
    client.setSslConfiguration(tls);
    Echo echo(client, kEchoed);
    connect(&client, &QSslSocket::encrypted, &echo, &Echo::start);
    client.connectToHostEncrypted(QStringLiteral("localhost"), server.serverPort());
    QTRY_VERIFY_WITH_TIMEOUT(echo.isBack(), 20'000);
}

void TestDispatcherServices::localServerAndSocket()
{
    QTemporaryDir directory;
    QLocalServer server;
    QVERIFY(server.listen(directory.filePath(QStringLiteral("s"))));
    connect(&server, &QLocalServer::newConnection, this, [&] {
        QLocalSocket *peer = server.nextPendingConnection();
        connect(peer, &QLocalSocket::readyRead, peer, [peer] { peer->write(peer->readAll()); });
    });
    QLocalSocket client;
    Echo echo(client, kEchoed);
    connect(&client, &QLocalSocket::connected, &echo, &Echo::start);
    client.connectToServer(server.serverName());
    QTRY_VERIFY(echo.isBack());
}

void TestDispatcherServices::namesAreResolved()
{
    QHostInfo found;
    QHostInfo::lookupHost(QStringLiteral("localhost"), this, [&](const QHostInfo &info) { found = info; });
    QTRY_VERIFY_WITH_TIMEOUT(!found.addresses().isEmpty(), 20'000);
    QVERIFY(found.addresses().first().isLoopback());
}

void TestDispatcherServices::processesAreRun()
{
    QProcess process;
    process.start(QStringLiteral("openssl"), {QStringLiteral("version")});
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 20'000);
    QVERIFY(process.readAllStandardOutput().startsWith("OpenSSL"));
}

void TestDispatcherServices::allOfItInAThreadOfItsOwn()
{
    QThread thread;
    if (QAbstractEventDispatcher *dispatcher = test::newDispatcher())
        thread.setEventDispatcher(dispatcher);
    QObject inside;
    inside.moveToThread(&thread);
    thread.start();
    std::atomic<bool> isBack{false};
    QMetaObject::invokeMethod(&inside, [&] {
        auto *server = new QTcpServer;
        auto *client = new QTcpSocket(server);
        auto *echo = new Echo(*client, kEchoed);
        echo->setParent(server);
        connect(&thread, &QThread::finished, server, &QObject::deleteLater);
        server->listen(QHostAddress::LocalHost);
        connect(server, &QTcpServer::newConnection, server, [server] {
            QTcpSocket *peer = server->nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, peer, [peer] { peer->write(peer->readAll()); });
        });
        connect(client, &QTcpSocket::connected, echo, &Echo::start);
        connect(client, &QTcpSocket::readyRead, echo, [&isBack, echo] { isBack = echo->isBack(); });
        client->connectToHost(QHostAddress(QHostAddress::LocalHost), server->serverPort());
    });
    QTRY_VERIFY(isBack.load());
    thread.quit();
    QVERIFY(thread.wait(10'000));
}

QCC_DISPATCHER_TEST_MAIN(TestDispatcherServices)
#include "tst_dispatcher_services.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/outbound_proxies.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUrl>
#include <QtEndian>

namespace qcc::test {

/// One client of the proxy and its way on. Lives as child of the client's socket.
struct OutboundProxy::Way : QObject
{
    explicit Way(QTcpSocket *asking) : QObject(asking), client(asking) {}
    QTcpSocket *client;
    QTcpSocket *target = nullptr;
    QByteArray asked;
    bool greeted = false;
};

OutboundProxy::OutboundProxy(Kind kind, Mood mood) : m_kind(kind), m_mood(mood)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, &OutboundProxy::accept);
}

QUrl OutboundProxy::url() const
{
    QUrl url;
    url.setScheme(m_kind == Kind::HttpConnect ? QStringLiteral("http") : QStringLiteral("socks5"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_server.serverPort());
    return url;
}

void OutboundProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        auto *way = new Way(client);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, way, [this, way] { readRequest(*way); });
    }
}

void OutboundProxy::readRequest(Way &way)
{
    if (way.target) {
        way.target->write(way.client->readAll());
        return;
    }
    way.asked += way.client->readAll();
    if (m_mood == Mood::HangsUp)
        return way.client->close();
    if (m_mood == Mood::TalksNonsense) {
        way.client->write("\x7fno such protocol\r\n\r\n");
        return way.client->close();
    }
    if (m_kind == Kind::HttpConnect)
        readConnect(way);
    else
        readSocks(way);
}

void OutboundProxy::refuse(Way &way)
{
    if (m_kind == Kind::Socks5)
        way.client->write(m_mood == Mood::WantsPassword ? QByteArray("\x05\xff", 2)
                                                        : QByteArray("\x05\x02\x00\x01\0\0\0\0\0\0", 10));
    else if (m_mood == Mood::WantsPassword)
        way.client->write(
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
            "Content-Length: 0\r\n\r\n");
    else
        way.client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    way.client->disconnectFromHost();
}

void OutboundProxy::readConnect(Way &way)
{
    if (!way.asked.contains("\r\n\r\n"))
        return;
    const QByteArrayList words = way.asked.left(way.asked.indexOf("\r\n")).split(' ');
    if (m_mood != Mood::Serves || words.size() != 3 || words[0] != "CONNECT")
        return refuse(way);
    const QUrl target(QStringLiteral("tcp://") + QString::fromLatin1(words[1]));
    open(way, target.host(), static_cast<quint16>(target.port()),
         "HTTP/1.1 200 Connection established\r\n\r\n");
}

/// RFC 1928: greeting, then a CONNECT with a name or an IPv4 address.
void OutboundProxy::readSocks(Way &way)
{
    constexpr qsizetype kHead = 4;
    if (!way.greeted) {
        if (way.asked.size() < 2 || way.asked.size() < 2 + way.asked[1])
            return;
        way.asked = way.asked.mid(2 + way.asked[1]);
        way.greeted = true;
        if (m_mood == Mood::WantsPassword)
            return refuse(way);
        way.client->write("\x05\x00", 2);
    }
    if (way.asked.size() < kHead + 1)
        return;
    if (m_mood != Mood::Serves)
        return refuse(way);
    const bool named = way.asked[3] == 3;
    const qsizetype size = named ? way.asked[kHead] + 1 : 4;
    if (way.asked.size() < kHead + size + 2)
        return;
    const QByteArray host = way.asked.mid(kHead, size);
    const quint16 port = qFromBigEndian<quint16>(way.asked.constData() + kHead + size);
    const QString name = named ? QString::fromLatin1(host.mid(1))
                               : QHostAddress(qFromBigEndian<quint32>(host.constData())).toString();
    open(way, name, port, QByteArray("\x05\x00\x00\x01\0\0\0\0\0\0", 10));
}

void OutboundProxy::open(Way &way, const QString &host, quint16 port, const QByteArray &welcome)
{
    m_targets += host + u':' + QString::number(port);
    way.asked.clear();
    way.target = new QTcpSocket(&way);
    way.target->setProxy(QNetworkProxy::NoProxy);
    connect(way.target, &QTcpSocket::connected, &way, [&way, welcome] { way.client->write(welcome); });
    connect(way.target, &QTcpSocket::readyRead, &way, [&way] { way.client->write(way.target->readAll()); });
    connect(way.target, &QTcpSocket::disconnected, way.client, &QTcpSocket::disconnectFromHost);
    connect(way.target, &QTcpSocket::errorOccurred, way.client, &QTcpSocket::disconnectFromHost);
    way.target->connectToHost(host, port);
}

} // namespace qcc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/alerts/service_recorder.h"

#include <QJsonDocument>
#include <QSslServer>
#include <QSslSocket>

namespace qcc::test {

QJsonObject RecordedAsk::json() const
{
    return QJsonDocument::fromJson(body).object();
}

ServiceRecorder::ServiceRecorder(const std::optional<QSslConfiguration> &tls) : m_isTls(tls.has_value())
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ServiceRecorder::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no port");
}

QByteArray ServiceRecorder::url(const QByteArray &path) const
{
    return (m_isTls ? "https://127.0.0.1:" : "http://127.0.0.1:") +
           QByteArray::number(m_server->serverPort()) + path;
}

void ServiceRecorder::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] { read(socket, *buffer); });
        connect(socket, &QTcpSocket::disconnected, this, [this] { ++m_hungUp; });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read(socket, *buffer);
    }
}

void ServiceRecorder::read(QTcpSocket *socket, QByteArray &buffer)
{
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    RecordedAsk ask;
    const QList<QByteArray> lines = buffer.left(end).replace("\r\n", "\n").split('\n');
    ask.method = lines[0].split(' ').value(0);
    ask.target = lines[0].split(' ').value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        ask.header[lines[i].left(colon).toLower()] = lines[i].mid(colon + 1).trimmed();
    }
    const qsizetype length = ask.header["content-length"].toLongLong();
    if (buffer.size() < end + 4 + length)
        return;
    ask.body = buffer.mid(end + 4, length);
    buffer.clear();
    m_asks.push_back(ask);
    if (!silent)
        answer(socket);
}

void ServiceRecorder::answer(QTcpSocket *socket)
{
    const qint64 length = stuffing > 0 ? stuffing : body.size();
    socket->write("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(length) +
                  "\r\nConnection: close\r\n\r\n" + body);
    if (stuffing > 0)
        socket->write(QByteArray(qsizetype(stuffing) - body.size(), 'x'));
    socket->disconnectFromHost();
}

} // namespace qcc::test

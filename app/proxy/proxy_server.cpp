// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/proxy_server.h"

#include "app/proxy/client_connection.h"

#include <QHostInfo>
#include <QNetworkProxy>

#ifdef Q_OS_UNIX
#include "app/io/fd_stream.h"
#endif

namespace qcc {

namespace {
constexpr int kBacklog = 1024; ///< connections the system holds until they are taken
}

ProxyServer::ProxyServer(ProxyHost &host, const ProxyLimits &limits, QObject *parent)
    : QTcpServer(parent), m_host(host), m_limits(limits), m_grace([this] { graceOver(); })
{
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(kBacklog);
}

ProxyServer::~ProxyServer()
{
    close();
    for (ClientConnection *connection : std::exchange(m_connections, {}))
        delete connection;
}

Result<ListenAddress> ProxyServer::open(const QString &address, quint16 port)
{
    const QHostAddress host = address == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(address);
    const QString name = address + QLatin1Char(':') + QString::number(port);
    if (host.isNull())
        return Refusal{RefusalCode::ListenFailed, name, QStringLiteral("not a numeric address")};
    if (!listen(host, port))
        return Refusal{RefusalCode::ListenFailed, name, errorString()};
    m_address = ListenAddress{host.toString(), serverPort(), QHostInfo::localHostName()};
    return m_address;
}

void ProxyServer::incomingConnection(qintptr socket)
{
    const bool room = makeRoom();
    auto *connection = new ClientConnection(StreamPtr(new FdStream(static_cast<int>(socket))), *this);
    m_connections.insert(connection);
    if (!room) {
        connection->turnAway(errorAnswer(503, QStringLiteral("QCC: too many connections (%1).").arg(m_limits.connections),
                                         {{"retry-after", "1"}}));
    }
}

/// At the limit, a connection that rests between two requests gives way.
bool ProxyServer::makeRoom()
{
    if (connectionCount() < m_limits.connections)
        return true;
    const auto idle = std::find_if(m_connections.begin(), m_connections.end(), [](const ClientConnection *c) { return c->isIdle(); });
    if (idle == m_connections.end())
        return false;
    (*idle)->closeNow();
    return true;
}

int ProxyServer::requestCount() const
{
    return static_cast<int>(std::count_if(m_connections.begin(), m_connections.end(),
                                          [](const ClientConnection *c) { return c->hasRequest(); }));
}

GuardDecision ProxyServer::guardRequest(const RequestHead &head) const
{
    return guard(head, m_address, m_host.via(), [this](QByteArrayView candidate) { return m_host.tokenMatches(candidate); });
}

RequestCourse *ProxyServer::newCourse(AcceptedRequest request, AnswerSink &sink)
{
    return new RequestCourse(std::move(request), m_limits, m_replayBudget, m_host, sink);
}

void ProxyServer::connectionGone(ClientConnection *connection)
{
    if (m_connections.erase(connection) == 0)
        return;
    connection->deleteLater();
    if (m_stopping)
        checkStopped();
}

void ProxyServer::stopGracefully()
{
    if (m_stopping)
        return;
    m_stopping = true;
    close();
    const auto connections = m_connections; // closing takes them out
    for (ClientConnection *connection : connections)
        connection->closeSoon();
    m_grace.set(m_limits.stopGrace);
    checkStopped();
}

void ProxyServer::graceOver()
{
    const auto connections = m_connections;
    for (ClientConnection *connection : connections)
        connection->closeNow();
    checkStopped();
}

void ProxyServer::checkStopped()
{
    if (!m_connections.empty())
        return;
    m_grace.clear();
    QMetaObject::invokeMethod(this, &ProxyServer::stopped, Qt::QueuedConnection);
}

} // namespace qcc

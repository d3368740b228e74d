// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/proxy_server.h"

#include "app/io/plain_stream.h"
#include "app/proxy/client_connection.h"
#include "app/proxy/listen_socket.h"
#include "models/rules/request_target.h"

namespace qcc {

namespace {
QByteArray pageText(OwnPage page, const ProxyHost &host)
{
    switch (page) {
    case OwnPage::Metrics:
        return host.metricsText();
    case OwnPage::Status:
        return host.statusJson();
    case OwnPage::None:
        return {};
    }
    Q_UNREACHABLE();
}
} // namespace

ProxyServer::ProxyServer(ProxyHost &host, const ProxyLimits &limits, QObject *parent)
    : QObject(parent), m_host(host), m_limits(limits), m_held(m_limits, [this] { return m_host.now(); }),
      m_grace([this] { graceOver(); })
{
}

ProxyServer::~ProxyServer()
{
    m_door.reset();
    m_connections.clear();
    // Those that have ended and wait for their deletion as well: their requests know our limits and budget.
    qDeleteAll(findChildren<ClientConnection *>(Qt::FindDirectChildrenOnly));
}

std::unique_ptr<ListenSocket> ProxyServer::newDoor()
{
    return std::make_unique<ListenSocket>([this](qintptr socket) { take(socket); });
}

Result<ListenAddress> ProxyServer::open(const QString &address, quint16 port)
{
    if (m_stopping)
        return Refusal{RefusalCode::ListenFailed, address + QLatin1Char(':') + QString::number(port),
                       QStringLiteral("it is being stopped")};
    std::unique_ptr<ListenSocket> fresh = newDoor();
    Result<ListenAddress> opened = fresh->open(address, port);
    if (!opened && m_door && port == m_address.port)
        opened = changeDoors(*fresh, address, port);
    if (!opened)
        return opened;
    if (m_door)
        retireConnections();
    m_door = std::move(fresh);
    m_address = *opened;
    return m_address;
}

/// "127.0.0.1" and "0.0.0.0" can't listen at the same port at the same time.
Result<ListenAddress> ProxyServer::changeDoors(ListenSocket &fresh, const QString &address, quint16 port)
{
    m_door->close();
    Result<ListenAddress> opened = fresh.open(address, port);
    if (!opened && !m_door->open(m_address.host, m_address.port))
        m_door.reset(); // somebody was quicker
    return opened;
}

void ProxyServer::take(qintptr socket)
{
    const bool room = makeRoom();
    AcceptedStream accepted = acceptedStream(socket);
    const PeerPlace peer = accepted.fromThisMachine ? PeerPlace::ThisMachine : PeerPlace::Elsewhere;
    if (!room && connectionCount() >= m_limits.connections + m_limits.turnedAway)
        return; // closes it
    auto *connection = new ClientConnection(std::move(accepted.stream), *this, peer);
    m_connections.insert(connection);
    if (!room) {
        connection->turnAway(
            errorAnswer(503, QStringLiteral("QCC: too many connections (%1).").arg(m_limits.connections),
                        {{"retry-after", "1"}}));
    }
}

/// At the limit, the connection that has rested longest between two requests gives way.
bool ProxyServer::makeRoom()
{
    if (connectionCount() < m_limits.connections)
        return true;
    ClientConnection *longest = nullptr;
    for (ClientConnection *each : m_connections) {
        if (each->isIdle() && (!longest || each->idleSince() < longest->idleSince()))
            longest = each;
    }
    if (longest)
        longest->closeNow();
    return longest;
}

int ProxyServer::requestCount() const
{
    return static_cast<int>(std::count_if(m_connections.begin(), m_connections.end(),
                                          [](const ClientConnection *c) { return c->hasRequest(); }));
}

GuardDecision ProxyServer::guardRequest(const RequestHead &head, PeerPlace peer) const
{
    return guard(
        head, m_address, m_host.via(),
        [this](QByteArrayView candidate) { return m_host.tokenMatches(candidate); }, peer);
}

OwnAnswer ProxyServer::ownPageAnswer(const QByteArray &originForm) const
{
    const OwnPage page = ownPage(originForm).value_or(OwnPage::None);
    const QByteArray text = pageText(page, m_host);
    if (text.isEmpty())
        return errorAnswer(404, QStringLiteral("QCC: there is nothing here."));
    return pageAnswer(
        page == OwnPage::Metrics ? "text/plain; version=0.0.4; charset=utf-8" : "application/json", text);
}

RequestCourse *ProxyServer::newCourse(AcceptedRequest request, AnswerSink &sink)
{
    return new RequestCourse(std::move(request), m_limits, m_replayBudget, m_held, m_host, sink);
}

void ProxyServer::connectionGone(ClientConnection *connection)
{
    if (m_connections.erase(connection) == 0)
        return;
    connection->deleteLater();
    if (m_stopping)
        checkStopped();
}

void ProxyServer::closeDoor()
{
    if (!m_door)
        return;
    m_door.reset();
    retireConnections();
}

void ProxyServer::retireConnections()
{
    const auto connections = m_connections; // closing takes them out
    for (ClientConnection *connection : connections)
        connection->closeSoon();
    if (!m_connections.empty())
        m_grace.set(m_limits.stopGrace);
}

void ProxyServer::stopGracefully()
{
    if (std::exchange(m_stopping, true))
        return;
    m_door.reset();
    m_held.close();
    retireConnections();
    checkStopped();
}

/// Those that came after a door was opened again are not meant.
void ProxyServer::graceOver()
{
    const auto connections = m_connections;
    for (ClientConnection *connection : connections) {
        if (connection->closesSoon())
            connection->closeNow();
    }
    if (m_stopping)
        checkStopped();
}

void ProxyServer::checkStopped()
{
    if (!m_connections.empty() || std::exchange(m_stopped, true))
        return;
    m_grace.clear();
    QMetaObject::invokeMethod(this, &ProxyServer::stopped, Qt::QueuedConnection);
}

} // namespace qcc

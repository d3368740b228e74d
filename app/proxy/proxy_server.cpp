// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/proxy_server.h"

#include "app/proxy/client_connection.h"

#include "models/rules/request_target.h"

#include <QHostInfo>
#include <QNetworkProxy>

#include "app/io/fd_stream.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace qcc {

namespace {
constexpr int kBacklog = 1024; ///< connections the system holds until they are taken
constexpr milliseconds kAcceptPause{100};
/// Unsent bytes that the system may hold for one client: a stalled reader costs little, and a slow one shows
/// its progress.
constexpr int kUnsentInSystem = 128 * 1024;

void boundUnsent([[maybe_unused]] int socket)
{
#ifdef TCP_NOTSENT_LOWAT
    ::setsockopt(socket, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &kUnsentInSystem, sizeof kUnsentInSystem);
#endif
}

/// Loopback, in IPv6's form too. What can't be told is not believed to be here.
PeerPlace peerPlace(int socket)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const bool known = ::getpeername(socket, generic, &size) == 0 &&
                       (address.ss_family == AF_INET || address.ss_family == AF_INET6);
    return known && QHostAddress(generic).isLoopback() ? PeerPlace::ThisMachine : PeerPlace::Elsewhere;
}
} // namespace

ProxyServer::ProxyServer(ProxyHost &host, const ProxyLimits &limits, QObject *parent)
    : QTcpServer(parent), m_host(host), m_limits(limits), m_grace([this] { graceOver(); }),
      m_acceptAgain([this] { acceptAgain(); })
{
    connect(this, &QTcpServer::acceptError, this, [this] { m_acceptAgain.set(kAcceptPause); });
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(kBacklog);
}

ProxyServer::~ProxyServer()
{
    close();
    m_connections.clear();
    // Those that have ended and wait for their deletion as well: their requests know our limits and budget.
    qDeleteAll(findChildren<ClientConnection *>(Qt::FindDirectChildrenOnly));
}

Result<ListenAddress> ProxyServer::open(const QString &address, quint16 port)
{
    const QHostAddress host =
        address == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(address);
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
    boundUnsent(static_cast<int>(socket));
    const PeerPlace peer = peerPlace(static_cast<int>(socket));
    StreamPtr stream(new FdStream(static_cast<int>(socket)));
    if (!room && connectionCount() >= m_limits.connections + m_limits.turnedAway)
        return; // closes it
    auto *connection = new ClientConnection(std::move(stream), *this, peer);
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

/// QTcpServer stops taking connections when the system refuses one (no descriptors left, for example); they
/// go on waiting meanwhile.
void ProxyServer::acceptAgain()
{
    if (isListening())
        resumeAccepting();
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
    const bool metrics = ownPage(originForm) == OwnPage::Metrics;
    const QByteArray text = metrics ? m_host.metricsText() : m_host.statusJson();
    if (text.isEmpty())
        return errorAnswer(404, QStringLiteral("QCC: there is nothing here."));
    return pageAnswer(metrics ? "text/plain; version=0.0.4; charset=utf-8" : "application/json", text);
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
    if (!m_connections.empty() || std::exchange(m_stopped, true))
        return;
    m_grace.clear();
    QMetaObject::invokeMethod(this, &ProxyServer::stopped, Qt::QueuedConnection);
}

} // namespace qcc

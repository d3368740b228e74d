// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/proxy/answer_sink.h"
#include "app/proxy/proxy_host.h"
#include "app/proxy/proxy_limits.h"
#include "app/proxy/request_course.h"
#include "app/upstream/replay_buffer.h"
#include "models/domain/result.h"
#include "models/rules/guard.h"

#include <QTcpServer>

#include <unordered_set>

namespace qcc {

class ClientConnection;

/// Listens for clients and keeps their connections. Engine thread.
class ProxyServer final : public QTcpServer
{
    Q_OBJECT
public:
    ProxyServer(ProxyHost &host, const ProxyLimits &limits, QObject *parent = nullptr);
    ~ProxyServer() override;

    /// @p address: a numeric address or "localhost"; port 0 takes a free one.
    Result<ListenAddress> open(const QString &address, quint16 port);
    /// Takes no more connections and requests; running ones get ProxyLimits::stopGrace. stopped() follows.
    void stopGracefully();

    int connectionCount() const { return static_cast<int>(m_connections.size()); }
    int requestCount() const;
    const ProxyLimits &limits() const { return m_limits; }

    // For ClientConnection:
    GuardDecision guardRequest(const RequestHead &head, PeerPlace peer) const;
    OwnAnswer ownPageAnswer(const QByteArray &originForm) const;
    RequestCourse *newCourse(AcceptedRequest request, AnswerSink &sink);
    void connectionGone(ClientConnection *connection);

Q_SIGNALS:
    void stopped();

protected:
    void incomingConnection(qintptr socket) override;

private:
    bool makeRoom();
    void acceptAgain();
    void graceOver();
    void checkStopped();

    ProxyHost &m_host;
    ProxyLimits m_limits;
    ListenAddress m_address;
    ReplayBudget m_replayBudget;
    std::unordered_set<ClientConnection *> m_connections;
    Deadline m_grace;
    Deadline m_acceptAgain;
    bool m_stopping = false;
    bool m_stopped = false;
};

} // namespace qcc

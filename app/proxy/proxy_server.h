// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/proxy/answer_sink.h"
#include "app/proxy/hold_queue.h"
#include "app/proxy/proxy_host.h"
#include "app/proxy/proxy_limits.h"
#include "app/proxy/request_course.h"
#include "app/upstream/replay_buffer.h"
#include "models/domain/result.h"
#include "models/rules/guard.h"

#include <memory>
#include <unordered_set>

namespace qcc {

class ClientConnection;
class ListenSocket;

/// Listens for clients and keeps their connections. Engine thread.
///
///   Closed <--closeDoor()--  --open()--> Listening (elsewhere too, by a further open())
///      \------------stopGracefully()-----------/----> stopping --the last connection is gone--> stopped()
class ProxyServer final : public QObject
{
    Q_OBJECT
public:
    ProxyServer(ProxyHost &host, const ProxyLimits &limits, QObject *parent = nullptr);
    ~ProxyServer() override;

    /// Listens there from now on: @p address: a numeric address or "localhost"; port 0 takes a free one. The
    /// clients of an address left behind are treated as by closeDoor(). ListenFailed: nothing has changed.
    Result<ListenAddress> open(const QString &address, quint16 port);
    /// Takes no more connections; those there are get no further request, and ProxyLimits::stopGrace for the
    /// one that runs.
    void closeDoor();
    bool isListening() const { return m_door != nullptr; }
    /// Takes no more connections and requests; running ones get ProxyLimits::stopGrace. stopped() follows.
    void stopGracefully();

    int connectionCount() const { return static_cast<int>(m_connections.size()); }
    int requestCount() const;
    /// Requests that wait for the end of a limit.
    const HoldQueue &held() const { return m_held; }
    /// Something that plans are made of has changed: those that wait may go on.
    void reconsiderHeld() { m_held.reconsider(); }
    const ProxyLimits &limits() const { return m_limits; }

    // For ClientConnection:
    GuardDecision guardRequest(const RequestHead &head, PeerPlace peer) const;
    OwnAnswer ownPageAnswer(const QByteArray &originForm) const;
    RequestCourse *newCourse(AcceptedRequest request, AnswerSink &sink);
    void connectionGone(ClientConnection *connection);

Q_SIGNALS:
    void stopped();

private:
    void take(qintptr socket);
    bool makeRoom();
    Result<ListenAddress> changeDoors(ListenSocket &fresh, const QString &address, quint16 port);
    std::unique_ptr<ListenSocket> newDoor();
    void retireConnections();
    void graceOver();
    void checkStopped();

    ProxyHost &m_host;
    ProxyLimits m_limits;
    std::unique_ptr<ListenSocket> m_door; ///< null: not listening
    ListenAddress m_address;              ///< of the last door
    ReplayBudget m_replayBudget;
    HoldQueue m_held;
    std::unordered_set<ClientConnection *> m_connections;
    Deadline m_grace;
    bool m_stopping = false;
    bool m_stopped = false;
};

} // namespace qcc

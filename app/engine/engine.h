// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/command_door.h"
#include "app/engine/command_desk.h"
#include "app/engine/engine_clock.h"
#include "app/engine/running_attempts.h"
#include "app/proxy/proxy_server.h"
#include "app/upstream/pooled_transport.h"
#include "app/upstream/qnam_transport.h"

namespace qcc {

/// Owns what is known at run time, asks the rules and lets the proxy carry out what they say. Settings come
/// from the storage thread, whole and unchangeable. Lives on the engine's thread; no lock, no wait.
class Engine final : public QObject, public ProxyHost, public CommandDoor
{
    Q_OBJECT
public:
    Engine(const QString &home, SharedSettings settings, const ProxyLimits &limits = {});

    Result<ListenAddress> open(const QString &host, quint16 port);
    CommandDesk &desk() { return m_desk; }

    // ProxyHost
    TimePoint now() const override { return m_clock.now(); }
    double jitter() override;
    quint64 nextRequestNumber() override { return ++m_lastRequest; }
    const ViaPseudonym &via() const override { return m_via; }
    bool tokenMatches(QByteArrayView candidate) const override;
    RoutingPlan plan(const RequestFacts &facts) override;
    std::optional<EndpointTarget> target(const EndpointId &endpoint) override;
    UpstreamTransport &transport(const Endpoint &endpoint) override;
    void attemptStarted(const RequestFacts &facts, const Candidate &candidate) override;
    void attemptEnded(const RequestFacts &facts, const Candidate &candidate, const Outcome &outcome) override;
    void requestEnded(const RequestRecord &record) override;

    // CommandDoor
    void submit(Command command, std::function<void(Result<Done>)> done) override;
    const Settings &settings() const override { return m_settings->settings; }
    ProxySnapshot snapshot() const override;
    const Secret &localToken() const override { return m_token; }
    void requestStop() override;

public Q_SLOTS:
    void adopt(const qcc::SharedSettings &settings);

Q_SIGNALS:
    /// A request that did not simply go well at its first candidate.
    void requestNoted(const qcc::RequestRecord &record);
    void stopping(int runningRequests);
    void stopped();

private:
    void indexEndpoints();
    void remember(const RequestRecord &record);

    QString m_home;
    SharedSettings m_settings;
    Secret m_token; ///< of the first settings, for good: another would lock out clients that it let in
    EngineClock m_clock;
    TimePoint m_startedAt;
    ViaPseudonym m_via;
    QString m_listenUrl;
    std::map<EndpointId, Endpoint> m_endpoints;
    EndpointStates m_states;
    RunningAttempts m_attempts;
    SessionTable m_sessions;
    quint64 m_lastRequest = 0;
    quint64 m_served = 0;
    quint64 m_failed = 0;
    quint64 m_spilledOver = 0;
    CommandDesk m_desk;
    PooledTransport m_pooled;
    QnamTransport m_qnam;
    ProxyServer m_proxy; ///< last: its connections use all of the above while they end
};

} // namespace qcc

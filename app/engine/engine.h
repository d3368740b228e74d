// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/command_door.h"
#include "app/engine/channel_desk.h"
#include "app/engine/command_desk.h"
#include "app/engine/failover_loop.h"
#include "app/engine/health_sampler.h"
#include "app/engine/record_batch.h"
#include "app/engine/running_attempts.h"
#include "app/engine/serving_desk.h"
#include "app/engine/traffic_counters.h"
#include "app/health/health_monitor.h"
#include "app/health/probe_desk.h"
#include "app/health/wake_watch.h"
#include "app/proxy/proxy_server.h"
#include "app/upstream/pooled_transport.h"
#include "app/upstream/qnam_transport.h"

namespace qcc {

enum class HealthChecks { On, Off };

/// Owns what is known at run time, asks the rules and lets the proxy and the health monitor carry out what
/// they say. Settings come from the storage thread, whole and unchangeable. Lives on the engine's thread; no
/// lock, no wait.
class Engine final : public QObject, public ProxyHost, public CommandDoor, public HealthHost
{
    Q_OBJECT
public:
    Engine(const QString &home, SharedSettings settings, const ProxyLimits &limits = {},
           const HealthOptions &health = {});

    /// The control loop begins; connect before.
    void begin(RememberedState remembered, HealthChecks checks);
    CommandDesk &desk() { return m_desk; }
    FailoverLoop &loop() { return m_loop; }
    ServingDesk &serving() { return m_serving; }
    ChannelDesk &channels() { return m_channels; }

    // ProxyHost
    TimePoint now() const override { return m_clock.now(); }
    double jitter() override;
    quint64 nextRequestNumber() override { return ++m_lastRequest; }
    const ViaPseudonym &via() const override { return m_via; }
    bool tokenMatches(QByteArrayView candidate) const override;
    RoutingPlan plan(const RequestFacts &facts) override;
    bool mayComeAgain(const QByteArray &session) const override;
    std::optional<EndpointTarget> target(const EndpointId &endpoint) override;
    UpstreamTransport &transport(const Endpoint &endpoint) override;
    void attemptStarted(const RequestFacts &facts, const Candidate &candidate) override;
    void attemptEnded(const RequestFacts &facts, const Candidate &candidate, const Outcome &outcome) override;
    void requestEnded(const RequestRecord &record) override;
    QByteArray metricsText() const override;
    QByteArray statusJson() const override;

    // CommandDoor
    void submit(Command command, std::function<void(Result<Done>)> done) override;
    void switchConfig(SwitchConfig command, std::function<void(Result<Done>)> done) override;
    void releasePin(std::function<void(Result<Done>)> done) override;
    void check(const QString &config, std::function<void(Result<std::vector<CheckReport>>)> done) override;
    void probe(ProbeEndpoint draft, const QObject &asker,
               std::function<void(Result<CheckReport>)> done) override;
    std::vector<SessionSnapshot> sessions() const override;
    void moveSession(MoveSession command, std::function<void(Result<Done>)> done) override;
    void serve(bool on, std::function<void(Result<Done>)> done) override;
    void listenOn(const QString &host, quint16 port, std::function<void(Result<Done>)> done) override;
    void testChannel(PutChannel draft, std::function<void(Result<Done>)> done) override;
    Result<Secret> revealKey(const EndpointId &endpoint) const override;
    void renewToken(std::function<void(Result<Secret>)> done) override;
    const Settings &settings() const override { return m_shownSettings; }
    ProxySnapshot snapshot() const override;
    const Secret &localToken() const override { return m_token; }
    const DoorNews &news() const override { return m_news; }
    void requestStop() override;

    // HealthHost
    quint64 nextCheckNumber() override { return kCheckNumbers + ++m_lastCheck; }
    const Settings &checkedSettings() const override { return m_settings->settings; }
    const FailoverState &failoverState() const override { return m_loop.state(); }
    bool inTrouble() const override { return qcc::inTrouble(m_loop.state(), m_loop.setup()); }
    bool hasKey(const EndpointId &endpoint) const override { return m_settings->keys.contains(endpoint); }
    std::optional<Secret> keyOf(const EndpointId &endpoint) override;
    UpstreamTransport &transportFor(const Endpoint &endpoint) override { return transport(endpoint); }
    void checked(const CheckReport &report, quint64 number) override;

public Q_SLOTS:
    /// As a command has made them.
    void adopt(const qcc::SharedSettings &settings);
    /// As a person's editor has made them: the active config may be another too.
    void adoptEdited(const qcc::SharedSettings &settings);
    /// The answers to activeChanged(): the settings file names it, or could not be written.
    void activeSaved(const QString &config);
    void activeNotSaved() { --m_activeSaves; }
    void eventCommitted(const qcc::FailoverEvent &event);
    /// Why nothing is written into the history; none: it is.
    void noteHistory(const std::optional<qcc::Refusal> &trouble);
    /// Why the settings files can't be used as they are; none: they can.
    void noteSettings(const std::optional<qcc::Refusal> &trouble) { m_settingsTrouble = trouble; }

Q_SIGNALS:
    void requestsFinished(const qcc::SharedRecords &records);
    void sampled(const qcc::HealthSample &sample);
    /// The active config is another: the settings file is to say so.
    void activeChanged(const QString &config);
    /// A request that did not simply go well at its first candidate.
    void requestNoted(const qcc::RequestRecord &record);
    /// The history can't be written, or can again: raised by the engine itself, not by its control loop.
    void historyAlertRaised(const qcc::Alert &alert);
    void historyAlertCleared(const qcc::Alert &alert);
    void stopping(int runningRequests);
    void stopped();

private:
    /// Above every request's number: evidence of both is told apart.
    static constexpr quint64 kCheckNumbers = quint64(1) << 63;

    void indexEndpoints();
    std::vector<EndpointId> forgetChanged(const SharedSettings &before,
                                          const std::map<EndpointId, Endpoint> &old);
    void takeOver(const SharedSettings &settings, const std::optional<QString> &activeByHand);
    void activate(const QString &config);
    void nameActiveInFile();
    void adoptToken(const SharedSecret &token) { m_token = token->clone(); }
    void forgetWay(const EndpointId &endpoint);
    void wokeUp();
    void noteSession(const RequestFacts &facts, const Candidate &candidate, const Outcome &outcome);
    bool mayServe(const QString &config) const;
    bool canServe(const QString &config) const;
    void keepSessions(const std::optional<Rename> &renamed);
    void restoreSessions(const std::vector<ServedTurn> &turns);

    QString m_home;
    SharedSettings m_settings;
    Settings m_shownSettings; ///< the same, with the config that is active now
    int m_activeSaves = 0;    ///< under way on the storage thread
    Secret
        m_token; ///< of the first settings until it is renewed: another would lock out clients that it let in
    EngineClock m_clock;
    TimePoint m_startedAt;
    ViaPseudonym m_via;
    std::map<EndpointId, Endpoint> m_endpoints;
    FailoverLoop m_loop;
    HealthSampler m_sampler;
    std::map<QString, std::function<void(Result<Done>)>> m_switches; ///< by event id, until it is stored
    RunningAttempts m_attempts;
    SessionTable m_sessions;
    quint64 m_lastRequest = 0;
    quint64 m_lastCheck = 0;
    TrafficCounters m_counters;
    std::optional<Alert> m_historyTrouble;
    std::optional<Refusal> m_settingsTrouble;
    DoorNews m_news;
    RecordBatch m_records;
    CommandDesk m_desk;
    ChannelDesk m_channels;
    PooledTransport m_pooled;
    QnamTransport m_qnam;
    HealthMonitor m_monitor;
    ProbeDesk m_probes;
    WakeWatch m_wake;
    HealthChecks m_checks = HealthChecks::Off;
    ProxyServer m_proxy; ///< its connections use all of the above while they end
    ServingDesk m_serving;
};

} // namespace qcc

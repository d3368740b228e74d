// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/health_monitor.h"
#include "app/sim/sim_provider.h"
#include "app/upstream/pooled_transport.h"
#include "app/upstream/qnam_transport.h"

namespace qcc::test {

/// What the engine is to the monitor: owner of settings and state, and of simulated providers to look after.
/// Folds reports into the state only as far as the schedule and the ladder read it. The clock can be moved.
class HealthStage final : public HealthHost
{
public:
    struct Told
    {
        CheckReport report;
        quint64 number = 0;
    };

    HealthStage();

    /// A provider that accepts the key of endpoint @p id, made together with the endpoint, as the last one of
    /// @p config (made too, when missing).
    sim::SimProvider &addProvider(const QString &id, const QString &config = QStringLiteral("main"),
                                  Priority priority = Priority::Primary, sim::SimOptions options = {});
    Endpoint &endpoint(const QString &id);
    EndpointState &stateOf(const QString &id) { return state.endpoints[EndpointId{id}]; }
    static QByteArray keyNamed(const QString &id) { return "sk-secret-of-" + id.toLatin1(); }
    void moveTime(milliseconds span) { m_offset += span; }
    /// As if traffic had just gone well there.
    void trafficSucceeds(const QString &id);
    /// Reports of one endpoint, oldest first.
    std::vector<CheckReport> reportsOf(const QString &id) const;

    TimePoint now() const override;
    double jitter() override { return 0.5; }
    quint64 nextCheckNumber() override { return ++m_number; }
    const ViaPseudonym &via() const override { return m_via; }
    const Settings &checkedSettings() const override { return settings; }
    const FailoverState &failoverState() const override { return state; }
    bool inTrouble() const override { return trouble; }
    bool hasKey(const EndpointId &endpoint) const override { return keys.contains(endpoint); }
    std::optional<Secret> keyOf(const EndpointId &endpoint) override;
    UpstreamTransport &transportFor(const Endpoint &endpoint) override;
    void checked(const CheckReport &report, quint64 number) override;

    Settings settings;
    FailoverState state;
    std::map<EndpointId, QByteArray> keys;
    bool trouble = false;
    std::vector<Told> told;
    std::function<void(const CheckReport &)> alsoTold;

private:
    milliseconds m_offset{0};
    quint64 m_number = 100;
    ViaPseudonym m_via{"qcc-0011223344556677"};
    PooledTransport m_pooled;
    QnamTransport m_qnam;
    std::vector<std::unique_ptr<sim::SimProvider>> m_providers;
};

/// Which endpoints a row is run with: pooled (false), qnam (true). QNetworkAccessManager hands bytes from its
/// thread to ours under locks of Qt's, which is not instrumented, so that ThreadSanitizer sees races where
/// there are none: its rows rest there.
#ifdef __SANITIZE_THREAD__
inline constexpr std::array kTransports{false};
#else
inline constexpr std::array kTransports{false, true};
#endif

/// Paths of the requests that a provider received, in order.
QByteArrayList pathsAt(const sim::SimProvider &provider);

} // namespace qcc::test

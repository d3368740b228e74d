// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/tray_state.h"

#include <QTest>

using namespace qcc;

namespace {

using Change = std::function<void(Settings &, ProxySnapshot &)>;

void addConfig(ProxySnapshot &snapshot, const char *name, Priority priority)
{
    ConfigSnapshot config;
    config.config = QString::fromLatin1(name);
    config.priority = priority;
    config.health.status = HealthStatus::Healthy;
    config.health.healthyEndpoints = config.health.totalEndpoints = 1;
    snapshot.failover.configs.push_back(config);
    EndpointSnapshot endpoint;
    endpoint.config = config.config;
    snapshot.endpoints.push_back(endpoint);
}

/// one (active) and two in primary, three in secondary, four disabled; all well.
ProxySnapshot allWell()
{
    ProxySnapshot snapshot;
    snapshot.home = QStringLiteral("/home");
    snapshot.pid = 1;
    addConfig(snapshot, "one", Priority::Primary);
    addConfig(snapshot, "two", Priority::Primary);
    addConfig(snapshot, "three", Priority::Secondary);
    addConfig(snapshot, "four", Priority::Disabled);
    snapshot.failover.active = QStringLiteral("one");
    return snapshot;
}

void activate(ProxySnapshot &snapshot, const char *name)
{
    snapshot.failover.active = QString::fromLatin1(name);
}

void raise(ProxySnapshot &snapshot, AlertKind kind)
{
    Alert alert;
    alert.kind = kind;
    snapshot.failover.alerts.push_back(alert);
}

} // namespace

Q_DECLARE_METATYPE(Change)

/// How things stand, in one word.
class TestTrayState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStateIsTold_data();
    void theStateIsTold();
    void aFreshSnapshotTellsNothing() { QCOMPARE(trayStateOf({}, {}), TrayState::Unknown); }
};

void TestTrayState::theStateIsTold_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<TrayState>("state");
    const auto row = [](const char *name, TrayState state, const Change &change) {
        QTest::newRow(name) << change << state;
    };
    row("the best config works", TrayState::AllWell, [](Settings &, ProxySnapshot &) {});
    row("automatic failover is off", TrayState::Paused,
        [](Settings &s, ProxySnapshot &) { s.policy.autoFailoverEnabled = false; });
    row("the active config is degraded", TrayState::Degraded,
        [](Settings &, ProxySnapshot &p) { p.failover.configs[0].health.status = HealthStatus::Degraded; });
    row("the active config is down, and nobody has taken over yet", TrayState::Degraded,
        [](Settings &, ProxySnapshot &p) { p.failover.configs[0].health.status = HealthStatus::Unhealthy; });
    row("a trouble is seen although automation is paused", TrayState::Degraded,
        [](Settings &s, ProxySnapshot &p) {
            s.policy.autoFailoverEnabled = false;
            p.failover.configs[0].health.status = HealthStatus::Degraded;
        });
    row("an alert stands", TrayState::Degraded,
        [](Settings &, ProxySnapshot &p) { raise(p, AlertKind::KeyRejected); });
    row("every endpoint of the active config is held back", TrayState::Degraded,
        [](Settings &, ProxySnapshot &p) { p.endpoints[0].condition = EndpointCondition::Limited; });
    row("every endpoint of the active config is overloaded for a model", TrayState::Degraded,
        [](Settings &, ProxySnapshot &p) {
            p.endpoints[0].modelHolds = {{QStringLiteral("claude-x"), false, {}}};
        });
    row("a model is not offered there", TrayState::AllWell, [](Settings &, ProxySnapshot &p) {
        p.endpoints[0].modelHolds = {{QStringLiteral("claude-x"), true, {}}};
    });
    row("another endpoint of it takes the overloaded model", TrayState::AllWell,
        [](Settings &, ProxySnapshot &p) {
            p.endpoints.push_back(p.endpoints[0]);
            p.endpoints[0].modelHolds = {{QStringLiteral("claude-x"), false, {}}};
            p.endpoints.back().modelHolds = {{QStringLiteral("claude-y"), false, {}}};
        });
    row("an endpoint of another config is held back", TrayState::AllWell,
        [](Settings &, ProxySnapshot &p) { p.endpoints[1].condition = EndpointCondition::Limited; });
    row("another config is down", TrayState::AllWell,
        [](Settings &, ProxySnapshot &p) { p.failover.configs[1].health.status = HealthStatus::Unhealthy; });
    row("served by a lower group", TrayState::FailedOver,
        [](Settings &, ProxySnapshot &p) { activate(p, "three"); });
    row("served by a lower group, by a person's choice", TrayState::AllWell,
        [](Settings &, ProxySnapshot &p) {
            activate(p, "three");
            p.failover.pinned = true;
        });
    row("served by a lower group, by a person's choice, while a better one is down", TrayState::Degraded,
        [](Settings &, ProxySnapshot &p) {
            activate(p, "three");
            p.failover.pinned = true;
            p.failover.configs[0].health.status = HealthStatus::Unhealthy;
        });
    row("requests wait", TrayState::Degraded, [](Settings &, ProxySnapshot &p) { p.heldRequests = 2; });
    row("requests wait although another config has taken over", TrayState::Degraded,
        [](Settings &, ProxySnapshot &p) {
            activate(p, "three");
            p.heldRequests = 2;
        });
    row("served by a lower group, for the better one is switched off", TrayState::AllWell,
        [](Settings &, ProxySnapshot &p) {
            activate(p, "three");
            p.failover.configs[0].groupEnabled = p.failover.configs[1].groupEnabled = false;
        });
    row("served by a lower group, for the better one has no endpoints", TrayState::AllWell,
        [](Settings &, ProxySnapshot &p) {
            activate(p, "three");
            p.failover.configs[0].health.totalEndpoints = p.failover.configs[1].health.totalEndpoints = 0;
        });
    row("served by a sibling while the first is down", TrayState::FailedOver,
        [](Settings &, ProxySnapshot &p) {
            activate(p, "two");
            p.failover.configs[0].health.status = HealthStatus::Unhealthy;
        });
    row("served by a sibling while the first is well", TrayState::AllWell,
        [](Settings &, ProxySnapshot &p) { activate(p, "two"); });
    row("failed over is more than degraded", TrayState::FailedOver, [](Settings &, ProxySnapshot &p) {
        activate(p, "three");
        p.failover.configs[2].health.status = HealthStatus::Degraded;
    });
    row("all are down", TrayState::AllDown, [](Settings &, ProxySnapshot &p) {
        activate(p, "three");
        raise(p, AlertKind::AllDown);
    });
    row("all are down and none is active", TrayState::AllDown, [](Settings &, ProxySnapshot &p) {
        activate(p, "");
        raise(p, AlertKind::AllDown);
    });
    row("our own network is down, so nothing is known of the rest", TrayState::OwnNetwork,
        [](Settings &, ProxySnapshot &p) {
            raise(p, AlertKind::AllDown);
            p.failover.networkDown = true;
        });
    row("the proxy is off, whatever else", TrayState::ProxyOff, [](Settings &, ProxySnapshot &p) {
        p.failover.networkDown = true;
        p.serving = false;
    });
    row("none is active", TrayState::Unknown, [](Settings &, ProxySnapshot &p) { activate(p, ""); });
    row("nothing is configured", TrayState::Unknown, [](Settings &, ProxySnapshot &p) {
        activate(p, "");
        p.failover.configs.clear();
    });
}

void TestTrayState::theStateIsTold()
{
    QFETCH(Change, change);
    Settings settings;
    ProxySnapshot snapshot = allWell();
    change(settings, snapshot);
    QTEST(trayStateOf(settings, snapshot), "state");
}

QTEST_GUILESS_MAIN(TestTrayState)
#include "tst_tray_state.moc"

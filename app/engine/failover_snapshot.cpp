// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/failover_snapshot.h"

namespace qcc {

namespace {

/// Of the quickest endpoint that works, as its last check measured it.
std::optional<milliseconds> latencyOf(const Config &config, const FailoverState &state)
{
    std::optional<milliseconds> least;
    for (const Endpoint &endpoint : config.endpoints) {
        const auto known = state.endpoints.find(endpoint.id);
        if (known == state.endpoints.end())
            continue;
        const EndpointHealth &health = known->second.health;
        const bool works = health.status == HealthStatus::Healthy || health.status == HealthStatus::Degraded;
        if (works && health.lastCheck && (!least || health.lastCheck->latency < *least))
            least = health.lastCheck->latency;
    }
    return least;
}

ConfigSnapshot configSnapshot(const Config &config, const PriorityGroup &group, const FailoverState &state,
                              const FailoverSetup &setup)
{
    ConfigSnapshot shown;
    shown.config = config.name;
    shown.priority = group.priority;
    shown.groupEnabled = group.enabled;
    shown.health = healthOf(config, state, setup);
    shown.latency = latencyOf(config, state);
    return shown;
}

void fillConfigs(FailoverSnapshot &shown, const FailoverState &state, const FailoverSetup &setup)
{
    for (const PriorityGroup &group : setup.settings.groups.all()) {
        for (const QString &name : group.configNames) {
            if (const Config *config = setup.settings.find(name))
                shown.configs.push_back(configSnapshot(*config, group, state, setup));
        }
    }
}

void fillAlerts(FailoverSnapshot &shown, const FailoverState &state)
{
    for (const auto &[cause, alert] : state.alerts)
        shown.alerts.push_back(alert);
    std::stable_sort(shown.alerts.begin(), shown.alerts.end(),
                     [](const Alert &a, const Alert &b) { return a.since < b.since; });
}

} // namespace

FailoverSnapshot failoverSnapshot(const FailoverState &state, const FailoverSetup &setup, bool monitoring,
                                  TimePoint now)
{
    FailoverSnapshot shown;
    shown.active = state.active;
    shown.activeSince = state.activeSince;
    shown.activePriority = setup.settings.groups.priorityOf(state.active);
    shown.pinned = state.pin.has_value();
    if (state.pin)
        shown.pinnedUntil = state.pin->until;
    shown.coolDownUntil = coolDownUntil(state, setup, now);
    shown.recoveryAt = recoveryPossibleAt(state, setup, now);
    shown.switchesInHour =
        static_cast<int>(std::count_if(state.recentSwitches.begin(), state.recentSwitches.end(),
                                       [now](TimePoint at) { return at > now - kHour; }));
    shown.networkDown = state.network.state == OwnNetwork::State::Down;
    shown.monitoring = monitoring;
    fillConfigs(shown, state, setup);
    fillAlerts(shown, state);
    shown.standing = explain(state, setup, now);
    return shown;
}

std::optional<HealthSample> healthSample(const QString &name, const FailoverState &state,
                                         const FailoverSetup &setup, TimePoint now)
{
    const Config *config = setup.settings.find(name);
    if (!config || config->endpoints.empty())
        return std::nullopt;
    const ConfigHealth health = healthOf(*config, state, setup);
    return HealthSample{
        now, name, health.status, health.healthyEndpoints, health.totalEndpoints, latencyOf(*config, state)};
}

} // namespace qcc

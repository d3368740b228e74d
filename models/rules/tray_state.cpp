// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/tray_state.h"

#include <algorithm>

namespace qcc {

namespace {

bool stands(const FailoverSnapshot &failover, AlertKind kind)
{
    return std::any_of(failover.alerts.begin(), failover.alerts.end(),
                       [kind](const Alert &alert) { return alert.kind == kind; });
}

/// Whether requests may go there at all, well or not.
bool isWanted(const ConfigSnapshot &config)
{
    return config.groupEnabled && config.priority != Priority::Disabled && config.health.totalEndpoints > 0;
}

const ConfigSnapshot *activeOf(const FailoverSnapshot &failover)
{
    const auto it = std::find_if(failover.configs.begin(), failover.configs.end(),
                                 [&](const ConfigSnapshot &one) { return one.config == failover.active; });
    return it == failover.configs.end() ? nullptr : &*it;
}

/// A better group has configs, or a better config of the same group is down.
bool isFailedOver(const FailoverSnapshot &failover, const ConfigSnapshot &active)
{
    if (failover.pinned)
        return false;
    for (const ConfigSnapshot &better : failover.configs) {
        if (better.config == active.config)
            return false;
        if (!isWanted(better))
            continue;
        if (better.priority < active.priority || better.health.status == HealthStatus::Unhealthy)
            return true;
    }
    return false;
}

/// A person may have chosen another one because of it.
bool isBetterDown(const FailoverSnapshot &failover, const ConfigSnapshot &active)
{
    for (const ConfigSnapshot &better : failover.configs) {
        if (better.config == active.config)
            return false;
        if (isWanted(better) && better.health.status == HealthStatus::Unhealthy)
            return true;
    }
    return false;
}

bool isOverloadedFor(const EndpointSnapshot &endpoint, const QString &model)
{
    return std::any_of(
        endpoint.modelHolds.begin(), endpoint.modelHolds.end(),
        [&model](const ModelHoldSnapshot &hold) { return !hold.missing && hold.model == model; });
}

/// Is there a model for which each of them is overloaded?
bool areOverloaded(const std::vector<const EndpointSnapshot *> &endpoints)
{
    const std::vector<ModelHoldSnapshot> &holds = endpoints.front()->modelHolds;
    return std::any_of(holds.begin(), holds.end(), [&](const ModelHoldSnapshot &hold) {
        return std::all_of(endpoints.begin(), endpoints.end(), [&](const EndpointSnapshot *endpoint) {
            return isOverloadedFor(*endpoint, hold.model);
        });
    });
}

/// Its checks may be good, and yet no endpoint takes requests now, or none those for some model.
bool isHeldBack(const ProxySnapshot &snapshot, const QString &config)
{
    bool any = false;
    std::vector<const EndpointSnapshot *> free;
    for (const EndpointSnapshot &endpoint : snapshot.endpoints) {
        if (endpoint.config != config)
            continue;
        any = true;
        if (endpoint.condition == EndpointCondition::Ready || endpoint.condition == EndpointCondition::Trial)
            free.push_back(&endpoint);
    }
    return any && (free.empty() || areOverloaded(free));
}

bool isDegraded(const ProxySnapshot &snapshot, const ConfigSnapshot &active)
{
    const HealthStatus status = active.health.status;
    return status == HealthStatus::Degraded || status == HealthStatus::Unhealthy ||
           !snapshot.failover.alerts.empty() || isHeldBack(snapshot, active.config) ||
           isBetterDown(snapshot.failover, active);
}

} // namespace

TrayState trayStateOf(const Settings &settings, const ProxySnapshot &snapshot)
{
    const FailoverSnapshot &failover = snapshot.failover;
    if (snapshot.home.isEmpty() && snapshot.pid == 0)
        return TrayState::Unknown;
    if (!snapshot.serving)
        return TrayState::ProxyOff;
    if (failover.networkDown)
        return TrayState::OwnNetwork;
    if (stands(failover, AlertKind::AllDown))
        return TrayState::AllDown;
    const ConfigSnapshot *active = activeOf(failover);
    if (active && snapshot.heldRequests > 0)
        return TrayState::Degraded;
    if (!active)
        return TrayState::Unknown;
    if (isFailedOver(failover, *active))
        return TrayState::FailedOver;
    if (isDegraded(snapshot, *active))
        return TrayState::Degraded;
    return settings.policy.autoFailoverEnabled ? TrayState::AllWell : TrayState::Paused;
}

} // namespace qcc

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

/// Its checks may be good, and yet no endpoint takes requests now.
bool isHeldBack(const ProxySnapshot &snapshot, const QString &config)
{
    bool any = false;
    for (const EndpointSnapshot &endpoint : snapshot.endpoints) {
        if (endpoint.config != config)
            continue;
        if (endpoint.condition == EndpointCondition::Ready || endpoint.condition == EndpointCondition::Trial)
            return false;
        any = true;
    }
    return any;
}

bool isDegraded(const ProxySnapshot &snapshot, const ConfigSnapshot &active)
{
    const HealthStatus status = active.health.status;
    return status == HealthStatus::Degraded || status == HealthStatus::Unhealthy ||
           !snapshot.failover.alerts.empty() || isHeldBack(snapshot, active.config);
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
    if (!active)
        return TrayState::Unknown;
    if (isFailedOver(failover, *active))
        return TrayState::FailedOver;
    if (isDegraded(snapshot, *active))
        return TrayState::Degraded;
    return settings.policy.autoFailoverEnabled ? TrayState::AllWell : TrayState::Paused;
}

} // namespace qcc

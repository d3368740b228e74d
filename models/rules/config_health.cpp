// SPDX-License-Identifier: GPL-3.0-or-later
// Health of configs, derived from their endpoints.
#include "models/rules/failover_view.h"

namespace qcc {
namespace {

const EndpointState kNothingKnown;

void keepLatest(std::optional<TimePoint> &latest, const std::optional<TimePoint> &other)
{
    if (other && (!latest || *latest < *other))
        latest = other;
}

/// How the endpoints of a config are, counted.
struct Census
{
    int healthy = 0;
    int degraded = 0;
    int unchecked = 0;
    int refused = 0; ///< the key
    int failed = 0;

    HealthStatus status(int total) const
    {
        if (healthy + degraded > 0)
            return healthy == total ? HealthStatus::Healthy : HealthStatus::Degraded;
        if (unchecked > 0)
            return HealthStatus::Unknown;
        return failed + refused > 0 ? HealthStatus::Unhealthy : HealthStatus::Unknown;
    }
};

void count(Census &census, const EndpointState &endpoint)
{
    if (endpoint.key != KeyState::Ok) {
        ++census.refused;
        return;
    }
    switch (endpoint.health.status) {
    case HealthStatus::Unknown:
        ++census.unchecked;
        return;
    case HealthStatus::Healthy:
        ++census.healthy;
        return;
    case HealthStatus::Degraded:
        ++census.degraded;
        return;
    case HealthStatus::Unhealthy:
        ++census.failed;
        return;
    }
}

/// The fewest failures in a row, the most successes, of the endpoints whose key is good.
void countInARow(ConfigHealth &health, const EndpointState &endpoint, bool first)
{
    const EndpointHealth &one = endpoint.health;
    health.consecutiveFailures =
        first ? one.consecutiveFailures : std::min(health.consecutiveFailures, one.consecutiveFailures);
    health.consecutiveSuccesses = std::max(health.consecutiveSuccesses, one.consecutiveSuccesses);
}

} // namespace

ConfigHealth healthOf(const Config &config, const FailoverState &state, const FailoverSetup &setup)
{
    ConfigHealth health;
    health.totalEndpoints = static_cast<int>(config.endpoints.size());
    Census census;
    bool first = true;
    for (const Endpoint &endpoint : config.endpoints) {
        if (!setup.hasKey(endpoint.id))
            continue;
        const auto known = state.endpoints.find(endpoint.id);
        const EndpointState &one = known == state.endpoints.end() ? kNothingKnown : known->second;
        count(census, one);
        if (one.key == KeyState::Ok)
            countInARow(health, one, std::exchange(first, false));
        keepLatest(health.lastFailure, one.health.lastFailure);
        keepLatest(health.lastSuccess, one.health.lastSuccess);
        if (one.health.lastCheck)
            keepLatest(health.lastCheck, one.health.lastCheck->endedAt);
    }
    health.healthyEndpoints = census.healthy + census.degraded;
    health.status = census.status(health.totalEndpoints);
    return health;
}

bool inTrouble(const FailoverState &state, const FailoverSetup &setup)
{
    if (state.network.state != OwnNetwork::State::Up)
        return true;
    const FailoverView view(state, setup, TimePoint());
    bool someDown = false;
    for (const Place &place : view.places()) {
        if (!view.routable(place))
            continue;
        const ConfigHealth health = view.health(place);
        if (health.isHealthy())
            return false;
        someDown = someDown || health.status == HealthStatus::Unhealthy;
    }
    return someDown;
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <optional>

namespace qcc {

enum class HealthStatus { Unknown, Healthy, Degraded, Unhealthy };

/// Health of a config, derived from its endpoints.
struct ConfigHealth
{
    HealthStatus status = HealthStatus::Unknown;
    int healthyEndpoints = 0;
    int totalEndpoints = 0;
    int consecutiveFailures = 0;
    int consecutiveSuccesses = 0;
    std::optional<TimePoint> lastCheck;
    std::optional<TimePoint> lastFailure;
    std::optional<TimePoint> lastSuccess;

    /// Per cent, 0 when there is no endpoint.
    double healthPercentage() const
    {
        return totalEndpoints > 0 ? 100.0 * healthyEndpoints / totalEndpoints : 0.0;
    }
    bool isHealthy() const { return healthyEndpoints >= 1; }
    bool isFullyHealthy() const { return healthyEndpoints >= 1 && healthyEndpoints == totalEndpoints; }
    bool operator==(const ConfigHealth &) const = default;
};

} // namespace qcc

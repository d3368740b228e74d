// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/check.h"
#include "models/domain/decision.h"

namespace qcc {

enum class HealthStatus { Unknown, Healthy, Degraded, Unhealthy };

/// What checks and traffic have told of one endpoint. Limits and the state of the key are not counted here.
struct EndpointHealth
{
    HealthStatus status = HealthStatus::Unknown; ///< Degraded: it fails, but below failure_threshold
    int consecutiveFailures = 0;
    int consecutiveSuccesses = 0;
    std::optional<TimePoint> failingSince; ///< the first of the failures in a row
    std::optional<TimePoint> lastEvidence; ///< check or traffic, counted
    std::optional<TimePoint> lastSuccess;
    std::optional<TimePoint> lastFailure;
    std::optional<FailureFacts> lastFailureFacts;
    std::optional<TimePoint> lastBadAnswer; ///< to a request, and none was served well since
    std::optional<CheckReport> lastCheck;
    std::optional<CheckRung> learnedRung; ///< the cheapest that tells the truth here
    std::optional<TimePoint> learnedAt;
    bool operator==(const EndpointHealth &) const = default;
};

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

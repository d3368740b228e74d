// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"
#include "models/domain/health.h"
#include "models/domain/request_record.h"

namespace qcc {

/// How a config was at a moment. Written when it changes, and once per check interval.
struct HealthSample
{
    TimePoint at;
    QString config;
    HealthStatus status = HealthStatus::Unknown;
    int healthyEndpoints = 0;
    int totalEndpoints = 0;
    std::optional<milliseconds> latency; ///< of the last check of its best endpoint
    bool operator==(const HealthSample &) const = default;
};

enum class EventColumn { Time, Type, From, To, Success };

/// Newest first, unless sorted otherwise (then newest first among equals). Unset fields don't filter.
struct EventFilter
{
    std::optional<FailoverEventType> type;
    std::optional<TimePoint> since;
    std::optional<TimePoint> until;
    QString config; ///< from or to
    QString text;   ///< in configs or reason, any case
    int limit = 50;
    int offset = 0;
    EventColumn sortedBy = EventColumn::Time;
    Qt::SortOrder order = Qt::DescendingOrder;
    bool operator==(const EventFilter &) const = default;
};

/// The last begun first.
struct RequestFilter
{
    std::optional<TimePoint> since;
    QString config; ///< that served it
    std::optional<RequestEnd> end;
    std::optional<qint64> after; ///< row ids above this, oldest first: to follow
    int limit = 50;
    int offset = 0;
};

struct StoredRequest
{
    qint64 row = 0;
    RequestRecord record;
    bool operator==(const StoredRequest &) const = default;
};

/// One piece of time in a health chart, and what it was like.
struct HealthPoint
{
    TimePoint at;                        ///< its beginning
    double percentage = 0;               ///< mean health, 0 … 100
    std::optional<milliseconds> latency; ///< mean
    bool operator==(const HealthPoint &) const = default;
};

/// A time during which one config was active.
struct ActiveSpan
{
    QString config;
    TimePoint from;
    TimePoint to;
    bool operator==(const ActiveSpan &) const = default;
};

struct ConfigStats
{
    QString config;
    std::optional<double> healthPercentage; ///< mean over the period; none: no sample
    double activeShare = 0;                 ///< 0 … 1 of the period
    qint64 requestsServed = 0;
    TokenUsage usage;
    std::optional<milliseconds> meanFirstByte;
    bool operator==(const ConfigStats &) const = default;
};

/// What `qcc stats` shows of a period.
struct HistoryStats
{
    TimePoint from;
    TimePoint to;
    int failovers = 0; ///< successful ones
    int recoveries = 0;
    int manualSwitches = 0;
    int failedSwitches = 0;
    double failoversPerHour = 0;
    double failoversPerDay = 0;
    std::optional<milliseconds>
        meanTimeToRecovery; ///< from a failover until the config it left is active again
    std::optional<milliseconds> meanTimeBetweenFailovers;
    qint64 requests = 0;
    qint64 served = 0;
    qint64 failed = 0;
    qint64 broken = 0;
    qint64 savedBySpillOver = 0; ///< served, but not by the first choice
    TokenUsage usage;
    std::vector<ConfigStats> configs;
    std::vector<ActiveSpan> activeSpans;
    bool operator==(const HistoryStats &) const = default;
};

} // namespace qcc

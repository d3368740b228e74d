// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/settings.h"
#include "models/rules/failover_state.h"

#include <functional>

namespace qcc {

inline constexpr seconds kTroubleCheckInterval{10};    ///< while no config is healthy, if that is shorter
inline constexpr seconds kNetworkDownCheckInterval{5}; ///< while our own network is down, if that is shorter
inline constexpr seconds kShortestCheckInterval{1};
inline constexpr milliseconds kFirstChecksWithin{1'000}; ///< or a tenth of the interval, if that is shorter
/// Each check comes up to interval / kJitterShare early or late, so that two follow each other in 90 … 110 %
/// of the interval.
inline constexpr int kJitterShare = 20;

/// When the last check of an endpoint in this run began and ended.
struct CheckMark
{
    TimePoint startedAt;
    TimePoint endedAt;
    bool operator==(const CheckMark &) const = default;
};

/// What the schedule looks at. Borrowed for the time of a call.
struct CheckScheduleFacts
{
    const Settings &settings;
    const FailoverState &state;
    const std::function<bool(const EndpointId &)> &hasKey;
    const std::map<EndpointId, CheckMark> &marks;
    TimePoint since; ///< when checking began
    bool inTrouble = false;
};

struct ScheduledCheck
{
    EndpointId endpoint;
    TimePoint at; ///< in the past: overdue
    bool operator==(const ScheduledCheck &) const = default;
};

/// The interval that holds now: the policy's, shorter in trouble.
milliseconds checkIntervalNow(const CheckScheduleFacts &facts);

/// When each endpoint is to be checked next; the earliest first. Time is divided into slots of the interval;
/// every endpoint has its own place in them, by a hash of its id, so that a round is spread over the interval
/// and its length is exact on average.
///
/// - One that was not checked yet in this run: at once, all within kFirstChecksWithin.
/// - Traffic that went well later than the last check puts it off by an interval; after a failure it comes at
///   its time.
/// - Limited: not before the limit ends; key rejected or out of credit: not before keyRetryAt; in both cases
///   no longer than kLongestLimit after the last check.
/// - Those of the disabled group, of groups that are off, and without a key have no time: they are checked on
///   demand, those without a key never.
std::vector<ScheduledCheck> checkSchedule(const CheckScheduleFacts &facts);

/// True while its limit or its key lets no check of its own accord in.
bool isHeldBack(const CheckScheduleFacts &facts, const EndpointId &endpoint, TimePoint now);

/// The endpoints that have a time in checkSchedule(), whatever is known of them, in the order of routing.
std::vector<EndpointId> scheduledEndpoints(const Settings &settings,
                                           const std::function<bool(const EndpointId &)> &hasKey);

} // namespace qcc

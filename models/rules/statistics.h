// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

#include <map>
#include <span>

namespace qcc {

/// What the switches of a period say, as pure functions. Events come oldest first; unsuccessful ones changed
/// nothing. A period is [from, to).

struct SwitchCounts
{
    int failovers = 0;
    int recoveries = 0;
    int manual = 0;
    int failed = 0; ///< attempts of any type
    bool operator==(const SwitchCounts &) const = default;
};

SwitchCounts countSwitches(std::span<const FailoverEvent> events);

/// Which config was active when. @p before is the one that the last switch before the period led to; empty:
/// there was none, then the first event's `from` counts. Times without an active config are left out, and
/// switches to the same config join.
std::vector<ActiveSpan> activeSpans(const QString &before, std::span<const FailoverEvent> events,
                                    TimePoint from, TimePoint to);

/// The same where only pieces of [from, to) can be told apart: a piece is his who was active longest in it.
/// Few spans are left as they are; else no more than @p pieces remain. Spans come in the order of time.
std::vector<ActiveSpan> coarseSpans(std::vector<ActiveSpan> spans, TimePoint from, TimePoint to, int pieces);

/// 0 … 1 of the period, by config.
std::map<QString, double> activeShares(std::span<const ActiveSpan> spans, TimePoint from, TimePoint to);

/// From each failover until the config it left is active again, by whatever switch. Those that have not come
/// back don't count; a failover of a config that is still away adds nothing.
std::optional<milliseconds> meanTimeToRecovery(std::span<const FailoverEvent> events);

/// None with fewer than two failovers.
std::optional<milliseconds> meanTimeBetweenFailovers(std::span<const FailoverEvent> events);

/// Events in a period as a rate; 0 for an empty period.
double perTime(int count, TimePoint from, TimePoint to, milliseconds unit);

} // namespace qcc

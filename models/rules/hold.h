// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/request_record.h"
#include "models/rules/routing.h"

#include <span>

namespace qcc {

/// When a request that nobody can serve now is held until a limit ends, instead of failing. Pure; any thread.
/// docs/decisions/0012 says why.

/// What becomes of a request that waits.
struct HoldVerdict
{
    enum class Kind {
        Wait,  ///< until `until`, unless something changes before
        GoOn,  ///< somebody may be asked
        GiveUp ///< there is nothing to wait for any more
    };
    Kind kind = Kind::Wait;
    TimePoint until{};
    bool operator==(const HoldVerdict &) const = default;
};

/// The end of the first limit, when it is worth waiting for: every candidate that was asked or skipped is
/// limited, or can't serve for a reason that no waiting mends (no key, out of credit, rejected, model
/// missing); at least one has a limit whose end its provider named, and the first of these ends within @p
/// longest from @p now. Models that are only overloaded are limited too, but nobody knows for how long.
/// @p attempts: those of the same plan as @p skipped.
std::optional<TimePoint> worthHolding(std::span<const AttemptRecord> attempts,
                                      std::span<const SkippedCandidate> skipped, TimePoint now,
                                      milliseconds longest);

/// Of one that waits, with the plan as it is now. @p attempts: those before it began to wait. Endpoints that
/// were overloaded then are asked again together with others only.
HoldVerdict holdVerdict(const RoutingPlan &plan, std::span<const AttemptRecord> attempts, TimePoint now,
                        milliseconds longest);

} // namespace qcc

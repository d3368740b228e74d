// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/hold.h"

namespace qcc {

namespace {

/// What an endpoint's state means for those who wait.
enum class Hope {
    Limit,      ///< free again at a known time
    Overloaded, ///< nobody knows when
    None,       ///< waiting does not mend it
    Elsewise    ///< it failed, and may work at any moment: trying again is better than waiting
};

Hope hopeOf(const AttemptRecord &attempt)
{
    switch (attempt.outcome.effect) {
    case HealthEffect::Limited:
        return attempt.outcome.until ? Hope::Limit : Hope::Elsewise;
    case HealthEffect::ModelLimited:
        return Hope::Overloaded;
    case HealthEffect::KeyOutOfCredit:
    case HealthEffect::KeyRejected:
    case HealthEffect::ModelMissing:
        return Hope::None;
    case HealthEffect::Neutral:
    case HealthEffect::Success:
    case HealthEffect::Failure:
        return Hope::Elsewise;
    }
    Q_UNREACHABLE();
}

Hope hopeOf(const SkippedCandidate &skipped)
{
    switch (skipped.reason) {
    case SkipReason::Limited:
        return skipped.until ? Hope::Limit : Hope::Elsewise;
    case SkipReason::ModelLimited:
        return Hope::Overloaded;
    case SkipReason::ModelMissing:
    case SkipReason::OutOfCredit:
    case SkipReason::KeyRejected:
    case SkipReason::NoKey:
        return Hope::None;
    case SkipReason::BreakerOpen:
    case SkipReason::TrialTaken:
        return Hope::Elsewise;
    }
    Q_UNREACHABLE();
}

bool wasOverloaded(const Candidate &candidate, std::span<const AttemptRecord> attempts)
{
    return std::any_of(attempts.begin(), attempts.end(), [&](const AttemptRecord &attempt) {
        return attempt.endpoint == candidate.endpoint && hopeOf(attempt) == Hope::Overloaded;
    });
}

} // namespace

std::optional<TimePoint> worthHolding(std::span<const AttemptRecord> attempts,
                                      std::span<const SkippedCandidate> skipped, TimePoint now,
                                      milliseconds longest)
{
    std::optional<TimePoint> first;
    const auto take = [&](Hope hope, const std::optional<TimePoint> &until) {
        if (hope == Hope::Limit && (!first || *until < *first))
            first = until;
        return hope != Hope::Elsewise;
    };
    for (const AttemptRecord &attempt : attempts) {
        if (!take(hopeOf(attempt), attempt.outcome.until))
            return std::nullopt;
    }
    for (const SkippedCandidate &each : skipped) {
        if (!take(hopeOf(each), each.until))
            return std::nullopt;
    }
    return first && *first > now && *first - now <= longest ? first : std::nullopt;
}

HoldVerdict holdVerdict(const RoutingPlan &plan, std::span<const AttemptRecord> attempts, TimePoint now,
                        milliseconds longest)
{
    const bool somebodyElse =
        std::any_of(plan.candidates.begin(), plan.candidates.end(),
                    [&](const Candidate &candidate) { return !wasOverloaded(candidate, attempts); });
    if (somebodyElse)
        return {HoldVerdict::Kind::GoOn, {}};
    if (const std::optional<TimePoint> until = worthHolding({}, plan.skipped, now, longest))
        return {HoldVerdict::Kind::Wait, *until};
    return {plan.candidates.empty() ? HoldVerdict::Kind::GiveUp : HoldVerdict::Kind::GoOn, {}};
}

} // namespace qcc

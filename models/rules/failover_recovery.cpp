// SPDX-License-Identifier: GPL-3.0-or-later
// The careful return: whether a better config than the working one takes over.
#include "models/rules/failover_parts.h"

namespace qcc {
namespace {

/// The configs above the active one, from the top.
struct Betters
{
    const Place *qualified = nullptr; ///< the best of them
    bool healthy = false;             ///< one of them is, qualified or not
    std::vector<RejectedCandidate> rejected;
};

Betters bettersOf(const FailoverView &view, const Place &active)
{
    Betters betters;
    for (const Place &place : view.places()) {
        if (place.rank >= active.rank)
            break;
        if (!place.enabled())
            continue;
        betters.healthy = betters.healthy || view.health(place).isHealthy();
        std::optional<RejectedCandidate> why = unfitForRecovery(view, place);
        if (!why) {
            betters.qualified = &place;
            break;
        }
        betters.rejected.push_back(std::move(*why));
    }
    return betters;
}

struct Hindrance
{
    DecisionRule rule;
    std::optional<TimePoint> until;
};

/// What stands in the way of a return, other than the better config itself.
std::optional<Hindrance> hindranceOf(const FailoverView &view)
{
    if (!view.policy().autoRecoveryEnabled)
        return Hindrance{DecisionRule::AutoRecoveryOff, std::nullopt};
    if (const Pin *pin = view.pin())
        return Hindrance{DecisionRule::Pinned, pin->until};
    if (const std::optional<TimePoint> until = view.coolDownUntil())
        return Hindrance{DecisionRule::CoolDown, until};
    return std::nullopt;
}

Verdict standing(const FailoverView &view, DecisionRule rule, const QString &to, Betters &&betters)
{
    Verdict verdict;
    verdict.decision = decisionOf(view, rule, to);
    verdict.decision.rejected = std::move(betters.rejected);
    return verdict;
}

Verdict judgeQualified(const FailoverView &view, Betters &&betters)
{
    const QString to = betters.qualified->name();
    if (const std::optional<Hindrance> hindrance = hindranceOf(view)) {
        Verdict verdict = standing(view, hindrance->rule, to, std::move(betters));
        verdict.decision.until = hindrance->until;
        return verdict;
    }
    Verdict verdict = standing(view, DecisionRule::BetterIsBack, to, std::move(betters));
    verdict.change = FailoverEventType::Recovery;
    heedHourlyLimit(view, verdict);
    return verdict;
}

/// Nobody qualifies: is that what keeps us here?
DecisionRule ruleWithoutQualified(const FailoverView &view, const Place &active, const Betters &betters)
{
    if (view.health(active).consecutiveFailures > 0)
        return DecisionRule::ActiveFailing;
    if (betters.rejected.empty())
        return DecisionRule::AllWell;
    if (betters.healthy && !view.policy().autoRecoveryEnabled)
        return DecisionRule::AutoRecoveryOff;
    if (betters.healthy && view.pin())
        return DecisionRule::Pinned;
    return DecisionRule::RecoveryWaits;
}

/// When the first of them may qualify, where time alone decides.
std::optional<TimePoint> soonest(const std::vector<RejectedCandidate> &rejected)
{
    std::optional<TimePoint> first;
    for (const RejectedCandidate &candidate : rejected) {
        const bool byTime =
            candidate.reason == RejectReason::RecoveryDelay || candidate.reason == RejectReason::Limited;
        if (byTime && candidate.until && (!first || *candidate.until < *first))
            first = candidate.until;
    }
    return first;
}

} // namespace

std::optional<RejectedCandidate> unfitForRecovery(const FailoverView &view, const Place &place)
{
    if (std::optional<RejectedCandidate> why = view.unfit(place))
        return why;
    const int successes = view.health(place).consecutiveSuccesses;
    if (successes < view.policy().successThreshold) {
        RejectedCandidate why = view.rejected(place, RejectReason::TooFewSuccesses);
        why.have = successes;
        why.need = view.policy().successThreshold;
        return why;
    }
    const auto down = view.state().lastDown.find(place.name());
    if (down != view.state().lastDown.end() && view.moment() < down->second + view.policy().recoveryDelay) {
        RejectedCandidate why = view.rejected(place, RejectReason::RecoveryDelay);
        why.until = down->second + view.policy().recoveryDelay;
        return why;
    }
    return std::nullopt;
}

Verdict judgeRecovery(const FailoverView &view, const Place &active)
{
    Betters betters = bettersOf(view, active);
    if (betters.qualified)
        return judgeQualified(view, std::move(betters));
    const DecisionRule rule = ruleWithoutQualified(view, active, betters);
    Verdict verdict = standing(view, rule, QString(), std::move(betters));
    if (rule == DecisionRule::Pinned)
        verdict.decision.until = view.pin()->until;
    else if (rule == DecisionRule::RecoveryWaits)
        verdict.decision.until = soonest(verdict.decision.rejected);
    return verdict;
}

} // namespace qcc

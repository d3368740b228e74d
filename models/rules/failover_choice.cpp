// SPDX-License-Identifier: GPL-3.0-or-later
// Who takes over: when the active config is down, gone, or not chosen yet.
#include "models/rules/failover_parts.h"

namespace qcc {
namespace {

/// The order of a failover: siblings, configs above that qualify for recovery, groups below, the others
/// above, the disabled ones.
std::vector<const Place *> failoverOrder(const FailoverView &view, const Place &active)
{
    const auto turnOf = [&](const Place &place) {
        if (place.priority == Priority::Disabled)
            return 4;
        if (place.priority == active.priority)
            return 0;
        if (place.rank > active.rank)
            return 2;
        return unfitForRecovery(view, place) ? 3 : 1;
    };
    std::vector<std::pair<int, const Place *>> turns;
    for (const Place &place : view.places()) {
        if (&place != &active)
            turns.emplace_back(turnOf(place), &place);
    }
    std::stable_sort(turns.begin(), turns.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<const Place *> order;
    for (const auto &[turn, place] : turns)
        order.push_back(place);
    return order;
}

/// Until when the config is expected to answer what it was asked; none: it has failed to.
std::optional<TimePoint> expectedUntil(const FailoverView &view, const Place &place, seconds patience)
{
    const auto &asked = view.state().memo.asked;
    const auto it = asked.find(place.name());
    const TimePoint since = it == asked.end() ? view.moment() : it->second;
    if (since + patience <= view.moment() || (it != asked.end() && view.failedSince(place, since)))
        return std::nullopt;
    return since + patience;
}

/// The looking for a successor.
struct Search
{
    const Place *chosen = nullptr;
    std::vector<RejectedCandidate> rejected;
    std::vector<QString> ask;
    std::optional<TimePoint> preferredUntil; ///< the best healthy one has yet to answer
    std::optional<TimePoint> anyUntil;       ///< so long somebody may answer
};

bool mustAnswer(RejectReason reason)
{
    return reason == RejectReason::NotConfirmed || reason == RejectReason::NotChecked;
}

void reject(Search &search, const FailoverView &view, const Place &place, RejectedCandidate why)
{
    if (mustAnswer(why.reason)) {
        const bool firstHealthy =
            std::none_of(search.rejected.begin(), search.rejected.end(),
                         [](const RejectedCandidate &r) { return r.reason == RejectReason::NotConfirmed; });
        if (why.reason == RejectReason::NotConfirmed && firstHealthy)
            search.preferredUntil = expectedUntil(view, place, kPreferredWait);
        const std::optional<TimePoint> until = expectedUntil(view, place, kAnswerWait);
        if (until && (!search.anyUntil || *until > *search.anyUntil))
            search.anyUntil = until;
        if (!view.state().memo.asked.contains(place.name()))
            search.ask.push_back(place.name());
    }
    search.rejected.push_back(std::move(why));
}

Search searchSuccessor(const FailoverView &view, const Place &active)
{
    Search search;
    const std::optional<TimePoint> trouble = view.troubleSince(active);
    for (const Place *place : failoverOrder(view, active)) {
        std::optional<RejectedCandidate> why = view.unfit(*place);
        if (!why && trouble && !view.answeredSince(*place, *trouble))
            why = view.rejected(*place, RejectReason::NotConfirmed);
        if (!why) {
            search.chosen = place;
            break;
        }
        reject(search, view, *place, std::move(*why));
    }
    return search;
}

/// What a search comes to, if nothing else hinders a failover.
void concludeSearch(const FailoverView &view, const Search &search, Verdict &verdict)
{
    Decision &decision = verdict.decision;
    if (search.chosen && !search.preferredUntil) {
        decision.rule = DecisionRule::ActiveFailed;
        verdict.change = FailoverEventType::Failover;
        heedHourlyLimit(view, verdict);
        return;
    }
    decision.until = search.chosen ? search.preferredUntil : search.anyUntil;
    decision.rule = decision.until ? DecisionRule::AwaitingCheck : DecisionRule::NoCandidate;
}

Verdict judgeFailover(const FailoverView &view, const Place &active)
{
    Search search = searchSuccessor(view, active);
    Verdict verdict;
    verdict.decision =
        decisionOf(view, DecisionRule::AutoFailoverOff, search.chosen ? search.chosen->name() : QString());
    verdict.decision.rejected = search.rejected;
    if (!view.policy().autoFailoverEnabled)
        return verdict;
    verdict.ask = search.ask; // during the cool-down too: then the answer is there when it ends
    if (const std::optional<TimePoint> until = view.coolDownUntil()) {
        verdict.decision.rule = DecisionRule::CoolDown;
        verdict.decision.until = until;
        return verdict;
    }
    concludeSearch(view, search, verdict);
    return verdict;
}

/// The first choice waits for those above that are not checked yet, but not for ever.
std::optional<TimePoint> firstLookUntil(const FailoverView &view)
{
    const TimePoint since = std::max(view.state().memo.choosingSince.value_or(view.moment()),
                                     view.state().network.trustFrom.value_or(TimePoint()));
    const TimePoint until = since + kFirstLookAtMost;
    return until > view.moment() ? std::optional(until) : std::nullopt;
}

/// The best that is healthy, from the top; one that is limited only where there is no other.
Search searchFromTop(const FailoverView &view)
{
    Search search;
    const Place *limited = nullptr;
    for (const Place &place : view.places()) {
        if (&place == view.find(view.state().active))
            continue;
        std::optional<RejectedCandidate> why = view.unfit(place);
        if (!why) {
            search.chosen = &place;
            break;
        }
        if (why->reason == RejectReason::Limited && !limited)
            limited = &place;
        if (why->reason == RejectReason::NotChecked && !view.state().memo.asked.contains(place.name()))
            search.ask.push_back(place.name());
        search.rejected.push_back(std::move(*why));
    }
    if (!search.chosen)
        search.chosen = limited;
    return search;
}

Verdict judgeFirstChoice(const FailoverView &view)
{
    Search search = searchFromTop(view);
    Verdict verdict;
    verdict.decision =
        decisionOf(view, DecisionRule::FirstActivation, search.chosen ? search.chosen->name() : QString());
    verdict.decision.rejected = search.rejected;
    verdict.ask = search.ask;
    const bool someUnchecked =
        std::any_of(search.rejected.begin(), search.rejected.end(),
                    [](const RejectedCandidate &r) { return r.reason == RejectReason::NotChecked; });
    const std::optional<TimePoint> until = someUnchecked ? firstLookUntil(view) : std::nullopt;
    if (until || (someUnchecked && !search.chosen)) {
        verdict.decision.rule = DecisionRule::AwaitingCheck;
        verdict.decision.until = until;
    } else if (search.chosen) {
        verdict.change = FailoverEventType::Activation;
    } else {
        verdict.decision.rule = DecisionRule::NoCandidate;
    }
    return verdict;
}

/// The active config can't be routed to any more: the best one at once, healthy or not.
Verdict judgeGone(const FailoverView &view)
{
    Search search = searchFromTop(view);
    for (const Place &place : view.places()) {
        if (!search.chosen && view.routable(place))
            search.chosen = &place;
    }
    Verdict verdict;
    verdict.decision =
        decisionOf(view, DecisionRule::ActiveGone, search.chosen ? search.chosen->name() : QString());
    verdict.decision.rejected = std::move(search.rejected);
    verdict.change = FailoverEventType::Activation;
    return verdict;
}

Verdict only(const FailoverView &view, DecisionRule rule)
{
    Verdict verdict;
    verdict.decision = decisionOf(view, rule, QString());
    return verdict;
}

} // namespace

Decision decisionOf(const FailoverView &view, DecisionRule rule, const QString &to)
{
    Decision decision;
    decision.rule = rule;
    decision.at = view.moment();
    decision.from = view.state().active;
    decision.to = to;
    decision.failureThreshold = view.policy().failureThreshold;
    decision.successThreshold = view.policy().successThreshold;
    decision.switchesInHour = view.switchesInHour();
    decision.maxPerHour = view.policy().maxFailoversPerHour;
    if (const Place *from = view.find(decision.from)) {
        decision.failures = view.health(*from).consecutiveFailures;
        if (!view.health(*from).isHealthy()) // an old failure explains nothing
            decision.lastFailure = view.lastFailure(*from);
    }
    if (const Place *chosen = view.find(to))
        decision.successes = view.health(*chosen).consecutiveSuccesses;
    return decision;
}

void heedHourlyLimit(const FailoverView &view, Verdict &verdict)
{
    const std::optional<TimePoint> free = view.limitFreeAt();
    if (!free)
        return;
    verdict.wanted = *std::exchange(verdict.change, std::nullopt);
    verdict.decision.rule = DecisionRule::HourlyLimit;
    verdict.decision.until = free;
}

Verdict judge(const FailoverView &view)
{
    const Place *active = view.active();
    if (!active && !view.state().active.isEmpty())
        return judgeGone(view);
    if (!view.anyRoutable())
        return only(view, DecisionRule::NothingConfigured);
    if (view.state().network.state != OwnNetwork::State::Up)
        return only(view, DecisionRule::OwnNetwork);
    if (!active)
        return judgeFirstChoice(view);
    return view.down(*active) ? judgeFailover(view, *active) : judgeRecovery(view, *active);
}

} // namespace qcc

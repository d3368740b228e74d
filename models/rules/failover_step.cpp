// SPDX-License-Identifier: GPL-3.0-or-later
// One step of the control loop: the input, then the decision, then the alerts.
#include "models/rules/failover_parts.h"

namespace qcc {
namespace {

constexpr int kMostChangesAtOnce = 4; ///< a gone config, a failover, a return; then all is settled

/// After the clock was set back nothing lies ahead that has happened.
void noLaterThan(TimePoint now, FailoverState &state)
{
    const auto clamp = [now](std::optional<TimePoint> &at) {
        if (at && *at > now)
            at = now;
    };
    clamp(state.lastSwitch);
    clamp(state.awaySince);
    clamp(state.memo.choosingSince);
    clamp(state.network.trustFrom);
    state.network.since = std::min(state.network.since, now);
    for (TimePoint &at : state.recentSwitches)
        at = std::min(at, now);
    for (auto &[config, at] : state.lastDown)
        at = std::min(at, now);
    for (auto &[config, at] : state.memo.asked)
        at = std::min(at, now);
}

void endWhatIsOver(Turn &turn)
{
    FailoverState &state = turn.state;
    noLaterThan(turn.now, state);
    std::erase_if(state.recentSwitches, [&](TimePoint at) { return at + kHour <= turn.now; });
    if (state.pin && state.pin->until && *state.pin->until <= turn.now)
        state.pin.reset();
}

void foldAll(Turn &turn, const std::vector<HeldFailure> &items)
{
    for (const HeldFailure &item : items)
        fold(turn, item);
}

/// What began before its URL or key was changed tells nothing of an endpoint.
bool stale(const FailoverState &state, const Evidence &evidence)
{
    const auto renewed = state.memo.renewedAt.find(evidence.endpoint);
    return renewed != state.memo.renewedAt.end() && evidence.startedAt < renewed->second;
}

void takeEvidence(Turn &turn, const Evidence &evidence)
{
    if (evidence.check)
        rememberCheck(turn.state.endpoints[evidence.endpoint], *evidence.check);
    std::vector<HeldFailure> items;
    if (outweighed(turn, evidence)) {
        Evidence reached = evidence;
        reached.outcome.effect = HealthEffect::Neutral;
        items = admitted(turn, reached);
    } else {
        items = admitted(turn, evidence);
    }
    const bool counts = std::any_of(items.begin(), items.end(), [&](const HeldFailure &item) {
        return item.source == evidence.number && item.endpoint == evidence.endpoint;
    });
    if (counts && evidence.source == EvidenceSource::Traffic)
        noteAnswer(turn, evidence);
    foldAll(turn, items);
}

/// One visitor for all inputs.
struct Taken
{
    Turn &turn;

    void operator()(const Evidence &evidence) const { takeEvidence(turn, evidence); }
    void operator()(const SettingsChanged &input) const { settingsChanged(turn, input); }
    void operator()(const SwitchRequested &input) const { switchByHand(turn, input.command); }
    void operator()(const PinReleased &) const { turn.state.pin.reset(); }
    void operator()(const NetworkReported &input) const { networkReported(turn, input.up); }
    void operator()(const WokeUp &) const { wokeUp(turn); }
    void operator()(const TimePassed &) const {}
};

void askAll(Turn &turn, const std::vector<QString> &configs)
{
    const FailoverView &view = turn.view;
    std::vector<EndpointId> endpoints;
    for (const QString &name : configs) {
        turn.state.memo.asked.emplace(name, turn.now);
        if (const Place *place = view.find(name)) {
            const std::vector<EndpointId> own = view.keyed(*place);
            endpoints.insert(endpoints.end(), own.begin(), own.end());
        }
    }
    check(turn, std::move(endpoints));
}

void recordAttempt(Turn &turn, FailoverEventType type, const Decision &decision)
{
    turn.effects.push_back(
        RecordEvent{{QString(), type, decision.from, decision.to, QString(), turn.now, false, decision}});
}

/// A switch that is due and can't be made is an event too, once.
void noteFailedAttempt(Turn &turn, const Verdict &verdict)
{
    FailoverState &state = turn.state;
    const bool trouble = !state.active.isEmpty() && verdict.decision.rule == DecisionRule::NoCandidate;
    if (trouble && !std::exchange(state.failureNoted, true))
        recordAttempt(turn, FailoverEventType::Failover, verdict.decision);
    const bool limit = verdict.decision.rule == DecisionRule::HourlyLimit;
    if (limit && !state.alerts.contains({AlertKind::HourlyLimit, QString()}))
        recordAttempt(turn, verdict.wanted, verdict.decision);
}

/// The end of a trouble: whoever was asked for it may be asked anew.
void noteTroubleEnd(Turn &turn)
{
    FailoverState &state = turn.state;
    const FailoverView &view = turn.view;
    const Place *active = view.active();
    if (active && !view.down(*active)) {
        state.failureNoted = false;
        state.memo.asked.clear();
    }
    if (!state.active.isEmpty() || !view.anyRoutable())
        state.memo.choosingSince.reset();
    else if (!state.memo.choosingSince)
        state.memo.choosingSince = turn.now;
}

Verdict decide(Turn &turn)
{
    for (int round = 1;; ++round) {
        noteTroubleEnd(turn);
        Verdict verdict = judge(turn.view);
        askAll(turn, verdict.ask);
        if (!verdict.change || round == kMostChangesAtOnce)
            return verdict;
        switchTo(turn, *verdict.change, verdict.decision);
    }
}

void look(Turn &turn)
{
    const Verdict verdict = decide(turn);
    noteFailedAttempt(turn, verdict);
    settleAlerts(turn, verdict);
    const FailoverView &view = turn.view;
    const Place *active = view.active();
    turn.state.memo.settled =
        turn.state.network.state == OwnNetwork::State::Up && active && !view.down(*active);
    turn.state.memo.due = dueAfter(view);
    turn.state.memo.looked = true;
}

/// One more success of an endpoint that has enough of them, while nothing waits: by far the most frequent
/// input. Neither walks the configs nor allocates.
bool tookOrdinarySuccess(FailoverState &state, const FailoverSetup &setup, const FailoverInput &input,
                         TimePoint now)
{
    const auto *evidence = std::get_if<Evidence>(&input);
    const ControlMemo &memo = state.memo;
    if (!evidence || evidence->outcome.effect != HealthEffect::Success || evidence->check || !memo.settled ||
        (memo.due && *memo.due <= now) || memo.renewedAt.contains(evidence->endpoint))
        return false;
    const auto known = state.endpoints.find(evidence->endpoint);
    const auto answered = state.network.answered.find(evidence->endpoint);
    if (known == state.endpoints.end() || answered == state.network.answered.end())
        return false;
    EndpointState &endpoint = known->second;
    if (endpoint.key != KeyState::Ok || endpoint.health.status != HealthStatus::Healthy ||
        endpoint.health.consecutiveSuccesses < setup.settings.policy.successThreshold)
        return false;
    record(endpoint, evidence->outcome, evidence->number, evidence->modelKey, now);
    endpoint.health.lastEvidence = now;
    endpoint.health.lastSuccess = now;
    ++endpoint.health.consecutiveSuccesses;
    answered->second = now;
    return true;
}

/// Evidence of an endpoint that is gone, or of its former URL or key.
bool isIdle(const FailoverState &state, const FailoverSetup &setup, const FailoverInput &input)
{
    const auto *evidence = std::get_if<Evidence>(&input);
    return evidence && (!exists(setup.settings, evidence->endpoint) || stale(state, *evidence));
}

} // namespace

void check(Turn &turn, std::vector<EndpointId> endpoints)
{
    if (!endpoints.empty())
        turn.effects.push_back(CheckNow{std::move(endpoints)});
}

void checkAll(Turn &turn)
{
    turn.effects.push_back(CheckNow{});
}

FailoverStep step(FailoverState state, const FailoverSetup &setup, const FailoverInput &input, TimePoint now)
{
    FailoverStep result{std::move(state), {}};
    if (tookOrdinarySuccess(result.state, setup, input, now) || isIdle(result.state, setup, input))
        return result;
    Turn turn{result.state, setup, now, result.effects};
    endWhatIsOver(turn);
    std::visit(Taken{turn}, input);
    foldAll(turn, networkTimePassed(turn));
    look(turn);
    return result;
}

} // namespace qcc

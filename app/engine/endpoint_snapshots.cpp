// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/endpoint_snapshots.h"

namespace qcc {

namespace {

void fillCondition(EndpointSnapshot &shown, const EndpointState &state, bool hasKey, TimePoint now)
{
    const auto ahead = [now](const std::optional<TimePoint> &until) { return until && *until > now; };
    if (!hasKey) {
        shown.condition = EndpointCondition::NoKey;
    } else if (state.key != KeyState::Ok) {
        shown.condition =
            state.key == KeyState::Rejected ? EndpointCondition::KeyRejected : EndpointCondition::OutOfCredit;
        shown.until = state.keyRetryAt;
    } else if (ahead(state.limitedUntil)) {
        shown.condition = EndpointCondition::Limited;
        shown.until = state.limitedUntil;
    } else if (state.breaker.state(now) == Breaker::State::Open) {
        shown.condition = EndpointCondition::BreakerOpen;
        shown.until = state.breaker.trialAt();
    } else if (state.breaker.state(now) == Breaker::State::HalfOpen) {
        shown.condition = EndpointCondition::Trial;
    }
}

std::vector<ModelHoldSnapshot> holdsOf(const EndpointState &state, TimePoint now)
{
    std::vector<ModelHoldSnapshot> holds;
    for (const auto &[model, hold] : state.modelHolds) {
        if (hold.until > now)
            holds.push_back({QString::fromUtf8(model), hold.reason == SkipReason::ModelMissing, hold.until});
    }
    return holds;
}

} // namespace

std::vector<EndpointSnapshot> endpointSnapshots(const Settings &settings, const Keys &keys,
                                                const EndpointStates &states, TimePoint now)
{
    std::vector<EndpointSnapshot> result;
    for (const Config &config : settings.configs) {
        for (const Endpoint &endpoint : config.endpoints) {
            const auto found = states.find(endpoint.id);
            const EndpointState state = found == states.end() ? EndpointState{} : found->second;
            EndpointSnapshot shown;
            shown.config = config.name;
            shown.id = endpoint.id;
            shown.name = endpoint.name;
            shown.consecutiveFailures = state.breaker.consecutiveFailures();
            shown.lastOutcome = state.lastOutcome;
            shown.lastStatus = state.lastStatus;
            shown.health = state.health;
            shown.modelHolds = holdsOf(state, now);
            fillCondition(shown, state, keys.contains(endpoint.id), now);
            result.push_back(shown);
        }
    }
    return result;
}

} // namespace qcc

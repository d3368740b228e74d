// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered of an endpoint from one request to the next.
#include "models/rules/routing.h"

namespace qcc {
namespace {

void hold(EndpointState &state, const QByteArray &model, SkipReason reason, TimePoint until, TimePoint now)
{
    if (model.isEmpty())
        return; // not known which: other models are not to suffer
    std::erase_if(state.modelHolds, [&](const auto &entry) { return entry.second.until <= now; });
    const auto known = state.modelHolds.find(model);
    if (known != state.modelHolds.end()) {
        known->second = {reason, std::max(known->second.until, until)};
        return;
    }
    if (state.modelHolds.size() >= kMaxRememberedModels) {
        const auto soonest =
            std::min_element(state.modelHolds.begin(), state.modelHolds.end(),
                             [](const auto &a, const auto &b) { return a.second.until < b.second.until; });
        state.modelHolds.erase(soonest);
    }
    state.modelHolds.emplace(model, ModelHold{reason, until});
}

void recordKey(EndpointState &state, KeyState key, std::optional<TimePoint> retryAt)
{
    state.key = key;
    state.keyRetryAt = retryAt;
}

} // namespace

void record(EndpointState &state, const Outcome &outcome, quint64 source, const QByteArray &modelKey,
            TimePoint now)
{
    if (outcome.kind != OutcomeKind::ClientGone) {
        state.lastOutcome = outcome.kind;
        state.lastStatus = outcome.status;
    }
    switch (outcome.effect) {
    case HealthEffect::Success:
        state.breaker.success();
        recordKey(state, KeyState::Ok, std::nullopt);
        state.modelHolds.erase(modelKey); // it is served, whatever was said before
        return;
    case HealthEffect::Failure:
        state.breaker.failure(source, now);
        return;
    case HealthEffect::KeyOutOfCredit:
        recordKey(state, KeyState::OutOfCredit, outcome.until);
        break;
    case HealthEffect::KeyRejected:
        recordKey(state, KeyState::Rejected, outcome.until);
        break;
    case HealthEffect::Limited:
        state.limitedUntil = std::max(state.limitedUntil.value_or(now), outcome.until.value_or(now));
        break;
    case HealthEffect::ModelMissing:
        hold(state, modelKey, SkipReason::ModelMissing, outcome.until.value_or(now), now);
        break;
    case HealthEffect::ModelLimited:
        hold(state, modelKey, SkipReason::ModelLimited, outcome.until.value_or(now), now);
        break;
    case HealthEffect::Neutral:
        break;
    }
    state.breaker.release();
}

QByteArray modelKey(RequestKind kind, const QByteArray &model)
{
    switch (kind) {
    case RequestKind::Messages:
        return model;
    case RequestKind::CountTokens:
        return QByteArrayLiteral("count_tokens");
    case RequestKind::Models:
        return model.isEmpty() ? QByteArrayLiteral("models") : model;
    case RequestKind::Other:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace qcc

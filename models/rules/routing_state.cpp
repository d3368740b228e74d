// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered from one request to the next: record() and the session table.
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

const SessionPlace *SessionTable::find(const QByteArray &session) const
{
    const auto it = m_places.find(session);
    return it == m_places.end() ? nullptr : &it->second;
}

void SessionTable::served(const QByteArray &session, const QString &config, TimePoint now)
{
    if (SessionPlace *place = touch(session, now)) {
        place->config = config;
        place->avoid.reset();
    }
}

void SessionTable::broke(const QByteArray &session, const EndpointId &endpoint, TimePoint now)
{
    if (SessionPlace *place = touch(session, now))
        place->avoid = endpoint;
}

void SessionTable::forget(const QString &config)
{
    std::erase_if(m_places, [&](const auto &entry) {
        const bool gone = entry.second.config == config;
        if (gone)
            m_byAge.erase({entry.second.lastUsed, entry.first});
        return gone;
    });
}

/// The session's place, made if need be and marked as used; null for a name that is not remembered.
SessionPlace *SessionTable::touch(const QByteArray &session, TimePoint now)
{
    if (session.isEmpty() || session.size() > kMaxSessionName)
        return nullptr;
    auto it = m_places.find(session);
    if (it != m_places.end()) {
        m_byAge.erase({it->second.lastUsed, session});
    } else {
        if (m_places.size() >= kMaxSessions) {
            m_places.erase(m_byAge.begin()->second);
            m_byAge.erase(m_byAge.begin());
        }
        it = m_places.emplace(session, SessionPlace()).first;
    }
    it->second.lastUsed = now;
    m_byAge.emplace(now, session);
    return &it->second;
}

} // namespace qcc

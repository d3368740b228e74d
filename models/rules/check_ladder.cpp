// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/check_ladder.h"

namespace qcc {
namespace {

enum class Meaning {
    Well,   ///< it answers as it should
    Silent, ///< this rung says nothing of the endpoint
    Verdict ///< a failure, a limit, or the key
};

Meaning meaningOf(CheckRung rung, const Outcome &outcome)
{
    if (outcome.kind == OutcomeKind::Success)
        return Meaning::Well;
    if (outcome.fault != TransportFault::None)
        return Meaning::Verdict;
    const bool notServed = outcome.status == 404 || outcome.status == 405 || outcome.status == 501;
    const bool keptFromIt = outcome.status == 403 && rung != CheckRung::Message;
    if (notServed || keptFromIt || outcome.kind == OutcomeKind::PassedThrough)
        return Meaning::Silent;
    return Meaning::Verdict;
}

bool isAboutTheKey(const Outcome &outcome)
{
    return outcome.effect == HealthEffect::KeyRejected || outcome.effect == HealthEffect::KeyOutOfCredit;
}

/// What strangers get where the key makes a difference: 401, but relays also answer 400, redirect to a login,
/// or put an error or a page under 200. What may be the server's own trouble is no clear word.
bool isRefusal(const Outcome &outcome)
{
    if (outcome.fault != TransportFault::None)
        return false;
    const bool itsTrouble = outcome.status >= 500 || outcome.status == 408 || outcome.status == 429;
    return outcome.kind != OutcomeKind::Success && !itsTrouble;
}

/// Not simply missing: a redirect, or a 403.
bool isOdd(const Outcome &outcome)
{
    return outcome.status == 403 || (outcome.status >= 300 && outcome.status <= 399);
}

CheckLayer keyLayer(const Outcome &outcome)
{
    switch (outcome.kind) {
    case OutcomeKind::KeyRejected:
        return CheckLayer::Bad;
    case OutcomeKind::OutOfCredit:
    case OutcomeKind::RateLimited:
    case OutcomeKind::RateLimitedUntil:
        return CheckLayer::Good; // it knows whom it limits
    default:
        return CheckLayer::Unknown;
    }
}

CheckLayer modelLayer(CheckRung rung, const Outcome &outcome)
{
    if (outcome.kind == OutcomeKind::OutOfCredit)
        return CheckLayer::Bad;
    if (rung == CheckRung::Models)
        return CheckLayer::Unknown;
    if (outcome.kind == OutcomeKind::Success)
        return CheckLayer::Good;
    const bool failed = outcome.effect == HealthEffect::Failure && outcome.fault == TransportFault::None;
    return failed ? CheckLayer::Bad : CheckLayer::Unknown;
}

bool isFresh(const EndpointHealth &health, TimePoint now)
{
    return health.learnedRung && health.learnedAt && now - *health.learnedAt < kRelearnAfter;
}

} // namespace

CheckLadder::CheckLadder(const EndpointState &known, bool messageAllowed, TimePoint now)
    : m_keyOk(known.key == KeyState::Ok)
{
    const EndpointHealth &health = known.health;
    m_rungs = {CheckRung::Models, CheckRung::CountTokens};
    if (messageAllowed)
        m_rungs.push_back(CheckRung::Message);
    const auto learned =
        isFresh(health, now) ? std::find(m_rungs.begin(), m_rungs.end(), *health.learnedRung) : m_rungs.end();
    if (learned != m_rungs.end()) {
        std::rotate(m_rungs.begin(), learned, learned + 1);
        const std::optional<CheckReport> &last = health.lastCheck;
        if (last && last->rung == health.learnedRung && last->outcome.kind == OutcomeKind::Success)
            m_learnedKey = last->keyAccepted;
    }
    climb();
}

void CheckLadder::climb()
{
    if (m_rungs.empty()) {
        m_next.reset();
        return concludeSilence();
    }
    m_next = LadderStep{m_rungs.front(), Credential::Own};
    m_rungs.erase(m_rungs.begin());
}

void CheckLadder::ended(const Outcome &outcome)
{
    Q_ASSERT(m_next);
    if (m_next->credential == Credential::None)
        strangerAnswered(outcome);
    else if (m_well)
        onlyForTheKey(outcome);
    else
        ownAnswered(outcome);
}

void CheckLadder::ownAnswered(const Outcome &outcome)
{
    const CheckRung rung = m_next->rung;
    switch (meaningOf(rung, outcome)) {
    case Meaning::Verdict:
        return conclude(rung, outcome, keyLayer(outcome));
    case Meaning::Silent:
        m_learnedKey.reset();
        if (!m_silent || isOdd(outcome))
            m_silent = outcome;
        return climb();
    case Meaning::Well:
        if (m_learnedKey || rung == CheckRung::Message)
            return conclude(rung, outcome, m_learnedKey.value_or(CheckLayer::Good));
        m_well = rung;
        m_wellOutcome = outcome;
        m_next = LadderStep{rung, Credential::None};
    }
}

void CheckLadder::strangerAnswered(const Outcome &outcome)
{
    const CheckRung rung = m_next->rung;
    if (isRefusal(outcome))
        return conclude(rung, *m_wellOutcome, CheckLayer::Good);
    if (outcome.kind == OutcomeKind::Success)
        return climb();
    conclude(*m_well, *m_wellOutcome, CheckLayer::Unknown); // no clear word: another time
}

/// A cheaper rung went well without a word on the key; this one's failures say nothing against the endpoint.
void CheckLadder::onlyForTheKey(const Outcome &outcome)
{
    const CheckRung rung = m_next->rung;
    const Meaning meaning = meaningOf(rung, outcome);
    if (meaning == Meaning::Verdict && isAboutTheKey(outcome))
        return conclude(rung, outcome, keyLayer(outcome));
    if (meaning == Meaning::Well && rung == CheckRung::Message)
        return conclude(rung, outcome, CheckLayer::Good);
    if (meaning != Meaning::Well)
        return climb();
    m_wellOutcome = outcome;
    m_next = LadderStep{rung, Credential::None};
}

void CheckLadder::conclude(CheckRung rung, const Outcome &outcome, CheckLayer key)
{
    m_next.reset();
    m_finding.rung = rung;
    m_finding.outcome = outcome;
    m_finding.outcome.tryNext = false;
    m_finding.reachable = outcome.fault == TransportFault::None ? CheckLayer::Good : CheckLayer::Bad;
    m_finding.keyAccepted = key;
    m_finding.modelAnswers = modelLayer(rung, outcome);
    const bool notOfTheKey = outcome.kind == OutcomeKind::Success && key != CheckLayer::Good;
    if (notOfTheKey && !m_keyOk)
        m_finding.outcome.effect = HealthEffect::Neutral;
}

void CheckLadder::concludeSilence()
{
    if (m_well)
        return conclude(*m_well, *m_wellOutcome, CheckLayer::Unknown);
    Outcome outcome = m_silent.value_or(Outcome{});
    outcome.tryNext = false;
    outcome.until.reset();
    outcome.effect = HealthEffect::Neutral;
    if (!isOdd(outcome)) {
        outcome.kind = OutcomeKind::Success;
        if (m_keyOk)
            outcome.effect = HealthEffect::Success;
    }
    m_finding.outcome = outcome;
    m_finding.reachable = CheckLayer::Good;
}

RequestKind requestKindOf(CheckRung rung)
{
    switch (rung) {
    case CheckRung::Models:
        return RequestKind::Models;
    case CheckRung::CountTokens:
        return RequestKind::CountTokens;
    case CheckRung::Message:
        return RequestKind::Messages;
    }
    Q_UNREACHABLE();
}

void rememberRung(EndpointHealth &health, const CheckReport &report)
{
    if (!report.rung || report.outcome.effect == HealthEffect::Failure)
        return;
    if (health.learnedRung == report.rung && isFresh(health, report.startedAt))
        return;
    health.learnedRung = report.rung;
    health.learnedAt = report.startedAt;
}

QByteArray checkModelKey(const CheckReport &report, const QByteArray &model)
{
    if (!report.rung)
        return {};
    return modelKey(requestKindOf(*report.rung), report.rung == CheckRung::Message ? model : QByteArray());
}

} // namespace qcc

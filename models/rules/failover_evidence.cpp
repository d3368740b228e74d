// SPDX-License-Identifier: GPL-3.0-or-later
// What is learned of an endpoint from one attempt or check.
#include "models/rules/check_ladder.h"
#include "models/rules/failover_parts.h"

namespace qcc {
namespace {

void succeed(EndpointHealth &health, TimePoint at)
{
    health.status = HealthStatus::Healthy;
    health.consecutiveFailures = 0;
    ++health.consecutiveSuccesses;
    health.failingSince.reset();
    health.lastEvidence = at;
    health.lastSuccess = at;
}

void rememberFailure(EndpointHealth &health, const Outcome &outcome, TimePoint at)
{
    health.consecutiveSuccesses = 0;
    health.lastEvidence = at;
    health.lastFailure = at;
    health.lastFailureFacts = FailureFacts{outcome.kind, outcome.status, outcome.fault};
}

void fail(EndpointHealth &health, const Outcome &outcome, int threshold, TimePoint at)
{
    ++health.consecutiveFailures;
    if (!health.failingSince)
        health.failingSince = at;
    rememberFailure(health, outcome, at);
    const bool worked = health.status == HealthStatus::Healthy || health.status == HealthStatus::Degraded;
    health.status =
        worked && health.consecutiveFailures < threshold ? HealthStatus::Degraded : HealthStatus::Unhealthy;
}

/// The key was refused: nothing is known of how the endpoint works until it answers well again.
void refuse(EndpointHealth &health, const Outcome &outcome, TimePoint at)
{
    rememberFailure(health, outcome, at);
    health.status = HealthStatus::Unknown;
}

/// A failure after which nothing of the config works begins its recovery delay anew.
void noteDown(Turn &turn, const EndpointId &endpoint, TimePoint at)
{
    const Config *config = turn.setup.settings.ownerOf(endpoint);
    if (config && !healthOf(*config, turn.state, turn.setup).isHealthy())
        turn.state.lastDown[config->name] = at;
}

} // namespace

void fold(Turn &turn, const HeldFailure &evidence)
{
    EndpointState &endpoint = turn.state.endpoints[evidence.endpoint];
    record(endpoint, evidence.outcome, evidence.source, evidence.modelKey, evidence.at);
    switch (evidence.outcome.effect) {
    case HealthEffect::Success:
        succeed(endpoint.health, evidence.at);
        return;
    case HealthEffect::Failure:
        fail(endpoint.health, evidence.outcome, turn.setup.settings.policy.failureThreshold, evidence.at);
        noteDown(turn, evidence.endpoint, evidence.at);
        return;
    case HealthEffect::KeyOutOfCredit:
    case HealthEffect::KeyRejected:
        refuse(endpoint.health, evidence.outcome, evidence.at);
        noteDown(turn, evidence.endpoint, evidence.at);
        return;
    case HealthEffect::Neutral:
    case HealthEffect::ModelMissing:
    case HealthEffect::Limited:
    case HealthEffect::ModelLimited:
        return;
    }
}

bool outweighed(const Turn &turn, const Evidence &evidence)
{
    const bool cheap = !evidence.check || evidence.check->rung != CheckRung::Message;
    if (evidence.source != EvidenceSource::Check || !cheap ||
        evidence.outcome.effect != HealthEffect::Success)
        return false;
    const auto known = turn.state.endpoints.find(evidence.endpoint);
    if (known == turn.state.endpoints.end() || !known->second.health.lastBadAnswer)
        return false;
    return turn.now <
           *known->second.health.lastBadAnswer + kBadAnswerWeighs * turn.setup.settings.policy.checkInterval;
}

void noteAnswer(Turn &turn, const Evidence &evidence)
{
    EndpointHealth &health = turn.state.endpoints[evidence.endpoint].health;
    if (evidence.outcome.effect == HealthEffect::Success)
        health.lastBadAnswer.reset();
    else if (evidence.outcome.effect == HealthEffect::Failure && evidence.outcome.status != 0)
        health.lastBadAnswer = turn.now;
}

void rememberCheck(EndpointState &endpoint, const CheckReport &report)
{
    endpoint.health.lastCheck = report;
    rememberRung(endpoint.health, report);
}

bool exists(const Settings &settings, const EndpointId &endpoint)
{
    return settings.ownerOf(endpoint) != nullptr;
}

void countAnew(EndpointState &endpoint)
{
    endpoint.breaker = Breaker();
    endpoint.key = KeyState::Ok;
    endpoint.keyRetryAt.reset();
    EndpointHealth &health = endpoint.health;
    health.status = HealthStatus::Unknown;
    health.consecutiveFailures = 0;
    health.consecutiveSuccesses = 0;
    health.failingSince.reset();
    health.lastBadAnswer.reset();
}

void applyThreshold(FailoverState &state, const FailoverPolicy &policy)
{
    for (auto &[id, endpoint] : state.endpoints) {
        EndpointHealth &health = endpoint.health;
        if (health.status == HealthStatus::Degraded && health.consecutiveFailures >= policy.failureThreshold)
            health.status = HealthStatus::Unhealthy;
    }
}

} // namespace qcc

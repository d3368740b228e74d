// SPDX-License-Identifier: GPL-3.0-or-later
// The own network: whether a transport failure speaks of the provider or of this computer.
#include "models/rules/failover_hosts.h"

namespace qcc {
namespace {

using State = OwnNetwork::State;

/// What an outcome says of the way to the host.
enum class NetworkWord {
    Nothing,  ///< the client went away, or there is no answer to speak of
    Answered, ///< there is a way
    NoWay,    ///< no answer came
    CutOff    ///< the connection was lost behind the answer's head, or was no HTTP
};

NetworkWord wordOf(const Outcome &outcome)
{
    if (outcome.kind == OutcomeKind::ClientGone)
        return NetworkWord::Nothing;
    if (outcome.effect == HealthEffect::Success)
        return NetworkWord::Answered; // whatever happened behind its end
    switch (outcome.fault) {
    case TransportFault::None:
        return outcome.status != 0 ? NetworkWord::Answered : NetworkWord::Nothing;
    case TransportFault::Dns:
    case TransportFault::Refused:
    case TransportFault::ConnectTimeout:
    case TransportFault::Tls:
    case TransportFault::OutboundProxy:
    case TransportFault::Reset:
    case TransportFault::HeaderTimeout:
        return outcome.status == 0 ? NetworkWord::NoWay : NetworkWord::CutOff;
    case TransportFault::Protocol:
    case TransportFault::Truncated:
    case TransportFault::IdleTimeout:
    case TransportFault::TotalTimeout:
        return NetworkWord::CutOff;
    case TransportFault::Cancelled:
        return NetworkWord::Nothing;
    }
    Q_UNREACHABLE();
}

/// It does not count. A half-open breaker's trial ends without a verdict.
void drop(Turn &turn, const EndpointId &endpoint)
{
    if (const auto known = turn.state.endpoints.find(endpoint); known != turn.state.endpoints.end())
        known->second.breaker.release();
}

void enter(Turn &turn, State state)
{
    OwnNetwork &network = turn.state.network;
    network.state = state;
    network.since = turn.now;
    network.held.clear();
    network.silent.clear();
}

/// Nothing that began before now tells anything about providers.
void enterUpAnew(Turn &turn)
{
    enter(turn, State::Up);
    turn.state.network.trustFrom = turn.now;
}

/// Transport failures that began shortly before the trouble was recognised were part of it.
void takeBack(EndpointState &endpoint, TimePoint since)
{
    EndpointHealth &health = endpoint.health;
    if (!health.failingSince || *health.failingSince < since || !health.lastFailureFacts ||
        health.lastFailureFacts->fault == TransportFault::None)
        return;
    health.status = health.lastSuccess ? HealthStatus::Healthy : HealthStatus::Unknown;
    health.consecutiveFailures = 0;
    health.failingSince.reset();
    endpoint.breaker = Breaker();
}

void enterDown(Turn &turn)
{
    const OwnNetwork &network = turn.state.network;
    for (const HeldFailure &held : network.held)
        turn.state.endpoints[held.endpoint].breaker = Breaker(); // it was not their fault
    const TimePoint recognised = network.state == State::Suspected ? network.since : turn.now;
    for (auto &[id, endpoint] : turn.state.endpoints)
        takeBack(endpoint, recognised - kCorrelationWindow);
    enter(turn, State::Down);
}

void hold(Turn &turn, const HeldFailure &failure)
{
    drop(turn, failure.endpoint);
    if (turn.state.network.held.size() < kMaxHeldFailures)
        turn.state.network.held.push_back(failure);
}

void suspect(Turn &turn, const HeldFailure &failure, const Hosts &hosts)
{
    enter(turn, State::Suspected);
    hold(turn, failure);
    turn.state.network.silent.insert(failure.endpoint);
    const QString suspect = hostOf(turn.setup.settings, failure.endpoint);
    std::vector<EndpointId> others;
    for (const auto &[host, endpoints] : hosts) {
        if (host != suspect)
            others.push_back(endpoints.front());
    }
    check(turn, std::move(others));
}

std::vector<HeldFailure> failedInUp(Turn &turn, const HeldFailure &failure, NetworkWord word,
                                    TimePoint startedAt)
{
    if (word == NetworkWord::CutOff || knownUnreachable(turn.state, failure.endpoint))
        return {failure};
    Hosts hosts = usableHosts(turn);
    const QString host = hostOf(turn.setup.settings, failure.endpoint);
    hosts[host].push_back(failure.endpoint);
    if (hosts.size() < 2 || otherHostAnswered(turn, host, startedAt))
        return {failure};
    suspect(turn, failure, hosts);
    return {};
}

std::vector<HeldFailure> failed(Turn &turn, const HeldFailure &failure, NetworkWord word, TimePoint startedAt)
{
    OwnNetwork &network = turn.state.network;
    if (network.trustFrom && startedAt < *network.trustFrom) {
        drop(turn, failure.endpoint);
        return {};
    }
    switch (network.state) {
    case State::Up:
        return failedInUp(turn, failure, word, startedAt);
    case State::Suspected:
        hold(turn, failure);
        if (word == NetworkWord::NoWay)
            network.silent.insert(failure.endpoint);
        if (allSilent(turn))
            enterDown(turn);
        return {};
    case State::Down:
    case State::Waking:
        network.silent.insert(failure.endpoint);
        drop(turn, failure.endpoint);
        return {};
    }
    Q_UNREACHABLE();
}

/// What failed while the computer woke up is asked again.
void endWaking(Turn &turn)
{
    const std::set<EndpointId> silent = turn.state.network.silent;
    enterUpAnew(turn);
    check(turn, {silent.begin(), silent.end()});
}

std::vector<HeldFailure> endSuspicion(Turn &turn)
{
    std::vector<HeldFailure> held = std::exchange(turn.state.network.held, {});
    enter(turn, State::Up);
    return held;
}

std::vector<HeldFailure> answered(Turn &turn, const EndpointId &endpoint)
{
    OwnNetwork &network = turn.state.network;
    network.answered[endpoint] = turn.now;
    switch (network.state) {
    case State::Up:
        return {};
    case State::Suspected:
        return endSuspicion(turn);
    case State::Down:
        network.reportedDown = false; // the system is mistaken, or late
        enterUpAnew(turn);
        checkAll(turn);
        return {};
    case State::Waking:
        endWaking(turn);
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<HeldFailure> admitted(Turn &turn, const Evidence &evidence)
{
    const HeldFailure item{evidence.endpoint, evidence.outcome, evidence.number, evidence.modelKey, turn.now};
    const NetworkWord word = wordOf(evidence.outcome);
    switch (word) {
    case NetworkWord::Nothing:
        return {item};
    case NetworkWord::Answered: {
        std::vector<HeldFailure> items = answered(turn, evidence.endpoint);
        items.push_back(item);
        return items;
    }
    case NetworkWord::NoWay:
    case NetworkWord::CutOff:
        return failed(turn, item, word, evidence.startedAt);
    }
    Q_UNREACHABLE();
}

std::vector<HeldFailure> networkTimePassed(Turn &turn)
{
    OwnNetwork &network = turn.state.network;
    switch (network.state) {
    case State::Up:
        break;
    case State::Suspected:
        if (allSilent(turn))
            enterDown(turn); // the hosts that might have answered were taken away
        else if (turn.now >= network.since + kSuspicionAtMost || usableHosts(turn).size() < 2)
            return endSuspicion(turn);
        break;
    case State::Down:
        if (!network.reportedDown && usableHosts(turn).size() < 2)
            enterUpAnew(turn);
        break;
    case State::Waking:
        if (turn.now >= network.since + kWakeGrace)
            endWaking(turn);
        break;
    }
    return {};
}

void networkReported(Turn &turn, bool up)
{
    OwnNetwork &network = turn.state.network;
    network.reportedDown = !up;
    if (!up && network.state != State::Down) {
        enterDown(turn);
    } else if (up && network.state == State::Down) {
        enterUpAnew(turn);
        checkAll(turn);
    }
}

void wokeUp(Turn &turn)
{
    OwnNetwork &network = turn.state.network;
    if (!network.reportedDown)
        enter(turn, State::Waking);
    checkAll(turn);
}

} // namespace qcc

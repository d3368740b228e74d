// SPDX-License-Identifier: GPL-3.0-or-later
// The alerts that are conditions: raised once per cause, cleared when it ends.
#include "models/rules/failover_parts.h"

namespace qcc {
namespace {

enum class Condition { Holds, IsOver, AsBefore };

Alert alertOf(const Turn &turn, AlertKind kind, const QString &subject = QString())
{
    Alert alert;
    alert.kind = kind;
    alert.subject = subject;
    alert.since = turn.now;
    return alert;
}

void raise(Turn &turn, Alert alert)
{
    const auto [it, added] = turn.state.alerts.emplace(std::pair(alert.kind, alert.subject), alert);
    if (added)
        turn.effects.push_back(RaiseAlert{std::move(alert)});
    else
        it->second.until = alert.until;
}

/// Clears the alerts of a kind whose subject is not among those given.
void clearOthers(Turn &turn, AlertKind kind, const std::set<QString> &subjects)
{
    for (auto it = turn.state.alerts.begin(); it != turn.state.alerts.end();) {
        if (it->first.first != kind || subjects.contains(it->first.second)) {
            ++it;
            continue;
        }
        turn.effects.push_back(ClearAlert{it->second});
        it = turn.state.alerts.erase(it);
    }
}

void settle(Turn &turn, Condition condition, const Alert &alert)
{
    switch (condition) {
    case Condition::Holds:
        clearOthers(turn, alert.kind, {alert.subject});
        raise(turn, alert);
        return;
    case Condition::IsOver:
        clearOthers(turn, alert.kind, {});
        return;
    case Condition::AsBefore:
        return;
    }
}

Condition ownNetworkDown(const FailoverState &state)
{
    switch (state.network.state) {
    case OwnNetwork::State::Up:
        return Condition::IsOver;
    case OwnNetwork::State::Down:
        return Condition::Holds;
    case OwnNetwork::State::Suspected:
    case OwnNetwork::State::Waking:
        return Condition::AsBefore;
    }
    Q_UNREACHABLE();
}

/// Raised when all are known and none is healthy; a limited one is. Over when one is healthy again.
Condition allDown(const FailoverView &view)
{
    bool any = false;
    bool allKnown = true;
    for (const Place &place : view.places()) {
        if (!view.routable(place))
            continue;
        const ConfigHealth health = view.health(place);
        if (health.isHealthy())
            return Condition::IsOver;
        any = true;
        allKnown = allKnown && health.status != HealthStatus::Unknown;
    }
    if (!any)
        return Condition::IsOver;
    return allKnown ? Condition::Holds : Condition::AsBefore;
}

Condition noFallback(const FailoverView &view)
{
    const Place *active = view.active();
    if (!active || !view.down(*active))
        return Condition::IsOver;
    const bool alone = std::none_of(view.places().begin(), view.places().end(), [&](const Place &place) {
        return &place != active && view.routable(place);
    });
    return alone ? Condition::Holds : Condition::IsOver;
}

bool isAway(const FailoverView &view)
{
    const Place *active = view.active();
    if (!active || active->priority == Priority::Primary)
        return false;
    return std::any_of(view.places().begin(), view.places().end(), [&](const Place &place) {
        return place.priority == Priority::Primary && view.routable(place);
    });
}

Condition awayTooLong(Turn &turn, const FailoverView &view)
{
    std::optional<TimePoint> &since = turn.state.awaySince;
    if (!isAway(view)) {
        since.reset();
        return Condition::IsOver;
    }
    if (!since)
        since = turn.now;
    return turn.now >= *since + kAwayTooLong ? Condition::Holds : Condition::AsBefore;
}

void settleKeys(Turn &turn, AlertKind kind, KeyState trouble)
{
    std::set<QString> subjects;
    for (const Config &config : turn.setup.settings.configs) {
        for (const Endpoint &endpoint : config.endpoints) {
            const auto known = turn.state.endpoints.find(endpoint.id);
            if (known != turn.state.endpoints.end() && known->second.key == trouble)
                subjects.insert(config.name + QLatin1Char('/') + endpoint.name);
        }
    }
    clearOthers(turn, kind, subjects);
    for (const QString &subject : subjects)
        raise(turn, alertOf(turn, kind, subject));
}

Condition limitReached(const Verdict &verdict)
{
    return verdict.decision.rule == DecisionRule::HourlyLimit ? Condition::Holds : Condition::IsOver;
}

} // namespace

void settleAlerts(Turn &turn, const Verdict &verdict)
{
    settle(turn, ownNetworkDown(turn.state), alertOf(turn, AlertKind::OwnNetwork));
    settleKeys(turn, AlertKind::KeyRejected, KeyState::Rejected);
    settleKeys(turn, AlertKind::OutOfCredit, KeyState::OutOfCredit);
    const FailoverView &view = turn.view;
    settle(turn, awayTooLong(turn, view), alertOf(turn, AlertKind::AwayFromPrimary));
    if (turn.state.network.state != OwnNetwork::State::Up)
        return; // what is known stands still
    settle(turn, allDown(view), alertOf(turn, AlertKind::AllDown));
    settle(turn, noFallback(view), alertOf(turn, AlertKind::NoFallback, turn.state.active));
    Alert limit = alertOf(turn, AlertKind::HourlyLimit);
    limit.until = verdict.decision.until;
    settle(turn, limitReached(verdict), limit);
}

} // namespace qcc

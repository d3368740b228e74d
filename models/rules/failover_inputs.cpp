// SPDX-License-Identifier: GPL-3.0-or-later
// What people do: switches by hand, and changed settings.
#include "models/rules/failover_parts.h"

namespace qcc {
namespace {

Refusal refusal(RefusalCode code, const QString &subject, QLatin1StringView detail = {})
{
    return {code, subject, QString(detail)};
}

void announceSwitch(Turn &turn, FailoverEventType type, const Decision &decision)
{
    const FailoverPolicy &policy = turn.setup.settings.policy;
    Alert alert;
    alert.subject = decision.to;
    alert.since = turn.now;
    alert.from = decision.from;
    alert.to = decision.to;
    if (type == FailoverEventType::Failover && policy.notifyOnFailover) {
        alert.kind = AlertKind::Failover;
        turn.effects.push_back(Announce{alert});
    } else if (type == FailoverEventType::Recovery && policy.notifyOnRecovery) {
        alert.kind = AlertKind::Recovery;
        turn.effects.push_back(Announce{alert});
    }
}

void pinTo(Turn &turn, const SwitchConfig &command)
{
    Pin pin{command.config, turn.now, std::nullopt};
    if (command.pinFor && command.pinFor != kUntilReleased)
        pin.until = turn.now + *command.pinFor;
    turn.state.pin = pin;
}

/// Whatever it did before, a person wants it tried.
void tryAnew(Turn &turn, const QString &config)
{
    const FailoverView &view = turn.view;
    const std::vector<EndpointId> endpoints = view.keyed(*view.find(config));
    for (const EndpointId &id : endpoints) {
        if (const auto known = turn.state.endpoints.find(id); known != turn.state.endpoints.end())
            countAnew(known->second);
    }
    check(turn, endpoints);
}

void follow(FailoverState &state, const Rename &rename)
{
    if (state.active == rename.from)
        state.active = rename.to;
    if (state.activeInFile == rename.from)
        state.activeInFile = rename.to;
    if (state.pin && state.pin->config == rename.from)
        state.pin->config = rename.to;
    if (auto node = state.lastDown.extract(rename.from)) {
        node.key() = rename.to;
        state.lastDown.insert(std::move(node));
    }
    if (auto node = state.memo.asked.extract(rename.from)) {
        node.key() = rename.to;
        state.memo.asked.insert(std::move(node));
    }
}

/// "from" → "to", "from/endpoint" → "to/endpoint".
void followInAlerts(FailoverState &state, const Rename &rename)
{
    std::map<std::pair<AlertKind, QString>, Alert> renamed;
    for (auto &[identity, alert] : state.alerts) {
        QString &subject = alert.subject;
        if (subject == rename.from || subject.startsWith(rename.from + QLatin1Char('/')))
            subject.replace(0, rename.from.size(), rename.to);
        if (alert.from == rename.from)
            alert.from = rename.to;
        if (alert.to == rename.from)
            alert.to = rename.to;
        renamed.emplace(std::pair(identity.first, subject), std::move(alert));
    }
    state.alerts = std::move(renamed);
}

void forget(FailoverState &state, const EndpointId &endpoint)
{
    state.endpoints.erase(endpoint);
    state.network.answered.erase(endpoint);
    state.network.silent.erase(endpoint);
    std::erase_if(state.network.held, [&](const HeldFailure &h) { return h.endpoint == endpoint; });
}

/// Nothing is kept of what is in no config.
void prune(FailoverState &state, const Settings &settings)
{
    std::set<EndpointId> existing;
    for (const Config &config : settings.configs) {
        for (const Endpoint &endpoint : config.endpoints)
            existing.insert(endpoint.id);
    }
    std::set<EndpointId> gone;
    for (const auto &[id, endpoint] : state.endpoints) {
        if (!existing.contains(id))
            gone.insert(id);
    }
    for (const EndpointId &id : gone)
        forget(state, id);
    std::erase_if(state.memo.renewedAt, [&](const auto &e) { return !existing.contains(e.first); });
    std::erase_if(state.lastDown, [&](const auto &e) { return !settings.find(e.first); });
    std::erase_if(state.memo.asked, [&](const auto &e) { return !settings.find(e.first); });
}

/// Why nobody can switch to it; none: it can be routed to.
std::optional<Refusal> unroutable(const FailoverView &view, const QString &config)
{
    const Place *place = view.find(config);
    if (!place)
        return refusal(RefusalCode::UnknownConfig, config);
    if (place->priority == Priority::Disabled)
        return refusal(RefusalCode::NotRoutable, config, QLatin1StringView("disabled"));
    if (!place->groupEnabled)
        return refusal(RefusalCode::NotRoutable, config, QLatin1StringView("group off"));
    if (place->config->endpoints.empty())
        return refusal(RefusalCode::NotRoutable, config, QLatin1StringView("no endpoints"));
    if (!view.routable(*place))
        return refusal(RefusalCode::NotRoutable, config, QLatin1StringView("no key"));
    return std::nullopt;
}

} // namespace

void switchTo(Turn &turn, FailoverEventType type, const Decision &decision, const QString &reason)
{
    FailoverState &state = turn.state;
    state.active = decision.to;
    state.activeSince = turn.now;
    state.pin.reset();
    state.failureNoted = false;
    state.memo.asked.clear();
    if (type == FailoverEventType::Failover || type == FailoverEventType::Recovery) {
        state.lastSwitch = turn.now;
        state.recentSwitches.push_back(turn.now);
    }
    turn.effects.push_back(ActivateConfig{decision.to});
    turn.effects.push_back(
        RecordEvent{{QString(), type, decision.from, decision.to, reason, turn.now, true, decision}});
    announceSwitch(turn, type, decision);
}

void switchByHand(Turn &turn, const SwitchConfig &command)
{
    const FailoverView &view = turn.view;
    if (unroutable(view, command.config))
        return; // the settings changed in between
    if (command.config != turn.state.active) {
        const Decision decision = decisionOf(view, DecisionRule::ChosenByPerson, command.config);
        switchTo(turn, FailoverEventType::Manual, decision, command.reason);
        tryAnew(turn, command.config);
    }
    pinTo(turn, command);
}

void settingsChanged(Turn &turn, const SettingsChanged &input)
{
    FailoverState &state = turn.state;
    carryOver(state, input.renamed, input.forgotten);
    for (const EndpointId &id : input.forgotten)
        state.memo.renewedAt[id] = turn.now;
    prune(state, turn.setup.settings);
    applyThreshold(state, turn.setup.settings.policy);
    if (input.activeByHand && *input.activeByHand != state.active)
        switchByHand(turn, SwitchConfig{*input.activeByHand, QString(), std::nullopt});
}

bool isChosenInFile(const FailoverState &state, const QString &inFile, const QString &before)
{
    return !inFile.isEmpty() && inFile != state.active && inFile != state.activeInFile.value_or(before);
}

void carryOver(FailoverState &state, const std::optional<Rename> &renamed,
               const std::vector<EndpointId> &forgotten)
{
    if (renamed) {
        follow(state, *renamed);
        followInAlerts(state, *renamed);
    }
    for (const EndpointId &id : forgotten)
        forget(state, id);
}

Result<Done> checkSwitch(const FailoverState &state, const FailoverSetup &setup, const SwitchConfig &command)
{
    const FailoverView view(state, setup, TimePoint());
    if (std::optional<Refusal> why = unroutable(view, command.config))
        return std::move(*why);
    const bool forATime = command.pinFor && command.pinFor != kUntilReleased;
    if (forATime && (*command.pinFor < seconds{1} || *command.pinFor > kLongestPin))
        return refusal(RefusalCode::InvalidValue, QStringLiteral("for"), QLatin1StringView("1 s to 30 days"));
    if (command.config == state.active && !command.pinFor)
        return refusal(RefusalCode::AlreadyActive, command.config);
    return Done{};
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/decision_inputs.h"
#include "models/text/decision_text.h"
#include "models/text/endpoint_text.h"
#include "models/text/event_text.h"
#include "models/text/failure_text.h"
#include "models/text/group_text.h"
#include "models/text/request_notes.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

namespace {

/// What an endpoint of the config last died of.
QString causeOf(const QString &config, const ProxySnapshot &snapshot)
{
    for (const EndpointSnapshot &endpoint : snapshot.endpoints) {
        if (endpoint.config == config && endpoint.health.lastFailureFacts &&
            endpoint.health.status == HealthStatus::Unhealthy)
            return failureText(*endpoint.health.lastFailureFacts);
    }
    return {};
}

/// Above the active config, the best one that is down.
const ConfigSnapshot *downAbove(const FailoverSnapshot &failover)
{
    for (const ConfigSnapshot &config : failover.configs) {
        if (config.config == failover.active)
            return nullptr;
        const bool wanted = config.groupEnabled && config.priority != Priority::Disabled;
        if (wanted && config.health.status == HealthStatus::Unhealthy)
            return &config;
    }
    return nullptr;
}

bool allDown(const FailoverSnapshot &failover)
{
    return std::any_of(failover.alerts.begin(), failover.alerts.end(),
                       [](const Alert &alert) { return alert.kind == AlertKind::AllDown; });
}

/// The best config that is down above the active one, and why.
QString troubleAbove(const ProxySnapshot &snapshot, TimePoint now)
{
    const ConfigSnapshot *down = downAbove(snapshot.failover);
    if (!down)
        return {};
    const QString cause = causeOf(down->config, snapshot);
    const QString heldBack = configHeldBack(down->config, snapshot, now);
    if (cause.isEmpty() && !heldBack.isEmpty())
        return Text::tr("%1: %2", "a config, and what holds it back").arg(down->config, heldBack);
    return cause.isEmpty() ? Text::tr("%1 is down").arg(down->config)
                           : Text::tr("%1 is down: %2").arg(down->config, cause);
}

} // namespace

QString troubleText(const ProxySnapshot &snapshot, TimePoint now)
{
    const Decision &standing = snapshot.failover.standing;
    if (snapshot.failover.networkDown)
        return Text::tr("this computer's network is down");
    if (allDown(snapshot.failover))
        return Text::tr("all configs are down");
    if (standing.rule == DecisionRule::ActiveFailing || isAboutFailure(standing))
        return reasonLine(standing);
    const QString heldBack = configHeldBack(snapshot.failover.active, snapshot, now);
    if (!heldBack.isEmpty())
        return Text::tr("%1: %2", "a config, and what holds it back").arg(snapshot.failover.active, heldBack);
    return troubleAbove(snapshot, now);
}

namespace {

QString nobodyServes(const FailoverSnapshot &failover)
{
    if (failover.configs.empty())
        return Text::tr("No config is set up yet.");
    const bool someMay =
        std::any_of(failover.configs.begin(), failover.configs.end(), [](const ConfigSnapshot &config) {
            return config.groupEnabled && config.priority != Priority::Disabled;
        });
    return someMay ? Text::tr("No config is active.")
                   : Text::tr("No config is active: all are disabled, or their groups are switched off.");
}

/// Of the config to which requests go although none has proved to be well: what is in its way.
QString whatKeepsTheFirst(const ProxySnapshot &snapshot, TimePoint now)
{
    const QString heldBack = configHeldBack(snapshot.activeConfig, snapshot, now);
    if (snapshot.activeConfig.isEmpty() || heldBack.isEmpty())
        return {};
    const QString what =
        Text::tr("%1: %2", "a config, and what holds it back").arg(snapshot.activeConfig, heldBack);
    return Text::tr("%1.", "ends a sentence").arg(what);
}

QString servedBy(const FailoverSnapshot &failover, TimePoint now)
{
    const QString name = failover.activePriority ? configWithGroup(failover.active, *failover.activePriority)
                                                 : failover.active;
    return Text::tr("Claude Code is served by %1 since %2", "%1: a config, %2: a time")
        .arg(name, momentText(failover.activeSince, now));
}

QString pinSentence(const FailoverSnapshot &failover, TimePoint now)
{
    return failover.pinnedUntil
               ? Text::tr("Chosen by hand until %1.").arg(dueText(*failover.pinnedUntil, now))
               : Text::tr("Chosen by hand, until released.");
}

} // namespace

QString headline(const ProxySnapshot &snapshot, TimePoint now)
{
    const FailoverSnapshot &failover = snapshot.failover;
    const QString held = heldText(snapshot, now);
    QStringList parts;
    if (!held.isEmpty())
        parts += held;
    if (failover.active.isEmpty()) {
        parts += nobodyServes(failover);
        if (const QString first = whatKeepsTheFirst(snapshot, now); held.isEmpty() && !first.isEmpty())
            parts += first;
        return paragraph(parts);
    }
    const QString served = servedBy(failover, now);
    const QString why = troubleText(snapshot, now);
    parts += why.isEmpty() ? Text::tr("%1.", "ends a sentence").arg(served)
                           : Text::tr("%1 – %2.", "who serves, and what is wrong").arg(served, why);
    if (failover.pinned)
        parts += pinSentence(failover, now);
    else if (held.isEmpty() && failover.recoveryAt && *failover.recoveryAt > now)
        parts += Text::tr("Recovery possible in %1.").arg(countdown(*failover.recoveryAt - now));
    return paragraph(parts);
}

} // namespace qcc

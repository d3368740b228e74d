// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/overview_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/display_width.h"
#include "app/cli/serving_view.h"
#include "app/cli/state_paint.h"
#include "app/cli/table.h"
#include "models/text/alert_text.h"
#include "models/text/channel_text.h"
#include "models/text/endpoint_text.h"
#include "models/text/event_text.h"
#include "models/text/group_text.h"
#include "models/text/health_text.h"
#include "models/text/span_text.h"

namespace qcc {

namespace {

Cell activeCell(const FailoverSnapshot &failover, TimePoint now)
{
    if (failover.active.isEmpty())
        return {CliText::tr("none"), Paint::Yellow};
    const QString mark =
        failover.activePriority ? groupMark(*failover.activePriority) + QLatin1Char(' ') : QString();
    return {CliText::tr("%1, since %2 (%3)")
                .arg(mark + failover.active, momentText(failover.activeSince, now),
                     spanText(now - failover.activeSince)),
            Paint::Green};
}

QString pinText(const FailoverSnapshot &failover, TimePoint now)
{
    if (!failover.pinnedUntil)
        return CliText::tr("until released with: qcc priority release");
    return CliText::tr("until %1, or released with: qcc priority release")
        .arg(dueText(*failover.pinnedUntil, now));
}

void addTimers(Table &facts, const FailoverSnapshot &failover, TimePoint now)
{
    if (failover.pinned)
        facts.addRow({{CliText::tr("pinned")}, {pinText(failover, now), Paint::Yellow}});
    if (failover.recoveryAt)
        facts.addRow({{CliText::tr("recovery")},
                      {*failover.recoveryAt > now
                           ? CliText::tr("possible in %1").arg(countdown(*failover.recoveryAt - now))
                           : CliText::tr("possible now")}});
    if (failover.coolDownUntil && *failover.coolDownUntil > now)
        facts.addRow({{CliText::tr("cool-down")}, {countdown(*failover.coolDownUntil - now)}});
    if (failover.switchesInHour > 0)
        facts.addRow({{CliText::tr("switches")},
                      {failover.standing.maxPerHour > 0
                           ? CliText::tr("%1 of %2 in the last hour")
                                 .arg(failover.switchesInHour)
                                 .arg(failover.standing.maxPerHour)
                           : CliText::tr("%1 in the last hour").arg(failover.switchesInHour)}});
}

Table factsOf(const ProxySnapshot &snapshot, TimePoint now)
{
    const FailoverSnapshot &failover = snapshot.failover;
    Table facts(2);
    facts.addRow({{CliText::tr("active")}, activeCell(failover, now)});
    addTimers(facts, failover, now);
    facts.addRow({{CliText::tr("network")},
                  failover.networkDown ? Cell{CliText::tr("down: this computer reaches nobody"), Paint::Red}
                                       : Cell{CliText::tr("up")}});
    facts.addRow(
        {{CliText::tr("checks")},
         failover.monitoring ? Cell{CliText::tr("running")} : Cell{CliText::tr("off"), Paint::Yellow}});
    facts.addRow({{CliText::tr("requests")},
                  {CliText::tr("%1 running, %2 served (%3 of them spilled over), %4 failed")
                       .arg(snapshot.runningRequests)
                       .arg(snapshot.requestsServed)
                       .arg(snapshot.spilledOver)
                       .arg(snapshot.requestsFailed)}});
    return facts;
}

QString countsText(const ConfigHealth &health)
{
    if (health.totalEndpoints == 0)
        return CliText::tr("no endpoints");
    return CliText::tr("%1/%2 endpoints, %3 %")
        .arg(health.healthyEndpoints)
        .arg(health.totalEndpoints)
        .arg(qRound(health.healthPercentage()));
}

std::vector<Cell> configRow(const ConfigSnapshot &config, const FailoverSnapshot &failover)
{
    const bool active = config.config == failover.active;
    const QString name = active ? CliText::tr("%1 (active)").arg(config.config) : config.config;
    return {{QStringLiteral("• ") + name, active ? Paint::Green : Paint::Bold},
            {healthName(config.health), paintOf(config.health.status)},
            {countsText(config.health)},
            {config.latency ? latencyText(*config.latency) : QString(), Paint::Faint}};
}

/// What is wrong with the config's endpoints, below it.
QStringList troubleLines(const Console &console, const ConfigSnapshot &config, const ProxySnapshot &snapshot,
                         TimePoint now)
{
    QStringList lines;
    if (config.priority == Priority::Disabled || !config.groupEnabled)
        return lines; // nothing is asked there
    for (const EndpointSnapshot &endpoint : snapshot.endpoints) {
        if (endpoint.config != config.config)
            continue;
        for (const QString &trouble : endpointTroubles(endpoint, now))
            lines << QStringLiteral("      ") + console.painted(printable(trouble), Paint::Yellow);
    }
    return lines;
}

/// The groups below each other, their configs' columns in line across all of them.
QStringList groupLines(const Console &console, const ProxySnapshot &snapshot, TimePoint now)
{
    const FailoverSnapshot &failover = snapshot.failover;
    Table rows(2);
    for (const ConfigSnapshot &config : failover.configs)
        rows.addRow(configRow(config, failover));
    const QStringList configLines = rows.lines(console);
    QStringList lines;
    for (const Priority priority : kPriorities) {
        QStringList inside;
        bool enabled = true;
        for (size_t i = 0; i < failover.configs.size(); ++i) {
            if (failover.configs[i].priority != priority)
                continue;
            inside << configLines[qsizetype(i)];
            inside += troubleLines(console, failover.configs[i], snapshot, now);
            enabled = failover.configs[i].groupEnabled;
        }
        if (inside.isEmpty())
            continue;
        const QString title = groupMark(priority) + QLatin1Char(' ') + groupName(priority);
        lines << console.painted(title, Paint::Bold) +
                     (enabled ? QString() : console.painted(CliText::tr(" (off)"), Paint::Yellow));
        lines += inside;
    }
    return lines;
}

QStringList alertLines(const Console &console, const FailoverSnapshot &failover, TimePoint now)
{
    QStringList lines;
    for (const Alert &alert : failover.alerts) {
        lines << console.painted(QStringLiteral("! ") + printable(alertTitle(alert)), Paint::Red);
        lines << QStringLiteral("  ") + printable(alertText(alert, now));
    }
    return lines;
}

QStringList channelLines(const Console &console, const std::vector<ChannelSnapshot> &channels, TimePoint now)
{
    QStringList lines;
    for (const ChannelSnapshot &channel : channels) {
        if (channel.failingSince)
            lines << console.painted(printable(QStringLiteral("! ") + channelTroubleText(channel, now)),
                                     Paint::Yellow);
    }
    return lines;
}

} // namespace

QStringList overviewLines(const Console &console, const ProxySnapshot &snapshot, TimePoint now)
{
    QStringList lines{printable(headline(snapshot, now))};
    for (const QString &line : servingLines(snapshot))
        lines << printable(line);
    lines += factsOf(snapshot, now).lines(console);
    lines += groupLines(console, snapshot, now);
    lines += alertLines(console, snapshot.failover, now);
    lines += channelLines(console, snapshot.channels, now);
    return lines;
}

ProxySnapshot tellingPart(ProxySnapshot snapshot)
{
    snapshot.clientConnections = 0;
    snapshot.runningRequests = 0;
    snapshot.requestsServed = snapshot.requestsFailed = snapshot.spilledOver = 0;
    for (EndpointSnapshot &endpoint : snapshot.endpoints) {
        const HealthStatus status = endpoint.health.status;
        std::vector<ModelHoldSnapshot> holds = std::move(endpoint.modelHolds);
        for (ModelHoldSnapshot &hold : holds)
            hold.until = {};
        endpoint = {endpoint.config, endpoint.id, endpoint.name, endpoint.condition, {}, 0, {}, 0, {}, {}};
        endpoint.health.status = status;
        endpoint.modelHolds = std::move(holds);
    }
    FailoverSnapshot &failover = snapshot.failover;
    for (ChannelSnapshot &channel : snapshot.channels) {
        channel.lastSent.reset();
        channel.waiting = 0;
    }
    failover.recoveryAt.reset();
    Decision standing;
    standing.rule = failover.standing.rule;
    failover.standing = standing;
    for (ConfigSnapshot &config : failover.configs) {
        config.latency.reset();
        config.health = {config.health.status,
                         config.health.healthyEndpoints,
                         config.health.totalEndpoints,
                         0,
                         0,
                         {},
                         {},
                         {}};
    }
    return snapshot;
}

} // namespace qcc

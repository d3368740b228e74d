// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/health_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/display_width.h"
#include "app/cli/state_paint.h"
#include "app/cli/table.h"
#include "app/control/snapshot_json.h"
#include "models/text/endpoint_text.h"
#include "models/text/failure_text.h"
#include "models/text/health_text.h"
#include "models/text/span_text.h"

namespace qcc {

namespace {

Cell stateCell(const EndpointSnapshot &endpoint, TimePoint now)
{
    if (endpoint.condition != EndpointCondition::Ready)
        return {conditionText(endpoint, now), paintOf(endpoint.condition)};
    return {healthName(endpoint.health), paintOf(endpoint.health.status)};
}

Cell layerCell(const std::optional<CheckReport> &check, CheckLayer CheckReport::*layer)
{
    const CheckLayer told = check ? (*check).*layer : CheckLayer::Unknown;
    return {told == CheckLayer::Unknown ? QStringLiteral("–") : layerName(told), paintOf(told)};
}

Cell momentCell(const std::optional<TimePoint> &moment, TimePoint now)
{
    if (!moment)
        return {QStringLiteral("–"), Paint::Faint};
    return {CliText::tr("%1 ago").arg(spanText(now - *moment))};
}

Cell failureCell(const EndpointHealth &health, TimePoint now)
{
    Cell cell = momentCell(health.lastFailure, now);
    if (health.lastFailure && health.lastFailureFacts)
        cell.text =
            CliText::tr("%1: %2", "when and what").arg(cell.text, failureText(*health.lastFailureFacts));
    return cell;
}

/// Where nobody answered there is no latency.
Cell latencyCell(const std::optional<CheckReport> &check)
{
    if (!check || check->reachable != CheckLayer::Good)
        return {QStringLiteral("–"), Paint::Faint};
    return {latencyText(check->latency)};
}

std::vector<Cell> rowOf(const EndpointSnapshot &endpoint, TimePoint now)
{
    const EndpointHealth &health = endpoint.health;
    const std::optional<CheckReport> &check = health.lastCheck;
    return {{endpoint.config + QLatin1Char('/') + endpoint.name, Paint::Bold},
            stateCell(endpoint, now),
            layerCell(check, &CheckReport::reachable),
            layerCell(check, &CheckReport::keyAccepted),
            layerCell(check, &CheckReport::modelAnswers),
            latencyCell(check),
            momentCell(check ? std::optional(check->endedAt) : std::nullopt, now),
            momentCell(health.lastSuccess, now),
            failureCell(health, now)};
}

bool isWanted(const QString &config, const QString &wanted)
{
    return wanted.isEmpty() || config == wanted;
}

QJsonArray ofConfig(const QJsonArray &all, const QString &config)
{
    QJsonArray chosen;
    for (const QJsonValue &value : all) {
        if (isWanted(value[QLatin1StringView("config")].toString(), config))
            chosen << value;
    }
    return chosen;
}

} // namespace

void showHealth(const Console &console, const ProxySnapshot &snapshot, const QString &config, TimePoint now)
{
    Table table;
    for (const EndpointSnapshot &endpoint : snapshot.endpoints) {
        if (!isWanted(endpoint.config, config))
            continue;
        if (table.isEmpty())
            table.addHeader({CliText::tr("endpoint"), CliText::tr("state"), CliText::tr("reachable"),
                             CliText::tr("key accepted"), CliText::tr("model answers"),
                             CliText::tr("latency"), CliText::tr("last check"), CliText::tr("last success"),
                             CliText::tr("last failure")});
        table.addRow(rowOf(endpoint, now));
    }
    if (table.isEmpty())
        return console.print(
            CliText::tr("There are no endpoints yet. Add one with: qcc endpoint add NAME --url URL"));
    table.print(console);
    for (const EndpointSnapshot &endpoint : snapshot.endpoints) {
        if (!isWanted(endpoint.config, config))
            continue;
        for (const QString &hold : holdTexts(endpoint, now))
            console.print(printable(CliText::tr("%1: %2", "an endpoint, and what is wrong with it")
                                        .arg(endpoint.config + QLatin1Char('/') + endpoint.name, hold)));
    }
}

QJsonObject healthJson(const ProxySnapshot &snapshot, const QString &config)
{
    const QJsonObject all = toJson(snapshot);
    const QJsonObject failover = all.value(QLatin1StringView("failover")).toObject();
    return {
        {QStringLiteral("configs"), ofConfig(failover.value(QLatin1StringView("configs")).toArray(), config)},
        {QStringLiteral("endpoints"), ofConfig(all.value(QLatin1StringView("endpoints")).toArray(), config)}};
}

} // namespace qcc

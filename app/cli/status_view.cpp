// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/status_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/serving_view.h"
#include "app/cli/state_paint.h"
#include "app/cli/table.h"
#include "models/text/endpoint_text.h"
#include "models/text/health_text.h"
#include "models/text/request_notes.h"
#include "models/text/span_text.h"

namespace qcc {

namespace {

Table factsOf(const ProxySnapshot &snapshot, TimePoint now)
{
    const QString since = dateTimeText(snapshot.startedAt);
    Table facts(2);
    facts.addRow(
        {{CliText::tr("process")}, {CliText::tr("%1, QCC %2").arg(snapshot.pid).arg(snapshot.version)}});
    facts.addRow({{CliText::tr("home")}, {snapshot.home}});
    facts.addRow(
        {{CliText::tr("since")}, {CliText::tr("%1 (%2)").arg(since, spanText(now - snapshot.startedAt))}});
    facts.addRow(
        {{CliText::tr("active")},
         {snapshot.activeConfig.isEmpty() ? CliText::tr("none") : snapshot.activeConfig, Paint::Green}});
    facts.addRow({{CliText::tr("connections")}, {QString::number(snapshot.clientConnections)}});
    facts.addRow({{CliText::tr("requests")},
                  {CliText::tr("%1 running, %2 served (%3 of them spilled over), %4 failed")
                       .arg(snapshot.runningRequests)
                       .arg(snapshot.requestsServed)
                       .arg(snapshot.spilledOver)
                       .arg(snapshot.requestsFailed)}});
    if (const QString held = heldText(snapshot, now); !held.isEmpty())
        facts.addRow({{CliText::tr("waiting")}, {held, Paint::Yellow}});
    facts.addRow({{CliText::tr("endpoints")}, {QString::number(snapshot.endpoints.size())}});
    return facts;
}

QString failuresText(const EndpointSnapshot &endpoint)
{
    if (endpoint.consecutiveFailures == 0)
        return {};
    const QString failures = CliText::tr("failures in a row: %1").arg(endpoint.consecutiveFailures);
    return endpoint.lastStatus == 0
               ? failures
               : CliText::tr("%1, last status %2").arg(failures).arg(endpoint.lastStatus);
}

QString lastText(const EndpointSnapshot &endpoint, TimePoint now)
{
    QStringList parts = holdTexts(endpoint, now);
    if (const QString failures = failuresText(endpoint); !failures.isEmpty())
        parts.prepend(failures);
    return parts.join(QStringLiteral("; "));
}

} // namespace

void showStatus(const Console &console, const ProxySnapshot &snapshot, TimePoint now)
{
    for (const QString &line : servingLines(snapshot))
        console.print(line);
    factsOf(snapshot, now).print(console);
    Table endpoints(4);
    for (const EndpointSnapshot &endpoint : snapshot.endpoints)
        endpoints.addRow({{endpoint.config + QLatin1Char('/') + endpoint.name, Paint::Bold},
                          {conditionText(endpoint, now), paintOf(endpoint.condition)},
                          {lastText(endpoint, now), Paint::Faint}});
    endpoints.print(console);
}

} // namespace qcc

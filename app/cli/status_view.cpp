// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/status_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/table.h"

#include <QDateTime>

namespace qcc {

namespace {

QDateTime localTime(TimePoint moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count());
}

QString spanText(milliseconds span)
{
    const auto total = std::chrono::duration_cast<seconds>(std::max(span, milliseconds(0))).count();
    if (total < 60)
        return CliText::tr("%1 s").arg(total);
    if (total < 3600)
        return CliText::tr("%1 min").arg(total / 60);
    return CliText::tr("%1 h %2 min").arg(total / 3600).arg(total / 60 % 60);
}

QString conditionWord(EndpointCondition condition)
{
    switch (condition) {
    case EndpointCondition::Ready:
        return CliText::tr("ready");
    case EndpointCondition::BreakerOpen:
        return CliText::tr("failing, left alone");
    case EndpointCondition::Trial:
        return CliText::tr("failing, on trial");
    case EndpointCondition::Limited:
        return CliText::tr("limited");
    case EndpointCondition::OutOfCredit:
        return CliText::tr("out of credit");
    case EndpointCondition::KeyRejected:
        return CliText::tr("key rejected");
    case EndpointCondition::NoKey:
        return CliText::tr("no key");
    }
    Q_UNREACHABLE();
}

Paint conditionPaint(EndpointCondition condition)
{
    switch (condition) {
    case EndpointCondition::Ready:
        return Paint::Green;
    case EndpointCondition::Trial:
    case EndpointCondition::Limited:
        return Paint::Yellow;
    case EndpointCondition::BreakerOpen:
    case EndpointCondition::OutOfCredit:
    case EndpointCondition::KeyRejected:
    case EndpointCondition::NoKey:
        return Paint::Red;
    }
    Q_UNREACHABLE();
}

Table factsOf(const ProxySnapshot &snapshot, TimePoint now)
{
    const QString since = localTime(snapshot.startedAt).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
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
    facts.addRow({{CliText::tr("endpoints")}, {QString::number(snapshot.endpoints.size())}});
    return facts;
}

QString lastText(const EndpointSnapshot &endpoint)
{
    if (endpoint.consecutiveFailures == 0)
        return {};
    const QString failures = CliText::tr("failures in a row: %1").arg(endpoint.consecutiveFailures);
    return endpoint.lastStatus == 0
               ? failures
               : CliText::tr("%1, last status %2").arg(failures).arg(endpoint.lastStatus);
}

} // namespace

QString conditionText(const EndpointSnapshot &endpoint)
{
    const QString word = conditionWord(endpoint.condition);
    if (!endpoint.until)
        return word;
    return CliText::tr("%1 until %2")
        .arg(word, localTime(*endpoint.until).toString(QStringLiteral("HH:mm:ss")));
}

void showStatus(const Console &console, const ProxySnapshot &snapshot, TimePoint now)
{
    console.print(CliText::tr("proxy listening on %1").arg(snapshot.listenUrl));
    factsOf(snapshot, now).print(console);
    Table endpoints(4);
    for (const EndpointSnapshot &endpoint : snapshot.endpoints)
        endpoints.addRow({{endpoint.config + QLatin1Char('/') + endpoint.name, Paint::Bold},
                          {conditionText(endpoint), conditionPaint(endpoint.condition)},
                          {lastText(endpoint), Paint::Faint}});
    endpoints.print(console);
}

} // namespace qcc

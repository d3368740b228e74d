// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/alert_text.h"

#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

namespace {

/// What keeps, and what it means. @p alert is a condition.
QString conditionSentence(const Alert &alert, TimePoint now)
{
    const QString since = momentText(alert.since, now);
    switch (alert.kind) {
    case AlertKind::AllDown:
        return Text::tr("No config has worked since %1. Requests get an error until one is back; QCC checks "
                        "more often.")
            .arg(since);
    case AlertKind::NoFallback:
        return Text::tr("%1 has been down since %2, and no other config is set up to take over.")
            .arg(alert.subject, since);
    case AlertKind::HourlyLimit:
        return Text::tr(
            "QCC has switched as often as one hour permits. The active config stays; requests that "
            "fail there go to other configs if spill-over is on.");
    case AlertKind::AwayFromPrimary:
        return Text::tr(
                   "Claude Code has not been served by the primary group for a long time (noticed at %1).")
            .arg(since);
    case AlertKind::KeyRejected:
        return Text::tr("The provider does not accept the key of %1 (since %2). Give it a new one.")
            .arg(alert.subject, since);
    case AlertKind::OutOfCredit:
        return Text::tr("The account behind %1 has had no credit since %2. Top it up.")
            .arg(alert.subject, since);
    case AlertKind::OwnNetwork:
        return Text::tr("This computer has not reached any provider since %1. Nothing is switched and nobody "
                        "is blamed; everything is checked once the network is back.")
            .arg(since);
    case AlertKind::HistoryUnavailable:
        return Text::tr("%1 cannot be used: what happens now is not remembered. The proxy goes on serving.")
            .arg(alert.subject);
    case AlertKind::Failover:
    case AlertKind::Recovery:
        break;
    }
    Q_UNREACHABLE();
}

QString switchSentence(const Alert &alert)
{
    if (alert.kind == AlertKind::Recovery)
        return Text::tr("%1 is well again: Claude Code is served by it instead of %2.")
            .arg(alert.to, alert.from);
    if (alert.from.isEmpty())
        return Text::tr("Claude Code is now served by %1.").arg(alert.to);
    return Text::tr("%1 failed: Claude Code is now served by %2.").arg(alert.from, alert.to);
}

/// When it is expected to end.
QString endSentence(const Alert &alert, TimePoint now)
{
    const QString due = dueText(*alert.until, now);
    switch (alert.kind) {
    case AlertKind::KeyRejected:
    case AlertKind::OutOfCredit:
        return Text::tr("It is tried again at %1.").arg(due);
    case AlertKind::HourlyLimit:
        return Text::tr("The next automatic switch is possible at %1.").arg(due);
    default:
        return Text::tr("This is expected to end at %1.").arg(due);
    }
}

} // namespace

QString alertTitle(const Alert &alert)
{
    switch (alert.kind) {
    case AlertKind::Failover:
        return Text::tr("Failover to %1").arg(alert.to);
    case AlertKind::Recovery:
        return Text::tr("Back on %1").arg(alert.to);
    case AlertKind::AllDown:
        return Text::tr("All configs are down");
    case AlertKind::NoFallback:
        return Text::tr("Nothing to fail over to");
    case AlertKind::HourlyLimit:
        return Text::tr("Hourly limit of switches reached");
    case AlertKind::AwayFromPrimary:
        return Text::tr("Away from the primary group for long");
    case AlertKind::KeyRejected:
        return Text::tr("Key rejected: %1").arg(alert.subject);
    case AlertKind::OutOfCredit:
        return Text::tr("Out of credit: %1").arg(alert.subject);
    case AlertKind::OwnNetwork:
        return Text::tr("Your network is down");
    case AlertKind::HistoryUnavailable:
        return Text::tr("The history cannot be kept");
    }
    Q_UNREACHABLE();
}

QString alertText(const Alert &alert, TimePoint now)
{
    const bool isSwitch = alert.kind == AlertKind::Failover || alert.kind == AlertKind::Recovery;
    QStringList parts{isSwitch ? switchSentence(alert) : conditionSentence(alert, now)};
    if (!alert.detail.isEmpty())
        parts += Text::tr("(%1)", "a detail after a sentence").arg(alert.detail);
    if (alert.until && *alert.until > now)
        parts += endSentence(alert, now);
    return paragraph(parts);
}

} // namespace qcc

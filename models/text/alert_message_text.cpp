// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/alert_message_text.h"

#include "models/text/alert_text.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

namespace {

/// What a person can do, where alertText() does not tell.
QString adviceFor(AlertKind kind)
{
    switch (kind) {
    case AlertKind::AllDown:
        return Text::tr("See what is wrong with each of them: qcc status");
    case AlertKind::NoFallback:
        return Text::tr("Add a second config, or switch one on: qcc priority set NAME secondary");
    case AlertKind::HourlyLimit:
        return Text::tr("See what keeps failing: qcc priority history");
    case AlertKind::AwayFromPrimary:
        return Text::tr("See what keeps it away: qcc why");
    case AlertKind::HistoryUnavailable:
        return Text::tr("See what is wrong with it: qcc doctor");
    case AlertKind::Failover:
    case AlertKind::Recovery:
    case AlertKind::KeyRejected:
    case AlertKind::OutOfCredit:
    case AlertKind::OwnNetwork:
        return {};
    }
    Q_UNREACHABLE();
}

QString lastedSentence(const AlertHappening &happening, TimePoint now)
{
    return Text::tr("It began at %1 and was over at %2, after %3.")
        .arg(momentText(happening.alert.since, now), momentText(*happening.ended, now),
             spanText(*happening.ended - happening.alert.since));
}

QStringList newsLines(const AlertHappening &happening, TimePoint now)
{
    if (happening.ended)
        return {lastedSentence(happening, now)};
    QStringList lines{alertText(happening.alert, now)};
    if (const QString advice = adviceFor(happening.alert.kind); !advice.isEmpty())
        lines += advice;
    return lines;
}

/// "14:35:10 Failover to backup", "14:35:10 – 14:50:00 All configs are down".
QString summaryLine(const AlertHappening &happening, TimePoint now)
{
    const QString began = momentText(happening.alert.since, now);
    const QString title = alertTitle(happening.alert);
    if (!happening.ended)
        return Text::tr("%1 %2", "a moment, and what happened").arg(began, title);
    return Text::tr("%1 – %2 %3", "from, until, what was the case")
        .arg(began, momentText(*happening.ended, now), title);
}

QStringList summaryLines(const AlertMessage &message, TimePoint now)
{
    QStringList lines;
    for (const AlertHappening &happening : message.happenings)
        lines += summaryLine(happening, now);
    if (message.leftOut > 0)
        lines += Text::tr("%n more had no room here.", nullptr, message.leftOut);
    return lines;
}

/// "Key rejected", "All configs are down".
QString kindName(AlertKind kind)
{
    if (kind == AlertKind::KeyRejected)
        return Text::tr("Key rejected");
    if (kind == AlertKind::OutOfCredit)
        return Text::tr("Out of credit");
    Alert alert;
    alert.kind = kind;
    return alertTitle(alert);
}

void addStanding(QStringList &lines, const DigestFacts &facts, TimePoint now)
{
    if (facts.stands.empty()) {
        lines += Text::tr("Now: all is well.");
        return;
    }
    for (const Alert &alert : facts.stands)
        lines += Text::tr("Now: %1 (since %2)").arg(alertTitle(alert), momentText(alert.since, now));
    if (facts.standsLeftOut > 0)
        lines += Text::tr("Now: %n more.", nullptr, facts.standsLeftOut);
}

QStringList digestLines(const DigestFacts &facts, TimePoint now)
{
    QStringList lines;
    lines += Text::tr("Failovers: %1, recoveries: %2").arg(facts.failovers).arg(facts.recoveries);
    if (facts.lastSwitch)
        lines += Text::tr("Last automatic switch: to %1 at %2")
                     .arg(facts.lastSwitch->to, momentText(facts.lastSwitch->since, now));
    lines += Text::tr("Away from the primary group: %1 (times of less than %2 are not counted)")
                 .arg(spanText(facts.away), spanText(facts.shortestAway));
    for (const auto &[kind, times] : facts.raised)
        lines += Text::tr("%1: %2 ×", "what was the case, how often").arg(kindName(kind)).arg(times);
    addStanding(lines, facts, now);
    lines += Text::tr("Counted since %1 while QCC was running; switches by hand are not in it.")
                 .arg(dateTimeText(facts.from));
    return lines;
}

} // namespace

QString alertMessageTitle(const AlertMessage &message)
{
    switch (message.form) {
    case AlertMessageForm::News:
    case AlertMessageForm::End: {
        const AlertHappening &happening = message.happenings.front();
        const QString title = alertTitle(happening.alert);
        return happening.ended ? Text::tr("Over: %1").arg(title) : title;
    }
    case AlertMessageForm::Summary:
        return Text::tr("%n alert(s)", nullptr, int(message.happenings.size()) + message.leftOut);
    case AlertMessageForm::Digest:
        return Text::tr("QCC since %1").arg(dateTimeText(message.digest.from));
    case AlertMessageForm::Test:
        return Text::tr("Test message");
    }
    Q_UNREACHABLE();
}

QStringList alertMessageLines(const AlertMessage &message, TimePoint now)
{
    switch (message.form) {
    case AlertMessageForm::News:
    case AlertMessageForm::End:
        return newsLines(message.happenings.front(), now);
    case AlertMessageForm::Summary:
        return summaryLines(message, now);
    case AlertMessageForm::Digest:
        return digestLines(message.digest, now);
    case AlertMessageForm::Test:
        return {Text::tr("Alerts arrive here.")};
    }
    Q_UNREACHABLE();
}

QString alertMessageOrigin(const QString &computer, TimePoint at)
{
    return Text::tr("QCC on %1, %2").arg(computer, dateTimeText(at));
}

} // namespace qcc

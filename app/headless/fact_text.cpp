// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/fact_text.h"

#include "app/cli/cli_text.h"
#include "models/text/decision_text.h"
#include "models/text/event_text.h"
#include "models/text/failure_text.h"
#include "models/text/request_notes.h"

namespace qcc {

namespace {

QString name(const AttemptRecord &attempt)
{
    return attempt.config + QLatin1Char('/') + attempt.endpointName;
}

} // namespace

QString factText(const RequestRecord &record)
{
    QStringList steps;
    for (const AttemptRecord &attempt : record.attempts) {
        if (attempt.outcome.kind == OutcomeKind::Success)
            steps += CliText::tr("served by %1").arg(name(attempt));
        else
            steps += CliText::tr("%1: %2", "an endpoint and what went wrong")
                         .arg(name(attempt), failureText(attempt.outcome));
    }
    switch (record.end) {
    case RequestEnd::Served:
        break;
    case RequestEnd::Failed:
        steps += CliText::tr("answered %1").arg(record.status);
        break;
    case RequestEnd::Broken:
        steps += CliText::tr("the client's stream was broken off");
        break;
    case RequestEnd::ClientGone:
        steps += CliText::tr("the client went away");
        break;
    }
    const QString course = steps.join(QStringLiteral(" → "));
    const QString notes = requestNotes(record).join(QStringLiteral("; "));
    if (notes.isEmpty())
        return CliText::tr("request %1: %2").arg(QString::number(record.number), course);
    return CliText::tr("request %1: %2 (%3)").arg(QString::number(record.number), course, notes);
}

QString factText(const FailoverEvent &event)
{
    const QString reason = reasonLine(event);
    return reason.isEmpty() ? eventTitle(event)
                            : CliText::tr("%1: %2", "event: reason").arg(eventTitle(event), reason);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/history_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/state_paint.h"
#include "app/cli/table.h"
#include "models/text/decision_text.h"
#include "models/text/event_text.h"
#include "models/text/span_text.h"

namespace qcc {

namespace {

QString nameOrDash(const QString &config)
{
    return config.isEmpty() ? QStringLiteral("–") : config;
}

std::vector<Cell> rowOf(const FailoverEvent &event)
{
    const QString type = eventTypeName(event.type);
    return {{event.success ? type : CliText::tr("%1 failed").arg(type), paintOf(event)},
            {dateTimeText(event.at)},
            {nameOrDash(event.from)},
            {QStringLiteral("→"), Paint::Faint},
            {nameOrDash(event.to), Paint::Bold},
            {event.id, Paint::Faint},
            {reasonLine(event)}};
}

} // namespace

void showEvents(const Console &console, const std::vector<FailoverEvent> &events)
{
    if (events.empty())
        return console.print(CliText::tr("There are no such events."));
    Table table;
    table.addHeader({CliText::tr("type"), CliText::tr("time"), CliText::tr("from"), QStringLiteral(" "),
                     CliText::tr("to"), CliText::tr("event"), CliText::tr("reason")});
    for (const FailoverEvent &event : events)
        table.addRow(rowOf(event));
    table.print(console);
}

} // namespace qcc

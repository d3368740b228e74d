// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sessions_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/table.h"
#include "models/text/session_text.h"

namespace qcc {

namespace {

Cell runningCell(const SessionSnapshot &session)
{
    if (session.running == 0)
        return {QStringLiteral("–"), Paint::Faint};
    return {QString::number(session.running), Paint::Green};
}

Cell modelCell(const SessionSnapshot &session)
{
    if (session.model.isEmpty())
        return {QStringLiteral("–"), Paint::Faint};
    return {QString::fromUtf8(session.model)};
}

Cell configCell(const SessionSnapshot &session, const QString &active)
{
    if (session.config.isEmpty())
        return {QStringLiteral("–"), Paint::Faint};
    return {session.config, session.config == active ? Paint::Plain : Paint::Yellow};
}

} // namespace

void showSessions(const Console &console, const std::vector<SessionSnapshot> &sessions, const QString &active,
                  TimePoint now)
{
    if (sessions.empty())
        return console.print(CliText::tr("No session has been seen yet."));
    Table table;
    table.addHeader({CliText::tr("SESSION"), CliText::tr("CONFIG"), CliText::tr("MODEL"),
                     CliText::tr("LAST USED"), CliText::tr("REQUESTS"), CliText::tr("RUNNING"),
                     CliText::tr("WHY THERE")});
    for (const SessionSnapshot &session : sessions) {
        table.addRow({{shortSessionId(session.id)},
                      configCell(session, active),
                      modelCell(session),
                      {agoText(session.lastUsed, now)},
                      {QString::number(session.requests)},
                      runningCell(session),
                      {sessionReason(session, active, now)}});
    }
    table.print(console);
}

} // namespace qcc

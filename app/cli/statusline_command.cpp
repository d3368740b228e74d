// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/display_width.h"
#include "app/cli/refusal_text.h"
#include "app/control/control_address.h"
#include "app/control/control_client.h"
#include "app/control/snapshot_json.h"
#include "app/store/home.h"
#include "models/text/status_line.h"

#include <cstdlib>

namespace qcc {

namespace {

/// A line that comes late is of no use: Claude Code asks again soon.
constexpr milliseconds kPatience{300};

/// Claude Code shows colours, though it is no terminal.
QString coloured(const QString &text, const char *start)
{
    if (!qEnvironmentVariableIsEmpty("NO_COLOR"))
        return text;
    return QString::fromLatin1(start) + text + QStringLiteral("\033[0m");
}

QString colouredLine(const StatusLine &line)
{
    const QString text = printable(line.text);
    switch (line.tone) {
    case StatusTone::Well:
        return coloured(text, "\033[32m");
    case StatusTone::Strained:
        return coloured(text, "\033[33m");
    case StatusTone::Failing:
        return coloured(text, "\033[31m");
    }
    Q_UNREACHABLE();
}

QString lineFor(const ControlReply &reply)
{
    if (reply.kind == ControlReply::Kind::Unreachable)
        return coloured(CliText::tr("QCC: not running"), "\033[2m");
    const Result<ProxySnapshot> snapshot =
        reply.kind == ControlReply::Kind::Answered
            ? snapshotFromJson(reply.data)
            : Result<ProxySnapshot>(Refusal{RefusalCode::ProtocolError, {}, {}});
    if (!snapshot)
        return coloured(CliText::tr("QCC: no answer"), "\033[33m");
    const auto now = std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
    return colouredLine(statusLine(*snapshot, now));
}

void printLine(CliSession &session)
{
    const Result<QString> home = findHome(qccHomePath());
    if (!home)
        return session.refuse(home.refusal());
    auto *client = new ControlClient(controlSocketPath(*home), &session);
    client->ask(
        AskStatus{},
        [&session](const ControlReply &reply) {
            session.console().print(lineFor(reply));
            if (session.console().printed())
                std::_Exit(kExitDone); // taking everything down in order takes longer than all the rest
            session.finish(kExitDone);
        },
        kPatience);
}

} // namespace

void addStatuslineCommand(CLI::App &app, CliPlan &plan)
{
    const QString snippet = QStringLiteral(
        "{\"statusLine\": {\"type\": \"command\", \"command\": \"qcc statusline\", \"refreshInterval\": 5}}");
    CLI::App *command =
        addCommand(app, "statusline",
                   CliText::tr("Print one line for Claude Code's status line: who serves, and how well"),
                   {QStringLiteral("qcc statusline"), QStringLiteral("qcc statusline --install"), snippet});
    const auto install = std::make_shared<bool>(false);
    command->add_flag(
        "--install", *install,
        help(CliText::tr("Print what belongs into Claude Code's settings.json; nothing is written")));
    command->callback([install, snippet, &plan] {
        plan.action = [install, snippet](CliSession &session) {
            if (!*install)
                return printLine(session);
            session.console().print(snippet);
            session.finish(kExitDone);
        };
    });
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/program_run.h"
#include "app/claude/program_start.h"
#include "app/cli/claude_access.h"
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/display_width.h"
#include "app/cli/refusal_text.h"

namespace qcc {

namespace {

/// Claude Code's own settings win over the environment that it is started with (since 2.0.1).
void warnOfSettings(CliSession &session, const Takeover &takeover, const QString &url)
{
    const std::optional<QString> theirs = takeover.addressInSettings();
    if (!theirs || *theirs == url)
        return;
    session.console().complain(printable(
        CliText::tr("Note: %1 sets %2 too, and Claude Code prefers that. Connect it with: qcc claude on")
            .arg(takeover.places().settingsFile, QString(kBaseUrlVariable))));
}

void run(CliSession &session, const QStringList &command, const ProxyWay &way)
{
    const std::optional<Takeover> takeover = takeoverOf(session);
    if (!takeover)
        return;
    warnOfSettings(session, *takeover, way.url);
    const Result<int> ended =
        runProgram(command, variablesForProgram(way.url, way.token, takeover->places().environment),
                   variablesInTheWay());
    if (!ended)
        return session.refuse(ended.refusal());
    session.finish(*ended);
}

} // namespace

void addRunCommand(CLI::App &app, CliPlan &plan)
{
    CLI::App *command = addCommand(
        app, "run", CliText::tr("Start a program that asks QCC; no file is changed"),
        {QStringLiteral("qcc run -- claude"), QStringLiteral("qcc run -- claude -p \"say hello\"")});
    const auto words = std::make_shared<std::vector<std::string>>();
    command->add_option("PROGRAM", *words, help(CliText::tr("The program and its arguments, behind --")))
        ->required()
        ->type_name("");
    command->callback([words, &plan] {
        plan.action = [words](CliSession &session) {
            QStringList program;
            for (const std::string &word : *words)
                program << QString::fromStdString(word);
            withProxyWay(session, NeedsProxy::Yes,
                         [&session, program](const ProxyWay &way) { run(session, program, way); });
        };
    });
}

} // namespace qcc

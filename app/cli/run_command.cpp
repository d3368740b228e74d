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

void warn(CliSession &session, const QString &file)
{
    session.console().complain(printable(
        CliText::tr(
            "Note: %1 leads Claude Code elsewhere, and it prefers that. Connect it with: qcc claude on")
            .arg(file)));
}

/// Claude Code's settings files win over the environment that it is started with (since 2.0.1), and its
/// option
/// --settings over them.
QStringList prepared(CliSession &session, const QStringList &command, const Takeover &takeover,
                     const std::vector<ClaudeVariable> &variables)
{
    const QStringList against = takeover.filesAgainst(variables);
    if (against.isEmpty())
        return command;
    if (takesSettings(command)) {
        if (const std::optional<QString> settings = inheritedFile(settingsOf(variables)))
            return withSettings(command, *settings);
    }
    warn(session, against.first());
    return command;
}

void run(CliSession &session, const QStringList &command, const ProxyWay &way)
{
    const std::optional<Takeover> takeover = takeoverOf(session);
    if (!takeover)
        return;
    const std::vector<ClaudeVariable> variables =
        variablesForProgram(way.url, way.token, takeover->places().environment);
    const Result<int> ended =
        runProgram(prepared(session, command, *takeover, variables), variables, variablesInTheWay());
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

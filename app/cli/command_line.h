// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/cli_session.h"
#include "app/cli/proxy_start_options.h"

#include <CLI/CLI.hpp>

namespace qcc {

/// What CLI11's callbacks leave behind: exactly one of the two is set after a successful parse.
struct CliPlan
{
    CliAction action;
    std::optional<ProxyStartOptions> start;
};

/// Each adds its subcommands to @p app; @p plan must outlive the parse.
void addConfigCommands(CLI::App &app, CliPlan &plan);   // add, edit, remove
void addListCommands(CLI::App &app, CliPlan &plan);     // list, show
void addEndpointCommands(CLI::App &app, CliPlan &plan); // endpoint add, edit, remove, list
void addPriorityCommands(CLI::App &app, CliPlan &plan); // priority …
void addSwitchCommands(CLI::App &group, CliPlan &plan); // … switch, release, group
void addPolicyCommand(CLI::App &group, CliPlan &plan);  // … policy
void addHistoryCommand(CLI::App &group, CliPlan &plan); // … history
void addHistoryGroup(CLI::App &app, CliPlan &plan);     // history keep
void addAlertCommands(CLI::App &app, CliPlan &plan);    // alerts …
void addStatusCommands(CLI::App &app, CliPlan &plan);   // status, health
void addWhyCommand(CLI::App &app, CliPlan &plan);       // why
void addSessionCommands(CLI::App &app, CliPlan &plan);  // sessions …
void addStatsCommands(CLI::App &app, CliPlan &plan);    // stats, requests
void addProxyCommands(CLI::App &app, CliPlan &plan);    // proxy start, stop, status
void addClaudeCommands(CLI::App &app, CliPlan &plan);   // claude …
void addTakeoverCommands(CLI::App &group, CliPlan &plan); // … on, off, status, restore
void addRunCommand(CLI::App &app, CliPlan &plan);       // run
void addStatuslineCommand(CLI::App &app, CliPlan &plan); // statusline

void addDoctorCommand(CLI::App &app, CliPlan &plan);    // doctor
void addSupportCommand(CLI::App &app, CliPlan &plan);   // support
void addImportCommands(CLI::App &app, CliPlan &plan);   // import, export
void addExportCommand(CLI::App &app, CliPlan &plan);    // export

/// All that `qcc` understands: every command, help, version, language.
void describeProgram(CLI::App &app, CliPlan &plan);

/// A subcommand with its description and its examples, one a line.
CLI::App *addCommand(CLI::App &parent, const char *name, const QString &description,
                     const QStringList &examples);
/// A subcommand that only groups others.
CLI::App *addGroup(CLI::App &parent, const char *name, const QString &description,
                   const QStringList &examples);

/// The arguments as CLI11 takes them, the last one first. "--option=" gives the option an empty value, as
/// "--option ''" does; CLI11 alone would take the next argument for it.
std::vector<std::string> reversedArguments(int argc, char **argv);

/// Option help as CLI11 wants it.
std::string help(const QString &text);

/// A word as a shell takes it: quoted where needed.
QString shellQuoted(const QString &word);

/// Whether the person agrees to @p question; ends the session when not. With @p agreed nobody is asked.
/// Without a terminal and without
/// @p agreed it is wrong usage: what is removed with its key can't be brought back.
bool agrees(CliSession &session, bool agreed, const QString &question);

} // namespace qcc

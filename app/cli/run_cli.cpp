// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_cli.h"

#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/completion_answer.h"
#include "app/cli/help_formatter.h"
#include "app/cli/language_choice.h"
#include "app/cli/parse_complaint.h"
#include "app/cli/refusal_text.h"
#include "models/text/translation.h"

#include <QTimer>

#include <iostream>

namespace qcc {

namespace {

/// The subcommand that was being read when it went wrong, as typed: "qcc endpoint add".
QString commandBeingRead(const CLI::App &app)
{
    QString name = QString::fromStdString(app.get_name());
    const auto read = app.get_subcommands();
    return read.empty() ? name : name + QLatin1Char(' ') + commandBeingRead(*read.back());
}

/// Help and version are asked for and end well; everything else is wrong usage.
int endOfParse(const CLI::App &app, const CLI::ParseError &error, const Console &console)
{
    if (error.get_exit_code() == 0)
        return app.exit(error, std::cout, std::cerr);
    console.complain(parseComplaint(app, error));
    console.complain(CliText::tr("See: %1 --help").arg(commandBeingRead(app)));
    return kExitWrongUsage;
}

int carryOut(const CliAction &action, const Console &console)
{
    CliSession session(console);
    QTimer::singleShot(0, &session, [&] { action(session); });
    return QCoreApplication::exec();
}

void addCommands(CLI::App &app, CliPlan &plan)
{
    addConfigCommands(app, plan);
    addListCommands(app, plan);
    addEndpointCommands(app, plan);
    addPriorityCommands(app, plan);
    addAlertCommands(app, plan);
    addStatusCommands(app, plan);
    addWhyCommand(app, plan);
    addStatsCommands(app, plan);
    addSessionCommands(app, plan);
    addHistoryGroup(app, plan);
    addProxyCommands(app, plan);
    addClaudeCommands(app, plan);
    addRunCommand(app, plan);
    addStatuslineCommand(app, plan);
    addImportCommands(app, plan);
    addDoctorCommand(app, plan);
    addSupportCommand(app, plan);
    app.require_subcommand(1);
    app.set_version_flag("--version", "qcc " QCC_VERSION, help(CliText::tr("Print the version and exit")));
    app.footer(help(CliText::tr("Examples:") +
                    QStringLiteral("\n  qcc add production --url https://api.anthropic.com\n"
                                   "  qcc proxy start\n  eval \"$(qcc claude env)\" && claude")));
}

} // namespace

void describeProgram(CLI::App &app, CliPlan &plan)
{
    app.formatter(std::make_shared<HelpFormatter>());
    app.set_help_flag("-h,--help", help(CliText::tr("Print this help and exit")));
    addCommands(app, plan);
    addLanguageOption(app);
}

int runCli(int argc, char **argv, const CliHooks &hooks)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("qcc"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QCC_VERSION));
    const Translation translation(chosenLanguage(QCoreApplication::arguments(), localeVariables()));
    const Console console;
    CliPlan plan;
    CLI::App app(help(CliText::tr("Keeps Claude Code working when a provider fails")), "qcc");
    describeProgram(app, plan);
    if (const auto words = wordsToComplete(QCoreApplication::arguments())) {
        answerCompletion(app, *words, console);
        return kExitDone;
    }
    try {
        app.parse(reversedArguments(argc, argv));
    } catch (const CLI::ParseError &error) {
        return endOfParse(app, error, console);
    }
    return plan.start ? hooks.startProxy(*plan.start) : carryOut(plan.action, console);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_cli.h"

#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/refusal_text.h"

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

/// The command that was being read when it went wrong.
const CLI::App &innermost(const CLI::App &app)
{
    const auto read = app.get_subcommands();
    return read.empty() ? app : innermost(*read.back());
}

/// The name of an option alone: what is joined to it ("--key=sk-…", "-ksk-…") may be a secret.
QString optionWithoutValue(const QString &word)
{
    return word.startsWith(QLatin1StringView("--")) ? word.section(QLatin1Char('='), 0, 0) : word.left(2);
}

/// About words that no command takes. A word that is no option is never shown: it may be a key in the wrong
/// place.
QString aboutUnknownWords(const std::vector<std::string> &words)
{
    const auto option = std::find_if(words.begin(), words.end(), [](const std::string &word) {
        return word.size() > 1 && word.front() == '-' && word != "--";
    });
    if (option == words.end())
        return CliText::tr("There is one argument too many.");
    const QString name = optionWithoutValue(QString::fromStdString(*option));
    if (name == QLatin1StringView("--key"))
        return CliText::tr(
            "There is no option \"--key\": others could read the key there. Leave it out to be asked for the "
            "key, or pipe it in with --key-stdin.");
    return CliText::tr("There is no option \"%1\".").arg(name);
}

/// CLI11 only says what is missing, even where it met a word that it doesn't know, and repeats such words.
QString complaint(const CLI::App &app, const CLI::ParseError &error)
{
    const std::vector<std::string> unknown = app.remaining(true);
    if (dynamic_cast<const CLI::ExtrasError *>(&error))
        return aboutUnknownWords(unknown);
    if (!dynamic_cast<const CLI::RequiredError *>(&error) || unknown.empty())
        return QString::fromStdString(error.what());
    const QString word = QString::fromStdString(unknown.front());
    const bool wantsCommand = !innermost(app).get_subcommands([](const CLI::App *) { return true; }).empty();
    return wantsCommand && !word.startsWith(QLatin1Char('-'))
               ? CliText::tr("There is no command \"%1\".").arg(word)
               : aboutUnknownWords(unknown);
}

/// Help and version are asked for and end well; everything else is wrong usage.
int endOfParse(const CLI::App &app, const CLI::ParseError &error, const Console &console)
{
    if (error.get_exit_code() == 0)
        return app.exit(error, std::cout, std::cerr);
    console.complain(complaint(app, error));
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
    addProxyCommands(app, plan);
    addClaudeCommands(app, plan);
    app.require_subcommand(1);
    app.set_version_flag("--version", "qcc " QCC_VERSION);
    app.footer(help(CliText::tr("Examples:") +
                    QStringLiteral("\n  qcc add production --url https://api.anthropic.com\n"
                                   "  qcc proxy start\n  eval \"$(qcc claude env)\" && claude")));
}

} // namespace

int runCli(int argc, char **argv, const CliHooks &hooks)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("qcc"));
    QCoreApplication::setApplicationVersion(QStringLiteral(QCC_VERSION));
    const Console console;
    CliPlan plan;
    CLI::App app(help(CliText::tr("Keeps Claude Code working when a provider fails")), "qcc");
    addCommands(app, plan);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return endOfParse(app, error, console);
    }
    return plan.start ? hooks.startProxy(*plan.start) : carryOut(plan.action, console);
}

} // namespace qcc

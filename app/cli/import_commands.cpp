// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/import_run.h"
#include "app/cli/import_view.h"
#include "app/cli/refusal_text.h"
#include "app/importing/import_places.h"

namespace qcc {

namespace {

struct ImportArguments
{
    std::string what;
    std::string from;
    std::vector<std::string> only;
    std::string priority;
    bool list = false;
    ImportWishes flags; ///< those that are only switches
};

void list(CliSession &session, bool json)
{
    const std::vector<ImportSource> sources = importSources(importPlaces());
    if (json)
        session.console().print(sourcesJson(sources));
    else
        showSources(session.console(), sources);
    session.finish(kExitDone);
}

void runImport(CliSession &session, const ImportArguments &arguments)
{
    if (arguments.list)
        return list(session, arguments.flags.json);
    ImportWishes wishes = arguments.flags;
    wishes.what = QString::fromStdString(arguments.what);
    wishes.from = QString::fromStdString(arguments.from);
    for (const std::string &name : arguments.only)
        wishes.only += QString::fromStdString(name);
    if (!arguments.priority.empty()) {
        const QString word = QString::fromStdString(arguments.priority);
        wishes.priority = priorityFromWord(word);
        if (!wishes.priority)
            return session.refuse({RefusalCode::UnknownPriority, word, {}});
    }
    (new ImportRun(session, std::move(wishes)))->start(); // the session owns it
}

/// What is read, and how it is chosen.
void addChoices(CLI::App &command, ImportArguments &arguments)
{
    CLI::Option *what =
        command.add_option("FILE", arguments.what,
                           help(CliText::tr("File of QCC or another application, or a link qcc://import?…")));
    what->type_name("FILE|LINK");
    std::vector<std::string> ids;
    for (const QString &id : importSourceIds())
        ids.push_back(id.toStdString());
    CLI::Option *from = command.add_option("--from", arguments.from,
                                           help(CliText::tr("Take them from this application here")));
    from->type_name("NAME")->check(CLI::IsMember(ids))->excludes(what);
    CLI::Option *only = command.add_option(
        "--only", arguments.only, help(CliText::tr("Only the config of this name; may be repeated")));
    only->type_name("NAME")->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    only->allow_extra_args(false); // the next word is the file
    command.add_option("--priority", arguments.priority,
                       help(CliText::tr("Put them all into primary, secondary, fallback or disabled")));
    command.add_flag("--policy", arguments.flags.policy,
                     help(CliText::tr("Take over the failover policy too, if the file is QCC's")));
    CLI::Option *list = command.add_flag("--list", arguments.list,
                                         help(CliText::tr("List the applications that are found here")));
    list->excludes(what);
    list->excludes(from);
}

void addImport(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<ImportArguments>();
    CLI::App *command =
        addCommand(app, "import",
                   CliText::tr("Add configs from a file, a link, or another application; shows them first"),
                   {QStringLiteral("qcc import"), QStringLiteral("qcc import --list"),
                    QStringLiteral("qcc import --from cc-switch"),
                    QStringLiteral("qcc import qcc-settings.json --only production --yes"),
                    QStringLiteral("qcc import settings.json --dry-run --json"),
                    QStringLiteral("qcc import 'qcc://import?name=work&url=https%3A%2F%2Fgateway.example'")});
    addChoices(*command, *arguments);
    ImportWishes &flags = arguments->flags;
    command->add_flag("--yes,-y", flags.yes, help(CliText::tr("Don't ask")));
    command->add_flag("--dry-run", flags.dryRun, help(CliText::tr("Only show what would be added")));
    command
        ->add_flag("--passphrase-stdin", flags.passphraseFromStdin,
                   help(CliText::tr("Read the passphrase of an encrypted file from stdin")))
        ->disable_flag_override();
    command->add_flag("--json", flags.json, help(CliText::tr("Print JSON")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runImport(s, *arguments); }; });
}

} // namespace

void addImportCommands(CLI::App &app, CliPlan &plan)
{
    addImport(app, plan);
    addExportCommand(app, plan);
}

} // namespace qcc

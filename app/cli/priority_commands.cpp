// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/settings_view.h"

namespace qcc {

namespace {

constexpr int kMostPosition = 10'000;

struct SetArguments
{
    std::string name;
    std::string priority;
    std::optional<int> position;
};

void runSet(CliSession &session, const SetArguments &arguments)
{
    const QString word = QString::fromStdString(arguments.priority);
    const std::optional<Priority> priority = priorityFromWord(word);
    if (!priority)
        return session.refuse({RefusalCode::UnknownPriority, word, QString()});
    SetPriority set{QString::fromStdString(arguments.name), *priority, {}};
    if (arguments.position)
        set.index = *arguments.position - 1;
    session.submit(set, CliText::tr("\"%1\" is now %2.").arg(set.config, word));
}

void addSet(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<SetArguments>();
    CLI::App *command =
        addCommand(group, "set", CliText::tr("Give a config its priority, and its place there"),
                   {QStringLiteral("qcc priority set backup secondary"),
                    QStringLiteral("qcc priority set backup primary --position 1")});
    command->add_option("NAME", arguments->name, help(CliText::tr("Name of the config")))->required();
    command
        ->add_option("PRIORITY", arguments->priority,
                     help(CliText::tr("primary, secondary, fallback or disabled")))
        ->required();
    command
        ->add_option("--position", arguments->position,
                     help(CliText::tr("Place in the group, 1 is the first (default: the last)")))
        ->type_name("N")
        ->check(CLI::Range(1, kMostPosition));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runSet(s, *arguments); }; });
}

void runList(CliSession &session, bool json)
{
    session.withSettings([&session, json](const Settings &settings) {
        if (json)
            session.console().print(groupsJson(settings));
        else
            showGroups(session.console(), settings);
    });
}

void addList(CLI::App &group, CliPlan &plan)
{
    const auto json = std::make_shared<bool>(false);
    CLI::App *command =
        addCommand(group, "list", CliText::tr("List the priority groups with their configs, in order"),
                   {QStringLiteral("qcc priority list"), QStringLiteral("qcc priority list --json")});
    command->add_flag("--json", *json, help(CliText::tr("Print JSON")));
    command->callback([json, &plan] { plan.action = [json](CliSession &s) { runList(s, *json); }; });
}

} // namespace

void addPriorityCommands(CLI::App &app, CliPlan &plan)
{
    CLI::App *group = addGroup(
        app, "priority", CliText::tr("See or change which config comes first, and when QCC switches"),
        {QStringLiteral("qcc priority list"), QStringLiteral("qcc priority set backup secondary")});
    addSet(*group, plan);
    addList(*group, plan);
    addSwitchCommands(*group, plan);
    addPolicyCommand(*group, plan);
    addHistoryCommand(*group, plan);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/refusal_text.h"
#include "app/cli/time_values.h"
#include "models/text/group_text.h"
#include "models/text/span_text.h"

namespace qcc {

namespace {

std::string mustBeSpan(const std::string &text)
{
    if (spanFromText(QString::fromStdString(text)))
        return {};
    return help(CliText::tr("\"%1\" is no time; write it like 90s, 30m, 2h, 1d or 1h30m")
                    .arg(QString::fromStdString(text)));
}

struct SwitchArguments
{
    std::string name;
    std::string reason;
    std::string pinFor;
};

QString switchedText(const SwitchConfig &command)
{
    if (!command.pinFor)
        return CliText::tr("\"%1\" is active now, and stays so while it works, until: qcc priority release")
            .arg(command.config);
    return CliText::tr("\"%1\" is active now, and stays so while it works, for %2.")
        .arg(command.config, spanText(*command.pinFor));
}

void runSwitch(CliSession &session, const SwitchArguments &arguments)
{
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    SwitchConfig command{QString::fromStdString(arguments.name).trimmed(),
                         QString::fromStdString(arguments.reason).trimmed(),
                         {}};
    if (!arguments.pinFor.empty())
        command.pinFor = spanFromText(QString::fromStdString(arguments.pinFor));
    instance->switchConfig(command, [&session, command](const Result<Done> &done) {
        if (!done)
            return session.refuse(done.refusal());
        session.console().print(switchedText(command));
        session.finish(kExitDone);
    });
}

void addSwitch(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<SwitchArguments>();
    CLI::App *command =
        addCommand(group, "switch", CliText::tr("Make a config the active one, and keep it while it works"),
                   {QStringLiteral("qcc priority switch backup"),
                    QStringLiteral("qcc priority switch backup --reason 'production is slow' --for 2h")});
    command->add_option("NAME", arguments->name, help(CliText::tr("Name of the config")))->required();
    command->add_option("--reason", arguments->reason, help(CliText::tr("Why; kept in the history")))
        ->type_name("TEXT");
    command
        ->add_option(
            "--for", arguments->pinFor,
            help(CliText::tr("How long it is kept, such as 30m, 2h or 1d (default: until released)")))
        ->type_name("TIME")
        ->check(CLI::Validator(mustBeSpan, std::string()));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runSwitch(s, *arguments); }; });
}

void runRelease(CliSession &session)
{
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->releasePin([&session](const Result<Done> &done) {
        if (!done)
            return session.refuse(done.refusal());
        session.console().print(CliText::tr("Released: QCC may leave the active config again by itself."));
        session.finish(kExitDone);
    });
}

void addRelease(CLI::App &group, CliPlan &plan)
{
    CLI::App *command =
        addCommand(group, "release", CliText::tr("Let QCC leave the config again that a person chose"),
                   {QStringLiteral("qcc priority release")});
    command->callback([&plan] { plan.action = runRelease; });
}

struct GroupArguments
{
    std::string group;
    std::string state;
};

void runGroup(CliSession &session, const GroupArguments &arguments)
{
    const QString word = QString::fromStdString(arguments.group);
    const std::optional<Priority> priority = priorityFromWord(word);
    if (!priority)
        return session.refuse({RefusalCode::UnknownPriority, word, QString()});
    const bool on = arguments.state == "on";
    session.submit(
        SetGroupEnabled{*priority, on},
        on ? CliText::tr("The group %1 is on now.").arg(groupName(*priority))
           : CliText::tr("The group %1 is off now: no request goes there.").arg(groupName(*priority)));
}

void addGroupSwitch(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<GroupArguments>();
    CLI::App *command = addCommand(group, "group", CliText::tr("Switch a whole priority group on or off"),
                                   {QStringLiteral("qcc priority group fallback off"),
                                    QStringLiteral("qcc priority group fallback on")});
    command->add_option("GROUP", arguments->group, help(CliText::tr("primary, secondary or fallback")))
        ->required();
    command->add_option("STATE", arguments->state, help(CliText::tr("on or off")))
        ->required()
        ->check(CLI::IsMember({"on", "off"}));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runGroup(s, *arguments); }; });
}

} // namespace

void addSwitchCommands(CLI::App &group, CliPlan &plan)
{
    addSwitch(group, plan);
    addRelease(group, plan);
    addGroupSwitch(group, plan);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/endpoint_options.h"

namespace qcc {

namespace {

struct AddArguments
{
    std::string name;
    std::string description;
    std::string priority;
    EndpointOptions endpoint;
};

void submitAdd(CliSession &session, const AddArguments &arguments)
{
    AddConfig add{
        QString::fromStdString(arguments.name), QString::fromStdString(arguments.description), {}, {}};
    if (!arguments.priority.empty()) {
        const QString word = QString::fromStdString(arguments.priority);
        add.priority = priorityFromWord(word);
        if (!add.priority)
            return session.refuse({RefusalCode::UnknownPriority, word, QString()});
    }
    QString done = CliText::tr("Added \"%1\".").arg(add.name);
    if (arguments.endpoint.hasUrl()) {
        const Result<Endpoint> endpoint = arguments.endpoint.endpoint();
        if (!endpoint)
            return session.refuse(endpoint.refusal());
        std::optional<Secret> key = arguments.endpoint.obtainKey(session, add.name);
        if (!key)
            return;
        add.endpoint = NewEndpoint{*endpoint, std::move(*key)};
    } else {
        done =
            CliText::tr("Added \"%1\", without an endpoint yet. Add one with: qcc endpoint add %2 --url URL")
                .arg(add.name, shellQuoted(add.name));
    }
    session.submit(std::move(add), done);
}

void runAdd(CliSession &session, const AddArguments &arguments)
{
    if (!arguments.endpoint.hasUrl() || !arguments.endpoint.asksForKey(session))
        return submitAdd(session, arguments);
    session.whenFree(QString::fromStdString(arguments.name),
                     [&session, &arguments] { submitAdd(session, arguments); });
}

void addAdd(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<AddArguments>();
    CLI::App *command = addCommand(
        app, "add", CliText::tr("Add a config, at once with its first endpoint if --url is given"),
        {QStringLiteral("qcc add production --url https://api.anthropic.com"),
         QStringLiteral(
             "qcc add backup --url https://gateway.example/v1 --auth bearer --key-stdin < key.txt"),
         QStringLiteral("qcc add emergency --description 'Only when all else fails' --priority fallback")});
    command->add_option("NAME", arguments->name, help(CliText::tr("Name of the config")))->required();
    command->add_option("--description", arguments->description, help(CliText::tr("What it is")));
    command->add_option(
        "--priority", arguments->priority,
        help(CliText::tr("primary, secondary, fallback or disabled (default: the first of primary and "
                         "secondary that is empty, else fallback)")));
    arguments->endpoint.addTo(*command, EndpointOptions::Use::WithConfig);
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runAdd(s, *arguments); }; });
}

struct EditArguments
{
    std::string name;
    std::optional<std::string> newName;
    std::optional<std::string> description;
};

void runEdit(CliSession &session, const EditArguments &arguments)
{
    EditConfig edit{QString::fromStdString(arguments.name), {}, {}};
    if (arguments.newName)
        edit.newName = QString::fromStdString(*arguments.newName);
    if (arguments.description)
        edit.description = QString::fromStdString(*arguments.description);
    if (!edit.newName && !edit.description)
        return session.refuseUsage(
            CliText::tr("Nothing to change: give --rename or --description. Endpoints are changed with: "
                        "qcc endpoint edit"));
    const QString done = edit.newName ? CliText::tr("Renamed \"%1\" to \"%2\".").arg(edit.name, *edit.newName)
                                      : CliText::tr("Changed \"%1\".").arg(edit.name);
    session.submit(std::move(edit), done);
}

void addEdit(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<EditArguments>();
    CLI::App *command = addCommand(app, "edit", CliText::tr("Rename a config or change its description"),
                                   {QStringLiteral("qcc edit production --rename official"),
                                    QStringLiteral("qcc edit backup --description 'Company gateway'")});
    command->add_option("NAME", arguments->name, help(CliText::tr("Name of the config")))->required();
    command->add_option("--rename", arguments->newName, help(CliText::tr("Its new name")))
        ->type_name("NEWNAME");
    command->add_option("--description", arguments->description, help(CliText::tr("Its new description")))
        ->type_name("TEXT");
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runEdit(s, *arguments); }; });
}

struct RemoveArguments
{
    std::string name;
    bool yes = false;
};

void submitRemove(CliSession &session, const RemoveArguments &arguments)
{
    const QString name = QString::fromStdString(arguments.name);
    if (agrees(session, arguments.yes,
               CliText::tr("Remove \"%1\" with its endpoints and keys? [y/N] ").arg(name)))
        session.submit(RemoveConfig{name}, CliText::tr("Removed \"%1\".").arg(name));
}

void runRemove(CliSession &session, const RemoveArguments &arguments)
{
    if (arguments.yes)
        return submitRemove(session, arguments);
    session.whenThere(QString::fromStdString(arguments.name), QString(),
                      [&session, &arguments] { submitRemove(session, arguments); });
}

void addRemove(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<RemoveArguments>();
    CLI::App *command =
        addCommand(app, "remove", CliText::tr("Remove a config with its endpoints and keys"),
                   {QStringLiteral("qcc remove backup"), QStringLiteral("qcc remove backup --yes")});
    command->add_option("NAME", arguments->name, help(CliText::tr("Name of the config")))->required();
    command->add_flag("--yes,-y", arguments->yes, help(CliText::tr("Don't ask")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runRemove(s, *arguments); }; });
}

} // namespace

void addConfigCommands(CLI::App &app, CliPlan &plan)
{
    addAdd(app, plan);
    addEdit(app, plan);
    addRemove(app, plan);
}

} // namespace qcc

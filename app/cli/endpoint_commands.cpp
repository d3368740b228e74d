// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/endpoint_options.h"
#include "app/cli/settings_view.h"

namespace qcc {

namespace {

struct EndpointArguments
{
    std::string config;
    std::string endpoint;
    EndpointOptions options;
    bool yes = false;
    bool json = false;

    QString configName() const { return QString::fromStdString(config); }
    QString endpointName() const { return QString::fromStdString(endpoint); }
};
using Arguments = std::shared_ptr<EndpointArguments>;

void addConfigName(CLI::App &command, EndpointArguments &arguments)
{
    command.add_option("NAME", arguments.config, help(CliText::tr("Name of the config")))->required();
}

void addEndpointName(CLI::App &command, EndpointArguments &arguments)
{
    command.add_option("ENDPOINT", arguments.endpoint, help(CliText::tr("Name or id of the endpoint")))
        ->required();
}

void submitAdd(CliSession &session, const EndpointArguments &arguments)
{
    const Result<Endpoint> endpoint = arguments.options.endpoint();
    if (!endpoint)
        return session.refuse(endpoint.refusal());
    const QString shown = endpoint->name.isEmpty() ? endpoint->url.host() : endpoint->name;
    std::optional<Secret> key =
        arguments.options.obtainKey(session, arguments.configName() + QLatin1Char('/') + shown);
    if (!key)
        return;
    session.submit(AddEndpoint{arguments.configName(), {*endpoint, std::move(*key)}},
                   CliText::tr("Added an endpoint to \"%1\": %2")
                       .arg(arguments.configName(), endpoint->url.toDisplayString()));
}

void runAdd(CliSession &session, const EndpointArguments &arguments)
{
    if (!arguments.options.asksForKey(session))
        return submitAdd(session, arguments);
    session.whenThere(arguments.configName(), QString(),
                      [&session, &arguments] { submitAdd(session, arguments); });
}

void addAdd(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<EndpointArguments>();
    CLI::App *command = addCommand(
        group, "add", CliText::tr("Add an endpoint to a config"),
        {QStringLiteral("qcc endpoint add production --url https://eu.example/v1 --name eu"),
         QStringLiteral(
             "qcc endpoint add backup --url https://gateway.example --auth bearer --key-stdin < key.txt"),
         QStringLiteral("qcc endpoint add backup --url https://far.example --proxy socks5://127.0.0.1:1080 "
                        "--connect-timeout 20s")});
    addConfigName(*command, *arguments);
    arguments->options.addTo(*command, EndpointOptions::Use::New);
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runAdd(s, *arguments); }; });
}

void submitEdit(CliSession &session, const EndpointArguments &arguments)
{
    const Result<EndpointPatch> patch = arguments.options.patch();
    if (!patch)
        return session.refuse(patch.refusal());
    EditEndpoint edit{arguments.configName(), arguments.endpointName(), *patch, {}};
    const QString shown = edit.config + QLatin1Char('/') + edit.endpoint;
    if (arguments.options.wantsKey()) {
        edit.key = arguments.options.obtainKey(session, shown);
        if (!edit.key)
            return;
    }
    session.submit(std::move(edit), CliText::tr("Changed \"%1\".").arg(shown));
}

void runEdit(CliSession &session, const EndpointArguments &arguments)
{
    if (arguments.options.isEmpty())
        return session.refuseUsage(
            CliText::tr("Nothing to change: give at least one option (see qcc endpoint edit --help)."));
    if (!arguments.options.wantsKey() || !arguments.options.asksForKey(session))
        return submitEdit(session, arguments);
    session.whenThere(arguments.configName(), arguments.endpointName(),
                      [&session, &arguments] { submitEdit(session, arguments); });
}

void addEdit(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<EndpointArguments>();
    CLI::App *command = addCommand(
        group, "edit", CliText::tr("Change an endpoint, or its key"),
        {QStringLiteral("qcc endpoint edit production eu --key-prompt"),
         QStringLiteral("qcc endpoint edit production eu --url https://eu2.example --idle-timeout 2m"),
         QStringLiteral("qcc endpoint edit backup far --proxy ''")});
    addConfigName(*command, *arguments);
    addEndpointName(*command, *arguments);
    arguments->options.addTo(*command, EndpointOptions::Use::Edit);
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runEdit(s, *arguments); }; });
}

void submitRemove(CliSession &session, const EndpointArguments &arguments)
{
    const QString shown = arguments.configName() + QLatin1Char('/') + arguments.endpointName();
    if (agrees(session, arguments.yes,
               CliText::tr("Remove the endpoint \"%1\" with its key? [y/N] ").arg(shown)))
        session.submit(RemoveEndpoint{arguments.configName(), arguments.endpointName()},
                       CliText::tr("Removed \"%1\".").arg(shown));
}

void runRemove(CliSession &session, const EndpointArguments &arguments)
{
    if (arguments.yes)
        return submitRemove(session, arguments);
    session.whenThere(arguments.configName(), arguments.endpointName(),
                      [&session, &arguments] { submitRemove(session, arguments); });
}

void addRemove(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<EndpointArguments>();
    CLI::App *command = addCommand(group, "remove", CliText::tr("Remove an endpoint with its key"),
                                   {QStringLiteral("qcc endpoint remove production eu"),
                                    QStringLiteral("qcc endpoint remove production eu --yes")});
    addConfigName(*command, *arguments);
    addEndpointName(*command, *arguments);
    command->add_flag("--yes,-y", arguments->yes, help(CliText::tr("Don't ask")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runRemove(s, *arguments); }; });
}

void runList(CliSession &session, const EndpointArguments &arguments)
{
    session.withConfig(arguments.configName(),
                       [&session, json = arguments.json](const Settings &, const Config &config) {
                           if (json)
                               session.console().print(endpointsJson(config));
                           else
                               showEndpoints(session.console(), config);
                       });
}

void addList(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<EndpointArguments>();
    CLI::App *command = addCommand(group, "list", CliText::tr("List the endpoints of a config"),
                                   {QStringLiteral("qcc endpoint list production"),
                                    QStringLiteral("qcc endpoint list production --json")});
    addConfigName(*command, *arguments);
    command->add_flag("--json", arguments->json, help(CliText::tr("Print JSON")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runList(s, *arguments); }; });
}

} // namespace

void addEndpointCommands(CLI::App &app, CliPlan &plan)
{
    CLI::App *group =
        addGroup(app, "endpoint", CliText::tr("Add, change, remove or list the endpoints of a config"),
                 {QStringLiteral("qcc endpoint list production")});
    addAdd(*group, plan);
    addEdit(*group, plan);
    addRemove(*group, plan);
    addList(*group, plan);
}

} // namespace qcc

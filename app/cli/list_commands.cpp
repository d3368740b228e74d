// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/settings_view.h"

namespace qcc {

namespace {

void runList(CliSession &session, bool json)
{
    session.withSettings([&session, json](const Settings &settings) {
        if (json)
            session.console().print(configsJson(settings));
        else
            showConfigs(session.console(), settings);
    });
}

void runShow(CliSession &session, const std::string &name, bool json)
{
    session.withConfig(QString::fromStdString(name),
                       [&session, json](const Settings &settings, const Config &config) {
                           if (json)
                               session.console().print(configJson(settings, config));
                           else
                               showConfig(session.console(), settings, config);
                       });
}

} // namespace

void addListCommands(CLI::App &app, CliPlan &plan)
{
    const auto json = std::make_shared<bool>(false);
    const auto name = std::make_shared<std::string>();

    CLI::App *list = addCommand(app, "list", CliText::tr("List the configs, best first"),
                                {QStringLiteral("qcc list"), QStringLiteral("qcc list --json")});
    list->add_flag("--json", *json, help(CliText::tr("Print JSON")));
    list->callback([json, &plan] { plan.action = [json](CliSession &s) { runList(s, *json); }; });

    CLI::App *show =
        addCommand(app, "show", CliText::tr("Show one config with its endpoints (never their keys)"),
                   {QStringLiteral("qcc show production"), QStringLiteral("qcc show production --json")});
    show->add_option("NAME", *name, help(CliText::tr("Name of the config")))->required();
    show->add_flag("--json", *json, help(CliText::tr("Print JSON")));
    show->callback(
        [json, name, &plan] { plan.action = [json, name](CliSession &s) { runShow(s, *name, *json); }; });
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/argument_values.h"
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/proxy_stop.h"
#include "app/cli/refusal_text.h"
#include "app/cli/status_view.h"
#include "app/control/snapshot_json.h"

namespace qcc {

namespace {

std::string mustBeListenAddress(const std::string &text)
{
    if (listenAddressFromText(QString::fromStdString(text)))
        return {};
    return help(CliText::tr("\"%1\" is no address to listen on; write HOST:PORT with an IP address and a "
                            "port from 0 (any free one) "
                            "to 65535, such as 127.0.0.1:7860")
                    .arg(QString::fromStdString(text)));
}

struct StartArguments
{
    std::string listen;
    bool demo = false;
    bool noChecks = false;
    bool messageChecks = false;
    bool claude = false;
};

ProxyStartOptions startOptions(const StartArguments &arguments)
{
    ProxyStartOptions options;
    options.demo = arguments.demo;
    options.checks = !arguments.noChecks;
    options.messageChecks = arguments.messageChecks;
    options.claude = arguments.claude;
    if (const auto address = listenAddressFromText(QString::fromStdString(arguments.listen))) {
        options.listenHost = address->host;
        options.listenPort = address->port;
    }
    return options;
}

void addStart(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<StartArguments>();
    CLI::App *command = addCommand(
        group, "start", CliText::tr("Run the proxy in the foreground, until Ctrl-C"),
        {QStringLiteral("qcc proxy start"), QStringLiteral("qcc proxy start --listen 127.0.0.1:8080"),
         QStringLiteral("qcc proxy start --claude"), QStringLiteral("qcc proxy start --demo")});
    command
        ->add_option("--listen", arguments->listen,
                     help(CliText::tr("Where to listen (default: 127.0.0.1:7860; port 0: any free one)")))
        ->type_name("HOST:PORT")
        ->check(CLI::Validator(mustBeListenAddress, std::string()));
    CLI::Option *demo = command->add_flag(
        "--demo", arguments->demo, help(CliText::tr("With three simulated providers, in a temporary home")));
    command->add_flag("--no-checks", arguments->noChecks,
                      help(CliText::tr("No health checks: learn of endpoints by traffic alone")));
    command->add_flag("--message-checks", arguments->messageChecks,
                      help(CliText::tr("Checks may send a message of one token where nothing cheaper tells, "
                                       "24 a day and endpoint at most")));
    command
        ->add_flag(
            "--claude", arguments->claude,
            help(CliText::tr("Claude Code asks this proxy until it stops; its settings are put back then")))
        ->excludes(demo);
    command->callback([arguments, &plan] { plan.start = startOptions(*arguments); });
}

void addStop(CLI::App &group, CliPlan &plan)
{
    CLI::App *command =
        addCommand(group, "stop", CliText::tr("Stop the running proxy and wait until it is gone"),
                   {QStringLiteral("qcc proxy stop")});
    command->callback([&plan] {
        plan.action = [](CliSession &session) {
            if (InstanceAccess *instance = session.access())
                (new ProxyStop(session, *instance))->begin(); // owned by the session
        };
    });
}

void runStatus(CliSession &session, bool json)
{
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->status([&session, json](const Result<ProxySnapshot> &snapshot) {
        if (!snapshot)
            return session.refuse(snapshot.refusal());
        const auto now = std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
        if (json)
            session.console().print(toJson(*snapshot));
        else
            showStatus(session.console(), *snapshot, now);
        session.finish(kExitDone);
    });
}

void addStatus(CLI::App &group, CliPlan &plan)
{
    const auto json = std::make_shared<bool>(false);
    CLI::App *command =
        addCommand(group, "status", CliText::tr("Show what the running proxy does"),
                   {QStringLiteral("qcc proxy status"), QStringLiteral("qcc proxy status --json")});
    command->add_flag("--json", *json, help(CliText::tr("Print JSON")));
    command->callback([json, &plan] { plan.action = [json](CliSession &s) { runStatus(s, *json); }; });
}

} // namespace

void addProxyCommands(CLI::App &app, CliPlan &plan)
{
    CLI::App *group = addGroup(app, "proxy", CliText::tr("Start, stop or look at the proxy"),
                               {QStringLiteral("qcc proxy start"), QStringLiteral("qcc proxy status")});
    addStart(*group, plan);
    addStop(*group, plan);
    addStatus(*group, plan);
}

} // namespace qcc

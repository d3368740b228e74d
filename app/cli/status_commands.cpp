// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/health_view.h"
#include "app/cli/overview_view.h"
#include "app/cli/refusal_text.h"
#include "app/cli/remembered_health.h"
#include "app/cli/status_watch.h"
#include "app/cli/time_values.h"
#include "app/control/snapshot_json.h"

namespace qcc {

namespace {

struct StatusArguments
{
    bool watch = false;
    bool json = false;
};

void showOnce(CliSession &session, const ProxySnapshot &snapshot, bool json)
{
    const Console &console = session.console();
    if (json) {
        console.print(toJson(snapshot));
    } else {
        for (const QString &line : overviewLines(console, snapshot, currentTime()))
            console.print(line);
    }
    session.finish(kExitDone);
}

void runStatus(CliSession &session, const StatusArguments &arguments)
{
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    if (arguments.watch) { // owned by the session
        const WatchForm form = arguments.json ? WatchForm::JsonLines : WatchForm::Text;
        return (new StatusWatch(session, *instance, form))->begin();
    }
    instance->status([&session, json = arguments.json](const Result<ProxySnapshot> &snapshot) {
        if (!snapshot)
            return session.refuse(snapshot.refusal());
        showOnce(session, *snapshot, json);
    });
}

void addStatus(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<StatusArguments>();
    CLI::App *command = addCommand(
        app, "status", CliText::tr("Show who serves Claude Code, how all configs are, and what is coming"),
        {QStringLiteral("qcc status"), QStringLiteral("qcc status --watch"),
         QStringLiteral("qcc status --json")});
    command->add_flag("--watch", arguments->watch, help(CliText::tr("Keep showing it until Ctrl-C")));
    command->add_flag("--json", arguments->json,
                      help(CliText::tr("Print JSON; with --watch, one line at each change")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runStatus(s, *arguments); }; });
}

struct HealthArguments
{
    std::string name;
    bool check = false;
    bool json = false;

    QString config() const { return QString::fromStdString(name).trimmed(); }
};

void printHealth(CliSession &session, const HealthArguments &arguments, const Result<ProxySnapshot> &snapshot)
{
    if (!snapshot)
        return session.refuse(snapshot.refusal());
    if (arguments.json)
        session.console().print(healthJson(*snapshot, arguments.config()));
    else
        showHealth(session.console(), *snapshot, arguments.config(), currentTime());
    session.finish(kExitDone);
}

/// Without an instance, what the last one knew.
void printHealthNow(CliSession &session, const HealthArguments &arguments)
{
    InstanceAccess *instance = session.access();
    instance->status([&session, &arguments, instance](const Result<ProxySnapshot> &snapshot) {
        const bool nobody = !snapshot && snapshot.refusal().code == RefusalCode::NotRunning;
        if (!nobody)
            return printHealth(session, arguments, snapshot);
        if (!arguments.json)
            session.console().print(CliText::tr("No proxy runs; this is what the last one knew."));
        printHealth(session, arguments, rememberedHealth(instance->home()));
    });
}

void checkThenShow(CliSession &session, const HealthArguments &arguments)
{
    if (!arguments.check)
        return printHealthNow(session, arguments);
    session.access()->check(arguments.config(),
                            [&session, &arguments](const Result<std::vector<CheckReport>> &reports) {
                                if (!reports)
                                    return session.refuse(reports.refusal());
                                printHealthNow(session, arguments);
                            });
}

void runHealth(CliSession &session, const HealthArguments &arguments)
{
    if (!session.access())
        return;
    if (arguments.config().isEmpty())
        return checkThenShow(session, arguments);
    session.whenThere(arguments.config(), QString(),
                      [&session, &arguments] { checkThenShow(session, arguments); });
}

void addHealth(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<HealthArguments>();
    CLI::App *command =
        addCommand(app, "health", CliText::tr("Show how each endpoint is, and how that is known"),
                   {QStringLiteral("qcc health"), QStringLiteral("qcc health production --check"),
                    QStringLiteral("qcc health --json")});
    command->add_option("NAME", arguments->name, help(CliText::tr("Name of a config (default: all)")));
    command->add_flag("--check", arguments->check, help(CliText::tr("Look now, before it is shown")));
    command->add_flag("--json", arguments->json, help(CliText::tr("Print JSON")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runHealth(s, *arguments); }; });
}

} // namespace

void addStatusCommands(CLI::App &app, CliPlan &plan)
{
    addStatus(app, plan);
    addHealth(app, plan);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/refusal_text.h"
#include "app/cli/sessions_view.h"
#include "app/cli/time_values.h"
#include "app/control/session_json.h"

namespace qcc {

namespace {

struct ListArguments
{
    int limit = kMostShownSessions;
    bool json = false;
};

void show(CliSession &session, const ListArguments &arguments, std::vector<SessionSnapshot> sessions,
          const QString &active)
{
    if (sessions.size() > size_t(arguments.limit))
        sessions.resize(size_t(arguments.limit));
    if (arguments.json)
        session.console().print(sessionsToJson(sessions));
    else
        showSessions(session.console(), sessions, active, currentTime());
    session.finish(kExitDone);
}

void runList(CliSession &session, const ListArguments &arguments)
{
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->sessions([&session, &arguments, instance](const Result<std::vector<SessionSnapshot>> &found) {
        if (!found)
            return session.refuse(found.refusal());
        instance->status([&session, &arguments, sessions = *found](const Result<ProxySnapshot> &snapshot) {
            if (!snapshot)
                return session.refuse(snapshot.refusal());
            show(session, arguments, sessions, snapshot->activeConfig);
        });
    });
}

/// What `qcc sessions` and `qcc sessions list` take.
void addListOptions(CLI::App &command, const std::shared_ptr<ListArguments> &arguments)
{
    command.add_option("--limit", arguments->limit, help(CliText::tr("Show at most so many, the last used")))
        ->type_name("N")
        ->check(CLI::Range(1, kMostShownSessions));
    command.add_flag("--json", arguments->json, help(CliText::tr("Print JSON")));
}

struct MoveArguments
{
    std::string session;
    std::string config;
    bool automatic = false;

    MoveSession command() const
    {
        return {QByteArray::fromStdString(session), QString::fromStdString(config).trimmed()};
    }
};

void runMove(CliSession &session, const MoveArguments &arguments)
{
    const MoveSession command = arguments.command();
    if (arguments.automatic != command.config.isEmpty())
        return session.refuseUsage(CliText::tr("Name either a config, or --auto."));
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->moveSession(command, [&session, command](const Result<Done> &done) {
        if (!done)
            return session.refuse(done.refusal());
        session.console().print(
            command.config.isEmpty()
                ? CliText::tr("The session goes where new ones go, from its next request on.")
                : CliText::tr("The session goes to \"%1\" from its next request on, while that works.")
                      .arg(command.config));
        session.finish(kExitDone);
    });
}

void addMove(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<MoveArguments>();
    CLI::App *command = addCommand(group, "move", CliText::tr("Let a session go on with another config"),
                                   {QStringLiteral("qcc sessions move 1f0c9a2e backup"),
                                    QStringLiteral("qcc sessions move 1f0c9a2e --auto")});
    command->add_option("SESSION", arguments->session, help(CliText::tr("Its id, or the beginning of it")))
        ->required();
    command->add_option("CONFIG", arguments->config, help(CliText::tr("Name of the config")));
    command->add_flag("--auto", arguments->automatic,
                      help(CliText::tr("Back to where new sessions go, and as the rules say from then on")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runMove(s, *arguments); }; });
}

} // namespace

void addSessionCommands(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<ListArguments>();
    CLI::App *group =
        addCommand(app, "sessions", CliText::tr("Show the sessions of Claude Code, and move them"),
                   {QStringLiteral("qcc sessions"), QStringLiteral("qcc sessions --limit 10 --json"),
                    QStringLiteral("qcc sessions move 1f0c9a2e backup")});
    group->require_subcommand(0, 1);
    addListOptions(*group, arguments);
    group->callback([arguments, group, &plan] {
        if (group->get_subcommands().empty())
            plan.action = [arguments](CliSession &s) { runList(s, *arguments); };
    });
    CLI::App *list = addCommand(*group, "list", CliText::tr("Show the sessions and where each goes"),
                                {QStringLiteral("qcc sessions list --limit 10")});
    addListOptions(*list, arguments);
    list->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runList(s, *arguments); }; });
    addMove(*group, plan);
}

} // namespace qcc

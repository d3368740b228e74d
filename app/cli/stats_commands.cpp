// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/history_access.h"
#include "app/cli/history_json.h"
#include "app/cli/refusal_text.h"
#include "app/cli/request_follow.h"
#include "app/cli/requests_view.h"
#include "app/cli/stats_view.h"
#include "app/cli/time_values.h"
#include "app/history/history_export.h"

namespace qcc {

namespace {

struct StatsArguments
{
    std::string since = "24h";
    bool json = false;
};

void runStats(CliSession &session, const StatsArguments &arguments)
{
    withHistory(session, [&](const HistoryReader &history) {
        const TimePoint now = currentTime();
        const TimePoint from = momentFromText(QString::fromStdString(arguments.since), now).value_or(now);
        const Result<HistoryStats> stats = history.stats(from, now);
        if (!stats)
            return session.refuse(stats.refusal());
        if (arguments.json)
            session.console().print(statsJson(*stats));
        else
            showStats(session.console(), *stats);
        session.finish(kExitDone);
    });
}

void addStats(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<StatsArguments>();
    CLI::App *command = addCommand(
        app, "stats", CliText::tr("Show how it went: switches, health, requests and tokens of a period"),
        {QStringLiteral("qcc stats"), QStringLiteral("qcc stats --since 7d"),
         QStringLiteral("qcc stats --json")});
    addSince(*command, arguments->since,
             CliText::tr("The period's begin, such as 2h, 7d, 2026-11-20 or an ISO time (default: 24h)"));
    command->add_flag("--json", arguments->json, help(CliText::tr("Print JSON")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runStats(s, *arguments); }; });
}

struct RequestsArguments
{
    std::optional<int> limit;
    std::string config;
    bool follow = false;
    bool json = false;
    bool csv = false;
};

RequestFilter filterOf(const RequestsArguments &arguments)
{
    RequestFilter filter;
    filter.config = QString::fromStdString(arguments.config).trimmed();
    filter.limit = arguments.limit.value_or(arguments.follow ? 10 : 20);
    return filter;
}

void showOnce(CliSession &session, const RequestsArguments &arguments)
{
    withHistory(session, [&](const HistoryReader &history) {
        const Result<std::vector<StoredRequest>> requests = history.requests(filterOf(arguments));
        if (!requests)
            return session.refuse(requests.refusal());
        if (arguments.json)
            session.console().print(requestsJson(*requests));
        else if (arguments.csv)
            session.console().printAsIs(requestsCsv(*requests));
        else if (requests->empty())
            session.console().print(CliText::tr("There are no such requests."));
        else
            showRequests(session.console(), *requests, Header::Shown);
        session.finish(kExitDone);
    });
}

void runRequests(CliSession &session, const RequestsArguments &arguments)
{
    if (!arguments.follow)
        return showOnce(session, arguments);
    if (const InstanceAccess *instance = session.access()) // owned by the session
        (new RequestFollow(session, instance->home(), filterOf(arguments), arguments.json))->begin();
}

void addRequests(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<RequestsArguments>();
    CLI::App *command =
        addCommand(app, "requests",
                   CliText::tr("Show the latest requests: who served them, how long it took, what it cost"),
                   {QStringLiteral("qcc requests"), QStringLiteral("qcc requests --follow"),
                    QStringLiteral("qcc requests --config production --limit 100")});
    addLimit(*command, arguments->limit, CliText::tr("How many, at most (default: 20; 10 with --follow)"));
    command
        ->add_option("--config", arguments->config, help(CliText::tr("Only those that this config served")))
        ->type_name("NAME");
    CLI::Option *follow = command->add_flag(
        "--follow", arguments->follow, help(CliText::tr("Then show new ones as they come, until Ctrl-C")));
    CLI::Option *json = command->add_flag("--json", arguments->json,
                                          help(CliText::tr("Print JSON; with --follow, one request a line")));
    command->add_flag("--csv", arguments->csv, help(CliText::tr("Print comma-separated values")))
        ->excludes(follow)
        ->excludes(json);
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runRequests(s, *arguments); }; });
}

} // namespace

void addStatsCommands(CLI::App &app, CliPlan &plan)
{
    addStats(app, plan);
    addRequests(app, plan);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/display_width.h"
#include "app/cli/event_file.h"
#include "app/cli/history_access.h"
#include "app/cli/history_json.h"
#include "app/cli/history_view.h"
#include "app/cli/refusal_text.h"
#include "app/cli/time_values.h"
#include "app/history/history_export.h"
#include "models/domain/decision_json.h"
#include "models/domain/words.h"
#include "models/text/decision_text.h"
#include "models/text/endpoint_text.h"

#include <QFileInfo>

namespace qcc {

namespace {

struct HistoryArguments
{
    std::optional<int> limit;
    std::string type;
    std::string since;
    std::string config;
    std::string exportFile;
    bool force = false;
    bool json = false;
    bool csv = false;
};

/// What was asked for. Without --limit an export holds all.
EventFilter filterOf(const HistoryArguments &arguments)
{
    EventFilter filter;
    filter.type = eventTypeFromWord(QString::fromStdString(arguments.type));
    if (!arguments.since.empty())
        filter.since = momentFromText(QString::fromStdString(arguments.since), currentTime());
    filter.config = QString::fromStdString(arguments.config).trimmed();
    filter.limit = arguments.limit.value_or(arguments.exportFile.empty() ? filter.limit : kMostRows);
    return filter;
}

void showThem(CliSession &session, const HistoryArguments &arguments,
              const std::vector<FailoverEvent> &events)
{
    const Console &console = session.console();
    if (arguments.json) {
        console.print(eventsJson(events));
    } else if (arguments.csv) {
        const auto reasonOf = [](const FailoverEvent &event) { return reasonLine(event); };
        console.printAsIs(eventsCsv(events, reasonOf));
    } else {
        showEvents(console, events);
    }
    session.finish(kExitDone);
}

void exportThem(CliSession &session, const HistoryArguments &arguments,
                const std::vector<FailoverEvent> &events)
{
    const QString path = QFileInfo(QString::fromStdString(arguments.exportFile)).absoluteFilePath();
    const auto overwrite = arguments.force ? Overwrite::Existing : Overwrite::Nothing;
    const Result<Done> written = writeEvents(events, path, overwrite);
    if (!written)
        return session.refuse(written.refusal());
    session.console().print(CliText::tr("Wrote %n event(s) to %1.", nullptr, int(events.size())).arg(path));
    session.finish(kExitDone);
}

void runHistory(CliSession &session, const HistoryArguments &arguments)
{
    withHistory(session, [&](const HistoryReader &history) {
        const Result<std::vector<FailoverEvent>> events = history.events(filterOf(arguments));
        if (!events)
            return session.refuse(events.refusal());
        if (arguments.exportFile.empty())
            showThem(session, arguments, *events);
        else
            exportThem(session, arguments, *events);
    });
}

void addFilterOptions(CLI::App &command, HistoryArguments &arguments)
{
    addLimit(command, arguments.limit, CliText::tr("How many, at most (default: 50)"));
    command.add_option("--type", arguments.type, help(CliText::tr("Only these events")))
        ->type_name("TYPE")
        ->check(CLI::IsMember({"failover", "recovery", "manual", "activation"}));
    addSince(command, arguments.since,
             CliText::tr("Only since then, such as 2h, 7d, 2026-11-20 or an ISO time"));
    command
        .add_option("--config", arguments.config, help(CliText::tr("Only switches from or to this config")))
        ->type_name("NAME");
}

void addHistory(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<HistoryArguments>();
    CLI::App *command =
        addCommand(group, "history", CliText::tr("Show the switches of the active config, the newest first"),
                   {QStringLiteral("qcc priority history"),
                    QStringLiteral("qcc priority history --type failover --since 7d"),
                    QStringLiteral("qcc priority history --csv > switches.csv"),
                    QStringLiteral("qcc priority history --export failover_events.json")});
    addFilterOptions(*command, *arguments);
    CLI::Option *json = command->add_flag("--json", arguments->json, help(CliText::tr("Print JSON")));
    CLI::Option *csv =
        command->add_flag("--csv", arguments->csv, help(CliText::tr("Print comma-separated values")));
    CLI::Option *file = command->add_option(
        "--export", arguments->exportFile,
        help(
            CliText::tr("Write them to a file, in the form of failover_events.json (default: all of them)")));
    file->type_name("FILE")->excludes(json)->excludes(csv);
    csv->excludes(json);
    command->add_flag("--force", arguments->force, help(CliText::tr("Replace the file if it exists")))
        ->needs(file);
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runHistory(s, *arguments); }; });
}

struct WhyArguments
{
    std::string event;
    bool json = false;
};

void printSentences(CliSession &session, const QStringList &sentences)
{
    for (const QString &sentence : sentences)
        session.console().print(sentence);
    session.finish(kExitDone);
}

void explainEvent(CliSession &session, const WhyArguments &arguments)
{
    withHistory(session, [&](const HistoryReader &history) {
        const QString id = QString::fromStdString(arguments.event).trimmed();
        const Result<std::optional<FailoverEvent>> event = history.event(id);
        if (!event)
            return session.refuse(event.refusal());
        if (!*event)
            return session.refuse({RefusalCode::UnknownEvent, id, QString()});
        if (!arguments.json)
            return printSentences(session, sentences(**event, currentTime()));
        session.console().print(toJson(**event));
        session.finish(kExitDone);
    });
}

bool isDown(const QString &config, const FailoverSnapshot &failover)
{
    return std::any_of(failover.configs.begin(), failover.configs.end(), [&](const ConfigSnapshot &each) {
        return each.config == config && each.health.status == HealthStatus::Unhealthy;
    });
}

/// The active config stays, for it works, though it can't take every request.
QStringList heldBackSentences(const ProxySnapshot &snapshot)
{
    const QString &active = snapshot.failover.active;
    const QString heldBack = configHeldBack(active, snapshot, currentTime());
    if (heldBack.isEmpty() || isDown(active, snapshot.failover))
        return {}; // that it is down has been said
    return {
        printable(CliText::tr("%1 does not take every request now: %2.", "a config, and what holds it back")
                      .arg(active, heldBack))};
}

void explainNow(CliSession &session, bool json)
{
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->status([&session, json](const Result<ProxySnapshot> &snapshot) {
        if (!snapshot)
            return session.refuse(snapshot.refusal());
        const Decision &standing = snapshot->failover.standing;
        if (!json)
            return printSentences(session, sentences(standing, currentTime()) + heldBackSentences(*snapshot));
        session.console().print(toJson(standing));
        session.finish(kExitDone);
    });
}

void addWhy(CLI::App &app, CliPlan &plan)
{
    const auto arguments = std::make_shared<WhyArguments>();
    CLI::App *command =
        addCommand(app, "why", CliText::tr("Say why QCC switched, or why it does not switch now"),
                   {QStringLiteral("qcc why"), QStringLiteral("qcc why 0a1b2c3d")});
    command->add_option(
        "EVENT", arguments->event,
        help(CliText::tr("The event's id, see: qcc priority history (default: how things stand now)")));
    command->add_flag("--json", arguments->json, help(CliText::tr("Print JSON")));
    command->callback([arguments, &plan] {
        plan.action = [arguments](CliSession &s) {
            if (arguments->event.empty())
                explainNow(s, arguments->json);
            else
                explainEvent(s, *arguments);
        };
    });
}

} // namespace

void addHistoryCommand(CLI::App &group, CliPlan &plan)
{
    addHistory(group, plan);
}

void addWhyCommand(CLI::App &app, CliPlan &plan)
{
    addWhy(app, plan);
}

} // namespace qcc

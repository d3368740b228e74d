// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/refusal_text.h"
#include "app/control/settings_json.h"

namespace qcc {

namespace {

struct KeepArguments
{
    std::optional<int> days;
    bool json = false;
};

QString keptText(const HistoryRetention &retention)
{
    return CliText::tr("Requests are kept one by one for %n day(s); their sums stay for good.", nullptr,
                       retention.requestDays);
}

void show(CliSession &session, bool json)
{
    session.withSettings([&session, json](const Settings &settings) {
        if (json)
            session.console().print(toJson(settings.retention));
        else
            session.console().print(keptText(settings.retention));
    });
}

void runKeep(CliSession &session, const KeepArguments &arguments)
{
    if (!arguments.days)
        return show(session, arguments.json);
    const EditRetention edit{{*arguments.days}};
    if (!arguments.json)
        return session.submit(edit, keptText(edit.retention));
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->submit(edit, [&session](const Result<Done> &done) {
        if (!done)
            return session.refuse(done.refusal());
        show(session, true);
    });
}

void addKeep(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<KeepArguments>();
    CLI::App *command =
        addCommand(group, "keep", CliText::tr("See or change for how long requests are kept one by one"),
                   {QStringLiteral("qcc history keep"), QStringLiteral("qcc history keep 90")});
    command->add_option("DAYS", arguments->days, help(CliText::tr("1 to 3650 (default: 30)")));
    command->add_flag("--json", arguments->json, help(CliText::tr("Print JSON")));
    command->callback(
        [arguments, &plan] { plan.action = [arguments](CliSession &s) { runKeep(s, *arguments); }; });
}

} // namespace

void addHistoryGroup(CLI::App &app, CliPlan &plan)
{
    CLI::App *group =
        addGroup(app, "history", CliText::tr("What the history keeps"),
                 {QStringLiteral("qcc history keep 90"), QStringLiteral("qcc priority history")});
    addKeep(*group, plan);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/channel_options.h"
#include "app/cli/channel_view.h"
#include "app/cli/cli_text.h"
#include "app/cli/refusal_text.h"
#include "app/cli/time_values.h"
#include "models/rules/channel_edit.h"
#include "models/text/channel_text.h"

namespace qcc {

namespace {

using States = std::vector<ChannelSnapshot>;

struct AlertArguments
{
    std::string name;
    ChannelOptions options;
    bool yes = false;
    bool json = false;

    QString channel() const { return QString::fromStdString(name).trimmed(); }
};
using Arguments = std::shared_ptr<AlertArguments>;

/// The settings, and how the channels do where an instance runs; nothing is known of them where none does.
void withChannels(CliSession &session, std::function<void(const Settings &, const States &)> show)
{
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->settings([&session, instance, show = std::move(show)](const Result<Settings> &settings) {
        if (!settings)
            return session.refuse(settings.refusal());
        instance->status([&session, show, settings = *settings](const Result<ProxySnapshot> &snapshot) {
            show(settings, snapshot ? snapshot->channels : States());
            session.finish(kExitDone);
        });
    });
}

/// Goes on with the channel as it is now, or refuses.
void withChannel(CliSession &session, const QString &name, std::function<void(const AlertChannel &)> next)
{
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->settings([&session, name, next = std::move(next)](const Result<Settings> &settings) {
        if (!settings)
            return session.refuse(settings.refusal());
        if (const AlertChannel *channel = findChannel(settings->channels, name))
            return next(*channel);
        session.refuse({RefusalCode::UnknownChannel, name, {}});
    });
}

void addName(CLI::App &command, AlertArguments &arguments)
{
    command.add_option("NAME", arguments.name, help(CliText::tr("Name or id of the channel")))->required();
}

void addJson(CLI::App &command, AlertArguments &arguments)
{
    command.add_flag("--json", arguments.json, help(CliText::tr("Print JSON")));
}

/// @p run is kept with its arguments until the command line has been read.
void runWith(CLI::App &command, CliPlan &plan, const Arguments &arguments,
             void (*run)(CliSession &, const AlertArguments &))
{
    command.callback(
        [arguments, run, &plan] { plan.action = [arguments, run](CliSession &s) { run(s, *arguments); }; });
}

void runList(CliSession &session, const AlertArguments &arguments)
{
    withChannels(session, [&](const Settings &settings, const States &states) {
        if (arguments.json)
            session.console().print(channelsJson(settings.channels, states));
        else
            showChannels(session.console(), settings.channels, states, currentTime());
    });
}

void runShow(CliSession &session, const AlertArguments &arguments)
{
    withChannels(session, [&](const Settings &settings, const States &states) {
        const AlertChannel *channel = findChannel(settings.channels, arguments.channel());
        if (!channel)
            return session.refuse({RefusalCode::UnknownChannel, arguments.channel(), {}});
        if (arguments.json)
            session.console().print(channelJson(*channel, snapshotOf(states, *channel)));
        else
            showChannel(session.console(), *channel, snapshotOf(states, *channel), currentTime());
    });
}

bool refuseMisplaced(CliSession &session, const AlertArguments &arguments, ChannelKind kind)
{
    const QString option = arguments.options.misplaced(kind);
    if (option.isEmpty())
        return false;
    session.refuseUsage(
        CliText::tr("%1 means nothing to a channel of the kind %2.").arg(option, channelKindName(kind)));
    return true;
}

void runAdd(CliSession &session, const AlertArguments &arguments)
{
    AlertChannel channel;
    channel.name = arguments.channel();
    channel.kind = arguments.options.kind();
    channel.alerts = usualAlerts();
    channel = arguments.options.applied(std::move(channel));
    if (refuseMisplaced(session, arguments, channel.kind))
        return;
    std::optional<ChannelSecrets> secrets = arguments.options.secrets().obtain(session, channel, true);
    if (!secrets)
        return;
    const QString done = CliText::tr("Added \"%1\". Try it with: qcc alerts test %2")
                             .arg(channel.name, shellQuoted(channel.name));
    session.submit(PutChannel{std::nullopt, std::move(channel), std::move(*secrets)}, done);
}

void runEdit(CliSession &session, const AlertArguments &arguments)
{
    if (arguments.options.isEmpty())
        return session.refuseUsage(
            CliText::tr("Nothing to change: give at least one option (see qcc alerts edit --help)."));
    withChannel(session, arguments.channel(), [&](const AlertChannel &before) {
        if (refuseMisplaced(session, arguments, before.kind))
            return;
        AlertChannel after = arguments.options.applied(before);
        std::optional<ChannelSecrets> secrets = arguments.options.secrets().obtain(session, after, false);
        if (!secrets)
            return;
        const QString done = CliText::tr("Changed \"%1\".").arg(after.name);
        session.submit(PutChannel{before, std::move(after), std::move(*secrets)}, done);
    });
}

void runRemove(CliSession &session, const AlertArguments &arguments)
{
    withChannel(session, arguments.channel(), [&](const AlertChannel &channel) {
        if (agrees(session, arguments.yes,
                   CliText::tr("Remove the alert channel \"%1\" with its secrets? [y/N] ").arg(channel.name)))
            session.submit(RemoveChannel{channel.id}, CliText::tr("Removed \"%1\".").arg(channel.name));
    });
}

void runTest(CliSession &session, const AlertArguments &arguments)
{
    withChannel(session, arguments.channel(), [&](const AlertChannel &channel) {
        const QString done = CliText::tr("A test message was sent over \"%1\".").arg(channel.name);
        session.access()->testChannel({channel, channel, {}}, [&session, done](const Result<Done> &result) {
            if (!result)
                return session.refuse(result.refusal());
            session.console().print(done);
            session.finish(kExitDone);
        });
    });
}

void addLooking(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<AlertArguments>();
    CLI::App *list =
        addCommand(group, "list", CliText::tr("List the alert channels and how they do"),
                   {QStringLiteral("qcc alerts list"), QStringLiteral("qcc alerts list --json")});
    addJson(*list, *arguments);
    runWith(*list, plan, arguments, runList);
    CLI::App *show = addCommand(group, "show", CliText::tr("Show one alert channel (never its secrets)"),
                                {QStringLiteral("qcc alerts show ops")});
    addName(*show, *arguments);
    addJson(*show, *arguments);
    runWith(*show, plan, arguments, runShow);
}

void addChanging(CLI::App &group, CliPlan &plan)
{
    const auto adding = std::make_shared<AlertArguments>();
    CLI::App *add =
        addCommand(group, "add", CliText::tr("Add an alert channel"),
                   {QStringLiteral("qcc alerts add ops --kind slack --url-stdin < address.txt"),
                    QStringLiteral("qcc alerts add phone --kind ntfy --to my-topic --quiet 22:00-08:00"),
                    QStringLiteral("qcc alerts add me --kind mail --server mail.example.org --user me --from "
                                   "me@example.org --to me@example.org --digest daily@09:00")});
    add->add_option("NAME", adding->name, help(CliText::tr("Name of the channel")))->required();
    adding->options.addTo(*add, ChannelOptions::Use::New);
    runWith(*add, plan, adding, runAdd);
    const auto editing = std::make_shared<AlertArguments>();
    CLI::App *edit = addCommand(group, "edit", CliText::tr("Change an alert channel, or its secrets"),
                                {QStringLiteral("qcc alerts edit ops --on failover,recovery,all-down"),
                                 QStringLiteral("qcc alerts edit ops --url-prompt"),
                                 QStringLiteral("qcc alerts edit phone --enabled off")});
    addName(*edit, *editing);
    editing->options.addTo(*edit, ChannelOptions::Use::Edit);
    runWith(*edit, plan, editing, runEdit);
}

void addEnding(CLI::App &group, CliPlan &plan)
{
    const auto arguments = std::make_shared<AlertArguments>();
    CLI::App *remove =
        addCommand(group, "remove", CliText::tr("Remove an alert channel with its secrets"),
                   {QStringLiteral("qcc alerts remove ops"), QStringLiteral("qcc alerts remove ops --yes")});
    addName(*remove, *arguments);
    remove->add_flag("--yes,-y", arguments->yes, help(CliText::tr("Don't ask")));
    runWith(*remove, plan, arguments, runRemove);
    CLI::App *test = addCommand(
        group, "test", CliText::tr("Send a test message over an alert channel, even one that is off"),
        {QStringLiteral("qcc alerts test ops")});
    addName(*test, *arguments);
    runWith(*test, plan, arguments, runTest);
}

} // namespace

void addAlertCommands(CLI::App &app, CliPlan &plan)
{
    CLI::App *group = addGroup(app, "alerts", CliText::tr("Where alerts are sent, beside the desktop"),
                               {QStringLiteral("qcc alerts list"), QStringLiteral("qcc alerts test ops")});
    addLooking(*group, plan);
    addChanging(*group, plan);
    addEnding(*group, plan);
}

} // namespace qcc

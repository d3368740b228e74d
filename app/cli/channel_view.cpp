// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/channel_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/table.h"
#include "app/control/channel_json.h"
#include "models/domain/channel_words.h"
#include "models/domain/field_reader.h"
#include "models/domain/words.h"
#include "models/rules/channel_fields.h"
#include "models/text/channel_text.h"

namespace qcc {

namespace {

Cell stateCell(const AlertChannel &channel, const ChannelSnapshot *state, TimePoint now)
{
    const bool failing = channel.enabled && state && state->failingSince;
    return {channelState(channel, state, now), failing ? Paint::Red : Paint::Faint};
}

QJsonObject stateJson(const ChannelSnapshot &state)
{
    QJsonObject object{{QStringLiteral("failing"), state.failingSince.has_value()},
                       {QStringLiteral("trouble"), state.trouble},
                       {QStringLiteral("waiting"), state.waiting}};
    insertMoment(object, QLatin1StringView("last_sent"), state.lastSent);
    insertMoment(object, QLatin1StringView("failing_since"), state.failingSince);
    return object;
}

QString toldText(const AlertChannel &channel)
{
    QStringList words;
    for (const AlertKind kind : channel.alerts)
        words << toWord(kind);
    return words.isEmpty() ? CliText::tr("none") : words.join(QStringLiteral(", "));
}

QString digestText(const AlertChannel &channel)
{
    return channel.digest == DigestPace::None
               ? CliText::tr("none")
               : QStringLiteral("%1@%2").arg(toWord(channel.digest), toWord(channel.digestAt));
}

QString quietText(const AlertChannel &channel)
{
    return channel.quiet ? QStringLiteral("%1-%2").arg(toWord(channel.quiet->from), toWord(channel.quiet->to))
                         : CliText::tr("none");
}

void addMail(Table &facts, const AlertChannel &channel)
{
    facts.addRow({{CliText::tr("server")}, {QStringLiteral("%1:%2").arg(channel.server).arg(channel.port)}});
    facts.addRow({{CliText::tr("security")}, {mailSecurityName(channel.security)}});
    facts.addRow({{CliText::tr("sender")}, {channel.sender}});
    facts.addRow({{CliText::tr("user")}, {channel.user.isEmpty() ? CliText::tr("none") : channel.user}});
}

} // namespace

void showChannels(const Console &console, const std::vector<AlertChannel> &channels,
                  const std::vector<ChannelSnapshot> &states, TimePoint now)
{
    if (channels.empty())
        return console.print(
            CliText::tr("No alert channels yet. Add one with: qcc alerts add NAME --kind KIND"));
    Table table;
    for (const AlertChannel &channel : channels)
        table.addRow({{channel.name, Paint::Bold},
                      {channelKindName(channel.kind)},
                      {channelPlace(channel)},
                      {channelScope(channel), Paint::Faint},
                      stateCell(channel, snapshotOf(states, channel), now)});
    table.print(console);
}

QJsonObject channelsJson(const std::vector<AlertChannel> &channels,
                         const std::vector<ChannelSnapshot> &states)
{
    QJsonArray list;
    for (const AlertChannel &channel : channels)
        list << channelJson(channel, snapshotOf(states, channel));
    return {{QStringLiteral("alert_channels"), list}};
}

void showChannel(const Console &console, const AlertChannel &channel, const ChannelSnapshot *state,
                 TimePoint now)
{
    console.print(console.painted(channel.name, Paint::Bold));
    Table facts(2);
    facts.addRow({{CliText::tr("kind")}, {channelKindName(channel.kind)}});
    facts.addRow({{CliText::tr("where")}, {channelPlace(channel)}});
    if (channelFields(channel.kind).mail != FieldUse::Unused)
        addMail(facts, channel);
    if (!channel.arguments.isEmpty())
        facts.addRow({{CliText::tr("arguments")}, {channel.arguments.join(QLatin1Char(' '))}});
    facts.addRow({{CliText::tr("alerts")}, {toldText(channel)}});
    facts.addRow({{CliText::tr("quiet")}, {quietText(channel)}});
    facts.addRow({{CliText::tr("digest")}, {digestText(channel)}});
    if (const Cell cell = stateCell(channel, state, now); !cell.text.isEmpty())
        facts.addRow({{CliText::tr("state")}, cell});
    facts.print(console);
}

QJsonObject channelJson(const AlertChannel &channel, const ChannelSnapshot *state)
{
    QJsonObject object = toJson(channel);
    if (state)
        object.insert(QStringLiteral("state"), stateJson(*state));
    return object;
}

} // namespace qcc

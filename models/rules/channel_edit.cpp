// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/channel_edit.h"

#include "models/domain/channel_words.h"
#include "models/rules/channel_checks.h"

namespace qcc {

namespace {

AlertChannel *withId(std::vector<AlertChannel> &channels, const QString &id)
{
    const auto it =
        std::find_if(channels.begin(), channels.end(), [&](const AlertChannel &c) { return c.id == id; });
    return it == channels.end() ? nullptr : &*it;
}

std::optional<Refusal> nameTaken(const std::vector<AlertChannel> &channels, const AlertChannel &wanted)
{
    const auto same = [&](const AlertChannel &other) {
        return other.id != wanted.id && other.name.compare(wanted.name, Qt::CaseInsensitive) == 0;
    };
    const auto it = std::find_if(channels.begin(), channels.end(), same);
    return it == channels.end() ? std::nullopt
                                : std::optional(Refusal{RefusalCode::DuplicateChannel, it->name, {}});
}

std::optional<Refusal> noPlace(std::vector<AlertChannel> &channels, const QString &id)
{
    if (channels.size() >= kMostChannels)
        return Refusal{RefusalCode::InvalidValue, QStringLiteral("alert_channels"),
                       QStringLiteral("at most %1 of them").arg(kMostChannels)};
    if (id.isEmpty() || withId(channels, id))
        return Refusal{RefusalCode::InvalidValue, QStringLiteral("id"),
                       QStringLiteral("one that is not in use")};
    return std::nullopt;
}

/// The secrets that came with the command, checked; an empty one is one to be taken away.
Result<ChannelSecrets> checkedSecrets(const AlertChannel &channel, const ChannelSecrets &typed)
{
    ChannelSecrets secrets;
    for (const auto &[which, secret] : typed) {
        if (secret.reveal().trimmed().isEmpty() && !isRequired(channel, which)) {
            secrets.emplace(which, Secret());
            continue;
        }
        Result<Secret> checked = checkedChannelSecret(channel, which, secret);
        if (!checked)
            return checked.refusal();
        secrets.emplace(which, std::move(checked).value());
    }
    return secrets;
}

void takeServerFrom(const ChannelSecrets &secrets, AlertChannel &channel)
{
    if (const auto url = secrets.find(ChannelSecret::Url); url != secrets.end() && !url->second.isEmpty())
        channel.server = hostOfAddress(url->second);
}

/// What it can't do without comes with it, or was stored before.
std::optional<Refusal> secretMissing(const AlertChannel &channel, const AlertChannel *before,
                                     const ChannelSecrets &given)
{
    for (const ChannelSecret which : kChannelSecrets) {
        const bool had = before && isRequired(*before, which);
        if (isRequired(channel, which) && !had && !given.contains(which))
            return Refusal{RefusalCode::EmptyKey, channel.name, toWord(which)};
    }
    return std::nullopt;
}

} // namespace

const AlertChannel *findChannel(const std::vector<AlertChannel> &channels, const QString &reference)
{
    const QString wanted = reference.trimmed();
    const auto find = [&](auto matches) {
        const auto it = std::find_if(channels.begin(), channels.end(), matches);
        return it == channels.end() ? nullptr : &*it;
    };
    const AlertChannel *found = find([&](const AlertChannel &c) { return c.id == wanted; });
    return found ? found : find([&](const AlertChannel &c) { return c.name == wanted; });
}

std::optional<Refusal> putChannel(SettingsDraft &draft, PutChannel command)
{
    std::vector<AlertChannel> &channels = draft.settings().channels;
    AlertChannel *target = command.before ? withId(channels, command.before->id) : nullptr;
    if (command.before && (!target || *target != *command.before))
        return Refusal{RefusalCode::ChangedMeanwhile, command.before->name, {}};
    if (target) {
        command.channel.id = target->id;
        if (command.channel.kind != target->kind)
            return Refusal{RefusalCode::InvalidValue, QStringLiteral("kind"),
                           QStringLiteral("the kind that it has")};
    } else if (auto refusal = noPlace(channels, command.channel.id)) {
        return refusal;
    }
    Result<AlertChannel> channel = checkedChannel(std::move(command.channel));
    if (!channel)
        return channel.refusal();
    if (auto refusal = nameTaken(channels, *channel))
        return refusal;
    Result<ChannelSecrets> secrets = checkedSecrets(*channel, command.secrets);
    if (!secrets)
        return secrets.refusal();
    if (auto refusal = secretMissing(*channel, target, *secrets))
        return refusal;
    takeServerFrom(*secrets, *channel);
    if (channel->kind == ChannelKind::Mail && channel->user.isEmpty())
        secrets->insert_or_assign(ChannelSecret::Password, Secret());
    draft.writeSecrets(channel->id, std::move(secrets).value());
    if (target)
        *target = std::move(channel).value();
    else
        channels.push_back(std::move(channel).value());
    return std::nullopt;
}

std::optional<Refusal> removeChannel(SettingsDraft &draft, const RemoveChannel &command)
{
    const AlertChannel *found = findChannel(draft.settings().channels, command.id);
    if (!found)
        return Refusal{RefusalCode::UnknownChannel, command.id.trimmed(), {}};
    const QString id = found->id;
    ChannelSecrets none;
    for (const ChannelSecret which : kChannelSecrets)
        none.emplace(which, Secret());
    draft.writeSecrets(id, std::move(none));
    std::erase_if(draft.settings().channels, [&](const AlertChannel &c) { return c.id == id; });
    return std::nullopt;
}

Result<ReadyChannel> readyForTest(PutChannel draft, const ChannelSecrets *stored)
{
    Result<AlertChannel> channel = checkedChannel(std::move(draft.channel));
    if (!channel)
        return channel.refusal();
    Result<ChannelSecrets> secrets = checkedSecrets(*channel, draft.secrets);
    if (!secrets)
        return secrets.refusal();
    for (const ChannelSecret which : kChannelSecrets) {
        if (const auto it = stored ? stored->find(which) : ChannelSecrets::const_iterator();
            stored && it != stored->end() && !secrets->contains(which))
            secrets->emplace(which, it->second.clone());
        if (isRequired(*channel, which) && !secrets->contains(which))
            return Refusal{RefusalCode::EmptyKey, channel->name, toWord(which)};
    }
    takeServerFrom(*secrets, *channel);
    return ReadyChannel{std::move(channel).value(), std::move(secrets).value()};
}

} // namespace qcc

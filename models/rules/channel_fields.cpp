// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/channel_fields.h"

#include "models/domain/channel_words.h"

namespace qcc {

FieldUse ChannelFields::of(ChannelSecret secret) const
{
    switch (secret) {
    case ChannelSecret::Url:
        return url;
    case ChannelSecret::Signing:
        return signing;
    case ChannelSecret::Token:
        return token;
    case ChannelSecret::Password:
        return password;
    }
    Q_UNREACHABLE();
}

ChannelFields channelFields(ChannelKind kind)
{
    constexpr FieldUse kOptional = FieldUse::Optional;
    constexpr FieldUse kRequired = FieldUse::Required;
    ChannelFields fields;
    switch (kind) {
    case ChannelKind::Webhook:
    case ChannelKind::DingTalk:
    case ChannelKind::Feishu:
        fields.signing = kOptional;
        fields.url = kRequired;
        break;
    case ChannelKind::Slack:
    case ChannelKind::WeCom:
    case ChannelKind::Discord:
        fields.url = kRequired;
        break;
    case ChannelKind::Telegram:
        fields.server = kOptional;
        fields.usualServer = QLatin1StringView("https://api.telegram.org");
        fields.token = kRequired;
        fields.recipients = kRequired;
        fields.mostRecipients = 1;
        break;
    case ChannelKind::Ntfy:
        fields.server = kOptional;
        fields.usualServer = QLatin1StringView("https://ntfy.sh");
        fields.token = kOptional;
        fields.recipients = kRequired;
        fields.mostRecipients = 1;
        break;
    case ChannelKind::Mail:
        fields.server = kRequired;
        fields.mail = kRequired;
        fields.password = kOptional;
        fields.recipients = kRequired;
        fields.mostRecipients = kMostMailRecipients;
        break;
    case ChannelKind::Command:
        fields.program = kRequired;
        break;
    }
    return fields;
}

std::set<AlertKind> usualAlerts()
{
    std::set<AlertKind> alerts;
    for (int i = 0; i <= static_cast<int>(kLastAlertKind); ++i)
        alerts.insert(static_cast<AlertKind>(i));
    alerts.erase(AlertKind::OwnNetwork);
    return alerts;
}

bool isRequired(const AlertChannel &channel, ChannelSecret secret)
{
    const bool signsIn = channel.kind == ChannelKind::Mail && !channel.user.isEmpty();
    return channelFields(channel.kind).of(secret) == FieldUse::Required ||
           (signsIn && secret == ChannelSecret::Password);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alerts/service_form.h"

#include "app/alerts/services.h"
#include "models/rules/channel_fields.h"

namespace qcc {

namespace {

QUrl webUrl(const QByteArray &text)
{
    const QUrl url = QUrl::fromEncoded(text.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool good =
        (scheme == QLatin1String("https") || scheme == QLatin1String("http")) && !url.host().isEmpty();
    return good ? url : QUrl();
}

} // namespace

QByteArray Addressed::secret(ChannelSecret which) const
{
    const auto found = secrets.find(which);
    return found == secrets.end() ? QByteArray() : found->second.reveal();
}

QUrl Addressed::secretUrl() const
{
    return webUrl(secret(ChannelSecret::Url));
}

QUrl Addressed::serverUrl() const
{
    const QString server =
        channel.server.isEmpty() ? QString(channelFields(channel.kind).usualServer) : channel.server;
    return webUrl(server.toUtf8());
}

const ServiceForm *serviceForm(ChannelKind kind)
{
    static constexpr ServiceForm kWebhook{webhookAsk, judgeStatus};
    static constexpr ServiceForm kSlack{slackAsk, judgeStatus};
    static constexpr ServiceForm kDingTalk{dingTalkAsk, judgeDingTalk};
    static constexpr ServiceForm kFeishu{feishuAsk, judgeFeishu};
    static constexpr ServiceForm kWeCom{weComAsk, judgeWeCom};
    static constexpr ServiceForm kTelegram{telegramAsk, judgeTelegram};
    static constexpr ServiceForm kDiscord{discordAsk, judgeDiscord};
    static constexpr ServiceForm kNtfy{ntfyAsk, judgeNtfy};
    switch (kind) {
    case ChannelKind::Webhook:
        return &kWebhook;
    case ChannelKind::Slack:
        return &kSlack;
    case ChannelKind::DingTalk:
        return &kDingTalk;
    case ChannelKind::Feishu:
        return &kFeishu;
    case ChannelKind::WeCom:
        return &kWeCom;
    case ChannelKind::Telegram:
        return &kTelegram;
    case ChannelKind::Discord:
        return &kDiscord;
    case ChannelKind::Ntfy:
        return &kNtfy;
    case ChannelKind::Mail:
    case ChannelKind::Command:
        return nullptr;
    }
    Q_UNREACHABLE();
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/channels/channel_words.h"

#include <QCoreApplication>

namespace qcc {

namespace {

struct ChannelWords
{
    Q_DECLARE_TR_FUNCTIONS(ChannelWords)
};

} // namespace

Icon channelIcon(ChannelKind kind)
{
    switch (kind) {
    case ChannelKind::Webhook:
        return Icon::Link;
    case ChannelKind::Slack:
    case ChannelKind::DingTalk:
    case ChannelKind::Feishu:
    case ChannelKind::WeCom:
    case ChannelKind::Telegram:
    case ChannelKind::Discord:
        return Icon::Chat;
    case ChannelKind::Ntfy:
        return Icon::Bell;
    case ChannelKind::Mail:
        return Icon::Mail;
    case ChannelKind::Command:
        return Icon::Terminal;
    }
    Q_UNREACHABLE();
}

QString channelHint(ChannelKind kind)
{
    switch (kind) {
    case ChannelKind::Webhook:
        return ChannelWords::tr("QCC posts each alert as JSON to this address. With a signing secret, every "
                                "message carries a signature that the receiver can check.");
    case ChannelKind::Slack:
        return ChannelWords::tr("In Slack, open your app's \"Incoming Webhooks\", add a webhook for the "
                                "channel, and copy its whole address.");
    case ChannelKind::DingTalk:
        return ChannelWords::tr("In the group's settings, add a custom bot under \"Bots\" and copy its "
                                "address. If its security is \"Sign\", copy the secret as well.");
    case ChannelKind::Feishu:
        return ChannelWords::tr("In the group's settings, add a custom bot under \"Bots\" and copy its "
                                "address. If the signature check is on, copy the secret as well.");
    case ChannelKind::WeCom:
        return ChannelWords::tr("In the group's menu, add a group bot and copy its webhook address.");
    case ChannelKind::Telegram:
        return ChannelWords::tr("Ask @BotFather for a bot and its token, and write to the bot once. The chat "
                                "is your number there, or the @name of a channel that the bot may post in.");
    case ChannelKind::Discord:
        return ChannelWords::tr("In the channel's settings, open \"Integrations\", make a webhook, and copy "
                                "its address.");
    case ChannelKind::Ntfy:
        return ChannelWords::tr("Choose a topic that nobody guesses, and subscribe to it in the ntfy app: "
                                "whoever knows its name can read along.");
    case ChannelKind::Mail:
        return ChannelWords::tr("The server that takes your outgoing mail, as in your mail program. Many "
                                "providers want a password made for this purpose.");
    case ChannelKind::Command:
        return ChannelWords::tr("The program runs as you, without a shell. It gets the alert as JSON on its "
                                "standard input, and in variables that begin with QCC_ALERT_.");
    }
    Q_UNREACHABLE();
}

QString channelHelpPage(ChannelKind kind)
{
    switch (kind) {
    case ChannelKind::Slack:
        return QStringLiteral("https://api.slack.com/messaging/webhooks");
    case ChannelKind::DingTalk:
        return QStringLiteral("https://open.dingtalk.com/document/robots/custom-robot-access");
    case ChannelKind::Feishu:
        return QStringLiteral("https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot");
    case ChannelKind::WeCom:
        return QStringLiteral("https://developer.work.weixin.qq.com/document/path/91770");
    case ChannelKind::Telegram:
        return QStringLiteral("https://core.telegram.org/bots/features#botfather");
    case ChannelKind::Discord:
        return QStringLiteral("https://support.discord.com/hc/en-us/articles/228383668");
    case ChannelKind::Ntfy:
        return QStringLiteral("https://docs.ntfy.sh/");
    case ChannelKind::Webhook:
    case ChannelKind::Mail:
    case ChannelKind::Command:
        return {};
    }
    Q_UNREACHABLE();
}

QString addressExample(ChannelKind kind)
{
    switch (kind) {
    case ChannelKind::Slack:
        return QStringLiteral("https://hooks.slack.com/services/…");
    case ChannelKind::DingTalk:
        return QStringLiteral("https://oapi.dingtalk.com/robot/send?access_token=…");
    case ChannelKind::Feishu:
        return QStringLiteral("https://open.feishu.cn/open-apis/bot/v2/hook/…");
    case ChannelKind::WeCom:
        return QStringLiteral("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…");
    case ChannelKind::Discord:
        return QStringLiteral("https://discord.com/api/webhooks/…");
    default:
        return QStringLiteral("https://");
    }
}

QString recipientsLabel(ChannelKind kind)
{
    if (kind == ChannelKind::Telegram)
        return ChannelWords::tr("C&hat");
    return kind == ChannelKind::Ntfy ? ChannelWords::tr("&Topic") : ChannelWords::tr("&To");
}

QString recipientsExample(ChannelKind kind)
{
    if (kind == ChannelKind::Telegram)
        return ChannelWords::tr("A number, or @name");
    return kind == ChannelKind::Ntfy ? ChannelWords::tr("For example: qcc-8f3a61")
                                     : ChannelWords::tr("Mail addresses, with commas between");
}

} // namespace qcc

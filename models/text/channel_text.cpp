// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/channel_text.h"

#include "models/domain/channel_words.h"
#include "models/text/detail_text.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

namespace {

QString digestText(const AlertChannel &channel)
{
    const QString at = toWord(channel.digestAt);
    return channel.digest == DigestPace::Daily ? Text::tr("a summary each day at %1").arg(at)
                                               : Text::tr("a summary each Monday at %1").arg(at);
}

QString alertsText(const AlertChannel &channel)
{
    constexpr size_t kAll = static_cast<size_t>(kLastAlertKind) + 1;
    const size_t count = channel.alerts.size();
    if (count == kAll)
        return Text::tr("all alerts");
    return Text::tr("%n alert(s)", nullptr, static_cast<int>(count));
}

} // namespace

QString channelKindName(ChannelKind kind)
{
    switch (kind) {
    case ChannelKind::Webhook:
        return Text::tr("Webhook");
    case ChannelKind::Slack:
        return Text::tr("Slack");
    case ChannelKind::DingTalk:
        return Text::tr("DingTalk");
    case ChannelKind::Feishu:
        return Text::tr("Feishu / Lark");
    case ChannelKind::WeCom:
        return Text::tr("WeCom");
    case ChannelKind::Telegram:
        return Text::tr("Telegram");
    case ChannelKind::Discord:
        return Text::tr("Discord");
    case ChannelKind::Ntfy:
        return Text::tr("ntfy");
    case ChannelKind::Mail:
        return Text::tr("E-mail");
    case ChannelKind::Command:
        return Text::tr("Program");
    }
    Q_UNREACHABLE();
}

QString alertKindName(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Failover:
        return Text::tr("Failover to another config");
    case AlertKind::Recovery:
        return Text::tr("Back on a better config");
    case AlertKind::AllDown:
        return Text::tr("All configs are down");
    case AlertKind::NoFallback:
        return Text::tr("Nothing to fail over to");
    case AlertKind::HourlyLimit:
        return Text::tr("Hourly limit of switches reached");
    case AlertKind::AwayFromPrimary:
        return Text::tr("Away from the primary group for long");
    case AlertKind::KeyRejected:
        return Text::tr("A key is rejected");
    case AlertKind::OutOfCredit:
        return Text::tr("An account is out of credit");
    case AlertKind::OwnNetwork:
        return Text::tr("This computer's network is down");
    case AlertKind::HistoryUnavailable:
        return Text::tr("The history cannot be kept");
    }
    Q_UNREACHABLE();
}

QString channelPlace(const AlertChannel &channel)
{
    const QString to = channel.recipients.join(QStringLiteral(", "));
    const QUrl url(channel.server);
    const QString host = url.host().isEmpty() ? channel.server : url.host();
    switch (channel.kind) {
    case ChannelKind::Command:
        return channel.program;
    case ChannelKind::Telegram:
    case ChannelKind::Ntfy:
    case ChannelKind::Mail:
        return Text::tr("%1 over %2", "recipients, server").arg(to, host);
    default:
        return channel.server;
    }
}

QString channelScope(const AlertChannel &channel)
{
    QStringList parts;
    if (!channel.alerts.empty())
        parts << alertsText(channel);
    if (channel.digest != DigestPace::None)
        parts << digestText(channel);
    if (channel.quiet)
        parts << Text::tr("quiet from %1 to %2").arg(toWord(channel.quiet->from), toWord(channel.quiet->to));
    return parts.join(Text::tr(", ", "between the parts of a list"));
}

QString channelState(const AlertChannel &channel, const ChannelSnapshot *snapshot, TimePoint now)
{
    if (!channel.enabled)
        return Text::tr("off");
    if (!snapshot)
        return {};
    if (snapshot->failingSince && snapshot->trouble.isEmpty())
        return Text::tr("failing since %1").arg(momentText(*snapshot->failingSince, now));
    if (snapshot->failingSince)
        return Text::tr("failing since %1: %2")
            .arg(momentText(*snapshot->failingSince, now), detailText(snapshot->trouble));
    if (snapshot->lastSent)
        return Text::tr("last message %1").arg(momentText(*snapshot->lastSent, now));
    return Text::tr("nothing sent yet");
}

QString channelTroubleText(const ChannelSnapshot &snapshot, TimePoint now)
{
    const QString since = momentText(*snapshot.failingSince, now);
    if (snapshot.trouble.isEmpty())
        return Text::tr("The alert channel \"%1\" has not got through since %2.").arg(snapshot.name, since);
    return Text::tr("The alert channel \"%1\" has not got through since %2: %3")
        .arg(snapshot.name, since, detailText(snapshot.trouble));
}

const ChannelSnapshot *snapshotOf(const std::vector<ChannelSnapshot> &snapshots, const AlertChannel &channel)
{
    const auto it = std::find_if(snapshots.begin(), snapshots.end(),
                                 [&](const ChannelSnapshot &one) { return one.id == channel.id; });
    return it == snapshots.end() ? nullptr : &*it;
}

QString mailSecurityName(MailSecurity security)
{
    switch (security) {
    case MailSecurity::StartTls:
        return Text::tr("Encrypted after the greeting (STARTTLS)");
    case MailSecurity::Tls:
        return Text::tr("Encrypted from the start (TLS)");
    case MailSecurity::None:
        return Text::tr("Not encrypted (only to this computer)");
    }
    Q_UNREACHABLE();
}

QString secretFieldName(ChannelKind kind, ChannelSecret secret)
{
    switch (secret) {
    case ChannelSecret::Url:
        return Text::tr("Webhook address");
    case ChannelSecret::Signing:
        return Text::tr("Signing secret");
    case ChannelSecret::Token:
        return kind == ChannelKind::Telegram ? Text::tr("Bot token") : Text::tr("Access token");
    case ChannelSecret::Password:
        return Text::tr("Password");
    }
    Q_UNREACHABLE();
}

} // namespace qcc

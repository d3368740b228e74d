// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/sample_channels.h"

#include "models/rules/channel_fields.h"

namespace qcc::test {

namespace {

AlertChannel made(const char *id, const char *name, ChannelKind kind)
{
    AlertChannel channel;
    channel.id = QString::fromLatin1(id);
    channel.name = QString::fromLatin1(name);
    channel.kind = kind;
    channel.alerts = usualAlerts();
    return channel;
}

} // namespace

std::vector<AlertChannel> sampleChannels()
{
    AlertChannel team = made("0000000a", "team", ChannelKind::Slack);
    team.server = QStringLiteral("hooks.slack.com");
    AlertChannel me = made("0000000b", "me", ChannelKind::Mail);
    me.server = QStringLiteral("mail.example.org");
    me.user = QStringLiteral("me");
    me.sender = QStringLiteral("qcc@example.org");
    me.recipients = QStringList{QStringLiteral("me@example.org")};
    me.digest = DigestPace::Daily;
    me.quiet = QuietSpan{QTime(22, 0), QTime(8, 0)};
    AlertChannel phone = made("0000000c", "phone", ChannelKind::Ntfy);
    phone.server = QStringLiteral("https://ntfy.sh");
    phone.recipients = QStringList{QStringLiteral("qcc-8f3a61")};
    phone.enabled = false;
    AlertChannel log = made("0000000d", "log", ChannelKind::Command);
    log.program = QStringLiteral("/usr/bin/logger");
    log.arguments = QStringList{QStringLiteral("-t"), QStringLiteral("qcc")};
    return {team, me, phone, log};
}

std::vector<ChannelSnapshot> sampleChannelStates(TimePoint now)
{
    using std::chrono::minutes;
    ChannelSnapshot team;
    team.id = QStringLiteral("0000000a");
    team.name = QStringLiteral("team");
    team.failingSince = now - minutes(12);
    team.trouble = QStringLiteral("404: no_service");
    team.waiting = 2;
    ChannelSnapshot me;
    me.id = QStringLiteral("0000000b");
    me.name = QStringLiteral("me");
    me.lastSent = now - minutes(90);
    ChannelSnapshot log;
    log.id = QStringLiteral("0000000d");
    log.name = QStringLiteral("log");
    return {team, me, log};
}

} // namespace qcc::test

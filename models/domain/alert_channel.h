// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert.h"
#include "models/domain/secret.h"

#include <QStringList>
#include <QTime>

#include <map>
#include <set>
#include <vector>

namespace qcc {

enum class ChannelKind { Webhook, Slack, DingTalk, Feishu, WeCom, Telegram, Discord, Ntfy, Mail, Command };

enum class MailSecurity {
    StartTls, ///< refused where the server offers none
    Tls,      ///< from the first byte
    None      ///< only to this computer
};

enum class DigestPace { None, Daily, Weekly };

/// The time of day from @p from until before @p to, where the person is; may pass midnight.
struct QuietSpan
{
    QTime from;
    QTime to;
    bool operator==(const QuietSpan &) const = default;
};

/// Where alerts are sent, beside the desktop. Its secrets (a webhook's whole address is one) lie with the
/// keys, by ChannelSecret. Kept in configs.json as "alert_channels". Which fields a kind uses:
/// channelFields() (models/rules/channel_edit.h).
struct AlertChannel
{
    QString id;   ///< 8 hex digits, for good
    QString name; ///< unique
    ChannelKind kind = ChannelKind::Webhook;
    bool enabled = true;
    std::set<AlertKind> alerts;     ///< what is told; of conditions also their end
    std::optional<QuietSpan> quiet; ///< then only critical ones are sent; the rest is told afterwards, in one
    DigestPace digest = DigestPace::None;
    QTime digestAt{9, 0};
    QString server; ///< Webhook, Slack …: the host of its address, for people; Ntfy, Telegram: base URL;
                    ///< Mail: host name
    int port = 587; ///< Mail
    MailSecurity security = MailSecurity::StartTls; ///< Mail
    QString user;                                   ///< Mail: sign-in name; empty: no sign-in
    QString sender;                                 ///< Mail: address
    QStringList recipients;                         ///< Mail: addresses; Telegram: one chat; Ntfy: one topic
    QString program;                                ///< Command: an absolute path, run without a shell
    QStringList arguments;                          ///< Command
    bool operator==(const AlertChannel &) const = default;
};

enum class ChannelSecret {
    Url,     ///< the whole address: Webhook, Slack, DingTalk, Feishu, WeCom, Discord
    Signing, ///< what a request is signed with: DingTalk, Feishu, Webhook; optional
    Token,   ///< Telegram; Ntfy, optional
    Password ///< Mail
};

using ChannelSecrets = std::map<ChannelSecret, Secret>;

/// How a channel does. No secrets.
struct ChannelSnapshot
{
    QString id;
    std::optional<TimePoint> lastSent;
    std::optional<TimePoint> failingSince; ///< none: the last message arrived, or none was sent yet
    QString trouble;                       ///< while failing: what its service, or the network, said
    int waiting = 0;                       ///< messages not sent yet
    QString name{};                        ///< filled in by the engine
    bool operator==(const ChannelSnapshot &) const = default;
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_channel.h"

#include <optional>

namespace qcc {

/// The words by which what belongs to alert channels stands in configs.json, on the control socket and on the
/// command line. Never change one. An unknown word gives none.

/// "webhook", "slack", "dingtalk", "feishu", "wecom", "telegram", "discord", "ntfy", "mail", "command".
QString toWord(ChannelKind kind);
std::optional<ChannelKind> channelKindFromWord(const QString &word);
inline constexpr ChannelKind kLastChannelKind = ChannelKind::Command;

/// "starttls", "tls", "none".
QString toWord(MailSecurity security);
std::optional<MailSecurity> mailSecurityFromWord(const QString &word);

/// "none", "daily", "weekly".
QString toWord(DigestPace pace);
std::optional<DigestPace> digestPaceFromWord(const QString &word);

/// "url", "signing", "token", "password".
QString toWord(ChannelSecret secret);
std::optional<ChannelSecret> channelSecretFromWord(const QString &word);

inline constexpr AlertKind kLastAlertKind = AlertKind::HistoryUnavailable;

/// "22:30".
QString toWord(QTime time);
/// Also "9:05".
std::optional<QTime> timeFromWord(const QString &word);

} // namespace qcc

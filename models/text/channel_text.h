// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_channel.h"

namespace qcc {

/// What a service calls itself: "Slack", "Feishu / Lark", "E-mail".
QString channelKindName(ChannelKind kind);

/// An alert in a list to choose from: "Failover", "All configs down".
QString alertKindName(AlertKind kind);

/// Where its messages go, without anything secret: "hooks.slack.com", "me@example.org over mail.example.org".
QString channelPlace(const AlertChannel &channel);

/// "7 of 10 alerts", "all alerts", with its digest and quiet hours, if any.
QString channelScope(const AlertChannel &channel);

/// "failing since 14:35:10: …", "last message 14:35:10", "nothing sent yet"; @p snapshot null: nothing is
/// known of it, because it is off or no instance runs.
QString channelState(const AlertChannel &channel, const ChannelSnapshot *snapshot, TimePoint now);

/// A sentence: "The alert channel "ops" has not got through since 14:35:10: …". @p snapshot fails.
QString channelTroubleText(const ChannelSnapshot &snapshot, TimePoint now);

/// Null: it is not in there.
const ChannelSnapshot *snapshotOf(const std::vector<ChannelSnapshot> &snapshots, const AlertChannel &channel);

/// "Encrypted from the start (TLS)".
QString mailSecurityName(MailSecurity security);

/// As a field's name: "Webhook address", "Bot token".
QString secretFieldName(ChannelKind kind, ChannelSecret secret);

} // namespace qcc

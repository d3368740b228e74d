// SPDX-License-Identifier: GPL-3.0-or-later
// The services' forms, each as its own documentation has it; a source per service. Pure.
#pragma once

#include "app/alerts/service_form.h"

namespace qcc {

/// QCC's own form, described in docs/decisions/0014-alert-channels.md.
HttpAsk webhookAsk(const Addressed &to);

/// Slack, "Sending messages using incoming webhooks".
HttpAsk slackAsk(const Addressed &to);

/// DingTalk, "Custom robot": a text message; signed by its address where a secret is set.
HttpAsk dingTalkAsk(const Addressed &to);
SendOutcome judgeDingTalk(const HttpAnswer &answer);

/// Feishu and Lark, "Custom bot": a post message; signed in the body where a secret is set.
HttpAsk feishuAsk(const Addressed &to);
SendOutcome judgeFeishu(const HttpAnswer &answer);

/// WeCom, "Group robot": a text message.
HttpAsk weComAsk(const Addressed &to);
SendOutcome judgeWeCom(const HttpAnswer &answer);

/// Telegram Bot API, sendMessage, without a parse mode.
HttpAsk telegramAsk(const Addressed &to);
SendOutcome judgeTelegram(const HttpAnswer &answer);

/// Discord, "Execute webhook": one embed, nobody is mentioned.
HttpAsk discordAsk(const Addressed &to);
SendOutcome judgeDiscord(const HttpAnswer &answer);

/// ntfy, "Publish as JSON".
HttpAsk ntfyAsk(const Addressed &to);
SendOutcome judgeNtfy(const HttpAnswer &answer);

/// Where the status tells all.
SendOutcome judgeStatus(const HttpAnswer &answer);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/board_notices.h"

namespace qcc {

class ClaudeSwitch;

namespace notice_action {
inline const QString kConnectClaude = QStringLiteral("connect-claude");
inline const QString kDisconnectClaude = QStringLiteral("disconnect-claude");
inline const QString kClaudeDetails = QStringLiteral("claude-details");
} // namespace notice_action

/// The cause of the notice that offers a newcomer the next step.
inline const QString kOfferClaudeNotice = QStringLiteral("claude-offer");

/// What keeps Claude Code from using QCC, the most pressing first. @p offers: a person has not yet been asked
/// whether it should.
std::vector<BoardNotice> claudeNotices(const ClaudeSwitch &claude, bool offers);

} // namespace qcc

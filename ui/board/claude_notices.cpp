// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/claude_notices.h"

#include "models/text/takeover_text.h"
#include "ui/board/board_text.h"
#include "ui/claude/claude_switch.h"
#include "ui/claude/finding_list.h"

namespace qcc {

namespace {

NamedAction details(bool primary = false)
{
    return {notice_action::kClaudeDetails, BoardText::tr("Details…"), primary};
}

BoardNotice leadsNowhere(const ClaudeSwitch &claude)
{
    BoardNotice notice;
    notice.id = QStringLiteral("claude-nobody");
    notice.severity = Severity::Bad;
    notice.text = claudeLeadsNowhereText();
    if (claude.mayServe())
        notice.actions.push_back({notice_action::kListen, BoardText::tr("Switch the proxy on"), true});
    notice.actions.push_back({notice_action::kDisconnectClaude, BoardText::tr("Put its settings back")});
    return notice;
}

BoardNotice edited(const TakeoverStatus &status)
{
    return {QStringLiteral("claude-edited"),
            Severity::Warn,
            BoardText::tr(
                "Another program, or a hand, has changed what QCC wrote into %1. QCC leaves it as it is.")
                .arg(status.file),
            {details()},
            {},
            true};
}

BoardNotice interrupted(const TakeoverStatus &status)
{
    return {QStringLiteral("claude-interrupted"),
            Severity::Warn,
            takeoverSentence(status),
            {{notice_action::kDisconnectClaude, BoardText::tr("Put its settings back"), true}, details()},
            {},
            false};
}

BoardNotice found(const TakeoverFinding &finding)
{
    return {QStringLiteral("claude-found:%1:%2").arg(static_cast<int>(finding.kind)).arg(finding.file),
            severityOf(finding),
            takeoverFindingText(finding),
            {details()},
            {},
            true};
}

BoardNotice offer()
{
    return {kOfferClaudeNotice,
            Severity::Info,
            BoardText::tr("Next step: QCC puts its address into Claude Code's settings. Switching it off "
                          "puts them back."),
            {{notice_action::kConnectClaude, BoardText::tr("Connect Claude Code"), true}, details()},
            {},
            true};
}

} // namespace

std::vector<BoardNotice> claudeNotices(const ClaudeSwitch &claude, bool offers)
{
    std::vector<BoardNotice> notices;
    const TakeoverStatus &status = claude.status();
    if (claude.leadsNowhere())
        notices.push_back(leadsNowhere(claude));
    if (status.state == TakeoverState::Interrupted)
        notices.push_back(interrupted(status));
    if (status.state == TakeoverState::Edited)
        notices.push_back(edited(status));
    if (const std::vector<TakeoverFinding> pressing = pressingFindings(status);
        claude.isOn() && !pressing.empty())
        notices.push_back(found(pressing.front()));
    const bool isNextStep = status.state == TakeoverState::Off && claude.hindrance().isEmpty();
    if (offers && isNextStep)
        notices.push_back(offer());
    return notices;
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray_words.h"

#include "models/text/alert_text.h"
#include "models/text/event_text.h"
#include "models/text/text.h"
#include "ui/base/refusal_sentence.h"

namespace qcc {

namespace {

struct TrayWords
{
    Q_DECLARE_TR_FUNCTIONS(TrayWords)
};

QString unreachableText(const InstanceState &state)
{
    if (state.trouble)
        return refusalSentence(*state.trouble);
    return state.link == InstanceLink::Starting ? TrayWords::tr("QCC is starting.")
                                                : TrayWords::tr("QCC is not running.");
}

QString buttonText(NoticeButton button)
{
    switch (button) {
    case NoticeButton::Open:
        return TrayWords::tr("Open QCC");
    case NoticeButton::SwitchBack:
        return TrayWords::tr("Switch back");
    case NoticeButton::Why:
        return TrayWords::tr("Why?");
    case NoticeButton::Pause:
        return TrayWords::tr("Pause", "button of a notification: no automatic switches");
    case NoticeButton::CheckNow:
        return TrayWords::tr("Check now");
    }
    Q_UNREACHABLE();
}

} // namespace

QString trayHeadline(const InstanceDoor &door, TimePoint now)
{
    if (!door.isReachable())
        return unreachableText(door.state());
    const ProxySnapshot &snapshot = door.snapshot();
    if (snapshot.pid == 0)
        return TrayWords::tr("QCC is starting.");
    if (!snapshot.serving)
        return snapshot.listenTrouble ? refusalSentence(*snapshot.listenTrouble)
                                      : TrayWords::tr("The proxy is stopped: Claude Code is not served.");
    QStringList parts{headline(snapshot, now)};
    if (!door.settings().policy.autoFailoverEnabled)
        parts += TrayWords::tr("Automation is paused.");
    return paragraph(parts);
}

NoticeMessage messageOf(const Notice &notice, TimePoint now)
{
    NoticeMessage message;
    message.key = noticeKey(notice.alert);
    message.kind = notice.alert.kind;
    message.urgency = notice.urgency;
    message.title = alertTitle(notice.alert);
    message.text = alertText(notice.alert, now);
    for (const NoticeButton button : notice.buttons)
        message.actions.push_back({toWord(button), buttonText(button)});
    return message;
}

} // namespace qcc

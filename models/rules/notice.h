// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert.h"

#include <vector>

namespace qcc {

enum class NoticeUrgency { Low, Normal, Critical };

NoticeUrgency urgencyOf(AlertKind kind);

/// What a person may answer to a notice.
enum class NoticeButton {
    Open,       ///< the window: a click on the notice itself
    SwitchBack, ///< to the config that was left
    Why,
    Pause,   ///< no automatic switches
    CheckNow ///< all configs
};

/// "default" (as the Desktop Notifications Specification names a click on the notice itself), "switch-back",
/// "why", "pause", "check-now": the keys of actions on the bus.
QString toWord(NoticeButton button);
std::optional<NoticeButton> noticeButtonFromWord(const QString &word);

/// What is told to a person who looks elsewhere, about one cause.
struct Notice
{
    Alert alert;
    NoticeUrgency urgency = NoticeUrgency::Normal;
    std::vector<NoticeButton> buttons; ///< Open first
    bool operator==(const Notice &) const = default;
};

/// The cause: notices with the same key replace each other. A failover and the recovery from it have the
/// same.
QString noticeKey(const Alert &alert);

/// A notice in words, ready for whoever shows it.
struct NoticeMessage
{
    struct Action
    {
        QString key; ///< toWord(NoticeButton)
        QString label;
        bool operator==(const Action &) const = default;
    };

    QString key;
    AlertKind kind = AlertKind::Failover;
    NoticeUrgency urgency = NoticeUrgency::Normal;
    QString title;
    QString text; ///< plain
    std::vector<Action> actions;
    bool isNews = true; ///< else the words of one that is shown have changed
    bool operator==(const NoticeMessage &) const = default;
};

} // namespace qcc

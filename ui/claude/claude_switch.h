// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/claude_door.h"
#include "ui/base/desktop_door.h"

namespace qcc {

/// The switch "Claude Code uses QCC", which the board's head, the settings and the tray's menu share: how it
/// stands, whether it may be pressed and why not, and what pressing it does. Shows nothing. Main thread.
class ClaudeSwitch final : public QObject
{
    Q_OBJECT
public:
    ClaudeSwitch(InstanceDoor &instance, DesktopDoor &desktop, ClaudeDoor &claude, QObject *parent = nullptr);

    const TakeoverStatus &status() const { return m_claude.status(); }
    /// Our values are in the file, all of them or some.
    bool isOn() const;
    bool canChange() const;
    /// Why it can't be switched on now; empty: it can.
    QString hindrance() const;
    /// On, and yet nobody would answer Claude Code.
    bool leadsNowhere() const;
    /// Whether switching the proxy on would help.
    bool mayServe() const { return m_instance.isReachable(); }
    /// Connects, or puts back. Where that needs a person's decision first: detailsWanted().
    void set(bool on);
    /// Puts back what is ours in any state; of Edited only after a person's decision: detailsWanted().
    void putBack();
    /// Puts back, and leaves what somebody else has changed since as it is.
    void putBackKeepingEdits() { release(true); }
    void lookAgain() { m_claude.refresh(); }
    void openFolder() { m_claude.openFolder(); }

Q_SIGNALS:
    void changed();
    void becameUseless(); ///< it leadsNowhere() since now
    void refused(const qcc::Refusal &refusal);
    void detailsWanted();

private:
    void tellChange();
    bool isBlocked() const;
    void letDecide();
    void release(bool keepEdits);
    Answer<Done> orTell();

    InstanceDoor &m_instance;
    DesktopDoor &m_desktop;
    ClaudeDoor &m_claude;
    bool m_busy = false;
    bool m_useless = false;
};

/// What the switch is called wherever it is.
QString claudeSwitchName();
/// What is said while it leadsNowhere().
QString claudeLeadsNowhereText();

} // namespace qcc

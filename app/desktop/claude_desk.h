// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/takeover.h"
#include "ui/base/claude_door.h"
#include "ui/base/desktop_door.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace qcc {

/// The window's way to Claude Code's settings. Keeps them as the person's switch says: connected while the
/// person's own instance answers (at its address, with its token), put back when QCC quits if that is wished.
/// Never leads Claude Code to a simulation. Its file work takes a few milliseconds on the main thread.
///
///   Off --connectClaude()--> On --address or token changes--> On, renewed
///    ^                        \--another hand--> Edited --disconnectClaude(keepEdits)--> Off
///    \--disconnectClaude(), release()--/
class ClaudeDesk final : public ClaudeDoor
{
    Q_OBJECT
public:
    static constexpr milliseconds kSettle{150}; ///< after a file's change: editors write in steps

    ClaudeDesk(InstanceDoor &instance, DesktopDoor &desktop, ClaudePlaces places, QObject *parent = nullptr);

    /// At the program's start: mends what was left when it was killed, then keeps the settings as the switch
    /// was left.
    void start();
    /// At the program's end, and before a simulation: puts back if that is wished, and writes nothing more.
    /// Before listening stops.
    void release();
    /// After a simulation.
    void resume();
    /// The instance has another token now.
    void renewed();

    // ClaudeDoor
    const TakeoverStatus &status() const override { return m_status; }
    void connectClaude(Answer<Done> done) override;
    void disconnectClaude(bool keepEdits, Answer<Done> done) override;
    void refresh() override;
    void openFolder() override;

Q_SIGNALS:
    /// What was wished at the start, or follows a change of the instance, could not be done.
    void refused(const qcc::Refusal &refusal);

private:
    bool mayConnect() const;
    bool isOn() const;
    TakeoverOptions options() const;
    void keepUp();
    void write(const Secret &token, const QString &url, const Answer<Done> &done);
    void remember(bool connects);
    void watch();

    InstanceDoor &m_instance;
    DesktopDoor &m_desktop;
    Takeover m_takeover;
    TakeoverStatus m_status;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    std::optional<QString> m_keptAt; ///< the address for which the settings were last made right
    TakeoverOptions m_keptWith;
    bool m_started = false;
    bool m_released = false;
};

} // namespace qcc

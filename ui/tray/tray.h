// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/notice.h"
#include "models/rules/tray_state.h"
#include "ui/base/clock.h"
#include "ui/base/desktop_door.h"
#include "ui/tray/tray_menu.h"

#include <QSystemTrayIcon>

namespace qcc {

/// The icon in the desktop's tray, with its tool tip and menu. Qt looks once, at its tray's first use, for a
/// host on the bus; so nothing of it is touched before appear(). Which hosts there are is told from outside
/// (TrayHostWatch); without one, an old X11 tray is looked for, and found also when it starts later. Main
/// thread.
class Tray final : public QObject
{
    Q_OBJECT
public:
    Tray(InstanceDoor &door, DesktopDoor &desktop, Clock clock = wallClock, QObject *parent = nullptr);
    ~Tray() override;

    /// Offers its switch in the menu.
    void setClaude(ClaudeSwitch &claude) { m_menu->setClaude(claude); }
    /// Uses the tray from now on: its host is there, or it has been waited for long enough.
    void appear();
    /// Whether the bus has a host for icons now.
    void setHostPresent(bool present);
    /// Whether a person can find the icon.
    bool isShown() const { return m_shown.value_or(false); }

    TrayState state() const { return m_state; }
    const QString &toolTip() const { return m_toolTip; }
    TrayMenu &menu() { return *m_menu; }
    /// As a balloon, where no notification server shows it; lost without a tray.
    void showMessage(const NoticeMessage &message);

Q_SIGNALS:
    void availabilityChanged(bool shown); ///< once it may appear, and when that changes
    void activated();                     ///< a click on the icon: open or hide
    void openRequested();
    void whyRequested();
    void moreRequested();
    void pauseRequested(bool paused);
    void quitRequested();
    void refused(const qcc::Refusal &refusal); ///< what was chosen in the menu
    void languageChanged();

private:
    enum class Way { None, Bus, X11 };

    void connectMenu();
    void makeIcon();
    void refresh();
    void refreshWords();
    void updateShown();

    InstanceDoor &m_door;
    DesktopDoor &m_desktop;
    Clock m_clock;
    std::unique_ptr<TrayMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; ///< none before it may appear
    TrayState m_state = TrayState::Unknown;
    QString m_toolTip;
    QTimer m_words;     ///< the headline counts seconds: not each of them is worth a message on the bus
    QTimer m_countdown; ///< while requests wait, each second is
    QTimer m_x11;       ///< an X11 tray comes and goes without a word
    Way m_way = Way::None;
    bool m_mayAppear = false;
    bool m_hostPresent = false;
    std::optional<bool> m_shown; ///< as told; none: it may not appear yet
};

} // namespace qcc

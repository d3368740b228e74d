// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray.h"

#include "models/text/text.h"
#include "ui/tray/tray_icon.h"
#include "ui/tray/tray_words.h"

#include <QGuiApplication>

namespace qcc {

namespace {

constexpr milliseconds kWordsPause{3'000};
constexpr milliseconds kX11Round{5'000};
constexpr milliseconds kCountdown{1'000};

/// Wayland's trays are on the bus only: the first use is kept for one that comes later.
bool isOnBusOnly()
{
    return QGuiApplication::platformName().startsWith(QLatin1StringView("wayland"));
}

} // namespace

Tray::Tray(InstanceDoor &door, DesktopDoor &desktop, Clock clock, QObject *parent)
    : QObject(parent), m_door(door), m_desktop(desktop), m_clock(std::move(clock)),
      m_menu(std::make_unique<TrayMenu>(door))
{
    m_words.setSingleShot(true);
    connect(&m_words, &QTimer::timeout, this, &Tray::refreshWords);
    connect(&m_countdown, &QTimer::timeout, this, &Tray::refreshWords);
    connect(&m_x11, &QTimer::timeout, this, &Tray::updateShown);
    connect(&door, &InstanceDoor::snapshotChanged, this, &Tray::refresh);
    connect(&door, &InstanceDoor::settingsChanged, this, &Tray::refresh);
    connect(&door, &InstanceDoor::stateChanged, this, &Tray::refresh);
    connectMenu();
    refresh();
    refreshWords();
}

Tray::~Tray() = default;

void Tray::connectMenu()
{
    connect(m_menu.get(), &QMenu::aboutToShow, this, &Tray::refreshWords);
    connect(m_menu.get(), &TrayMenu::openRequested, this, &Tray::openRequested);
    connect(m_menu.get(), &TrayMenu::whyRequested, this, &Tray::whyRequested);
    connect(m_menu.get(), &TrayMenu::moreRequested, this, &Tray::moreRequested);
    connect(m_menu.get(), &TrayMenu::pauseRequested, this, &Tray::pauseRequested);
    connect(m_menu.get(), &TrayMenu::quitRequested, this, &Tray::quitRequested);
    connect(m_menu.get(), &TrayMenu::refused, this, &Tray::refused);
    connect(m_menu.get(), &TrayMenu::languageChanged, this, &Tray::refreshWords);
    connect(m_menu.get(), &TrayMenu::languageChanged, this, &Tray::languageChanged);
}

void Tray::appear()
{
    m_mayAppear = true;
    if (!m_icon && (m_hostPresent || !isOnBusOnly()))
        makeIcon();
    updateShown();
}

void Tray::makeIcon()
{
    m_icon = std::make_unique<QSystemTrayIcon>(trayIcon(m_state));
    m_icon->setContextMenu(m_menu.get());
    m_icon->setToolTip(m_toolTip);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    Q_EMIT activated();
            });
    m_icon->show();
    m_way = m_hostPresent && QSystemTrayIcon::isSystemTrayAvailable() ? Way::Bus : Way::X11;
    if (m_way == Way::X11)
        m_x11.start(kX11Round);
}

void Tray::setHostPresent(bool present)
{
    m_hostPresent = present;
    if (m_mayAppear)
        appear();
}

void Tray::updateShown()
{
    bool shown = false;
    switch (m_way) {
    case Way::None:
        break;
    case Way::Bus:
        shown = m_hostPresent;
        break;
    case Way::X11:
        shown = QSystemTrayIcon::isSystemTrayAvailable();
        break;
    }
    if (std::exchange(m_shown, shown) != shown)
        Q_EMIT availabilityChanged(shown);
}

void Tray::refresh()
{
    const TrayState state =
        m_door.isReachable() ? trayStateOf(m_door.settings(), m_door.snapshot()) : TrayState::Unknown;
    const bool counts = m_door.isReachable() && m_door.snapshot().heldRequests > 0;
    if (counts != m_countdown.isActive())
        counts ? m_countdown.start(kCountdown) : m_countdown.stop();
    if (std::exchange(m_state, state) != state) {
        if (m_icon)
            m_icon->setIcon(trayIcon(state));
        refreshWords();
    } else if (!m_words.isActive()) {
        m_words.start(kWordsPause);
    }
}

void Tray::refreshWords()
{
    QString words = trayHeadline(m_door, m_clock());
    if (m_desktop.facts().simulation)
        words = paragraph({tr("Simulation:"), words});
    m_menu->setHeadline(words);
    if (std::exchange(m_toolTip, words) != words && m_icon)
        m_icon->setToolTip(words);
}

void Tray::showMessage(const NoticeMessage &message)
{
    constexpr milliseconds kShort{10'000};
    constexpr milliseconds kLong{60'000};
    const bool critical = message.urgency == NoticeUrgency::Critical;
    // With our own icon: the tray's item shows the message's as long as it lasts.
    if (m_icon && isShown())
        m_icon->showMessage(message.title, message.text, trayIcon(m_state),
                            static_cast<int>((critical ? kLong : kShort).count()));
}

} // namespace qcc

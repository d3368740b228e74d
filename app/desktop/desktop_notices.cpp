// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_notices.h"

namespace qcc {

DesktopNotices::DesktopNotices(NoticeDesk &desk, Tray &tray, QObject *parent)
    : QObject(parent), m_desk(desk), m_tray(tray), m_notifier(QDBusConnection::sessionBus()),
      m_host(QDBusConnection::sessionBus(), kTrayPatience)
{
    connect(&desk, &NoticeDesk::noticeShown, &m_notifier, &DesktopNotifier::show);
    connect(&desk, &NoticeDesk::noticeWithdrawn, &m_notifier, &DesktopNotifier::withdraw);
    connect(&m_notifier, &DesktopNotifier::actionInvoked, &desk, &NoticeDesk::actionInvoked);
    connect(&m_notifier, &DesktopNotifier::closed, &desk, &NoticeDesk::closed);
    connect(&m_notifier, &DesktopNotifier::undeliverable, &m_tray, &Tray::showMessage);
    connect(&m_host, &TrayHostWatch::presentChanged, &m_tray, &Tray::setHostPresent);
    connect(&m_host, &TrayHostWatch::settled, &m_tray, &Tray::appear);
}

NoticeMessage DesktopNotices::message(const QString &key, const QString &title, const QString &text) const
{
    NoticeMessage made;
    made.key = key;
    made.urgency = NoticeUrgency::Low;
    made.title = title;
    made.text = text;
    return made;
}

void DesktopNotices::showTest()
{
    m_notifier.show(message(QStringLiteral("test"), tr("This is a test"),
                            tr("This is how QCC tells you of a failover, a recovery or a problem.")));
}

void DesktopNotices::tellHidden()
{
    m_notifier.show(message(QStringLiteral("hidden"), tr("QCC keeps running"),
                            tr("The proxy goes on working. Open the window, or quit, from the tray.")));
}

void DesktopNotices::tellTrouble(const QString &sentence)
{
    m_notifier.show(message(QStringLiteral("trouble"), QStringLiteral("QCC"), sentence));
}

void DesktopNotices::end()
{
    m_desk.disconnect(&m_notifier);
    m_notifier.withdrawAll();
}

} // namespace qcc

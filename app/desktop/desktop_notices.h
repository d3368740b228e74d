// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notify/desktop_notifier.h"
#include "app/notify/tray_host_watch.h"
#include "ui/tray/notice_desk.h"
#include "ui/tray/tray.h"

namespace qcc {

/// Leads notices to where they are seen: over the bus, else by the tray's own balloon; and tells the tray
/// whether there is a host for it. Decides nothing of what is shown. Main thread.
class DesktopNotices final : public QObject
{
    Q_OBJECT
public:
    DesktopNotices(NoticeDesk &desk, Tray &tray, QObject *parent = nullptr);

    /// A person asked to see one.
    void showTest();
    /// The window has been hidden into the tray, for the first time.
    void tellHidden();
    /// What a person asked for was refused, and the window that would say so is not seen.
    void tellTrouble(const QString &sentence);
    /// The program ends: all are withdrawn, and no more come.
    void end();

private:
    NoticeMessage message(const QString &key, const QString &title, const QString &text) const;

    NoticeDesk &m_desk;
    Tray &m_tray;
    DesktopNotifier m_notifier;
    TrayHostWatch m_host;
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/notices.h"
#include "ui/base/desktop_door.h"
#include "ui/tray/tray.h"

namespace qcc {

/// Decides, by the rules of models/rules/notices.h and a person's preferences, what is told on the desktop,
/// puts it into words, and does what the person answers. Knows nobody who shows it. Main thread.
class NoticeDesk final : public QObject
{
    Q_OBJECT
public:
    NoticeDesk(InstanceDoor &door, DesktopDoor &desktop, Clock clock = wallClock, QObject *parent = nullptr);

    /// A button of a notice was pressed; "default" is the notice itself.
    void actionInvoked(const QString &key, const QString &action);
    /// A notice is no longer on the screen.
    void closed(const QString &key);
    /// In the language of now.
    void retranslate();

Q_SIGNALS:
    void noticeShown(const qcc::NoticeMessage &message); ///< in the place of one with the same key
    void noticeWithdrawn(const QString &key);
    void openRequested();
    void whyRequested(const qcc::Alert &alert);
    void pauseRequested(bool paused);
    void refused(const qcc::Refusal &refusal); ///< what was asked for by a button

private:
    void refresh();
    void take(const NoticeInput &input);
    void onEvent(const FailoverEvent &event);
    QString reasonOf(const Alert &alert) const;
    void perform(const NoticeEffect &effect);
    void tell(const Notice &notice, bool isNews);
    void obey(NoticeButton button, const Alert &alert);
    void switchBack(const Alert &alert);
    void checkNow();
    void armQuietEnd(const NoticeFilter &filter);
    QTime localTime() const;

    InstanceDoor &m_door;
    DesktopDoor &m_desktop;
    Clock m_clock;
    NoticeState m_state;
    std::optional<FailoverEvent> m_lastEvent; ///< it knows why; comes before the announcement, or after
    QTimer m_quietEnd;
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>
#include <QTimer>

class QDBusPendingCallWatcher;

namespace qcc {

inline constexpr milliseconds kTrayPatience{5'000}; ///< for a panel that starts together with us

/// Whether the desktop has a host for tray icons on the bus (org.kde.StatusNotifierWatcher, with a host
/// registered). Qt looks for it once in a process's life, so its tray must not be used before this is
/// settled. Asynchronous; knows no icon. Main thread.
class TrayHostWatch final : public QObject
{
    Q_OBJECT
public:
    TrayHostWatch(const QDBusConnection &bus, milliseconds patience, QObject *parent = nullptr);

    bool isPresent() const { return m_present; }

Q_SIGNALS:
    void presentChanged(bool present);
    void settled(); ///< once: it is there, or it has been waited for long enough

private Q_SLOTS:
    void ask();

private:
    void onOwnerChanged(const QString &name, const QString &before, const QString &now);
    void onAnswer(QDBusPendingCallWatcher *answer);
    void setPresent(bool present);
    void settle();

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QTimer m_patience;
    int m_asked = 0; ///< counts the questions: only the last one's answer counts
    bool m_present = false;
    bool m_settled = false;
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/notice.h"

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QObject>

#include <functional>

class QDBusMessage;
class QDBusPendingCall;
class QDBusPendingCallWatcher;

namespace qcc {

inline constexpr milliseconds kNotifyLimit{5'000}; ///< to wait for one answer of the server

/// The desktop's notification server (Desktop Notifications Specification 1.2), wherever it is now: it may
/// start later, be started by the bus on the first call, and be replaced. Every call is asynchronous. Knows
/// ids, not causes. Main thread.
class NotificationServer final : public QObject
{
    Q_OBJECT
public:
    /// The id that it gave; none: nobody showed it.
    using Shown = std::function<void(std::optional<uint>)>;

    explicit NotificationServer(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Shows @p message in the place of @p replaces (0: of none).
    void notify(const NoticeMessage &message, uint replaces, Shown done);
    void close(uint id);
    /// As it said at last; false while it is not known.
    bool hasActions() const { return m_capabilities && m_capabilities->contains(QStringLiteral("actions")); }

Q_SIGNALS:
    void changed(); ///< another one took over, or it ended: ids from before mean nothing
    void actionInvoked(uint id, const QString &action);
    void closed(uint id, bool expired); ///< by time; else by the person, or by us

private Q_SLOTS:
    void onActionInvoked(uint id, const QString &action, const QDBusMessage &message);
    void onClosed(uint id, uint reason, const QDBusMessage &message);

private:
    struct Waiting
    {
        NoticeMessage message;
        uint replaces = 0;
        Shown done;
    };

    void onOwnerChanged(const QString &name, const QString &before, const QString &now);
    void ask();
    void onCapabilities(const QDBusPendingCall &call);
    void send(const Waiting &waiting);
    void connectSignals();

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QString m_owner; ///< its unique name on the bus
    std::optional<QStringList> m_capabilities;
    std::vector<Waiting> m_waiting; ///< for the capabilities
    int m_asked = 0;                ///< counts the questions: only the last one's answer counts
    bool m_asking = false;
};

} // namespace qcc

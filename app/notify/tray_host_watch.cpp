// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/tray_host_watch.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace qcc {

namespace {

const QString &service()
{
    static const QString kName = QStringLiteral("org.kde.StatusNotifierWatcher");
    return kName;
}

const QString &path()
{
    static const QString kPath = QStringLiteral("/StatusNotifierWatcher");
    return kPath;
}

} // namespace

TrayHostWatch::TrayHostWatch(const QDBusConnection &bus, milliseconds patience, QObject *parent)
    : QObject(parent), m_bus(bus)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &TrayHostWatch::settle);
    m_patience.start(m_bus.isConnected() ? patience : milliseconds(0));
    if (!m_bus.isConnected())
        return;
    m_watcher.setConnection(m_bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    m_watcher.addWatchedService(service());
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &TrayHostWatch::onOwnerChanged);
    for (const char *signal : {"StatusNotifierHostRegistered", "StatusNotifierHostUnregistered"})
        m_bus.connect(QString(), path(), service(), QLatin1StringView(signal), this, SLOT(ask()));
    ask();
}

void TrayHostWatch::onOwnerChanged(const QString &, const QString &, const QString &now)
{
    if (!now.isEmpty()) {
        ask();
        return;
    }
    ++m_asked;
    setPresent(false);
}

/// A watcher may be there before the panel that shows the icons.
void TrayHostWatch::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        service(), path(), QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    call.setAutoStartService(false);
    call << service() << QStringLiteral("IsStatusNotifierHostRegistered");
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, question = ++m_asked](QDBusPendingCallWatcher *answer) {
                answer->deleteLater();
                if (question == m_asked)
                    onAnswer(answer);
            });
}

void TrayHostWatch::onAnswer(QDBusPendingCallWatcher *answer)
{
    const QDBusPendingReply<QDBusVariant> reply = *answer;
    setPresent(reply.isValid() && reply.value().variant().toBool());
}

void TrayHostWatch::setPresent(bool present)
{
    if (present != m_present) {
        m_present = present;
        Q_EMIT presentChanged(present);
    }
    if (present)
        settle();
}

void TrayHostWatch::settle()
{
    if (m_settled)
        return;
    m_settled = true;
    m_patience.stop();
    Q_EMIT settled();
}

} // namespace qcc

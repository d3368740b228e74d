// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notify/notification_server.h"

#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace qcc {

namespace {

const QString &service()
{
    static const QString kName = QStringLiteral("org.freedesktop.Notifications");
    return kName;
}

const QString &path()
{
    static const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
    return kPath;
}

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(service(), path(), service(), method);
}

/// "Categories" of the specification.
QString categoryOf(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Recovery:
        return QStringLiteral("network.connected");
    case AlertKind::OwnNetwork:
        return QStringLiteral("network.disconnected");
    case AlertKind::AllDown:
    case AlertKind::NoFallback:
    case AlertKind::KeyRejected:
    case AlertKind::OutOfCredit:
        return QStringLiteral("network.error");
    case AlertKind::Failover:
    case AlertKind::HourlyLimit:
    case AlertKind::AwayFromPrimary:
        return QStringLiteral("network");
    case AlertKind::HistoryUnavailable:
        return QStringLiteral("device.error");
    }
    Q_UNREACHABLE();
}

QVariantMap hintsOf(const NoticeMessage &message)
{
    QVariantMap hints;
    hints[QStringLiteral("urgency")] = QVariant::fromValue(static_cast<uchar>(message.urgency));
    hints[QStringLiteral("category")] = categoryOf(message.kind);
    hints[QStringLiteral("desktop-entry")] = QStringLiteral("qcc");
    return hints;
}

QStringList actionsOf(const NoticeMessage &message)
{
    QStringList actions;
    for (const NoticeMessage::Action &action : message.actions)
        actions << action.key << action.label;
    return actions;
}

/// Calls @p done with the finished call, unless @p context is gone by then.
template <typename Done> void whenFinished(const QDBusPendingCall &call, QObject *context, Done done)
{
    auto *watcher = new QDBusPendingCallWatcher(call, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [done](QDBusPendingCallWatcher *finished) {
                         finished->deleteLater();
                         done(*finished);
                     });
}

} // namespace

NotificationServer::NotificationServer(const QDBusConnection &bus, QObject *parent)
    : QObject(parent), m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_watcher.setConnection(m_bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    m_watcher.addWatchedService(service());
    connect(&m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, &NotificationServer::onOwnerChanged);
    connectSignals();
    ask();
}

/// From whomever, and judged by the sender: with the service's name QtDBus would ask the bus for its owner,
/// and wait.
void NotificationServer::connectSignals()
{
    m_bus.connect(QString(), path(), service(), QStringLiteral("ActionInvoked"), this,
                  SLOT(onActionInvoked(uint, QString, QDBusMessage)));
    m_bus.connect(QString(), path(), service(), QStringLiteral("NotificationClosed"), this,
                  SLOT(onClosed(uint, uint, QDBusMessage)));
}

void NotificationServer::onOwnerChanged(const QString &, const QString &before, const QString &now)
{
    m_owner = now;
    if (!before.isEmpty())
        Q_EMIT changed();
    // One that has ended because it was idle is started again by the next call, and asked when it is there.
    if (!now.isEmpty())
        ask();
}

void NotificationServer::ask()
{
    m_asking = true;
    const int question = ++m_asked;
    const QDBusPendingCall call =
        m_bus.asyncCall(callOf(QStringLiteral("GetCapabilities")), static_cast<int>(kNotifyLimit.count()));
    whenFinished(call, this, [this, question](const QDBusPendingCall &finished) {
        if (question == m_asked)
            onCapabilities(finished);
    });
}

void NotificationServer::onCapabilities(const QDBusPendingCall &call)
{
    m_asking = false;
    const QDBusPendingReply<QStringList> reply = call;
    m_capabilities.reset();
    if (reply.isValid()) {
        m_capabilities = reply.value();
        m_owner = reply.reply().service();
    }
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        if (m_capabilities)
            send(waiting);
        else
            waiting.done(std::nullopt);
    }
}

void NotificationServer::notify(const NoticeMessage &message, uint replaces, Shown done)
{
    if (!m_bus.isConnected()) {
        done(std::nullopt);
        return;
    }
    if (m_capabilities && !m_asking) {
        send({message, replaces, std::move(done)});
        return;
    }
    m_waiting.push_back({message, replaces, std::move(done)});
    if (!m_asking)
        ask();
}

void NotificationServer::send(const Waiting &waiting)
{
    const bool markup = m_capabilities->contains(QStringLiteral("body-markup"));
    const QString &text = waiting.message.text;
    constexpr int kAsTheServerLikes = -1;
    QDBusMessage call = callOf(QStringLiteral("Notify"));
    call << QStringLiteral("QCC") << waiting.replaces << QStringLiteral("qcc") << waiting.message.title
         << (markup ? text.toHtmlEscaped() : text)
         << (hasActions() ? actionsOf(waiting.message) : QStringList()) << hintsOf(waiting.message)
         << kAsTheServerLikes;
    whenFinished(m_bus.asyncCall(call, static_cast<int>(kNotifyLimit.count())), this,
                 [this, done = waiting.done](const QDBusPendingCall &finished) {
                     const QDBusPendingReply<uint> reply = finished;
                     if (reply.isError())
                         m_capabilities.reset(); // asked again before the next
                     done(reply.isError() ? std::nullopt : std::optional(reply.value()));
                 });
}

void NotificationServer::close(uint id)
{
    QDBusMessage call = callOf(QStringLiteral("CloseNotification"));
    call.setAutoStartService(false);
    call << id;
    m_bus.send(call);
}

void NotificationServer::onActionInvoked(uint id, const QString &action, const QDBusMessage &message)
{
    if (message.service() == m_owner)
        Q_EMIT actionInvoked(id, action);
}

void NotificationServer::onClosed(uint id, uint reason, const QDBusMessage &message)
{
    constexpr uint kExpired = 1;
    if (message.service() == m_owner)
        Q_EMIT closed(id, reason == kExpired);
}

} // namespace qcc

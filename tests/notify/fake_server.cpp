// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/notify/fake_server.h"

namespace qcc::test {

namespace {

QString freshName()
{
    static int number = 0;
    return QStringLiteral("server-%1").arg(++number);
}

} // namespace

FakeServer::FakeServer(const QStringList &capabilities)
    : m_capabilities(capabilities), m_connectionName(freshName()),
      m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_connectionName))
{
    const bool registered =
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
        m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    if (!registered)
        qFatal("the fake server could not be registered");
}

FakeServer::~FakeServer()
{
    QDBusConnection::disconnectFromBus(m_connectionName);
}

QStringList FakeServer::GetCapabilities()
{
    ++questions;
    return m_capabilities;
}

uint FakeServer::Notify(const QString &application, uint replaces, const QString &icon, const QString &title,
                        const QString &body, const QStringList &actions, const QVariantMap &hints, int,
                        const QDBusMessage &message)
{
    if (refuses) {
        message.setDelayedReply(true);
        m_bus.send(message.createErrorReply(QDBusError::Failed, QStringLiteral("no")));
        return 0;
    }
    const uint id = replaces != 0 ? replaces : nextId++;
    calls.push_back({application, replaces, icon, title, body, actions, hints, id});
    return id;
}

void FakeServer::CloseNotification(uint id)
{
    closedIds.push_back(id);
}

} // namespace qcc::test

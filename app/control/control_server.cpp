// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_server.h"

#include "app/control/control_address.h"
#include "app/control/control_connection.h"
#include "app/control/peer_identity.h"

namespace qcc {

ControlServer::ControlServer(CommandDoor &door, QObject *parent) : QObject(parent), m_door(door)
{
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::acceptAll);
}

ControlServer::~ControlServer()
{
    close();
}

Result<Done> ControlServer::listen(const QString &socketPath)
{
    return listenPrivately(m_server, socketPath);
}

void ControlServer::close()
{
    m_server.close();
    qDeleteAll(findChildren<ControlConnection *>(Qt::FindDirectChildrenOnly));
}

void ControlServer::acceptAll()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection())
        adopt(socket);
}

void ControlServer::adopt(QLocalSocket *socket)
{
    if (!peerIsSameUser(socket->socketDescriptor())) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    const bool full =
        findChildren<ControlConnection *>(Qt::FindDirectChildrenOnly).size() >= kMostControlClients;
    auto *connection = new ControlConnection(socket, m_door, m_idleLimit, this);
    if (full)
        connection->turnAway(
            {RefusalCode::ProtocolError, QStringLiteral("clients"), QString::number(kMostControlClients)});
}

} // namespace qcc

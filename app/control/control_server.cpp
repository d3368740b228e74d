// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_server.h"

#include "app/control/control_address.h"
#include "app/control/control_connection.h"
#include "app/control/peer_identity.h"

#include <QFile>

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
    // The directory is closed to others before the socket appears in it. QLocalServer::UserAccessOption would
    // do the same by way of a temporary directory *beside* the home, which fails where the home's parent is
    // not ours.
    const Result<Done> directory = prepareSocketDirectory(socketPath);
    if (!directory)
        return directory.refusal();
    QLocalServer::removeServer(socketPath);
    if (!m_server.listen(socketPath))
        return Refusal{RefusalCode::FileUnwritable, socketPath, m_server.errorString()};
    if (!QFile::setPermissions(socketPath, QFile::ReadOwner | QFile::WriteOwner)) {
        close();
        return Refusal{RefusalCode::FileUnwritable, socketPath,
                       QStringLiteral("it could not be closed to others")};
    }
    return Done{};
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

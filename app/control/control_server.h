// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/command_door.h"
#include "app/control/control_limits.h"

#include <QLocalServer>

namespace qcc {

/// The door of a running instance for its owner's other programs: listens on a local socket and hands
/// requests to the CommandDoor. Must not know who implements the door. Lives on the engine's thread.
class ControlServer : public QObject
{
    Q_OBJECT
public:
    /// @p door must outlive the server.
    explicit ControlServer(CommandDoor &door, QObject *parent = nullptr);
    ~ControlServer() override;

    /// For tests; before listen().
    void setIdleLimit(milliseconds limit) { m_idleLimit = limit; }

    /// Listens at @p socketPath (see controlSocketPath()), open to this user only. What a killed instance
    /// left there is replaced, so the caller must hold the home's InstanceLock. Refuses with FileUnwritable.
    Result<Done> listen(const QString &socketPath);
    /// Takes the socket away and drops all clients.
    void close();

private:
    void acceptAll();
    void adopt(QLocalSocket *socket);

    CommandDoor &m_door;
    QLocalServer m_server;
    milliseconds m_idleLimit = kControlIdleLimit;
};

} // namespace qcc

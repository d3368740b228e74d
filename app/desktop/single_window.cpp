// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/single_window.h"

#include "app/control/control_address.h"
#include "app/control/peer_identity.h"

#include <QLocalSocket>

namespace qcc {

namespace {

/// "come forward TOKEN\tURL\n"; each of the two may be empty.
const QByteArray kQuestion = QByteArrayLiteral("come forward ");
const QByteArray kAnswer = QByteArrayLiteral("here\n");
constexpr qint64 kLongestQuestion = 64 * 1'024; // a link may be long

} // namespace

SingleWindow::SingleWindow(const QString &home, QObject *parent)
    : QObject(parent), m_home(home), m_socketPath(controlSocketPath(home) + QStringLiteral(".window"))
{
    connect(&m_server, &QLocalServer::newConnection, this, &SingleWindow::greet);
}

Result<bool> SingleWindow::claim()
{
    Result<std::optional<FileLock>> lock =
        FileLock::acquire(m_home + QStringLiteral("/desktop.lock"), milliseconds(0));
    if (!lock)
        return lock.refusal();
    if (!*lock)
        return false;
    m_lock.emplace(std::move(**lock));
    if (const Result<Done> listening = listenPrivately(m_server, m_socketPath); !listening)
        return listening.refusal();
    return true;
}

bool SingleWindow::ask(const QUrl &open)
{
    QLocalSocket socket;
    socket.connectToServer(m_socketPath);
    const auto limit = static_cast<int>(kAnswerIn.count());
    if (!socket.waitForConnected(limit) || !peerIsSameUser(socket.socketDescriptor()))
        return false;
    socket.write(kQuestion + qgetenv("XDG_ACTIVATION_TOKEN") + '\t' + open.toEncoded() + '\n');
    while (!socket.canReadLine())
        if (!socket.waitForReadyRead(limit))
            return false;
    return socket.readLine(kLongestQuestion) == kAnswer;
}

void SingleWindow::greet()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!peerIsSameUser(socket->socketDescriptor())) {
            socket->abort();
            continue;
        }
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > kLongestQuestion)
                    socket->abort();
                return;
            }
            const QByteArray line = socket->readLine(kLongestQuestion);
            if (!line.startsWith(kQuestion))
                return socket->abort();
            socket->write(kAnswer);
            socket->disconnectFromServer(); // once it is written
            const QList<QByteArray> said = line.sliced(kQuestion.size()).chopped(1).split('\t');
            Q_EMIT startedAgain(QString::fromUtf8(said.value(0)),
                                QUrl::fromEncoded(said.value(1), QUrl::StrictMode));
        });
    }
}

} // namespace qcc

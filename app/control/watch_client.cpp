// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/watch_client.h"

#include "app/control/peer_identity.h"
#include "app/control/settings_json.h"
#include "app/control/snapshot_json.h"
#include "models/domain/decision_json.h"
#include "models/domain/field_reader.h"

namespace qcc {

WatchClient::WatchClient(QString socketPath, QObject *parent) : QObject(parent), m_path(std::move(socketPath))
{
    m_deadline.setSingleShot(true);
    connect(&m_socket, &QLocalSocket::connected, this, &WatchClient::sendQuestion);
    connect(&m_socket, &QLocalSocket::readyRead, this, &WatchClient::read);
    // Queued: connectToServer() and abort() report from inside the call.
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &WatchClient::connectionEnded,
            Qt::QueuedConnection);
    connect(&m_socket, &QLocalSocket::disconnected, this, &WatchClient::connectionEnded,
            Qt::QueuedConnection);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(notRunning()); });
}

WatchClient::~WatchClient() = default;

void WatchClient::start(milliseconds every)
{
    m_every = std::clamp(every, kShortestWatchPace, kLongestWatchPace);
    if (m_state != State::Idle) {
        if (m_socket.state() == QLocalSocket::ConnectedState)
            sendQuestion();
        return;
    }
    m_state = State::Connecting;
    m_hasSettings = false;
    m_framer.emplace();
    m_deadline.start(kControlReplyLimit);
    m_socket.connectToServer(m_path);
}

void WatchClient::stop()
{
    m_state = State::Idle;
    m_deadline.stop();
    m_socket.abort();
}

void WatchClient::sendQuestion()
{
    if (m_state == State::Idle)
        return;
    if (!peerIsSameUser(m_socket.socketDescriptor()))
        return m_socket.abort();
    m_socket.write(encodeRequest(AskWatch{m_every}));
}

void WatchClient::read()
{
    const QByteArray chunk = m_socket.readAll();
    if (m_state == State::Idle)
        return;
    m_framer->append(chunk.constData(), chunk.size());
    takeLines();
}

/// Who hears a signal may stop, and start again, inside it: a new connection has nothing to read yet.
void WatchClient::takeLines()
{
    while (m_state != State::Idle) {
        const std::optional<QByteArray> line = m_framer->takeLine();
        if (m_framer->tooLong())
            return end({RefusalCode::ProtocolError, QStringLiteral("size"), {}});
        if (!line)
            return;
        const Result<QJsonObject> reply = decodeReply(*line);
        const Result<Done> taken = reply ? take(*reply) : Result<Done>(reply.refusal());
        if (!taken)
            return end(taken.refusal());
    }
}

Result<Done> WatchClient::take(const QJsonObject &data)
{
    FieldReader in(data);
    if (in.has(QLatin1StringView("snapshot"))) {
        if (m_hasSettings) {
            m_deadline.stop();
            m_state = State::Following;
        }
        return tell(snapshotFromJson(in.object(QLatin1StringView("snapshot"))), &WatchClient::snapshotCame);
    }
    if (in.has(QLatin1StringView("settings"))) {
        m_hasSettings = true;
        return tell(settingsFromJson(in.object(QLatin1StringView("settings"))), &WatchClient::settingsCame);
    }
    if (in.has(QLatin1StringView("event")))
        return tell(eventFromJson(in.object(QLatin1StringView("event"))), &WatchClient::eventCame);
    if (in.has(QLatin1StringView("announced")))
        return tell(alertFromJson(in.object(QLatin1StringView("announced"))), &WatchClient::announced);
    return Done{}; // of a kind that a later version pushes
}

template <typename T>
Result<Done> WatchClient::tell(const Result<T> &came, void (WatchClient::*signal)(const T &))
{
    if (!came)
        return came.refusal();
    Q_EMIT(this->*signal)(*came);
    return Done{};
}

void WatchClient::connectionEnded()
{
    if (m_state != State::Idle && m_socket.state() == QLocalSocket::UnconnectedState)
        end(notRunning());
}

void WatchClient::end(const Refusal &why)
{
    stop();
    Q_EMIT ended(why);
}

} // namespace qcc

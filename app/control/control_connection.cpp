// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/control_connection.h"

#include "app/control/reports_json.h"
#include "app/control/session_json.h"
#include "app/control/settings_json.h"
#include "app/control/snapshot_json.h"
#include "app/control/watch_stream.h"

namespace qcc {

namespace {

QJsonObject nothing(const Done &)
{
    return {};
}

} // namespace

ControlConnection::ControlConnection(QLocalSocket *socket, CommandDoor &door, milliseconds idleLimit,
                                     QObject *parent)
    : QObject(parent), m_socket(socket), m_door(door), m_idleLimit(idleLimit)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kControlReadChunk);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ControlConnection::end);
    connect(m_socket, &QLocalSocket::readyRead, this, &ControlConnection::readMore);
    connect(m_socket, &QLocalSocket::disconnected, this, &ControlConnection::end);
    m_deadline.start(m_idleLimit);
}

ControlConnection::~ControlConnection() = default;

void ControlConnection::turnAway(const Refusal &why)
{
    delete std::exchange(m_watch, nullptr);
    reply(why);
    m_state = State::Closing;
    m_deadline.start(kControlLinger);
}

void ControlConnection::readMore()
{
    while (m_state != State::Busy && m_socket->bytesAvailable() > 0) {
        QByteArray chunk = m_socket->read(kControlReadChunk);
        if (reads())
            m_framer.append(chunk.constData(), chunk.size());
        wipeBytes(chunk);
        if (reads())
            handleLines();
    }
}

void ControlConnection::handleLines()
{
    while (reads()) {
        std::optional<QByteArray> line = m_framer.takeLine();
        if (m_framer.tooLong())
            return turnAway({RefusalCode::ProtocolError, QStringLiteral("size"),
                             QString::number(kLargestControlMessage)});
        if (!line)
            return;
        Result<ControlRequest> request = decodeRequest(*line);
        wipeBytes(*line);
        if (!request)
            return turnAway(request.refusal());
        if (m_state == State::Watching && !std::holds_alternative<AskWatch>(*request))
            return turnAway({RefusalCode::ProtocolError, QStringLiteral("watching"), {}});
        if (m_state == State::Waiting)
            m_deadline.start(m_idleLimit);
        handle(std::move(request).value());
    }
}

struct ControlConnection::Handler
{
    ControlConnection &connection;
    CommandDoor &door = connection.m_door;

    void operator()(AskSettings) const { connection.reply(toJson(door.settings())); }
    void operator()(AskStatus) const { connection.reply(toJson(door.snapshot())); }
    void operator()(AskToken) const { connection.reply(tokenToJson(door.localToken())); }
    void operator()(AskStop) const { connection.stop(); }
    void operator()(Command &command) const { door.submit(std::move(command), connection.whenDone(nothing)); }
    void operator()(AskSwitch &ask) const
    {
        door.switchConfig(std::move(ask.command), connection.whenDone(nothing));
    }
    void operator()(AskReleasePin) const { door.releasePin(connection.whenDone(nothing)); }
    void operator()(const AskCheck &ask) const { door.check(ask.config, connection.whenDone(reportsToJson)); }
    void operator()(AskProbe &ask) const
    {
        door.probe(std::move(ask.draft), connection, connection.whenDone(reportToJson));
    }
    void operator()(const AskKey &ask) const
    {
        const Result<Secret> key = door.revealKey(ask.endpoint);
        connection.reply(key ? Result<QJsonObject>(revealedKeyToJson(*key)) : key.refusal());
    }
    void operator()(AskRenewToken) const { door.renewToken(connection.whenDone(tokenToJson)); }
    void operator()(AskSessions) const { connection.reply(sessionsToJson(door.sessions())); }
    void operator()(AskMoveSession &ask) const
    {
        door.moveSession(std::move(ask.command), connection.whenDone(nothing));
    }
    void operator()(AskTestChannel &ask) const
    {
        door.testChannel(std::move(ask.draft), connection.whenDone(nothing));
    }
    void operator()(const AskServe &ask) const { door.serve(ask.on, connection.whenDone(nothing)); }
    void operator()(const AskListen &ask) const
    {
        door.listenOn(ask.host, ask.port, connection.whenDone(nothing));
    }
    void operator()(const AskWatch &ask) const { connection.watch(ask.every); }
};

void ControlConnection::handle(ControlRequest request)
{
    std::visit(Handler{*this}, request);
}

void ControlConnection::watch(milliseconds every)
{
    if (m_watch)
        return m_watch->setPace(every);
    m_state = State::Watching;
    m_deadline.stop();
    m_watch = new WatchStream(*m_socket, m_door, every, this);
    // From the event loop: it may give up while it is being called.
    connect(m_watch, &WatchStream::gaveUp, this, &ControlConnection::end, Qt::QueuedConnection);
}

template <typename T>
std::function<void(Result<T>)> ControlConnection::whenDone(QJsonObject (*encode)(const T &))
{
    m_state = State::Busy;
    m_deadline.stop();
    return [self = QPointer(this), encode](const Result<T> &result) {
        if (self && self->m_state == State::Busy)
            self->resume(result ? Result<QJsonObject>(encode(*result)) : result.refusal());
    };
}

void ControlConnection::resume(const Result<QJsonObject> &answer)
{
    m_state = State::Waiting;
    m_deadline.start(m_idleLimit);
    reply(answer);
    // What came meanwhile is read from the event loop: a door that answers at once must not nest requests.
    QMetaObject::invokeMethod(
        this, [this] { handleLines(), readMore(); }, Qt::QueuedConnection);
}

void ControlConnection::stop()
{
    reply(QJsonObject());
    m_socket->flush(); // the server may be gone before the event loop writes again
    // From the event loop, and not from this object, which the door may end or the client may leave.
    QMetaObject::invokeMethod(
        parent(), [&door = m_door] { door.requestStop(); }, Qt::QueuedConnection);
}

void ControlConnection::reply(const Result<QJsonObject> &answer)
{
    if (m_state == State::Closing)
        return;
    QByteArray line = encodeReply(answer);
    m_socket->write(line);
    wipeBytes(line);
}

void ControlConnection::end()
{
    m_state = State::Closing;
    delete std::exchange(m_watch, nullptr);
    m_deadline.stop();
    m_socket->disconnect(this);
    m_socket->abort();
    deleteLater();
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/command_door.h"
#include "app/control/line_framer.h"
#include "app/control/message_json.h"

#include <QLocalSocket>
#include <QTimer>

namespace qcc {

class WatchStream;

/// One client of the control socket. Requests are answered one after the other; while one is with the door
/// nothing more is read, so a client can't make memory grow. Knows nothing of files, secrets' stores or other
/// clients.
///
///   Waiting ──line──▶ Busy ──reply──▶ Waiting        Waiting for kControlIdleLimit: dropped
///      ├──"watch"──▶ Watching (to its end; only its pace may be asked for again)
///      └──garbage, other version, too long──▶ Closing (has kControlLinger to read why) ──▶ gone
///
/// Lives on the engine's thread; owns its socket; deletes itself when the client is gone.
class ControlConnection : public QObject
{
    Q_OBJECT
public:
    ControlConnection(QLocalSocket *socket, CommandDoor &door, milliseconds idleLimit, QObject *parent);
    ~ControlConnection() override;

    /// Answers without having been asked, and closes.
    void turnAway(const Refusal &why);

private:
    enum class State { Waiting, Busy, Watching, Closing };
    struct Handler;

    void readMore();
    void handleLines();
    void handle(ControlRequest request);
    /// Begins to wait; gives what the door is to call once it is done: replies, and takes up the next
    /// request.
    template <typename T> std::function<void(Result<T>)> whenDone(QJsonObject (*encode)(const T &));
    bool reads() const { return m_state == State::Waiting || m_state == State::Watching; }
    void watch(milliseconds every);
    void resume(const Result<QJsonObject> &answer);
    void stop();
    void reply(const Result<QJsonObject> &answer);
    void end();

    QLocalSocket *m_socket;
    CommandDoor &m_door;
    LineFramer m_framer;
    QTimer m_deadline;
    milliseconds m_idleLimit;
    State m_state = State::Waiting;
    WatchStream *m_watch = nullptr; ///< while Watching
};

} // namespace qcc

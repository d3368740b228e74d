// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/line_framer.h"
#include "app/control/message_json.h"
#include "models/domain/failover_event.h"
#include "models/domain/settings.h"
#include "models/domain/snapshot.h"

#include <QLocalSocket>
#include <QTimer>

namespace qcc {

/// Follows a running instance over its control socket: one AskWatch, then what the instance pushes. Never
/// blocks; knows nothing of commands. Lives on the thread that made it.
///
///   Idle --start()--> Connecting --settings, first snapshot--> Following --the connection ends--> Idle
///                         \--nobody there, refused, silent------------------------------------^  ended()
class WatchClient final : public QObject
{
    Q_OBJECT
public:
    explicit WatchClient(QString socketPath, QObject *parent = nullptr);
    ~WatchClient() override;

    /// Snapshots come when they differ, at most one every @p every (kShortestWatchPace … kLongestWatchPace).
    /// Again while connecting or following: with another pace.
    void start(milliseconds every);
    void stop();
    /// Settings and a snapshot have come.
    bool isFollowing() const { return m_state == State::Following; }
    bool isIdle() const { return m_state == State::Idle; }

Q_SIGNALS:
    void snapshotCame(const qcc::ProxySnapshot &snapshot);
    void settingsCame(const qcc::Settings &settings);
    void eventCame(const qcc::FailoverEvent &event); ///< once it is stored
    void announced(const qcc::Alert &alert);
    /// From the event loop, not after stop(). What is no message of ours is a ProtocolError; nobody there, or
    /// there no longer, is NotRunning (subject: the socket's path).
    void ended(const qcc::Refusal &why);

private:
    enum class State { Idle, Connecting, Following };

    void sendQuestion();
    void read();
    void takeLines();
    Result<Done> take(const QJsonObject &data);
    template <typename T> Result<Done> tell(const Result<T> &came, void (WatchClient::*signal)(const T &));
    void connectionEnded();
    void end(const Refusal &why);
    Refusal notRunning() const { return {RefusalCode::NotRunning, m_path, {}}; }

    QString m_path;
    milliseconds m_every{100};
    QLocalSocket m_socket;
    std::optional<LineFramer> m_framer; ///< of this connection
    QTimer m_deadline;                  ///< for the first settings and snapshot
    State m_state = State::Idle;
    bool m_hasSettings = false;
};

} // namespace qcc

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
///   Idle --start()--> Connecting --first snapshot and settings--> Following --end of the connection--> Idle
///                         \--nobody there, refused------------------------------------------------^  ended()
class WatchClient final : public QObject
{
    Q_OBJECT
public:
    explicit WatchClient(QString socketPath, QObject *parent = nullptr);
    ~WatchClient() override;

    /// Snapshots come when they differ, at most one every @p every. Again while following: with another pace.
    void start(milliseconds every);
    void stop();
    bool isFollowing() const { return m_following; }

Q_SIGNALS:
    void snapshotCame(const qcc::ProxySnapshot &snapshot);
    void settingsCame(const qcc::Settings &settings);
    void eventCame(const qcc::FailoverEvent &event); ///< once it is stored
    void announced(const qcc::Alert &alert);
    /// Not after stop(). What is no message of ours is a ProtocolError; nobody there is NotRunning.
    void ended(const qcc::Refusal &why);

private:
    void sendQuestion();
    void read();
    void take(const QJsonObject &data);
    void end(const Refusal &why);

    QString m_path;
    milliseconds m_every{100};
    QLocalSocket m_socket;
    LineFramer m_framer;
    QTimer m_deadline; ///< for the first answer
    bool m_following = false;
};

} // namespace qcc

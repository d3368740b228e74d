// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/gzip_stream.h"
#include "app/sim/sim_script.h"

#include <QObject>
#include <QTimer>

#include <optional>

class QTcpSocket;

namespace qcc::sim {

/// Carries out the steps of one script after the other on a socket that it does not own, no faster than the
/// peer reads. Knows nothing of requests. Same thread as its socket.
class ScriptPlayer : public QObject
{
    Q_OBJECT
public:
    enum class Ending { Finish, Close, Reset };

    static constexpr qint64 maxPending = 256 * 1024; ///< bytes waiting in the socket before the player waits
    static constexpr std::chrono::milliseconds resetGrace{
        20}; ///< so that what was sent arrives before the RST

    ScriptPlayer(QTcpSocket &socket, QObject *parent);

    void play(Script script);
    /// Leaves the script where it is; nothing is emitted.
    void stop();
    bool isPlaying() const { return m_playing; }
    const Script &script() const { return m_script; }

Q_SIGNALS:
    void ended(qcc::sim::ScriptPlayer::Ending ending); ///< the last step was carried out

private:
    void advance();
    bool mustWait(const Step &step);
    void perform(const Step &step);
    void sendBody(const QByteArray &bytes);
    void sendChunk(const QByteArray &bytes);
    void endBody();
    void end(Ending ending);

    QTcpSocket &m_socket;
    QTimer m_timer;
    Script m_script;
    std::size_t m_index = 0;
    std::optional<GzipStream> m_gzip;
    bool m_playing = false;
    bool m_waited = false;
};

/// Ends the connection with a TCP RST: what is unsent is lost, the peer sees "connection reset".
void resetConnection(QTcpSocket &socket);

} // namespace qcc::sim

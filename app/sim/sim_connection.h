// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/body_peek.h"
#include "app/sim/request_reader.h"
#include "app/sim/script_player.h"

#include <QCryptographicHash>
#include <QObject>
#include <QTimer>

class QTcpSocket;

namespace qcc::sim {

class SimProvider;

/// One client connection of a simulated provider: reads a request, logs it, has its answer played, reads the
/// next one. What is answered is decided elsewhere (sim_script.h). Owns its socket; deletes itself when that
/// is closed.
class SimConnection : public QObject
{
    Q_OBJECT
public:
    enum class Role {
        Provider, ///< everything
        Control,  ///< /_sim only
        Held      ///< never reads (FaultKind::HangAccept)
    };

    static constexpr qint64 maxBody = 100LL * 1024 * 1024;
    static constexpr qsizetype maxControlBody = 64 * 1024;
    static constexpr qsizetype maxReadAhead =
        256 * 1024; ///< bytes of later requests taken while one is answered

    SimConnection(SimProvider &provider, std::unique_ptr<QTcpSocket> socket, quint64 id, Role role);
    ~SimConnection() override;

    quint64 id() const { return m_id; }
    Role role() const { return m_role; }
    void closeIfIdle();
    void reset();
    /// Ends the connection on the provider's behalf: nobody is told, and it is deleted later.
    void abandon();

private:
    struct Exchange; ///< the request that is being read or answered

    void onReadyRead();
    void pump();
    void beginRequest();
    void logRequest();
    void takeBody(const QByteArray &bytes);
    void endRequest();
    void answer();
    void answerControl();
    void refuse(int status, const QByteArray &why);
    void onEnded(ScriptPlayer::Ending ending);
    void awaitNext();
    void onGone();
    bool keepsAlive() const;

    SimProvider &m_provider;
    std::unique_ptr<QTcpSocket> m_socket;
    ScriptPlayer m_player;
    RequestReader m_reader;
    QTimer m_idle;
    std::unique_ptr<Exchange> m_exchange;
    const quint64 m_id;
    const Role m_role;
    int m_requests = 0;
    bool m_gone = false;
};

} // namespace qcc::sim

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/faults.h"
#include "app/sim/received_request.h"
#include "app/sim/request_log.h"
#include "app/sim/sim_options.h"

#include <QHostAddress>
#include <QObject>
#include <QUrl>

#include <memory>
#include <set>
#include <vector>

class QSslSocket;

namespace qcc::sim {

class SimConnection;
class SimListener;

/// A provider that speaks like the Anthropic API and breaks on command; a peer for tests, demo and people.
/// Has an HTTP/1.1 reader of its own and must not use that of QCC, so that one mistake is not made on both
/// sides. Lives in one thread (any with an event loop); every call and signal is in that thread. Control
/// routes under /_sim are served on its port and, for when that one refuses, on a second port.
class SimProvider : public QObject
{
    Q_OBJECT
public:
    explicit SimProvider(SimOptions options = {}, QObject *parent = nullptr);
    ~SimProvider() override;

    /// Starts listening; @p port 0 lets the system choose. False with errorString() when the port can't be
    /// had.
    bool listen(const QHostAddress &host = QHostAddress(QHostAddress::LocalHost), quint16 port = 0);
    /// Opens the second port, which serves only /_sim and never fails. False with errorString().
    bool listenControl(const QHostAddress &host = QHostAddress(QHostAddress::LocalHost), quint16 port = 0);
    /// Stops listening and breaks off every connection; may be called from a slot of its own signals.
    void close();
    QString errorString() const { return m_error; }

    quint16 port() const { return m_port; } ///< kept while the fault is Refuse
    quint16 controlPort() const;
    QUrl url() const;        ///< "http://127.0.0.1:PORT", https with TLS
    QUrl controlUrl() const; ///< where /_sim is always reachable: the second port if there is one

    const SimOptions &options() const { return m_options; }
    /// Takes effect with the next request; streams under way go on as they began. TLS can't be changed.
    void setOptions(SimOptions options);

    const Fault &fault() const { return m_fault; }
    /// Takes effect with the next request (Refuse, HangAccept: with the next connection). Requests that hang
    /// or stall keep doing so until their peer leaves; connections held by HangAccept are broken off by the
    /// next setFault().
    void setFault(const Fault &fault);
    void setFault(FaultKind kind) { setFault(faultOf(kind)); }

    /// Requests in order of arrival (control routes are not among them); at most RequestLog::maxEntries.
    std::vector<ReceivedRequest> log() const { return m_log.entries(); }
    void clearLog() { m_log.clear(); }
    qsizetype openConnections() const { return qsizetype(m_connections.size()); }
    quint64 acceptedConnections() const
    {
        return m_accepted;
    } ///< since the start, without those for control only

Q_SIGNALS:
    void requestStarted(const qcc::sim::ReceivedRequest &request);  ///< its head is complete
    void requestReceived(const qcc::sim::ReceivedRequest &request); ///< its body is complete
    void answerFinished(quint64 sequence);                          ///< sent to its intended end
    void peerGone(quint64 sequence);                                ///< the peer left before that
    void faultChanged(const qcc::sim::Fault &fault);
    void connectionAccepted(quint64 connection);
    void connectionClosed(quint64 connection);

private:
    friend class SimConnection;
    friend class SimListener;

    void accept(qintptr descriptor, bool controlOnly);
    void forget(SimConnection *connection);
    bool startListening();
    void applyRefusal();
    void releaseHeld();
    /// The fault that strikes this request; counts it when the fault is limited to some requests.
    Fault takeFault(const QByteArray &path, int requestOnConnection);
    bool countDown(); ///< false when that was the last request of a limited fault, which is now over
    void startTls(QSslSocket &socket);

    SimOptions m_options;
    Fault m_fault;
    RequestLog m_log;
    QHostAddress m_host;
    quint16 m_port = 0;
    quint64 m_accepted = 0;
    QString m_error;
    std::unique_ptr<SimListener> m_listener;
    std::unique_ptr<SimListener> m_control;
    std::unique_ptr<QObject> m_placeholder; ///< holds the port, unlistened, while the fault is Refuse
    std::set<SimConnection *> m_connections;
};

} // namespace qcc::sim

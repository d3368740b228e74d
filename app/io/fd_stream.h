// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/byte_stream.h"
#include "app/io/deadline.h"
#include "app/io/socket_watch.h"

#include <QByteArray>
#include <QHostAddress>
#include <QHostInfo>

namespace qcc {

/// Plain TCP straight on the system's socket: one recv per wake-up into a buffer shared by the thread, writes
/// go to the system at once and only what it does not take is kept. An idle connection holds no buffer. Unix;
/// elsewhere QtStream serves.
class FdStream final : public ByteStream, private SocketWatcher
{
    Q_OBJECT
public:
    /// Bytes taken from the system per call, and the share of one connection per wake-up.
    static constexpr qsizetype kReadBlock = 64 * 1024;

    FdStream();
    /// Takes over a connected socket (from QTcpServer::incomingConnection).
    explicit FdStream(int socket);
    ~FdStream() override;

    void connectToHost(const QString &host, quint16 port) override;
    /// One after the other, in this order.
    void connectToAddresses(const QList<QHostAddress> &addresses, quint16 port);
    void write(QByteArrayView bytes) override;
    qsizetype pendingBytes() const override { return m_out.size() - m_outStart; }
    void setReading(bool on) override;
    void finishWriting() override;
    void closeNow(bool reset) override;

private:
    void resolved(const QHostInfo &info);
    void connectNext();
    void patienceOver();
    void connectFinished();
    void socketReadable() override;
    void socketWritable() override;
    /// Hands bytes to the system; returns how many it took, -1 when the connection is gone.
    qsizetype sendSome(const char *data, qsizetype size);
    void keep(const char *data, qsizetype size);
    void failLater(StreamFault fault, const QString &detail);
    void fail(StreamFault fault, const QString &detail);

    int m_socket = -1;
    bool m_over = false; ///< closed: nothing is taken and nothing is told any more
    bool m_connected = false;
    bool m_reading = true;
    bool m_finish = false;
    bool m_writeBroken = false;
    quint16 m_port = 0;
    int m_lookup = -1;
    QList<QHostAddress> m_addresses; ///< not tried yet
    Deadline m_patience;
    std::unique_ptr<SocketWatch> m_watch;
    QByteArray m_out;
    qsizetype m_outStart = 0;
};

} // namespace qcc

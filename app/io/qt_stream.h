// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/byte_stream.h"
#include "app/io/deadline.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslSocket>

namespace qcc {

/// A connection on QSslSocket: TLS, and plain TCP where an outbound proxy is on the way or FdStream is not to
/// be had (plain_stream.h).
class QtStream final : public ByteStream
{
    Q_OBJECT
public:
    /// Bytes QSslSocket may hold for us when we do not read.
    static constexpr qint64 kReadBuffer = 64 * 1024;

    enum class Security { Plain, Tls };
    QtStream(Security security, const QSslConfiguration &tls, const QNetworkProxy &proxy);
    /// A connection that is there already; takes @p socket over. Plain.
    explicit QtStream(qintptr socket);

    QHostAddress peerAddress() const { return m_socket.peerAddress(); }

    void connectToHost(const QString &host, quint16 port) override;
    /// One after the other, in this order; @p host is the name to verify.
    void connectToAddresses(const QList<QHostAddress> &addresses, const QString &host, quint16 port);
    void write(QByteArrayView bytes) override;
    qsizetype pendingBytes() const override;
    void setReading(bool on) override;
    /// Ends both directions: QSslSocket knows no half-closed connection.
    void finishWriting() override;
    void closeNow(bool reset) override;

private:
    void resolved(const QHostInfo &info);
    void connectNext();
    void connectTo(const QString &address);
    void tryNext();
    void ready();
    void readSome();
    void written();
    void failed(QAbstractSocket::SocketError error);
    StreamFault faultWhileConnecting(QAbstractSocket::SocketError error) const;
    void ended();
    void fail(StreamFault fault, const QString &detail);

    Security m_security;
    QString m_host;
    quint16 m_port = 0;
    int m_lookup = -1;
    QList<QHostAddress> m_addresses; ///< not tried yet
    Deadline m_patience;
    bool m_over = false;
    bool m_handshaking = false;
    bool m_ready = false;
    bool m_reading = true;
    bool m_finish = false;
    bool m_readQueued = false;
    StreamFault m_endFault =
        StreamFault::None; ///< how the connection ended, told once its last bytes are delivered
    QString m_endDetail;
    QSslSocket m_socket;
};

} // namespace qcc

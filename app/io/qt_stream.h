// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/byte_stream.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslSocket>

namespace qcc {

/// A connection on QSslSocket: TLS, and plain TCP where an outbound proxy is on the way or FdStream is not to
/// be had.
class QtStream final : public ByteStream
{
    Q_OBJECT
public:
    /// Bytes QSslSocket may hold for us when we do not read.
    static constexpr qint64 kReadBuffer = 64 * 1024;

    enum class Security { Plain, Tls };
    QtStream(Security security, const QSslConfiguration &tls, const QNetworkProxy &proxy);

    void connectToHost(const QString &host, quint16 port) override;
    void write(QByteArrayView bytes) override;
    qsizetype pendingBytes() const override;
    void setReading(bool on) override;
    /// Ends both directions: QSslSocket knows no half-closed connection.
    void finishWriting() override;
    void closeNow(bool reset) override;

private:
    void ready();
    void readSome();
    void written();
    void failed(QAbstractSocket::SocketError error);
    StreamFault faultWhileConnecting(QAbstractSocket::SocketError error) const;
    void ended();
    void fail(StreamFault fault, const QString &detail);

    Security m_security;
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

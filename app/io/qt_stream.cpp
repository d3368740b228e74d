// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/qt_stream.h"

#include "app/io/address_order.h"
#include "app/io/socket_options.h"

#include <QSslError>

namespace qcc {

QtStream::QtStream(Security security, const QSslConfiguration &tls, const QNetworkProxy &proxy)
    : m_security(security), m_patience([this] { tryNext(); })
{
    m_socket.setProxy(proxy);
    m_socket.setReadBufferSize(kReadBuffer);
    if (m_security == Security::Tls) {
        m_socket.setSslConfiguration(tls);
        connect(&m_socket, &QSslSocket::connected, this, [this] { m_handshaking = true; });
        connect(&m_socket, &QSslSocket::encrypted, this, &QtStream::ready);
    } else {
        connect(&m_socket, &QSslSocket::connected, this, &QtStream::ready);
    }
    connect(&m_socket, &QSslSocket::readyRead, this, &QtStream::readSome);
    connect(&m_socket, &QSslSocket::bytesWritten, this, &QtStream::written);
    connect(&m_socket, &QSslSocket::encryptedBytesWritten, this, &QtStream::written);
    connect(&m_socket, &QSslSocket::errorOccurred, this, &QtStream::failed);
    connect(&m_socket, &QSslSocket::disconnected, this, &QtStream::ended);
}

QtStream::QtStream(qintptr socket) : QtStream(Security::Plain, {}, QNetworkProxy(QNetworkProxy::NoProxy))
{
    m_ready = m_socket.setSocketDescriptor(socket);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (!m_ready)
        QMetaObject::invokeMethod(
            this, [this] { fail(StreamFault::Reset, m_socket.errorString()); }, Qt::QueuedConnection);
}

void QtStream::connectToHost(const QString &host, quint16 port)
{
    m_host = host;
    m_port = port;
    const bool resolvedElsewhere =
        m_socket.proxy().type() != QNetworkProxy::NoProxy || !QHostAddress(host).isNull();
    if (!resolvedElsewhere) {
        m_lookup = QHostInfo::lookupHost(host, this, &QtStream::resolved);
        return;
    }
    // Queued: an unusable proxy makes QSslSocket report its error from inside the call.
    QMetaObject::invokeMethod(
        this, [this] { connectTo(m_host); }, Qt::QueuedConnection);
}

void QtStream::connectToAddresses(const QList<QHostAddress> &addresses, const QString &host, quint16 port)
{
    m_host = host;
    m_port = port;
    m_addresses = addresses;
    QMetaObject::invokeMethod(this, &QtStream::connectNext, Qt::QueuedConnection);
}

void QtStream::resolved(const QHostInfo &info)
{
    m_lookup = -1;
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty())
        return fail(StreamFault::Dns, info.errorString());
    m_addresses = inTurn(info.addresses());
    connectNext();
}

void QtStream::connectNext()
{
    if (m_over || m_addresses.isEmpty())
        return;
    const QHostAddress address = m_addresses.takeFirst();
    if (!m_addresses.isEmpty())
        m_patience.set(kAddressPatience);
    connectTo(address.toString());
}

void QtStream::connectTo(const QString &address)
{
    if (m_over)
        return;
    if (m_security == Security::Tls)
        m_socket.connectToHostEncrypted(address, m_port, m_host);
    else
        m_socket.connectToHost(address, m_port);
}

/// This address leads nowhere or keeps us waiting, and there is another.
void QtStream::tryNext()
{
    if (m_over || m_ready || m_handshaking || m_addresses.isEmpty())
        return;
    m_socket.abort();
    connectNext();
}

void QtStream::ready()
{
    m_ready = true;
    m_patience.clear();
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    limitUnacknowledged(static_cast<int>(m_socket.socketDescriptor()));
    if (listener())
        listener()->onConnected();
}

void QtStream::write(QByteArrayView bytes)
{
    if (m_ready && !m_finish && m_socket.state() == QAbstractSocket::ConnectedState)
        m_socket.write(bytes.data(), bytes.size());
}

qsizetype QtStream::pendingBytes() const
{
    return m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite();
}

void QtStream::setReading(bool on)
{
    m_reading = on;
    if (!on || m_readQueued || m_socket.bytesAvailable() == 0)
        return;
    m_readQueued = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_readQueued = false;
            readSome();
        },
        Qt::QueuedConnection);
}

void QtStream::readSome()
{
    static thread_local std::array<char, kReadBuffer> block;
    while (m_reading && listener() && m_socket.bytesAvailable() > 0) {
        const qint64 got = m_socket.read(block.data(), block.size());
        if (got <= 0)
            return;
        listener()->onBytes(QByteArrayView(block.data(), got));
    }
    if (listener() && m_reading && m_socket.state() == QAbstractSocket::UnconnectedState && m_ready)
        ended();
}

void QtStream::written()
{
    if (pendingBytes() > 0)
        return;
    if (m_finish)
        m_socket.disconnectFromHost();
    else if (listener() && m_ready)
        listener()->onDrained();
}

void QtStream::finishWriting()
{
    m_finish = true;
    if (pendingBytes() == 0)
        m_socket.disconnectFromHost();
}

void QtStream::closeNow(bool)
{
    m_over = true;
    m_patience.clear();
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    m_socket.disconnect(this);
    // Queued: inside a signal of its own QSslSocket does not survive being aborted.
    QMetaObject::invokeMethod(
        &m_socket, [this] { m_socket.abort(); }, Qt::QueuedConnection);
}

void QtStream::failed(QAbstractSocket::SocketError error)
{
    if (!m_ready && !m_handshaking && !m_addresses.isEmpty()) {
        // Queued: inside a signal of its own QSslSocket does not survive being aborted.
        QMetaObject::invokeMethod(this, &QtStream::tryNext, Qt::QueuedConnection);
        return;
    }
    if (!m_ready)
        return fail(faultWhileConnecting(error), m_socket.errorString());
    if (error != QAbstractSocket::RemoteHostClosedError) {
        m_endFault = StreamFault::Reset;
        m_endDetail = m_socket.errorString();
    }
    ended();
}

StreamFault QtStream::faultWhileConnecting(QAbstractSocket::SocketError error) const
{
    if (m_socket.proxy().type() != QNetworkProxy::NoProxy && !m_handshaking)
        return StreamFault::OutboundProxy; // whatever it says of itself or of the way beyond
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return StreamFault::Dns;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return StreamFault::Tls;
    default:
        return m_handshaking ? StreamFault::Tls : StreamFault::Refused;
    }
}

void QtStream::ended()
{
    // What has arrived before the end is delivered first, even when reading rests: then the end waits with
    // it.
    if (m_socket.bytesAvailable() > 0) {
        if (!m_reading)
            return;
        const QPointer<QtStream> self(this);
        static thread_local std::array<char, kReadBuffer> block;
        while (self && listener() && m_reading && m_socket.bytesAvailable() > 0) {
            const qint64 got = m_socket.read(block.data(), block.size());
            if (got <= 0)
                break;
            listener()->onBytes(QByteArrayView(block.data(), got));
        }
        if (!self || !listener() || m_socket.bytesAvailable() > 0)
            return;
    }
    if (m_ready)
        fail(m_endFault, m_endDetail);
    else
        fail(faultWhileConnecting(m_socket.error()), m_socket.errorString());
}

void QtStream::fail(StreamFault fault, const QString &detail)
{
    if (!m_over)
        closeAndTell(fault, detail);
}

} // namespace qcc

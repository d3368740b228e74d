// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/fd_stream.h"

#include "app/io/address_order.h"
#include "app/io/socket_options.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace qcc {

namespace {

QString systemText(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

void tune(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const int flags = ::fcntl(socket, F_GETFL);
    ::fcntl(socket, F_SETFL, flags | O_NONBLOCK);
    ::fcntl(socket, F_SETFD, FD_CLOEXEC);
}

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t size = 0;
};

SocketAddress socketAddress(const QHostAddress &address, quint16 port)
{
    SocketAddress result;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        auto *in6 = reinterpret_cast<sockaddr_in6 *>(&result.storage);
        in6->sin6_family = AF_INET6;
        in6->sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&in6->sin6_addr, &bytes, sizeof bytes);
        in6->sin6_scope_id = address.scopeId().toUInt();
        result.size = sizeof(sockaddr_in6);
    } else {
        auto *in4 = reinterpret_cast<sockaddr_in *>(&result.storage);
        in4->sin_family = AF_INET;
        in4->sin_port = htons(port);
        in4->sin_addr.s_addr = htonl(address.toIPv4Address());
        result.size = sizeof(sockaddr_in);
    }
    return result;
}

} // namespace

FdStream::FdStream() : m_patience([this] { patienceOver(); }) {}

FdStream::FdStream(int socket) : m_socket(socket), m_connected(true), m_patience([this] { patienceOver(); })
{
    tune(m_socket);
    m_watch = std::make_unique<SocketWatch>(m_socket, static_cast<SocketWatcher &>(*this));
    m_watch->setReading(true);
}

FdStream::~FdStream()
{
    closeNow(false);
}

void FdStream::connectToHost(const QString &host, quint16 port)
{
    m_port = port;
    const QHostAddress numeric(host);
    if (!numeric.isNull())
        return connectToAddresses({numeric}, port);
    m_lookup = QHostInfo::lookupHost(host, this, &FdStream::resolved);
}

void FdStream::connectToAddresses(const QList<QHostAddress> &addresses, quint16 port)
{
    m_port = port;
    m_addresses = addresses;
    QMetaObject::invokeMethod(this, &FdStream::connectNext, Qt::QueuedConnection);
}

void FdStream::resolved(const QHostInfo &info)
{
    m_lookup = -1;
    if (info.error() != QHostInfo::NoError || info.addresses().isEmpty()) {
        fail(StreamFault::Dns, info.errorString());
        return;
    }
    m_addresses = inTurn(info.addresses());
    connectNext();
}

void FdStream::connectNext()
{
    if (m_over)
        return;
    QString why = QStringLiteral("no address");
    while (!m_addresses.isEmpty()) {
        const QHostAddress address = m_addresses.takeFirst();
        const SocketAddress target = socketAddress(address, m_port);
        m_socket = ::socket(target.storage.ss_family, SOCK_STREAM, 0);
        if (m_socket < 0) {
            why = systemText(errno);
            continue;
        }
        tune(m_socket);
        const int rc = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&target.storage), target.size);
        if (rc == 0 || errno == EINPROGRESS) {
            m_watch = std::make_unique<SocketWatch>(m_socket, static_cast<SocketWatcher &>(*this));
            m_watch->setWriting(true);
            if (!m_addresses.isEmpty())
                m_patience.set(kAddressPatience);
            return;
        }
        why = systemText(errno);
        ::close(std::exchange(m_socket, -1));
    }
    fail(StreamFault::Refused, why);
}

/// This address keeps us waiting, and there is another.
void FdStream::patienceOver()
{
    if (m_over || m_connected || m_addresses.isEmpty())
        return;
    m_watch.reset();
    ::close(std::exchange(m_socket, -1));
    connectNext();
}

void FdStream::connectFinished()
{
    m_patience.clear();
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size);
    m_watch->setWriting(false);
    if (error != 0) {
        m_watch.reset();
        ::close(std::exchange(m_socket, -1));
        if (m_addresses.isEmpty())
            fail(StreamFault::Refused, systemText(error));
        else
            connectNext();
        return;
    }
    m_connected = true;
    limitUnacknowledged(m_socket);
    m_watch->setReading(m_reading);
    if (m_finish && pendingBytes() == 0)
        ::shutdown(m_socket, SHUT_WR);
    if (listener())
        listener()->onConnected();
}

void FdStream::setReading(bool on)
{
    if (m_reading == on)
        return;
    m_reading = on;
    if (m_watch && m_connected)
        m_watch->setReading(on);
}

void FdStream::socketReadable()
{
    static thread_local std::array<char, kReadBlock> block;
    if (m_socket < 0 || !m_reading || !listener())
        return;
    const ssize_t got = ::recv(m_socket, block.data(), block.size(), 0);
    if (got > 0) {
        listener()->onBytes(QByteArrayView(block.data(), got));
        return;
    }
    if (got == 0) {
        fail(m_writeBroken ? StreamFault::Reset : StreamFault::None, {});
        return;
    }
    if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
        fail(StreamFault::Reset, systemText(errno));
}

qsizetype FdStream::sendSome(const char *data, qsizetype size)
{
    while (true) {
        const ssize_t sent = ::send(m_socket, data, static_cast<size_t>(size), MSG_NOSIGNAL);
        if (sent >= 0)
            return sent;
        if (errno == EINTR)
            continue;
        return (errno == EAGAIN || errno == EWOULDBLOCK) ? 0 : -1;
    }
}

void FdStream::write(QByteArrayView bytes)
{
    if (m_over || m_writeBroken || m_finish || bytes.isEmpty())
        return;
    qsizetype sent = 0;
    if (m_connected && pendingBytes() == 0) {
        sent = sendSome(bytes.data(), bytes.size());
        if (sent < 0) {
            // The answer may already wait to be read: reading tells the end.
            m_writeBroken = true;
            if (!m_reading)
                failLater(StreamFault::Reset, QStringLiteral("connection closed by the peer"));
            return;
        }
    }
    if (sent < bytes.size())
        keep(bytes.data() + sent, bytes.size() - sent);
}

void FdStream::keep(const char *data, qsizetype size)
{
    if (m_outStart > 0 && m_outStart == m_out.size()) {
        m_out.clear();
        m_outStart = 0;
    }
    m_out.append(data, size);
    if (m_connected)
        m_watch->setWriting(true);
}

void FdStream::socketWritable()
{
    if (m_socket < 0)
        return;
    if (!m_connected) {
        connectFinished();
        if (pendingBytes() == 0)
            return;
    }
    if (m_socket < 0 || !m_watch)
        return;
    const qsizetype sent = pendingBytes() > 0 ? sendSome(m_out.constData() + m_outStart, pendingBytes()) : 0;
    if (sent < 0)
        m_writeBroken = true;
    m_outStart += std::max<qsizetype>(sent, 0);
    if (pendingBytes() > 0 && !m_writeBroken)
        return m_watch->setWriting(true);
    m_watch->setWriting(false);
    m_out = QByteArray();
    m_outStart = 0;
    if (m_writeBroken) {
        if (!m_reading)
            fail(StreamFault::Reset, QStringLiteral("connection closed by the peer"));
        return;
    }
    if (m_finish)
        ::shutdown(m_socket, SHUT_WR);
    if (listener())
        listener()->onDrained();
}

void FdStream::finishWriting()
{
    m_finish = true;
    if (m_connected && m_socket >= 0 && pendingBytes() == 0)
        ::shutdown(m_socket, SHUT_WR);
}

void FdStream::closeNow(bool reset)
{
    m_over = true;
    if (m_lookup >= 0)
        QHostInfo::abortHostLookup(std::exchange(m_lookup, -1));
    m_addresses.clear();
    m_watch.reset();
    if (m_socket < 0)
        return;
    if (reset) {
        const linger hard{1, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    }
    ::close(std::exchange(m_socket, -1));
    m_out = QByteArray();
    m_outStart = 0;
}

void FdStream::failLater(StreamFault fault, const QString &detail)
{
    QMetaObject::invokeMethod(
        this, [this, fault, detail] { fail(fault, detail); }, Qt::QueuedConnection);
}

void FdStream::fail(StreamFault fault, const QString &detail)
{
    if (!m_over)
        closeAndTell(fault, detail);
}

} // namespace qcc

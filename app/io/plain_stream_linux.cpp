// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/plain_stream.h"

#include "app/io/fd_stream.h"

#include <QHostAddress>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace qcc {

namespace {

/// Unsent bytes that the system may hold for one client: a stalled reader costs little, and a slow one shows
/// its progress.
constexpr int kUnsentInSystem = 128 * 1024;

bool isFromThisMachine(int socket)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const bool known = ::getpeername(socket, generic, &size) == 0 &&
                       (address.ss_family == AF_INET || address.ss_family == AF_INET6);
    return known && QHostAddress(generic).isLoopback();
}

} // namespace

StreamPtr newPlainStream()
{
    return StreamPtr(new FdStream);
}

AcceptedStream acceptedStream(qintptr socket)
{
    const auto descriptor = static_cast<int>(socket);
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &kUnsentInSystem, sizeof kUnsentInSystem);
    const bool fromThisMachine = isFromThisMachine(descriptor);
    return {StreamPtr(new FdStream(descriptor)), fromThisMachine};
}

} // namespace qcc

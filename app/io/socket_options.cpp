// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/socket_options.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#endif

namespace qcc {

void limitUnacknowledged([[maybe_unused]] int socket)
{
#ifdef Q_OS_LINUX
    const auto limit = static_cast<unsigned>(std::chrono::milliseconds(kUnacknowledged).count());
    ::setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
#endif
}

} // namespace qcc

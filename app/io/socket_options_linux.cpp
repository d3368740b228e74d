// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/socket_options.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace qcc {

void limitUnacknowledged(int socket)
{
    const auto limit = static_cast<unsigned>(std::chrono::milliseconds(kUnacknowledged).count());
    ::setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &limit, sizeof limit);
}

} // namespace qcc

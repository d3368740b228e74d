// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/peer_identity.h"

#include <sys/socket.h>
#include <unistd.h>

namespace qcc {

bool peerIsSameUser(qintptr socketDescriptor)
{
    ucred peer{};
    socklen_t length = sizeof(peer);
    if (::getsockopt(static_cast<int>(socketDescriptor), SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0)
        return false;
    return peer.uid == ::geteuid() || peer.uid == 0;
}

} // namespace qcc

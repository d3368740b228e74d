// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/peer_identity.h"

#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

namespace qcc {

bool peerIsSameUser(qintptr socketDescriptor)
{
    uid_t user = 0;
#ifdef SO_PEERCRED
    ucred peer{};
    socklen_t length = sizeof(peer);
    if (::getsockopt(static_cast<int>(socketDescriptor), SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0)
        return false;
    user = peer.uid;
#else
    gid_t group = 0;
    if (::getpeereid(static_cast<int>(socketDescriptor), &user, &group) != 0)
        return false;
#endif
    return user == ::geteuid() || user == 0;
}

} // namespace qcc

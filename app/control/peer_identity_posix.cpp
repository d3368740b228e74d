// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/peer_identity.h"

#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

namespace qcc {

bool peerIsSameUser(qintptr socketDescriptor)
{
    uid_t user = 0;
    gid_t group = 0;
    if (::getpeereid(static_cast<int>(socketDescriptor), &user, &group) != 0)
        return false;
    return user == ::geteuid() || user == 0;
}

} // namespace qcc

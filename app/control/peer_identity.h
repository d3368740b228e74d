// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace qcc {

/// Whether the process at the other end of a local socket runs as the same user (or as root). Asked by both
/// sides before anything is sent or believed, so that a socket planted in a shared directory gets no key.
bool peerIsSameUser(qintptr socketDescriptor);

} // namespace qcc

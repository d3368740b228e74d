// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/byte_stream.h"

namespace qcc {

/// Plain TCP in the way that suits the system: on Linux by sockets of our own (docs/decisions/0003),
/// elsewhere by Qt's. Engine thread.

/// To be connected.
StreamPtr newPlainStream();

struct AcceptedStream
{
    StreamPtr stream;
    bool fromThisMachine = false; ///< loopback, in IPv6's form too; what can't be told is not
};
/// A connection that a client has made to us; takes @p socket over.
AcceptedStream acceptedStream(qintptr socket);

} // namespace qcc

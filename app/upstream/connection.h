// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/byte_stream.h"
#include "models/domain/endpoint.h"
#include "models/domain/outcome.h"

#include <QSslConfiguration>

namespace qcc {

/// A stream on the way to the endpoint: straight on the system's socket for plain HTTP, QSslSocket for TLS
/// and outbound proxies.
StreamPtr openStream(const Endpoint &endpoint, const QSslConfiguration &tls);

/// What the end of a connection means for an attempt whose answer has not begun.
TransportFault faultBeforeAnswer(StreamFault fault, bool connected);

} // namespace qcc

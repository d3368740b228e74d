// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/connection.h"

#include "app/io/plain_stream.h"
#include "app/io/qt_stream.h"
#include "app/upstream/tls.h"

namespace qcc {

StreamPtr openStream(const Endpoint &endpoint, const QSslConfiguration &tls)
{
    const bool encrypted = endpoint.url.scheme() == QLatin1String("https");
    if (!encrypted && endpoint.outboundProxy.isEmpty()) {
        StreamPtr plain = newPlainStream();
        plain->connectToHost(endpoint.url.host(), portOf(endpoint.url));
        return plain;
    }
    StreamPtr stream(new QtStream(encrypted ? QtStream::Security::Tls : QtStream::Security::Plain, tls,
                                  outboundProxy(endpoint)));
    stream->connectToHost(endpoint.url.host(), portOf(endpoint.url));
    return stream;
}

TransportFault faultBeforeAnswer(StreamFault fault, bool connected)
{
    switch (fault) {
    case StreamFault::Dns:
        return TransportFault::Dns;
    case StreamFault::Refused:
        return connected ? TransportFault::Reset : TransportFault::Refused;
    case StreamFault::Tls:
        return TransportFault::Tls;
    case StreamFault::OutboundProxy:
        return TransportFault::OutboundProxy;
    case StreamFault::None:
    case StreamFault::Reset:
        return TransportFault::Reset;
    }
    Q_UNREACHABLE();
}

} // namespace qcc

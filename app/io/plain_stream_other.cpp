// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/plain_stream.h"

#include "app/io/qt_stream.h"

namespace qcc {

StreamPtr newPlainStream()
{
    return StreamPtr(new QtStream(QtStream::Security::Plain, {}, QNetworkProxy(QNetworkProxy::NoProxy)));
}

AcceptedStream acceptedStream(qintptr socket)
{
    auto *stream = new QtStream(socket);
    return {StreamPtr(stream), stream->peerAddress().isLoopback()};
}

} // namespace qcc

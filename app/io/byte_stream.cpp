// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/byte_stream.h"

namespace qcc {

void ByteStream::closeAndTell(StreamFault fault, const QString &detail)
{
    closeNow(false);
    if (StreamListener *hearer = std::exchange(m_listener, nullptr))
        hearer->onClosed(fault, detail);
}

void StreamRelease::operator()(ByteStream *stream) const
{
    stream->setListener(nullptr);
    stream->closeNow(false);
    stream->deleteLater();
}

} // namespace qcc

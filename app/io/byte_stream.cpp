// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/byte_stream.h"

namespace qcc {

void StreamRelease::operator()(ByteStream *stream) const
{
    stream->setListener(nullptr);
    stream->closeNow(false);
    stream->deleteLater();
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http1.h"

namespace qcc {

/// Takes a request body out of a connection's bytes: by length or chunks, bounded. Knows no socket.
class RequestBodyReader
{
public:
    enum class Status { NeedMore, Done, Bad, TooLarge };
    struct Step
    {
        Status status = Status::NeedMore;
        qsizetype consumed = 0;
        QByteArrayView data; ///< a view into the input
    };

    RequestBodyReader(BodyFraming framing, qint64 limit);
    /// Call again with the rest until it consumes nothing or is not NeedMore.
    Step next(QByteArrayView input);
    bool done() const { return m_done; }

private:
    Step nextOfLength(QByteArrayView input);
    Step nextChunk(QByteArrayView input);

    BodyFraming m_framing;
    qint64 m_limit;
    qint64 m_taken = 0;
    bool m_done = false;
    ChunkedDecoder m_chunks;
};

} // namespace qcc

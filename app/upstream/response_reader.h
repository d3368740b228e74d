// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http1.h"

namespace qcc {

/// Reads one HTTP/1.1 answer from a connection's bytes, strictly, without copying its body. Interim answers
/// (1xx) are passed over, 101 is refused: nothing is ever upgraded. Knows no socket.
class ResponseReader
{
public:
    static constexpr int kMaxInterim = 256;

    enum class Event { NeedMore, Head, Body, End, Bad };

    explicit ResponseReader(QByteArrayView method)
        : m_method(method.toByteArray()), m_scanner(kResponseHeadLimits)
    {
    }

    /// More bytes; they must stay where they are until next() has said NeedMore, End or Bad.
    void feed(QByteArrayView bytes);
    Event next();
    /// The peer has closed: End when that is how the body ends, else Bad (cut).
    Event atClose() const;

    const ResponseHead &head() const { return m_response.head; } ///< after Head
    QByteArrayView body() const { return m_body; }               ///< after Body
    bool anyBytes() const { return m_anyBytes; }
    bool headSeen() const { return m_state != State::Head; }
    /// After End: the connection may carry another request.
    bool reusable() const;

private:
    enum class State { Head, Length, Chunked, UntilClose, Done, Bad };

    Event nextHead();
    Event nextLength();
    Event nextChunk();
    Event bad();
    void beginBody();

    QByteArray m_method;
    State m_state = State::Head;
    HeadScanner m_scanner;
    QByteArray m_buffer; ///< the head so far, and what came with it
    QByteArrayView m_input;
    QByteArrayView m_body;
    ParsedResponse m_response;
    ChunkedDecoder m_chunks;
    quint64 m_remaining = 0;
    int m_interim = 0;
    bool m_anyBytes = false;
};

} // namespace qcc

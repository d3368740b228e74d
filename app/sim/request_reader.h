// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sim/received_request.h"

#include <QByteArray>

#include <vector>

namespace qcc::sim {

/// Reads HTTP/1.1 requests out of bytes that arrive in any pieces (RFC 9112). Knows no socket. Strict: what
/// it does not understand is Bad, and nothing after that is read.
///
///   Head ──headers end──▶ (no body) ──────────────▶ End ──next()──▶ Head
///                    └──▶ Body / ChunkSize … ─────▶ End
class RequestReader
{
public:
    static constexpr qsizetype maxHead = 64 * 1024;
    static constexpr qsizetype maxChunkLine = 1024;

    enum class Event {
        NeedMore,
        Head, ///< method(), target(), … are set
        Body, ///< body() holds the next decoded bytes
        End,  ///< the request is over; the next call of next() begins with the following one
        Bad   ///< not HTTP/1.x, or ambiguous; why() says it
    };

    void feed(const QByteArray &bytes) { m_buffer.append(bytes); }
    Event next();

    QByteArray method() const { return m_method; }
    QByteArray target() const { return m_target; }
    QByteArray version() const { return m_version; }
    const std::vector<Field> &fields() const { return m_fields; }
    BodyFraming framing() const { return m_framing; }
    qint64 declaredLength() const { return m_remaining; } ///< right after Head, with framing Length
    QByteArray body() const { return m_body; }
    QByteArray why() const { return m_why; }
    qsizetype buffered() const { return m_buffer.size(); }

private:
    enum class State { Head, Length, ChunkSize, ChunkData, ChunkEnd, Trailer, Over, Bad };

    Event readHead();
    Event readLength();
    Event readChunkSize();
    Event readChunkData();
    Event readChunkEnd();
    Event readTrailer();
    Event bad(const char *why);
    bool parseRequestLine(const QByteArray &line);
    bool parseField(const QByteArray &line);
    const char *decideFraming();
    void takeBody(qint64 most);
    void startRequest();

    QByteArray m_buffer;
    State m_state = State::Head;
    QByteArray m_method;
    QByteArray m_target;
    QByteArray m_version;
    std::vector<Field> m_fields;
    BodyFraming m_framing = BodyFraming::None;
    qint64 m_remaining = 0;
    QByteArray m_body;
    QByteArray m_why;
};

} // namespace qcc::sim

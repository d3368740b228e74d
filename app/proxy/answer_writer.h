// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/http_message.h"

#include <optional>

namespace qcc {

class ByteStream;

/// What the request decides about the form of its answer.
struct AnswerForm
{
    bool headRequest = false; ///< HEAD: no body is sent
    bool http10 = false;
    bool keepAlive = true;
};

/// Frames one answer (RFC 9112 section 6) and sends each batch with one write. Engine thread.
class AnswerWriter
{
public:
    AnswerWriter(ByteStream &stream, AnswerForm form) : m_stream(stream), m_form(form) {}

    void begin(const ResponseHead &head, std::optional<qint64> length);
    void body(QByteArrayView bytes);
    void flush();
    /// Ends the body and flushes. False when the length promised was not reached: the connection must be
    /// broken.
    bool end();
    bool begun() const { return m_begun; }
    /// Bytes given to the stream so far.
    qint64 written() const { return m_written; }
    /// After end(): may another request follow?
    bool keepAlive() const { return m_form.keepAlive; }
    /// The request's body was not read to its end: the connection can't be kept. Only before begin().
    void forbidKeepAlive() { m_form.keepAlive = false; }

private:
    enum class Framing { None, Length, Chunked, UntilClose };
    /// A batch buffer larger than this is given back after use, so that an idle stream holds little.
    static constexpr qsizetype kKeptBuffer = 4096;

    ByteStream &m_stream;
    AnswerForm m_form;
    Framing m_framing = Framing::None;
    qint64 m_remaining = 0;
    qint64 m_written = 0;
    bool m_begun = false;
    QByteArray m_batch;
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/http_message.h"

namespace qcc {

/// Where an answer goes: the client's side of a request. Exactly one of endAnswer and breakOff is the last
/// call. Engine thread.
class AnswerSink
{
public:
    virtual ~AnswerSink() = default;
    /// @p length: of the body, where it is known; else it is sent chunked, or until the close to a HTTP/1.0
    /// client.
    virtual void beginAnswer(const ResponseHead &head, std::optional<qint64> length) = 0;
    /// Gathers body bytes; flush() sends them in one piece.
    virtual void writeBody(QByteArrayView bytes) = 0;
    virtual void flush() = 0;
    virtual void endAnswer() = 0;
    /// The answer can't be completed: the connection is broken, so that the client can't take what it has for
    /// the whole.
    virtual void breakOff() = 0;
    /// Bytes that the client has not taken yet.
    virtual qsizetype waitingBytes() const = 0;
};

} // namespace qcc

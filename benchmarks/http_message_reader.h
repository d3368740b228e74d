// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace qcc::bench {

/// Reads one HTTP/1.1 message as its bytes arrive. Just enough for a benchmark's two ends, which trust each
/// other: framing by Content-Length or chunked, no trailers kept. Bytes after the message make it bad, as
/// nobody here pipelines.
class HttpMessageReader
{
public:
    enum class Kind { Request, Response };
    enum class Status { NeedMore, Complete, Bad };

    explicit HttpMessageReader(Kind kind) : m_kind(kind) {}

    /// Takes all of @p bytes and appends what of them is body, with the chunk framing taken off, to @p body.
    Status feed(std::string_view bytes, std::string &body);
    const std::string &startLine() const { return m_startLine; }
    /// The status of a response's start line, 0 when there is none.
    int statusCode() const;
    bool keepAlive() const { return m_keepAlive; }

private:
    enum class State {
        StartLine,
        Field,
        Length,
        ChunkSize,
        ChunkData,
        ChunkEnd,
        Trailer,
        UntilClose,
        Complete,
        Bad
    };

    bool takesLines() const;
    std::string_view takeLine(std::string_view bytes);
    std::string_view takeData(std::string_view bytes, std::string &body);
    void endLine();
    void readField();
    void endHead();
    void readChunkSize();

    Kind m_kind;
    State m_state = State::StartLine;
    std::string m_line; ///< the line under way
    std::string m_startLine;
    uint64_t m_remaining = 0;
    bool m_hasLength = false;
    bool m_chunked = false;
    bool m_keepAlive = true;
};

} // namespace qcc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/content_decoder.h"

namespace qcc::http {

/// Grows a decoder's output piece by piece, never beyond ContentDecoder::kOutputLimit. For this room's
/// decoders only.
class OutputBuffer
{
public:
    struct Room
    {
        char *data;
        qsizetype size;
    };

    explicit OutputBuffer(QByteArray &out) : m_out(out), m_used(out.size()) {}
    ~OutputBuffer() { m_out.truncate(m_used); }
    OutputBuffer(const OutputBuffer &) = delete;
    OutputBuffer &operator=(const OutputBuffer &) = delete;

    /// Where the next piece goes: one byte beyond the limit, so that running into it shows.
    Room room()
    {
        const qsizetype size = std::min(kPiece, ContentDecoder::kOutputLimit + 1 - m_used);
        m_out.resize(m_used + size);
        return {m_out.data() + m_used, size};
    }
    /// @p size bytes of the room were filled. False when that is more than one call may give.
    bool commit(qsizetype size)
    {
        m_used += size;
        return m_used <= ContentDecoder::kOutputLimit;
    }

private:
    static constexpr qsizetype kPiece = 16 * 1024;
    QByteArray &m_out;
    qsizetype m_used;
};

std::unique_ptr<ContentDecoder> makeBrotliDecoder();
std::unique_ptr<ContentDecoder> makeZstdDecoder();

} // namespace qcc::http

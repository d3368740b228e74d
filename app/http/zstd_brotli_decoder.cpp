// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/decoders.h"

#include <brotli/decode.h>
#include <zstd.h>

namespace qcc::http {

namespace {

/// RFC 7932.
class BrotliDecoder final : public ContentDecoder
{
public:
    std::optional<QByteArray> decode(QByteArrayView coded) override
    {
        QByteArray out;
        m_broken = m_broken || !m_state || !decodeInto(coded, out);
        if (m_broken)
            return std::nullopt;
        return out;
    }

private:
    bool decodeInto(QByteArrayView coded, QByteArray &out)
    {
        if (coded.isEmpty())
            return true;
        if (BrotliDecoderIsFinished(m_state.get()))
            return false; // nothing may follow
        const auto *in = reinterpret_cast<const uint8_t *>(coded.data());
        auto inLeft = static_cast<size_t>(coded.size());
        BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
        for (OutputBuffer buffer(out); result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;) {
            const OutputBuffer::Room room = buffer.room();
            auto *to = reinterpret_cast<uint8_t *>(room.data);
            auto left = static_cast<size_t>(room.size);
            result = BrotliDecoderDecompressStream(m_state.get(), &inLeft, &in, &left, &to, nullptr);
            if (!buffer.commit(room.size - static_cast<qsizetype>(left)))
                return false;
        }
        return result != BROTLI_DECODER_RESULT_ERROR && inLeft == 0;
    }

    struct Destroy
    {
        void operator()(BrotliDecoderState *state) const { BrotliDecoderDestroyInstance(state); }
    };
    std::unique_ptr<BrotliDecoderState, Destroy> m_state{
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)};
    bool m_broken = false;
};

/// RFC 8878, frames one after the other; windows up to 8 MiB (RFC 9659).
class ZstdDecoder final : public ContentDecoder
{
public:
    ZstdDecoder() : m_stream(ZSTD_createDStream())
    {
        constexpr int windowLog = 23;
        m_broken =
            !m_stream || ZSTD_isError(ZSTD_DCtx_setParameter(m_stream.get(), ZSTD_d_windowLogMax, windowLog));
    }

    std::optional<QByteArray> decode(QByteArrayView coded) override
    {
        QByteArray out;
        m_broken = m_broken || !decodeInto(coded, out);
        if (m_broken)
            return std::nullopt;
        return out;
    }

private:
    bool decodeInto(QByteArrayView coded, QByteArray &out)
    {
        ZSTD_inBuffer in{coded.data(), static_cast<size_t>(coded.size()), 0};
        bool full = false; // there may be output left that fitted no more
        for (OutputBuffer buffer(out); in.pos < in.size || full;) {
            const OutputBuffer::Room room = buffer.room();
            ZSTD_outBuffer to{room.data, static_cast<size_t>(room.size), 0};
            const size_t code = ZSTD_decompressStream(m_stream.get(), &to, &in);
            if (ZSTD_isError(code) || !buffer.commit(static_cast<qsizetype>(to.pos)))
                return false;
            full = to.pos == to.size && code != 0; // 0: frame complete and flushed
        }
        return true;
    }

    struct Free
    {
        void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
    };
    std::unique_ptr<ZSTD_DStream, Free> m_stream;
    bool m_broken = false;
};

} // namespace

std::unique_ptr<ContentDecoder> makeBrotliDecoder()
{
    return std::make_unique<BrotliDecoder>();
}

std::unique_ptr<ContentDecoder> makeZstdDecoder()
{
    return std::make_unique<ZstdDecoder>();
}

} // namespace qcc::http

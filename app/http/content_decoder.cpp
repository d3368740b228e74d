// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/content_decoder.h"

#include "app/http/decoders.h"

#include <zlib.h>

namespace qcc {

namespace {

class IdentityDecoder final : public ContentDecoder
{
public:
    std::optional<QByteArray> decode(QByteArrayView coded) override { return coded.toByteArray(); }
};

/// Owns a zlib inflater. Window bits choose the wrapper: 15 zlib, 31 gzip, -15 raw.
class Inflater
{
public:
    explicit Inflater(int windowBits) : m_ready(inflateInit2(&m_stream, windowBits) == Z_OK) {}
    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    bool isReady() const { return m_ready; }
    z_stream &stream() { return m_stream; }

private:
    z_stream m_stream{};
    bool m_ready;
};

/// Runs @p stream over @p coded until the input is used up or the member ends, which @p ended reports. False
/// when broken or over the limit.
bool inflateInto(z_stream &stream, QByteArrayView &coded, QByteArray &out, bool &ended)
{
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(coded.data()));
    stream.avail_in = static_cast<uInt>(coded.size());
    int code = Z_OK;
    for (http::OutputBuffer buffer(out); code == Z_OK;) {
        const http::OutputBuffer::Room room = buffer.room();
        stream.next_out = reinterpret_cast<Bytef *>(room.data);
        stream.avail_out = static_cast<uInt>(room.size);
        code = inflate(&stream, Z_NO_FLUSH);
        if (!buffer.commit(room.size - stream.avail_out))
            return false;
        if (code == Z_OK && stream.avail_in == 0 && stream.avail_out > 0)
            break;
    }
    coded = coded.last(stream.avail_in);
    ended = code == Z_STREAM_END;
    return ended || code == Z_OK || code == Z_BUF_ERROR; // Z_BUF_ERROR: nothing more to do with these bytes
}

/// RFC 1952: members one after the other, zero padding behind them.
class GzipDecoder final : public ContentDecoder
{
public:
    std::optional<QByteArray> decode(QByteArrayView coded) override
    {
        QByteArray out;
        while (!coded.isEmpty() && !m_broken) {
            if (m_betweenMembers) {
                if (!startMember(coded))
                    break;
            }
            m_broken = m_broken || !inflateInto(m_inflater.stream(), coded, out, m_betweenMembers);
        }
        if (m_broken)
            return std::nullopt;
        return out;
    }

private:
    /// False when only padding was left.
    bool startMember(QByteArrayView &coded)
    {
        while (!coded.isEmpty() && coded.front() == '\0') {
            coded = coded.sliced(1);
            m_padded = true;
        }
        if (coded.isEmpty())
            return false;
        m_broken = m_padded || inflateReset(&m_inflater.stream()) != Z_OK;
        m_betweenMembers = false;
        return !m_broken;
    }

    Inflater m_inflater{15 + 16};
    bool m_broken = !m_inflater.isReady();
    bool m_betweenMembers = false;
    bool m_padded = false;
};

/// "deflate" is zlib's format (RFC 9110 section 8.4.1.2), but some senders leave the wrapper out; the first
/// two bytes tell.
class DeflateDecoder final : public ContentDecoder
{
public:
    std::optional<QByteArray> decode(QByteArrayView coded) override
    {
        if (m_broken)
            return std::nullopt;
        QByteArray joined;
        if (!m_inflater) {
            joined = m_held + coded.toByteArray();
            m_held = joined;
            if (joined.size() < 2)
                return QByteArray();
            m_inflater.emplace(hasZlibHeader(joined) ? 15 : -15);
            m_held.clear();
            coded = joined;
        }
        QByteArray out;
        m_broken = !m_inflater->isReady() || !inflateRest(coded, out);
        if (m_broken)
            return std::nullopt;
        return out;
    }

private:
    bool inflateRest(QByteArrayView coded, QByteArray &out)
    {
        if (!m_ended && !coded.isEmpty() && !inflateInto(m_inflater->stream(), coded, out, m_ended))
            return false;
        return !m_ended || coded.isEmpty(); // nothing may follow
    }

    static bool hasZlibHeader(QByteArrayView bytes)
    {
        const int cmf = static_cast<unsigned char>(bytes[0]);
        const int flags = static_cast<unsigned char>(bytes[1]);
        return (cmf & 0x0f) == 8 && (cmf * 256 + flags) % 31 == 0;
    }

    std::optional<Inflater> m_inflater;
    QByteArray m_held;
    bool m_ended = false;
    bool m_broken = false;
};

} // namespace

std::unique_ptr<ContentDecoder> ContentDecoder::make(QByteArrayView contentEncoding)
{
    const QByteArray coding = contentEncoding.trimmed().toByteArray().toLower();
    if (coding.isEmpty() || coding == "identity")
        return std::make_unique<IdentityDecoder>();
    if (coding == "gzip" || coding == "x-gzip")
        return std::make_unique<GzipDecoder>();
    if (coding == "deflate")
        return std::make_unique<DeflateDecoder>();
    if (coding == "br")
        return http::makeBrotliDecoder();
    if (coding == "zstd")
        return http::makeZstdDecoder();
    return nullptr;
}

} // namespace qcc

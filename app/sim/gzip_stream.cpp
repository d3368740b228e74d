// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/gzip_stream.h"

#include <array>
#include <zlib.h>

namespace qcc::sim {

GzipStream::GzipStream() : m_stream(std::make_unique<z_stream_s>())
{
    constexpr int gzipWindow = 15 + 16; // zlib.h: 16 more asks for a gzip header
    constexpr int memoryLevel = 8;
    const int status =
        deflateInit2(m_stream.get(), Z_BEST_SPEED, Z_DEFLATED, gzipWindow, memoryLevel, Z_DEFAULT_STRATEGY);
    Q_ASSERT_X(status == Z_OK, "GzipStream", "deflateInit2 fails only without memory");
    Q_UNUSED(status)
}

GzipStream::~GzipStream()
{
    deflateEnd(m_stream.get());
}

QByteArray GzipStream::add(const QByteArray &bytes)
{
    return deflateAll(bytes, Z_SYNC_FLUSH);
}

QByteArray GzipStream::finish()
{
    return deflateAll({}, Z_FINISH);
}

QByteArray GzipStream::deflateAll(const QByteArray &bytes, int flush)
{
    QByteArray input = bytes;
    QByteArray output;
    std::array<char, 16 * 1024> piece;
    m_stream->next_in = reinterpret_cast<Bytef *>(input.data());
    m_stream->avail_in = uInt(input.size());
    do {
        m_stream->next_out = reinterpret_cast<Bytef *>(piece.data());
        m_stream->avail_out = uInt(piece.size());
        deflate(m_stream.get(), flush);
        output.append(piece.data(), qsizetype(piece.size() - m_stream->avail_out));
    } while (m_stream->avail_out == 0);
    return output;
}

} // namespace qcc::sim

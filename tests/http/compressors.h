// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

/// The other direction of ContentDecoder, for tests.
namespace qcc::test {

/// Window bits choose the wrapper: 15 zlib, 31 gzip, -15 raw.
inline QByteArray deflated(const QByteArray &plain, int windowBits)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int code = deflate(&stream, Z_FINISH);
    out.truncate(out.size() - static_cast<qsizetype>(stream.avail_out));
    deflateEnd(&stream);
    return code == Z_STREAM_END ? out : QByteArray();
}

inline QByteArray gzipped(const QByteArray &plain)
{
    return deflated(plain, 31);
}

inline QByteArray brotlied(const QByteArray &plain)
{
    std::size_t size = BrotliEncoderMaxCompressedSize(static_cast<std::size_t>(plain.size()));
    QByteArray out(static_cast<qsizetype>(size), '\0');
    const bool done = BrotliEncoderCompress(
        5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, static_cast<std::size_t>(plain.size()),
        reinterpret_cast<const uint8_t *>(plain.data()), &size, reinterpret_cast<uint8_t *>(out.data()));
    out.truncate(static_cast<qsizetype>(size));
    return done ? out : QByteArray();
}

inline QByteArray zstded(const QByteArray &plain)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(plain.size()))), '\0');
    const std::size_t size = ZSTD_compress(out.data(), static_cast<std::size_t>(out.size()), plain.data(),
                                           static_cast<std::size_t>(plain.size()), 3);
    out.truncate(static_cast<qsizetype>(size));
    return ZSTD_isError(size) ? QByteArray() : out;
}

} // namespace qcc::test

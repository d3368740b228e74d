// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

struct z_stream_s;

namespace qcc::sim {

/// One gzip member (RFC 1952) made piece by piece; each piece can be decoded as soon as it has arrived.
class GzipStream
{
public:
    GzipStream();
    ~GzipStream();
    GzipStream(const GzipStream &) = delete;
    GzipStream &operator=(const GzipStream &) = delete;

    /// The coded form of @p bytes, flushed.
    QByteArray add(const QByteArray &bytes);
    /// The end of the member.
    QByteArray finish();

private:
    QByteArray deflateAll(const QByteArray &bytes, int flush);

    std::unique_ptr<z_stream_s> m_stream;
};

} // namespace qcc::sim

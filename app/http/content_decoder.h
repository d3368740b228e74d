// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace qcc {

/// Looks into a compressed answer while the bytes themselves pass on untouched. Knows nothing of HTTP
/// framing; must not be trusted to say that the data was complete. Any thread, one at a time.
class ContentDecoder
{
public:
    virtual ~ContentDecoder() = default;
    /// The decoded bytes of @p coded, which may be cut anywhere; nothing when the data is broken (and from
    /// then on). Data that decodes to more than kOutputLimit in one call counts as broken (a compression
    /// bomb), so pieces should be small: 16 KiB. The identity coding just copies.
    virtual std::optional<QByteArray> decode(QByteArrayView coded) = 0;
    static constexpr qsizetype kOutputLimit = 1024 * 1024;

    /// A decoder for a Content-Encoding value: gzip, x-gzip, deflate, br, zstd, identity or empty (which
    /// copies). Null for any other or for several codings.
    static std::unique_ptr<ContentDecoder> make(QByteArrayView contentEncoding);
};

} // namespace qcc

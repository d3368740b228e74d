// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace qcc {

/// Looks into a compressed answer while the bytes themselves pass on untouched.
class ContentDecoder
{
public:
    virtual ~ContentDecoder() = default;
    /// The decoded bytes of @p coded, at most kOutputLimit per call; nothing when the data is broken (and from then on).
    virtual std::optional<QByteArray> decode(QByteArrayView coded) = 0;
    static constexpr qsizetype kOutputLimit = 1024 * 1024;

    /// A decoder for a Content-Encoding value: gzip, x-gzip, deflate, br, zstd, identity or empty (which copies). Null for any other or for several codings.
    static std::unique_ptr<ContentDecoder> make(QByteArrayView contentEncoding);
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/byte_stream.h"

#include <functional>
#include <optional>

namespace qcc::test {

/// Owns a stream and remembers what it hears of it.
struct StreamRecorder final : StreamListener
{
    enum class Moment { Connected, Bytes, Drained, Closed };

    explicit StreamRecorder(ByteStream *opened) : stream(opened) { stream->setListener(this); }

    void onConnected() override
    {
        ++connected;
        tell(Moment::Connected);
    }
    void onBytes(QByteArrayView some) override
    {
        bytes.append(some.data(), some.size());
        largestPiece = std::max(largestPiece, some.size());
        tell(Moment::Bytes);
    }
    void onDrained() override
    {
        ++drained;
        tell(Moment::Drained);
    }
    void onClosed(StreamFault fault, const QString &words) override
    {
        ++closings;
        closed = fault;
        detail = words;
        tell(Moment::Closed);
    }

    StreamPtr stream;
    std::function<void(Moment)> also; ///< called after each is noted
    QByteArray bytes;
    qsizetype largestPiece = 0;
    int connected = 0;
    int drained = 0;
    int closings = 0;
    std::optional<StreamFault> closed;
    QString detail;

private:
    void tell(Moment moment)
    {
        if (const auto call = also)
            call(moment);
    }
};

} // namespace qcc::test

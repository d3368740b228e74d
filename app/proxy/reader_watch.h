// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/deadline.h"
#include "models/domain/time.h"

namespace qcc {

class ByteStream;

/// Watches whether a client takes what waits for it. A slow one is left alone as long as it takes something
/// in every span of the limit; one that takes nothing for one to two spans is reported. Engine thread.
class ReaderWatch
{
public:
    ReaderWatch(const ByteStream &stream, milliseconds limit, std::function<void()> stalled);

    /// @p bytes more were given to the stream.
    void wrote(qint64 bytes);
    /// Nothing waits any more.
    void drained() { m_deadline.clear(); }

private:
    qint64 taken() const;
    void look();

    const ByteStream &m_stream;
    milliseconds m_limit;
    std::function<void()> m_stalled;
    qint64 m_written = 0;
    qint64 m_takenBefore = 0;
    Deadline m_deadline;
};

} // namespace qcc

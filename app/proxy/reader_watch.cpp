// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/reader_watch.h"

#include "app/io/byte_stream.h"

namespace qcc {

ReaderWatch::ReaderWatch(const ByteStream &stream, milliseconds limit, std::function<void()> stalled)
    : m_stream(stream), m_limit(limit), m_stalled(std::move(stalled)), m_deadline([this] { look(); })
{
}

void ReaderWatch::wrote(qint64 bytes)
{
    m_written += bytes;
    if (m_deadline.isSet() || m_stream.pendingBytes() == 0)
        return;
    m_takenBefore = taken();
    m_deadline.set(m_limit);
}

qint64 ReaderWatch::taken() const
{
    return m_written - m_stream.pendingBytes();
}

void ReaderWatch::look()
{
    if (m_stream.pendingBytes() == 0)
        return;
    if (taken() == m_takenBefore) {
        const std::function<void()> stalled = m_stalled; // the call may destroy us
        return stalled();
    }
    m_takenBefore = taken();
    m_deadline.set(m_limit);
}

} // namespace qcc

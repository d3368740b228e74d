// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/line_framer.h"

namespace qcc {

namespace {

void overwrite(char *bytes, qsizetype count)
{
    volatile char *target = bytes;
    for (qsizetype i = 0; i < count; ++i)
        target[i] = 0;
}

} // namespace

void wipeBytes(QByteArray &bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached())
        overwrite(bytes.data(), bytes.size());
    bytes.clear();
}

LineFramer::~LineFramer()
{
    wipeBytes(m_buffer);
}

void LineFramer::append(const char *bytes, qsizetype count)
{
    makeRoom(count);
    m_buffer.append(bytes, count);
}

void LineFramer::makeRoom(qsizetype count)
{
    if (m_buffer.capacity() >= m_buffer.size() + count)
        return;
    QByteArray bigger;
    bigger.reserve(std::max(2 * pending(), pending() + count));
    bigger.append(m_buffer.constData() + m_start, pending());
    wipeBytes(m_buffer);
    m_buffer = std::move(bigger);
    m_scanned -= m_start;
    m_start = 0;
}

std::optional<QByteArray> LineFramer::takeLine()
{
    if (m_tooLong)
        return std::nullopt;
    const qsizetype end = m_buffer.indexOf('\n', m_scanned);
    const qsizetype length = (end < 0 ? m_buffer.size() : end) - m_start;
    if (length > m_longestLine) {
        m_tooLong = true;
        return std::nullopt;
    }
    if (end < 0) {
        m_scanned = m_buffer.size();
        return std::nullopt;
    }
    const QByteArray line(m_buffer.constData() + m_start, length);
    overwrite(m_buffer.data() + m_start, length);
    m_start = m_scanned = end + 1;
    return line;
}

} // namespace qcc

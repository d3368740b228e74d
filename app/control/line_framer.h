// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/control/control_limits.h"

#include <QByteArray>

#include <optional>

namespace qcc {

/// Overwrites the bytes before they are given back, if nobody else shares them.
void wipeBytes(QByteArray &bytes);

/// Cuts a stream of bytes into lines. Lines may hold keys, so what has been taken is overwritten, and so is
/// the old buffer when it grows. Knows nothing of sockets or JSON.
class LineFramer
{
public:
    explicit LineFramer(qsizetype longestLine = kLargestControlMessage) : m_longestLine(longestLine) {}
    ~LineFramer();
    LineFramer(const LineFramer &) = delete;
    LineFramer &operator=(const LineFramer &) = delete;

    void append(const char *bytes, qsizetype count);
    /// The next complete line without its newline; none when there is none yet, or when tooLong().
    std::optional<QByteArray> takeLine();
    /// A line passed the limit; there is no way on from here.
    bool tooLong() const { return m_tooLong; }
    qsizetype pending() const { return m_buffer.size() - m_start; }

private:
    void makeRoom(qsizetype count);

    qsizetype m_longestLine;
    QByteArray m_buffer;
    qsizetype m_start = 0;   // of the first byte not yet taken
    qsizetype m_scanned = 0; // up to here there is no newline
    bool m_tooLong = false;
};

} // namespace qcc

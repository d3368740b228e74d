// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/chars.h"
#include "app/http/http1.h"

#include <array>

namespace qcc {

namespace {

/// A status line begins with HTTP/1.x, a request line ends with it; everything else (HTTP/0.9, the HTTP/2
/// preface, other protocols) is foreign.
HttpFault startLineFault(QByteArrayView line)
{
    constexpr qsizetype versionSize = sizeof("HTTP/1.1") - 1;
    const auto isVersion = [](QByteArrayView text) { return text == "HTTP/1.1" || text == "HTTP/1.0"; };
    if (line.size() >= versionSize &&
        (isVersion(line.first(versionSize)) || isVersion(line.last(versionSize))))
        return HttpFault::None;
    return line.contains("HTTP/") ? HttpFault::BadVersion : HttpFault::BadStartLine;
}

constexpr std::array<bool, 256> kIsText = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c)
        table[c] = !http::isControl(static_cast<unsigned char>(c));
    return table;
}();

/// Where the first control character is, at @p end if there is none.
qsizetype endOfText(QByteArrayView bytes, qsizetype from, qsizetype end)
{
    const char *data = bytes.data();
    while (from < end && kIsText[static_cast<unsigned char>(data[from])])
        ++from;
    return from;
}

} // namespace

HttpFault HeadScanner::oddByteFault() const
{
    return m_lines == 0 ? HttpFault::BadStartLine : HttpFault::BadField;
}

HeadScanner::Status HeadScanner::refuse(HttpFault fault)
{
    m_fault = fault;
    m_status = Status::Bad;
    return m_status;
}

HeadScanner::Status HeadScanner::scan(QByteArrayView bytes)
{
    const qsizetype end = std::min(bytes.size(), m_limits.bytes);
    while (m_status == Status::Incomplete && m_position < end) {
        const char byte = bytes[m_position];
        if (m_position == m_lineStart && (byte == ' ' || byte == '\t')) // before the start line, or folding
            return refuse(oddByteFault());
        m_position = endOfText(bytes, m_position, end);
        if (m_position == end || (bytes[m_position] == '\r' && m_position + 1 == end))
            break; // the line goes on, or its LF has not arrived yet
        m_status = endLine(bytes);
    }
    if (m_status == Status::Incomplete && bytes.size() >= m_limits.bytes)
        return refuse(HttpFault::HeadTooLarge);
    return m_status;
}

HeadScanner::Status HeadScanner::endLine(QByteArrayView bytes)
{
    const char byte = bytes[m_position];
    if (byte != '\r' && byte != '\n')
        return refuse(oddByteFault());
    if (byte == '\n' || bytes[m_position + 1] != '\n')
        return refuse(HttpFault::BadLineEnding);
    const QByteArrayView line = bytes.sliced(m_lineStart, m_position - m_lineStart);
    m_position += 2;
    const bool first = m_lineStart == 0;
    m_lineStart = m_position;
    if (line.isEmpty()) {
        if (m_lines > 0)
            return Status::Complete;
        return first ? Status::Incomplete : refuse(HttpFault::BadStartLine);
    }
    if (m_lines == 0) {
        if (const HttpFault fault = startLineFault(line); fault != HttpFault::None)
            return refuse(fault);
    }
    if (++m_lines > m_limits.fields + 1)
        return refuse(HttpFault::TooManyFields);
    return Status::Incomplete;
}

} // namespace qcc

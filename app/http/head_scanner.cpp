// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/chars.h"
#include "app/http/http1.h"

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

} // namespace

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
        if (bytes[m_position] != '\r') {
            m_status = acceptByte(bytes);
        } else if (m_position + 1 == end) {
            break; // its LF has not arrived yet, or lies beyond the limit
        } else if (bytes[m_position + 1] != '\n') {
            return refuse(HttpFault::BadLineEnding);
        } else {
            m_status = endLine(bytes);
        }
    }
    if (m_status == Status::Incomplete && bytes.size() >= m_limits.bytes)
        return refuse(HttpFault::HeadTooLarge);
    return m_status;
}

HeadScanner::Status HeadScanner::acceptByte(QByteArrayView bytes)
{
    const auto byte = static_cast<unsigned char>(bytes[m_position]);
    if (byte == '\n')
        return refuse(HttpFault::BadLineEnding);
    if (http::isControl(byte))
        return refuse(m_lines == 0 ? HttpFault::BadStartLine : HttpFault::BadField);
    if ((byte == ' ' || byte == '\t') && m_position == m_lineStart) // before the start line, or folding
        return refuse(m_lines == 0 ? HttpFault::BadStartLine : HttpFault::BadField);
    ++m_position;
    return Status::Incomplete;
}

HeadScanner::Status HeadScanner::endLine(QByteArrayView bytes)
{
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

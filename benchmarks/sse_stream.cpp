// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/sse_stream.h"

#include <charconv>

namespace qcc::bench {

namespace {

constexpr std::string_view kDelta = "data: {\"type\":\"content_block_delta\"";
constexpr std::string_view kLast = "data: {\"type\":\"message_stop\"";
constexpr std::string_view kStamp = "ns=";

} // namespace

void SseStream::readEvents(std::string_view bytes, Samples &delays)
{
    const nanoseconds now = monotonicNow();
    for (size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n')) {
        m_line.append(bytes.substr(0, end));
        readLine(now, delays);
        m_line.clear();
        bytes.remove_prefix(end + 1);
    }
    m_line.append(bytes);
}

void SseStream::readLine(nanoseconds now, Samples &delays)
{
    m_stopped = m_stopped || m_line.starts_with(kLast);
    const size_t stamp = m_line.starts_with(kDelta) ? m_line.find(kStamp) : std::string::npos;
    if (stamp == std::string::npos) {
        return;
    }
    nanoseconds::rep sent = 0;
    std::from_chars(m_line.data() + stamp + kStamp.size(), m_line.data() + m_line.size(), sent);
    delays.add(now - nanoseconds(sent));
    ++m_deltas;
}

} // namespace qcc::bench

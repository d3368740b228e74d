// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/load_runs.h"

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>

namespace qcc::bench {

namespace {

constexpr std::chrono::milliseconds kTick{1};

[[gnu::format(printf, 1, 2)]] std::string format(const char *pattern, ...)
{
    std::array<char, 512> text{};
    va_list arguments;
    va_start(arguments, pattern);
    std::vsnprintf(text.data(), text.size(), pattern, arguments);
    va_end(arguments);
    return text.data();
}

double seconds(nanoseconds time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace

std::string messagesRequest(const Target &target, bool stream, const std::string &query)
{
    const std::string body = std::string(R"({"model":"claude-bench","max_tokens":64,"stream":)") +
                             (stream ? "true" : "false") +
                             R"(,"messages":[{"role":"user","content":"Say hello."}]})";
    return "POST /v1/messages?beta=true" + query +
           " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(target.port) + "\r\nx-api-key: " + target.token +
           "\r\nanthropic-version: 2023-06-01\r\naccept: application/json\r\ncontent-type: application/json"
           "\r\nuser-agent: bench-load\r\ncontent-length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

void Run::work(nanoseconds limit)
{
    const nanoseconds start = monotonicNow();
    while (!done() && m_elapsed < limit) {
        startDue(m_elapsed);
        m_loop.wait(kTick);
        m_elapsed = monotonicNow() - start;
    }
    if (!done()) {
        outOfTime();
    }
}

SmallRun::SmallRun(const Target &target, long connections, nanoseconds duration)
    : m_request(messagesRequest(target, false, {})), m_duration(duration)
{
    for (long i = 0; i < connections; ++i) {
        m_exchanges.emplace_back(m_loop, target.port, *this);
    }
}

void SmallRun::startDue(nanoseconds elapsed)
{
    if (elapsed == nanoseconds(0)) {
        m_open = static_cast<long>(m_exchanges.size());
        for (Exchange &exchange : m_exchanges) {
            exchange.start(m_request);
        }
    }
}

void SmallRun::onEnd(Exchange &exchange, bool good)
{
    if (good) {
        m_times.add(exchange.elapsed());
    } else {
        ++m_errors;
    }
    if (good && m_elapsed < m_duration) {
        exchange.start(m_request);
    } else {
        --m_open;
    }
}

std::string SmallRun::report()
{
    return format(R"({"per_second":%.1f,"p50_us":%.1f,"p99_us":%.1f,"requests":%zu,"errors":%ld})",
                  static_cast<double>(m_times.size()) / std::max(seconds(m_elapsed), 1e-9),
                  m_times.percentile(0.5), m_times.percentile(0.99), m_times.size(), m_errors);
}

FirstByteRun::FirstByteRun(const Target &target, nanoseconds duration)
    : m_request(messagesRequest(target, true, "&events=1")), m_duration(duration),
      m_exchange(m_loop, target.port, *this)
{
}

void FirstByteRun::startDue(nanoseconds elapsed)
{
    if (!m_running && elapsed < m_duration) {
        m_running = true;
        m_exchange.start(m_request);
    }
}

void FirstByteRun::onEnd(Exchange &exchange, bool good)
{
    m_errors += good ? 0 : 1;
    m_running = good && m_elapsed < m_duration;
    if (m_running) {
        exchange.start(m_request);
    }
}

std::string FirstByteRun::report()
{
    return format(R"({"p50_us":%.1f,"p99_us":%.1f,"requests":%zu,"errors":%ld})", m_times.percentile(0.5),
                  m_times.percentile(0.99), m_times.size(), m_errors);
}

StreamsRun::StreamsRun(const Target &target, long streams, long events, std::chrono::microseconds interval)
    : m_request(messagesRequest(target, true,
                                "&events=" + std::to_string(events) +
                                    "&interval_us=" + std::to_string(interval.count()))),
      m_events(events)
{
    for (long i = 0; i < streams; ++i) {
        m_streams.emplace_back(m_loop, target.port, *this);
    }
}

void StreamsRun::startDue(nanoseconds elapsed)
{
    while (m_begun < m_streams.size() && elapsed >= m_begun * nanoseconds(kTick)) {
        m_streams[m_begun++].start(m_request);
    }
}

void StreamsRun::onBody(Exchange &exchange, std::string_view bytes)
{
    SseStream &stream = static_cast<SseStream &>(exchange);
    const bool isNew = stream.deltas() == 0;
    stream.readEvents(bytes, m_delays);
    if (isNew && stream.deltas() > 0 && ++m_flowing == m_streams.size()) {
        std::printf("{\"flowing\":%zu}\n", m_flowing);
        std::fflush(stdout);
    }
}

void StreamsRun::onEnd(Exchange &exchange, bool good)
{
    const SseStream &stream = static_cast<SseStream &>(exchange);
    m_errors += good && stream.stopped() && stream.deltas() == m_events ? 0 : 1;
    ++m_ended;
}

std::string StreamsRun::report()
{
    return format(R"({"p50_us":%.1f,"p99_us":%.1f,"events":%zu,"wall_s":%.3f,"errors":%ld})",
                  m_delays.percentile(0.5), m_delays.percentile(0.99), m_delays.size(), seconds(m_elapsed),
                  m_errors);
}

} // namespace qcc::bench

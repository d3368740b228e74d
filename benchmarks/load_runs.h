// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchmarks/exchange.h"
#include "benchmarks/samples.h"
#include "benchmarks/sse_stream.h"

#include <deque>
#include <string>

namespace qcc::bench {

/// Where a run goes, and as whom.
struct Target
{
    uint16_t port = 0;
    std::string token;
};

/// A streaming or plain Messages request in the form that Claude Code sends. @p query: what the origin reads.
std::string messagesRequest(const Target &target, bool stream, const std::string &query);

/// One measurement. Errors are answers that were not whole, not 200, or did not come in time.
class Run : public ExchangeListener
{
public:
    /// Works until all is done, or @p limit is over.
    void work(nanoseconds limit);
    /// One line of JSON.
    virtual std::string report() = 0;

protected:
    virtual bool done() const = 0;
    /// Starts what is due at @p elapsed since the run's start.
    virtual void startDue(nanoseconds elapsed) = 0;
    virtual void outOfTime() {}
    void onFirstByte(Exchange &) override {}
    void onBody(Exchange &, std::string_view) override {}

    Loop m_loop;
    nanoseconds m_elapsed{0};
};

/// `small`: so many connections, each asking again as soon as it is answered, for so long.
class SmallRun : public Run
{
public:
    SmallRun(const Target &target, long connections, nanoseconds duration);
    std::string report() override;

private:
    bool done() const override { return m_open == 0 && m_elapsed >= m_duration; }
    void startDue(nanoseconds elapsed) override;
    void onEnd(Exchange &exchange, bool good) override;
    void outOfTime() override { m_errors += m_open; }

    std::string m_request;
    nanoseconds m_duration;
    std::deque<Exchange> m_exchanges;
    long m_open = 0;
    long m_errors = 0;
    Samples m_times;
};

/// `first-byte`: streams one after the other; the time from sending a request to the first byte of its
/// answer.
class FirstByteRun : public Run
{
public:
    FirstByteRun(const Target &target, nanoseconds duration);
    std::string report() override;

private:
    bool done() const override { return !m_running && m_elapsed >= m_duration; }
    void startDue(nanoseconds elapsed) override;
    void onFirstByte(Exchange &exchange) override { m_times.add(exchange.elapsed()); }
    void onEnd(Exchange &exchange, bool good) override;
    void outOfTime() override { ++m_errors; }

    std::string m_request;
    nanoseconds m_duration;
    Exchange m_exchange;
    bool m_running = false;
    long m_errors = 0;
    Samples m_times;
};

/// `streams`: so many streams at once, begun one a millisecond; the way of each event from the origin to
/// here.
class StreamsRun : public Run
{
public:
    StreamsRun(const Target &target, long streams, long events, std::chrono::microseconds interval);
    std::string report() override;

private:
    bool done() const override { return m_ended == m_streams.size(); }
    void startDue(nanoseconds elapsed) override;
    void onBody(Exchange &exchange, std::string_view bytes) override;
    void onEnd(Exchange &exchange, bool good) override;
    void outOfTime() override { m_errors += static_cast<long>(m_streams.size() - m_ended); }

    std::string m_request;
    long m_events;
    std::deque<SseStream> m_streams;
    size_t m_begun = 0;
    size_t m_flowing = 0; ///< have shown their first event
    size_t m_ended = 0;
    long m_errors = 0;
    Samples m_delays;
};

} // namespace qcc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchmarks/http_message_reader.h"
#include "benchmarks/loop.h"

#include <string>
#include <string_view>

namespace qcc::bench {

class Exchange;

/// Hears the course of the exchanges of a run.
class ExchangeListener
{
public:
    virtual ~ExchangeListener() = default;
    virtual void onFirstByte(Exchange &exchange) = 0;
    virtual void onBody(Exchange &exchange, std::string_view bytes) = 0;
    /// @p good: a whole answer with status 200. start() may be called from here.
    virtual void onEnd(Exchange &exchange, bool good) = 0;
};

/// One client connection, which asks and is answered, time after time; connects anew when it was closed.
class Exchange : public Watcher
{
public:
    Exchange(Loop &loop, uint16_t port, ExchangeListener &listener);
    /// Sends @p request, which must outlive the exchange.
    void start(std::string_view request);
    void ready(uint32_t events) override;
    /// Since start().
    nanoseconds elapsed() const { return monotonicNow() - m_started; }

private:
    void connect();
    void write();
    void read();
    void end(bool good);

    Loop &m_loop;
    uint16_t m_port;
    ExchangeListener &m_listener;
    Fd m_fd;
    std::string_view m_unsent;
    HttpMessageReader m_reader{HttpMessageReader::Kind::Response};
    std::string m_body;
    nanoseconds m_started{0};
    bool m_running = false;
    bool m_answered = false; ///< its first byte is here
};

} // namespace qcc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchmarks/http_message_reader.h"
#include "benchmarks/loop.h"

#include <memory>
#include <queue>
#include <string>
#include <vector>

namespace qcc::bench {

class OriginConnection;

/// What a request's query asks for: `events=N&interval_us=M` an SSE stream of N deltas, nothing a small JSON
/// answer.
struct AnswerWish
{
    long events = 0;
    nanoseconds interval{0};
};
AnswerWish readWish(const std::string &requestLine);

/// The provider of the benchmark: answers every request at once, streams on a fixed schedule. One thread.
class Origin : private Watcher
{
public:
    explicit Origin(uint16_t port);
    uint16_t port() const { return portOf(m_listener); }
    [[noreturn]] void run();

    /// Wakes @p connection at @p due; forgotten when the connection is closed before.
    void wakeAt(nanoseconds due, OriginConnection &connection);
    /// The connection is done for; destroyed once no watcher is being called.
    void bury(OriginConnection &connection);
    Loop &loop() { return m_loop; }

private:
    struct Wake
    {
        nanoseconds due;
        std::weak_ptr<OriginConnection> connection;
        bool operator<(const Wake &other) const { return due > other.due; }
    };
    class Alarm;

    void ready(uint32_t events) override;
    void fire();
    void armAlarm();

    Loop m_loop;
    Fd m_listener;
    Fd m_timer;
    std::unique_ptr<Watcher> m_alarm;
    std::priority_queue<Wake> m_wakes;
    std::vector<std::shared_ptr<OriginConnection>> m_connections; ///< by file descriptor
    std::vector<std::shared_ptr<OriginConnection>> m_buried;
};

/// One kept-alive connection: reads a request, answers it, and again.
class OriginConnection : public Watcher, public std::enable_shared_from_this<OriginConnection>
{
public:
    OriginConnection(Origin &origin, Fd fd);
    int fd() const { return m_fd.get(); }
    void start();
    void ready(uint32_t events) override;
    /// Its schedule says that the next delta is due.
    void wake();

private:
    void readRequests();
    void answer();
    void startStream(const AnswerWish &wish);
    void sendDelta();
    void send(const std::string &bytes);
    void flush();
    void close();

    Origin &m_origin;
    Fd m_fd;
    HttpMessageReader m_reader{HttpMessageReader::Kind::Request};
    std::string m_unsent;
    bool m_waitsForRoom = false;
    AnswerWish m_stream;
    nanoseconds m_started{0};
    long m_deltasSent = 0;
};

} // namespace qcc::bench

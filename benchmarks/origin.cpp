// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/origin.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace qcc::bench {

namespace {

constexpr size_t kReadSize = 65536;

const std::string kSmallBody =
    R"({"id":"msg_bench","type":"message","role":"assistant","model":"claude-bench","content":[{"type":"text","text":"Hello."}],)"
    R"("stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":8,"output_tokens":3}})";
const std::string kSmallAnswer =
    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nrequest-id: req_bench\r\ncontent-length: " +
    std::to_string(kSmallBody.size()) + "\r\n\r\n" + kSmallBody;
const std::string kStreamHead =
    "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ncache-control: no-cache\r\n"
    "request-id: req_bench\r\ntransfer-encoding: chunked\r\n\r\n";

std::string chunkOf(const std::string &event, const std::string &data)
{
    const std::string text = "event: " + event + "\ndata: " + data + "\n\n";
    std::array<char, 24> size{};
    std::snprintf(size.data(), size.size(), "%zx\r\n", text.size());
    return size.data() + text + "\r\n";
}

const std::string kOpening =
    chunkOf("message_start",
            R"({"type":"message_start","message":{"id":"msg_bench","type":"message","role":"assistant",)"
            R"("model":"claude-bench","content":[],"stop_reason":null,"stop_sequence":null,)"
            R"("usage":{"input_tokens":8,"output_tokens":1}}})") +
    chunkOf("content_block_start",
            R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}})");
const std::string kClosing =
    chunkOf("content_block_stop", R"({"type":"content_block_stop","index":0})") +
    chunkOf("message_delta",
            R"({"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},)"
            R"("usage":{"output_tokens":42}})") +
    chunkOf("message_stop", R"({"type":"message_stop"})") + "0\r\n\r\n";

/// About 200 bytes; the text begins with the time of sending, which the load generator subtracts from its
/// own.
std::string deltaAt(nanoseconds now)
{
    std::array<char, 32> stamp{};
    std::snprintf(stamp.data(), stamp.size(), "ns=%019lld", static_cast<long long>(now.count()));
    return chunkOf("content_block_delta",
                   R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":")" +
                       std::string(stamp.data()) + R"( and the rest of a delta as long as a real one is"}})");
}

long queryNumber(const std::string &line, const std::string &name)
{
    const size_t at = line.find(name + "=");
    long value = 0;
    if (at != std::string::npos) {
        std::from_chars(line.data() + at + name.size() + 1, line.data() + line.size(), value);
    }
    return value;
}

} // namespace

AnswerWish readWish(const std::string &requestLine)
{
    return {queryNumber(requestLine, "events"),
            std::chrono::microseconds(queryNumber(requestLine, "interval_us"))};
}

/// Turns the timer's descriptor into calls of Origin::fire().
class Origin::Alarm : public Watcher
{
public:
    explicit Alarm(Origin &origin) : m_origin(origin) {}
    void ready(uint32_t) override { m_origin.fire(); }

private:
    Origin &m_origin;
};

Origin::Origin(uint16_t port)
    : m_listener(listenOnLoopback(port)),
      m_timer(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)),
      m_alarm(std::make_unique<Alarm>(*this))
{
    m_loop.watch(m_listener, EPOLLIN, *this);
    m_loop.watch(m_timer, EPOLLIN, *m_alarm);
}

void Origin::run()
{
    for (;;) {
        m_loop.wait(std::chrono::milliseconds(-1));
        m_buried.clear();
    }
}

void Origin::ready(uint32_t)
{
    for (Fd fd = acceptFrom(m_listener); fd.isOpen(); fd = acceptFrom(m_listener)) {
        const auto index = static_cast<size_t>(fd.get());
        if (m_connections.size() <= index) {
            m_connections.resize(index + 1);
        }
        m_connections[index] = std::make_shared<OriginConnection>(*this, std::move(fd));
        m_connections[index]->start();
    }
}

void Origin::wakeAt(nanoseconds due, OriginConnection &connection)
{
    const bool first = m_wakes.empty() || due < m_wakes.top().due;
    m_wakes.push({due, connection.weak_from_this()});
    if (first) {
        armAlarm();
    }
}

void Origin::bury(OriginConnection &connection)
{
    m_buried.push_back(std::move(m_connections[static_cast<size_t>(connection.fd())]));
}

void Origin::fire()
{
    uint64_t expirations = 0;
    if (read(m_timer.get(), &expirations, sizeof expirations) < 0 && errno != EAGAIN) {
        std::perror("timerfd");
    }
    while (!m_wakes.empty() && m_wakes.top().due <= monotonicNow()) {
        const std::shared_ptr<OriginConnection> connection = m_wakes.top().connection.lock();
        m_wakes.pop();
        if (connection) {
            connection->wake();
        }
    }
    armAlarm();
}

void Origin::armAlarm()
{
    if (m_wakes.empty()) {
        return;
    }
    const nanoseconds due = m_wakes.top().due;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(due);
    const itimerspec time{{0, 0}, {seconds.count(), (due - seconds).count()}};
    timerfd_settime(m_timer.get(), TFD_TIMER_ABSTIME, &time, nullptr);
}

OriginConnection::OriginConnection(Origin &origin, Fd fd) : m_origin(origin), m_fd(std::move(fd)) {}

void OriginConnection::start()
{
    m_origin.loop().watch(m_fd, EPOLLIN, *this);
}

void OriginConnection::ready(uint32_t events)
{
    if (m_fd.isOpen() && (events & EPOLLOUT) != 0) {
        flush();
    }
    if (m_fd.isOpen() && (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) {
        readRequests();
    }
}

void OriginConnection::readRequests()
{
    std::array<char, kReadSize> bytes;
    const ssize_t size = recv(m_fd.get(), bytes.data(), bytes.size(), 0);
    if (size < 0 && errno == EAGAIN) {
        return;
    }
    if (size <= 0) {
        close();
        return;
    }
    std::string body;
    switch (m_reader.feed({bytes.data(), static_cast<size_t>(size)}, body)) {
    case HttpMessageReader::Status::Complete:
        answer();
        break;
    case HttpMessageReader::Status::Bad:
        close();
        break;
    case HttpMessageReader::Status::NeedMore:
        break;
    }
}

void OriginConnection::answer()
{
    const AnswerWish wish = readWish(m_reader.startLine());
    m_reader = HttpMessageReader(HttpMessageReader::Kind::Request);
    if (wish.events > 0) {
        startStream(wish);
    } else {
        send(kSmallAnswer);
    }
}

void OriginConnection::startStream(const AnswerWish &wish)
{
    m_stream = wish;
    m_started = monotonicNow();
    m_deltasSent = 0;
    m_unsent += kStreamHead + kOpening;
    sendDelta();
}

void OriginConnection::wake()
{
    if (m_fd.isOpen() && m_deltasSent < m_stream.events) {
        sendDelta();
    }
}

void OriginConnection::sendDelta()
{
    std::string bytes = deltaAt(monotonicNow());
    ++m_deltasSent;
    if (m_deltasSent < m_stream.events) {
        m_origin.wakeAt(m_started + m_deltasSent * m_stream.interval, *this);
    } else {
        bytes += kClosing;
    }
    send(bytes);
}

void OriginConnection::send(const std::string &bytes)
{
    m_unsent += bytes;
    if (!m_waitsForRoom) {
        flush();
    }
}

void OriginConnection::flush()
{
    const ssize_t size = ::send(m_fd.get(), m_unsent.data(), m_unsent.size(), MSG_NOSIGNAL);
    if (size < 0 && errno != EAGAIN) {
        close();
        return;
    }
    m_unsent.erase(0, static_cast<size_t>(std::max<ssize_t>(size, 0)));
    const bool waits = !m_unsent.empty();
    if (waits != m_waitsForRoom) {
        m_waitsForRoom = waits;
        m_origin.loop().change(m_fd, waits ? EPOLLIN | EPOLLOUT : EPOLLIN, *this);
    }
}

void OriginConnection::close()
{
    m_origin.bury(*this);
    m_fd.close();
}

} // namespace qcc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <utility>

namespace qcc::bench {

using std::chrono::nanoseconds;

/// Time of CLOCK_MONOTONIC, which all processes of one machine share.
nanoseconds monotonicNow();

/// Owns a file descriptor.
class Fd
{
public:
    Fd() = default;
    explicit Fd(int fd) : m_fd(fd) {}
    Fd(Fd &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Fd &operator=(Fd &&other) noexcept;
    Fd(const Fd &) = delete;
    Fd &operator=(const Fd &) = delete;
    ~Fd() { close(); }

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    void close();

private:
    int m_fd = -1;
};

/// Non-blocking TCP sockets on 127.0.0.1, with TCP_NODELAY. A failure to listen ends the program with a
/// sentence.
Fd listenOnLoopback(uint16_t port);
uint16_t portOf(const Fd &listener);
/// A connection of which the handshake may still be under way; not open when it failed at once.
Fd connectToLoopback(uint16_t port);
/// The next waiting connection, or none.
Fd acceptFrom(const Fd &listener);

/// Lifts the soft limit of open files to the hard one.
void raiseFileLimit();

/// Hears that its descriptor can be read or written (epoll bits).
class Watcher
{
public:
    virtual ~Watcher() = default;
    virtual void ready(uint32_t events) = 0;
};

/// epoll, level-triggered, one thread. A watcher must not be destroyed by another watcher's ready().
class Loop
{
public:
    Loop();
    void watch(const Fd &fd, uint32_t events, Watcher &watcher);
    void change(const Fd &fd, uint32_t events, Watcher &watcher);
    /// Waits at most @p longest (negative: for ever) and calls the watchers that are ready.
    void wait(std::chrono::milliseconds longest);

private:
    Fd m_epoll;
};

} // namespace qcc::bench

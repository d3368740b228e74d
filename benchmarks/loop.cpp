// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/loop.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace qcc::bench {

namespace {

constexpr int kBacklog = 4096;
constexpr int kEventsPerWait = 256;

[[noreturn]] void fail(const char *what)
{
    std::fprintf(stderr, "%s: %s\n", what, std::strerror(errno));
    std::exit(1);
}

sockaddr_in loopback(uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void setOption(int fd, int level, int option)
{
    const int on = 1;
    if (setsockopt(fd, level, option, &on, sizeof on) != 0) {
        fail("setsockopt");
    }
}

} // namespace

nanoseconds monotonicNow()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

Fd &Fd::operator=(Fd &&other) noexcept
{
    if (this != &other) {
        close();
        m_fd = std::exchange(other.m_fd, -1);
    }
    return *this;
}

void Fd::close()
{
    if (m_fd >= 0) {
        ::close(std::exchange(m_fd, -1));
    }
}

Fd listenOnLoopback(uint16_t port)
{
    Fd listener(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    setOption(listener.get(), SOL_SOCKET, SO_REUSEADDR);
    const sockaddr_in address = loopback(port);
    if (bind(listener.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        fail("bind");
    }
    if (listen(listener.get(), kBacklog) != 0) {
        fail("listen");
    }
    return listener;
}

uint16_t portOf(const Fd &listener)
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    if (getsockname(listener.get(), reinterpret_cast<sockaddr *>(&address), &size) != 0) {
        fail("getsockname");
    }
    return ntohs(address.sin_port);
}

Fd connectToLoopback(uint16_t port)
{
    Fd fd(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!fd.isOpen()) {
        fail("socket");
    }
    setOption(fd.get(), IPPROTO_TCP, TCP_NODELAY);
    const sockaddr_in address = loopback(port);
    if (connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 &&
        errno != EINPROGRESS) {
        fd.close();
    }
    return fd;
}

Fd acceptFrom(const Fd &listener)
{
    Fd fd(accept4(listener.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (fd.isOpen()) {
        setOption(fd.get(), IPPROTO_TCP, TCP_NODELAY);
    }
    return fd;
}

void raiseFileLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0) {
        fail("setrlimit");
    }
}

Loop::Loop() : m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
    if (!m_epoll.isOpen()) {
        fail("epoll_create1");
    }
}

void Loop::watch(const Fd &fd, uint32_t events, Watcher &watcher)
{
    epoll_event event{events, {.ptr = &watcher}};
    if (epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd.get(), &event) != 0) {
        fail("epoll_ctl");
    }
}

void Loop::change(const Fd &fd, uint32_t events, Watcher &watcher)
{
    epoll_event event{events, {.ptr = &watcher}};
    if (epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, fd.get(), &event) != 0) {
        fail("epoll_ctl");
    }
}

void Loop::wait(std::chrono::milliseconds longest)
{
    std::array<epoll_event, kEventsPerWait> events;
    const int count =
        epoll_wait(m_epoll.get(), events.data(), kEventsPerWait, static_cast<int>(longest.count()));
    for (int i = 0; i < count; ++i) {
        static_cast<Watcher *>(events[i].data.ptr)->ready(events[i].events);
    }
}

} // namespace qcc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/exchange.h"

#include <array>
#include <cerrno>

#include <sys/epoll.h>
#include <sys/socket.h>

namespace qcc::bench {

namespace {

constexpr size_t kReadSize = 65536;

} // namespace

Exchange::Exchange(Loop &loop, uint16_t port, ExchangeListener &listener)
    : m_loop(loop), m_port(port), m_listener(listener)
{
}

void Exchange::start(std::string_view request)
{
    m_reader = HttpMessageReader(HttpMessageReader::Kind::Response);
    m_unsent = request;
    m_started = monotonicNow();
    m_running = true;
    m_answered = false;
    if (m_fd.isOpen()) {
        write();
    } else {
        connect();
    }
}

void Exchange::connect()
{
    m_fd = connectToLoopback(m_port);
    if (m_fd.isOpen()) {
        m_loop.watch(m_fd, EPOLLOUT, *this);
    } else {
        end(false);
    }
}

void Exchange::ready(uint32_t events)
{
    if (m_fd.isOpen() && (events & EPOLLOUT) != 0 && !m_unsent.empty()) {
        write();
    }
    if (m_fd.isOpen() && (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) {
        read();
    }
}

void Exchange::write()
{
    const ssize_t size = send(m_fd.get(), m_unsent.data(), m_unsent.size(), MSG_NOSIGNAL);
    if (size < 0 && errno != EAGAIN) {
        end(false);
        return;
    }
    m_unsent.remove_prefix(size > 0 ? static_cast<size_t>(size) : 0);
    m_loop.change(m_fd, m_unsent.empty() ? EPOLLIN : EPOLLIN | EPOLLOUT, *this);
}

void Exchange::read()
{
    std::array<char, kReadSize> bytes;
    const ssize_t size = recv(m_fd.get(), bytes.data(), bytes.size(), 0);
    if (size < 0 && errno == EAGAIN) {
        return;
    }
    if (size <= 0 || !m_running) {
        end(false);
        return;
    }
    if (!m_answered) {
        m_answered = true;
        m_listener.onFirstByte(*this);
    }
    m_body.clear();
    const HttpMessageReader::Status status = m_reader.feed({bytes.data(), static_cast<size_t>(size)}, m_body);
    if (!m_body.empty()) {
        m_listener.onBody(*this, m_body);
    }
    if (status != HttpMessageReader::Status::NeedMore) {
        end(status == HttpMessageReader::Status::Complete && m_reader.statusCode() == 200);
    }
}

void Exchange::end(bool good)
{
    if (!good || !m_reader.keepAlive()) {
        m_fd.close();
    }
    if (std::exchange(m_running, false)) {
        m_listener.onEnd(*this, good);
    }
}

} // namespace qcc::bench

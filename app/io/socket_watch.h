// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

class QSocketNotifier;

namespace qcc {

/// Hears when the system has bytes for a socket, or room. Calls come from the event loop.
class SocketWatcher
{
public:
    virtual ~SocketWatcher() = default;
    virtual void socketReadable() = 0;
    virtual void socketWritable() = 0;
};

class EpollDispatcher;

/// Watches one socket on the current thread's event dispatcher: directly on an EpollDispatcher (no object,
/// event and signal between the system and the watcher), through two QSocketNotifiers on any other. Nothing
/// is watched at first. To be destroyed before the socket is closed, which may happen inside its own calls.
class SocketWatch
{
public:
    SocketWatch(int socket, SocketWatcher &watcher);
    ~SocketWatch();
    SocketWatch(const SocketWatch &) = delete;
    SocketWatch &operator=(const SocketWatch &) = delete;

    void setReading(bool on);
    void setWriting(bool on);

private:
    void apply();

    int m_socket;
    SocketWatcher &m_watcher;
    EpollDispatcher *m_epoll = nullptr;
    QSocketNotifier *m_readNotifier = nullptr;
    QSocketNotifier *m_writeNotifier = nullptr;
    bool m_reading = false;
    bool m_writing = false;
};

} // namespace qcc

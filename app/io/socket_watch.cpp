// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/socket_watch.h"

#include "app/io/epoll_dispatcher.h"

#include <QAbstractEventDispatcher>
#include <QSocketNotifier>

namespace qcc {

SocketWatch::SocketWatch(int socket, SocketWatcher &watcher) : m_socket(socket), m_watcher(watcher)
{
    m_epoll = qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance());
}

SocketWatch::~SocketWatch()
{
    m_reading = m_writing = false;
    apply();
    // A notifier may be the sender of the running call.
    for (QSocketNotifier *notifier : {m_readNotifier, m_writeNotifier}) {
        if (notifier) {
            notifier->disconnect();
            notifier->deleteLater();
        }
    }
}

void SocketWatch::setReading(bool on)
{
    if (std::exchange(m_reading, on) != on)
        apply();
}

void SocketWatch::setWriting(bool on)
{
    if (std::exchange(m_writing, on) != on)
        apply();
}

void SocketWatch::apply()
{
    if (m_epoll)
        return m_epoll->watchSocket(m_socket, &m_watcher, m_reading, m_writing);
    if (m_reading && !m_readNotifier) {
        m_readNotifier = new QSocketNotifier(m_socket, QSocketNotifier::Read);
        QObject::connect(m_readNotifier, &QSocketNotifier::activated, m_readNotifier,
                         [this] { m_watcher.socketReadable(); });
    }
    if (m_writing && !m_writeNotifier) {
        m_writeNotifier = new QSocketNotifier(m_socket, QSocketNotifier::Write);
        QObject::connect(m_writeNotifier, &QSocketNotifier::activated, m_writeNotifier,
                         [this] { m_watcher.socketWritable(); });
    }
    if (m_readNotifier)
        m_readNotifier->setEnabled(m_reading);
    if (m_writeNotifier)
        m_writeNotifier->setEnabled(m_writing);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>
#include <QTimerEvent>

#include <cerrno>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace qcc {

namespace {
constexpr int kEventsPerWait = 256;
} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent), m_epoll(::epoll_create1(EPOLL_CLOEXEC)),
      m_wakeUp(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (m_epoll < 0 || m_wakeUp < 0)
        qFatal("epoll is not available: %s", std::strerror(errno));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = m_wakeUp;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUp, &event);
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_wakeUp);
    ::close(m_epoll);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted.store(false);
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    if (m_interrupted.load())
        return false;

    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents);
    const bool socketsToo = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    const int timeout = waitTime(mayWait);
    if (timeout != 0)
        Q_EMIT aboutToBlock();
    int handled = dispatchSockets(timeout, socketsToo);
    if (!flags.testFlag(QEventLoop::X11ExcludeTimers))
        handled += dispatchTimers();
    return handled > 0;
}

int EpollDispatcher::waitTime(bool mayWait) const
{
    if (!mayWait || m_woken.load(std::memory_order_acquire))
        return 0;
    for (const auto &[at, id] : m_due) {
        if (m_timers.at(id).firing)
            continue;
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(at - Clock::now()).count();
        return static_cast<int>(std::clamp<decltype(left)>(left, 0, 3'600'000));
    }
    return -1;
}

int EpollDispatcher::dispatchSockets(int timeout, bool socketsToo)
{
    std::array<epoll_event, kEventsPerWait> events;
    const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), timeout);
    if (timeout != 0)
        Q_EMIT awake();
    int handled = 0;
    if (m_woken.load(std::memory_order_acquire))
        ++handled;
    m_woken.store(false, std::memory_order_release);
    for (int i = 0; i < count; ++i) {
        const int socket = events[static_cast<size_t>(i)].data.fd;
        if (socket == m_wakeUp)
            drainWakeUp();
        else if (socketsToo)
            handled += dispatchReady(socket, events[static_cast<size_t>(i)].events);
    }
    return handled;
}

int EpollDispatcher::dispatchReady(int socket, quint32 events)
{
    constexpr quint32 kEnded = EPOLLHUP | EPOLLERR;
    const std::array<std::pair<QSocketNotifier *Watch::*, quint32>, 3> kinds{
        {{&Watch::read, EPOLLIN | EPOLLRDHUP | kEnded}, {&Watch::write, EPOLLOUT | kEnded}, {&Watch::exception, EPOLLPRI}}};
    int handled = 0;
    for (const auto &[kind, mask] : kinds) {
        // An earlier call may have taken the notifier away, so it is looked up each time.
        QSocketNotifier *notifier = m_watches[static_cast<size_t>(socket)].*kind;
        if (!notifier || !(events & mask))
            continue;
        QEvent activated(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &activated);
        ++handled;
    }
    return handled;
}

void EpollDispatcher::drainWakeUp()
{
    quint64 count = 0;
    [[maybe_unused]] const ssize_t got = ::read(m_wakeUp, &count, sizeof count);
}

QSocketNotifier *&EpollDispatcher::slot(Watch &watch, const QSocketNotifier *notifier)
{
    switch (notifier->type()) {
    case QSocketNotifier::Read:
        return watch.read;
    case QSocketNotifier::Write:
        return watch.write;
    case QSocketNotifier::Exception:
        return watch.exception;
    }
    Q_UNREACHABLE();
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const auto socket = static_cast<size_t>(notifier->socket());
    if (socket >= m_watches.size())
        m_watches.resize(socket + 64);
    slot(m_watches[socket], notifier) = notifier;
    updateWatch(static_cast<int>(socket));
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto socket = static_cast<size_t>(notifier->socket());
    if (socket >= m_watches.size() || slot(m_watches[socket], notifier) != notifier)
        return;
    slot(m_watches[socket], notifier) = nullptr;
    updateWatch(static_cast<int>(socket));
}

void EpollDispatcher::updateWatch(int socket)
{
    Watch &watch = m_watches[static_cast<size_t>(socket)];
    const quint32 mask = (watch.read ? EPOLLIN : 0U) | (watch.write ? EPOLLOUT : 0U) | (watch.exception ? EPOLLPRI : 0U);
    epoll_event event{};
    event.events = mask;
    event.data.fd = socket;
    if (mask == 0) {
        // A socket that has been closed already is gone from the set by itself.
        if (watch.mask != 0)
            ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, &event);
    } else if (::epoll_ctl(m_epoll, watch.mask ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, &event) != 0) {
        const int other = errno == ENOENT ? EPOLL_CTL_ADD : EPOLL_CTL_MOD;
        if (::epoll_ctl(m_epoll, other, socket, &event) != 0)
            qWarning("epoll_ctl(%d): %s", socket, std::strerror(errno));
    }
    watch.mask = mask;
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    const std::chrono::milliseconds span(interval);
    const Clock::time_point at = Clock::now() + span;
    m_timers.insert_or_assign(timerId, Timer{at, span, timerType, object});
    m_due.emplace(at, timerId);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    const auto it = m_timers.find(timerId);
    if (it == m_timers.end())
        return false;
    m_due.erase({it->second.at, timerId});
    m_timers.erase(it);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    const size_t before = m_timers.size();
    std::erase_if(m_timers, [&](const auto &entry) {
        if (entry.second.object != object)
            return false;
        m_due.erase({entry.second.at, entry.first});
        return true;
    });
    return m_timers.size() != before;
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> result;
    for (const auto &[id, timer] : m_timers) {
        if (timer.object == object)
            result.append(TimerInfo(id, static_cast<int>(timer.interval.count()), timer.type));
    }
    return result;
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto it = m_timers.find(timerId);
    if (it == m_timers.end())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(it->second.at - Clock::now()).count();
    return static_cast<int>(std::max<decltype(left)>(left, 0));
}

int EpollDispatcher::dispatchTimers()
{
    const Clock::time_point now = Clock::now();
    // Only those due now: a timer of interval 0 that re-arms itself gets its next turn in the next round.
    std::vector<int> due;
    for (const auto &[at, id] : m_due) {
        if (at > now)
            break;
        if (!m_timers.at(id).firing)
            due.push_back(id);
    }
    for (const int id : due) {
        const auto it = m_timers.find(id);
        if (it == m_timers.end() || it->second.at > now)
            continue;
        Timer &timer = it->second;
        m_due.erase({timer.at, id});
        timer.at = std::max(timer.at + timer.interval, now);
        m_due.emplace(timer.at, id);
        timer.firing = true;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        if (const auto still = m_timers.find(id); still != m_timers.end())
            still->second.firing = false;
    }
    return static_cast<int>(due.size());
}

void EpollDispatcher::wakeUp()
{
    if (m_woken.exchange(true, std::memory_order_acq_rel))
        return;
    if (QThread::currentThread() == thread())
        return; // not waiting now: the flag alone keeps the next round from waiting
    const quint64 one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_wakeUp, &one, sizeof one);
}

void EpollDispatcher::interrupt()
{
    m_interrupted.store(true);
    wakeUp();
}

} // namespace qcc

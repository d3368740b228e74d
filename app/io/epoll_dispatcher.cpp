// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>
#include <QTimerEvent>

#include <cerrno>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace qcc {

namespace {
constexpr int kEventsPerWait = 256;
/// What an event is known by: the socket's number below, its generation above. The wake-up's own is no
/// socket's.
constexpr int kGenerationShift = 32;
constexpr quint64 kSocketPart = 0xffff'ffff;
constexpr quint64 kWakeUpKey = kSocketPart;

/// One round of ready sockets. They are handled inside an event, because what is deleted later is counted by
/// the depth of events.
class ReadyEvent final : public QEvent
{
public:
    static constexpr Type kType = static_cast<Type>(QEvent::MaxUser - 1);
    explicit ReadyEvent(std::span<const epoll_event> sockets) : QEvent(kType), m_sockets(sockets) {}
    std::span<const epoll_event> sockets() const { return m_sockets; }

private:
    std::span<const epoll_event> m_sockets;
};
} // namespace

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent), m_epoll(::epoll_create1(EPOLL_CLOEXEC)),
      m_wakeUp(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (m_epoll < 0 || m_wakeUp < 0)
        qFatal("epoll is not available: %s", std::strerror(errno));
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = kWakeUpKey;
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
    const bool timersToo = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    int timeout = waitTime(mayWait, timersToo);
    if (timeout != 0) {
        Q_EMIT aboutToBlock();
        timeout = waitTime(mayWait, timersToo); // a slot may have posted an event or set a timer
    }
    int handled = dispatchSockets(timeout, socketsToo);
    if (timersToo)
        handled += dispatchTimers();
    return handled > 0;
}

int EpollDispatcher::waitTime(bool mayWait, bool timersToo) const
{
    if (!mayWait || m_woken.load(std::memory_order_acquire))
        return 0;
    if (!timersToo)
        return -1;
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
    const int count = socketsToo
                          ? ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), timeout)
                          : waitForWakeUpOnly(timeout, events.front());
    if (timeout != 0)
        Q_EMIT awake();
    int handled = 0;
    if (m_woken.load(std::memory_order_acquire))
        ++handled;
    m_woken.store(false, std::memory_order_release);
    if (count > 0) {
        const std::span<const epoll_event> all(events);
        ReadyEvent ready(all.first(static_cast<size_t>(count)));
        QCoreApplication::sendEvent(this, &ready);
        handled += count;
    }
    return handled;
}

bool EpollDispatcher::event(QEvent *event)
{
    if (event->type() != ReadyEvent::kType)
        return QAbstractEventDispatcher::event(event);
    for (const epoll_event &ready : static_cast<ReadyEvent *>(event)->sockets()) {
        if (ready.data.u64 == kWakeUpKey)
            drainWakeUp();
        else if (m_watches[static_cast<size_t>(ready.data.u64 & kSocketPart)].direct)
            dispatchDirect(ready.data.u64, ready.events);
        else
            dispatchReady(ready.data.u64, ready.events);
    }
    return true;
}

void EpollDispatcher::dispatchDirect(quint64 key, quint32 events)
{
    constexpr quint32 kEnded = EPOLLHUP | EPOLLERR;
    const auto socket = static_cast<size_t>(key & kSocketPart);
    const auto stillMeant = [&] { return m_watches[socket].generation == key >> kGenerationShift; };
    if (stillMeant() && m_watches[socket].directReading && (events & (EPOLLIN | EPOLLRDHUP | kEnded)))
        m_watches[socket].direct->socketReadable();
    // The call may have ended the watch, or given the socket's number to another.
    if (stillMeant() && m_watches[socket].directWriting && (events & (EPOLLOUT | kEnded)))
        m_watches[socket].direct->socketWritable();
}

int EpollDispatcher::waitForWakeUpOnly(int timeout, epoll_event &event) const
{
    pollfd wakeUp{m_wakeUp, POLLIN, 0};
    event.data.u64 = kWakeUpKey;
    return ::poll(&wakeUp, 1, timeout);
}

void EpollDispatcher::dispatchReady(quint64 key, quint32 events)
{
    const auto socket = static_cast<size_t>(key & kSocketPart);
    constexpr quint32 kEnded = EPOLLHUP | EPOLLERR;
    const std::array<std::pair<QSocketNotifier * Watch::*, quint32>, 3> kinds{
        {{&Watch::read, EPOLLIN | EPOLLRDHUP | kEnded},
         {&Watch::write, EPOLLOUT | kEnded},
         {&Watch::exception, EPOLLPRI}}};
    for (const auto &[kind, mask] : kinds) {
        // An earlier call may have taken the notifier away, or given the socket's number to another: it is
        // looked up each time.
        const Watch &watch = m_watches[socket];
        QSocketNotifier *notifier = watch.*kind;
        if (!notifier || watch.generation != key >> kGenerationShift || !(events & mask))
            continue;
        QEvent activated(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &activated);
    }
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
    const int socket = static_cast<int>(notifier->socket());
    slot(watchOf(socket), notifier) = notifier;
    updateWatch(socket);
}

EpollDispatcher::Watch &EpollDispatcher::watchOf(int socket)
{
    const auto index = static_cast<size_t>(socket);
    if (index >= m_watches.size())
        m_watches.resize(index + 64);
    return m_watches[index];
}

void EpollDispatcher::watchSocket(int socket, SocketWatcher *watcher, bool reading, bool writing)
{
    Watch &watch = watchOf(socket);
    watch.direct = reading || writing ? watcher : nullptr;
    watch.directReading = reading;
    watch.directWriting = writing;
    updateWatch(socket);
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
    const quint32 mask = (watch.read || watch.directReading ? EPOLLIN : 0U) |
                         (watch.write || watch.directWriting ? EPOLLOUT : 0U) |
                         (watch.exception ? EPOLLPRI : 0U);
    const bool known = std::exchange(watch.mask, mask) != 0;
    if (mask == 0) {
        // A socket that has been closed already is gone from the set by itself.
        if (known)
            control(EPOLL_CTL_DEL, socket);
        return;
    }
    if (known && control(EPOLL_CTL_MOD, socket))
        return;
    ++watch.generation; // what is still to be handed out was meant for the number's former owner
    if (!control(EPOLL_CTL_ADD, socket) && !control(EPOLL_CTL_MOD, socket))
        qWarning("epoll_ctl(%d): %s", socket, std::strerror(errno));
}

bool EpollDispatcher::control(int operation, int socket)
{
    const Watch &watch = m_watches[static_cast<size_t>(socket)];
    epoll_event event{};
    event.events = watch.mask;
    event.data.u64 = (quint64(watch.generation) << kGenerationShift) | static_cast<quint32>(socket);
    return ::epoll_ctl(m_epoll, operation, socket, &event) == 0;
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
        timer.at += timer.interval;
        if (timer.at < now)
            timer.at = now + timer.interval; // held up: what was missed is not made up for
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

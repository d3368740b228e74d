// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/socket_watch.h"

#include <QAbstractEventDispatcher>

#include <atomic>
#include <chrono>
#include <map>
#include <set>
#include <vector>

struct epoll_event;

namespace qcc {

/// An event dispatcher on epoll for the engine's thread (Linux). Qt's own asks the system about every socket
/// at every wake-up; this one only hears of those that are ready, so that a wake-up costs the same with one
/// stream and with a thousand. See docs/decisions/0003.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT
public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override;
    void interrupt() override;

    /// The short way for SocketWatch: @p watcher is called without a notifier between. Neither reading nor
    /// writing ends it.
    void watchSocket(int socket, SocketWatcher *watcher, bool reading, bool writing);

protected:
    bool event(QEvent *event) override;

private:
    using Clock = std::chrono::steady_clock;
    struct Watch
    {
        QSocketNotifier *read = nullptr;
        QSocketNotifier *write = nullptr;
        QSocketNotifier *exception = nullptr;
        SocketWatcher *direct = nullptr;
        bool directReading = false;
        bool directWriting = false;
        quint32 mask = 0;
        quint32 generation = 0; ///< tells the owners of one socket number apart
    };
    struct Timer
    {
        Clock::time_point at;
        std::chrono::milliseconds interval;
        Qt::TimerType type;
        QObject *object;
        bool firing = false;
    };

    static QSocketNotifier *&slot(Watch &watch, const QSocketNotifier *notifier);
    void updateWatch(int socket);
    bool control(int operation, int socket);
    int waitTime(bool mayWait, bool timersToo) const;
    int dispatchSockets(int timeout, bool socketsToo);
    int waitForWakeUpOnly(int timeout, epoll_event &event) const;
    void dispatchReady(quint64 key, quint32 events);
    void dispatchDirect(quint64 key, quint32 events);
    Watch &watchOf(int socket);
    int dispatchTimers();
    void drainWakeUp();

    int m_epoll = -1;
    int m_wakeUp = -1;
    std::atomic<bool> m_woken{false};
    std::atomic<bool> m_interrupted{false};
    std::vector<Watch> m_watches; ///< by socket number
    std::map<int, Timer> m_timers;
    std::set<std::pair<Clock::time_point, int>> m_due;
};

} // namespace qcc

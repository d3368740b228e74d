// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>

#include <chrono>
#include <functional>

namespace qcc {

/// A time limit that is moved often and seldom reached: moving it forward only notes the new moment, the
/// timer is armed again when it fires too early, and clearing it leaves the timer armed. Steady clock. Engine
/// thread.
class Deadline final : public QObject
{
    Q_OBJECT
public:
    using Clock = std::chrono::steady_clock;

    explicit Deadline(std::function<void()> reached) : m_reached(std::move(reached)) {}

    /// Reached after @p span from now, unless moved or cleared before.
    void set(std::chrono::milliseconds span);
    void clear();
    bool isSet() const { return m_set; }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    std::function<void()> m_reached;
    Clock::time_point m_at;
    Clock::time_point m_armedFor;
    bool m_set = false;
    QBasicTimer m_timer;
};

} // namespace qcc

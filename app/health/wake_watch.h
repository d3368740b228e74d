// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QBasicTimer>
#include <QObject>

#include <functional>

namespace qcc {

/// Notices that the computer slept (the clock that counts sleep has run ahead of the one that does not) or
/// that the process was stopped for long (its timer comes late). Connections are dead then, and what failed
/// is nobody's fault. Engine thread.
class WakeWatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds kLookEvery{2'000};
    static constexpr milliseconds kShortestSleep{5'000}; ///< clocks may differ by less
    static constexpr milliseconds kStoppedFor{30'000};   ///< lateness of the timer

    /// Time since any fixed moment: @p sinceBoot with sleep, @p awake without (the same one where the system
    /// has no other).
    struct Clocks
    {
        std::function<std::chrono::nanoseconds()> sinceBoot;
        std::function<std::chrono::nanoseconds()> awake;
    };
    static Clocks systemClocks();

    explicit WakeWatch(Clocks clocks = systemClocks());

    void start();
    void stop();
    /// Looks at the clocks now. Cheap: to be called before a transport failure is judged, for the timer may
    /// come later than the failure.
    void look();

Q_SIGNALS:
    void wokeUp(std::chrono::milliseconds sleptFor);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    Clocks m_clocks;
    QBasicTimer m_timer;
    std::chrono::nanoseconds m_lastBoot{0};
    std::chrono::nanoseconds m_lastAwake{0};
};

} // namespace qcc

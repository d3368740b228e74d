// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/wake_watch.h"

#include "app/io/boot_clock.h"

#include <QTimerEvent>

namespace qcc {

using std::chrono::duration_cast;
using std::chrono::nanoseconds;

WakeWatch::Clocks WakeWatch::systemClocks()
{
    return {[] { return sinceBoot(); },
            [] { return nanoseconds(std::chrono::steady_clock::now().time_since_epoch()); }};
}

WakeWatch::WakeWatch(Clocks clocks) : m_clocks(std::move(clocks)) {}

void WakeWatch::start()
{
    m_lastBoot = m_clocks.sinceBoot();
    m_lastAwake = m_clocks.awake();
    m_timer.start(static_cast<int>(kLookEvery.count()), Qt::CoarseTimer, this);
}

void WakeWatch::stop()
{
    m_timer.stop();
}

void WakeWatch::look()
{
    if (!m_timer.isActive())
        return;
    const nanoseconds boot = m_clocks.sinceBoot();
    const nanoseconds awake = m_clocks.awake();
    const milliseconds passed = duration_cast<milliseconds>(boot - m_lastBoot);
    const milliseconds slept = passed - duration_cast<milliseconds>(awake - m_lastAwake);
    const milliseconds late = passed - kLookEvery;
    m_lastBoot = boot;
    m_lastAwake = awake;
    if (slept >= kShortestSleep || late > kStoppedFor)
        Q_EMIT wokeUp(std::max(slept, late));
}

void WakeWatch::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        look();
}

} // namespace qcc

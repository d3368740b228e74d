// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/deadline.h"

namespace qcc {

namespace {

int milliseconds(Deadline::Clock::duration span)
{
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(span).count();
    return static_cast<int>(std::clamp<decltype(ms)>(ms, 0, 24 * 3600 * 1000));
}

} // namespace

void Deadline::set(std::chrono::milliseconds span)
{
    m_at = Clock::now() + span;
    m_set = true;
    if (m_timer.isActive() && m_armedFor <= m_at)
        return;
    m_armedFor = m_at;
    m_timer.start(milliseconds(span), Qt::CoarseTimer, this);
}

void Deadline::clear()
{
    m_set = false; // the timer stays armed: it is likely to be wanted again, and finds nothing to do if not
}

void Deadline::timerEvent(QTimerEvent *)
{
    m_timer.stop();
    if (!m_set)
        return;
    const Clock::time_point now = Clock::now();
    if (now < m_at) {
        m_armedFor = m_at;
        m_timer.start(milliseconds(m_at - now), Qt::CoarseTimer, this);
        return;
    }
    m_set = false;
    const std::function<void()> reached = m_reached; // the call may destroy us
    reached();
}

} // namespace qcc

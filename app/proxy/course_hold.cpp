// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/course_hold.h"

namespace qcc {

bool CourseHold::begin(const RoutingPlan &plan, std::span<const AttemptRecord> attempts)
{
    const std::optional<TimePoint> until = worthHolding(attempts, plan.skipped, m_host.now(), longest());
    if (!until || m_times >= m_limits.holds)
        return false;
    m_attempts.assign(attempts.begin(), attempts.end());
    return enter(*until);
}

bool CourseHold::queueUp()
{
    return m_queue.isLettingGo() && enter(m_host.now());
}

bool CourseHold::enter(TimePoint until)
{
    if (!m_queue.enter(m_number, *this, until))
        return false;
    ++m_times;
    m_since = Deadline::Clock::now();
    return true;
}

void CourseHold::settle()
{
    stopCounting();
    m_queue.leave(m_number);
}

milliseconds CourseHold::total() const
{
    if (!m_since)
        return m_waited;
    return m_waited + std::chrono::ceil<milliseconds>(Deadline::Clock::now() - *m_since);
}

void CourseHold::stopCounting()
{
    m_waited = total();
    m_since.reset();
}

HoldVerdict CourseHold::look()
{
    m_plan = m_owner.planAgain();
    return holdVerdict(m_plan, m_attempts, m_host.now(), longest());
}

void CourseHold::letGo()
{
    stopCounting();
    m_attempts.clear();
    m_owner.goOn(std::exchange(m_plan, {}));
}

void CourseHold::giveUp()
{
    stopCounting();
    RoutingPlan plan = m_owner.planAgain();
    if (plan.candidates.empty())
        m_owner.giveUpWaiting(std::move(plan));
    else // the queue is closed, but this one's time has just come
        m_owner.goOn(std::move(plan));
}

} // namespace qcc

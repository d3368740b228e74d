// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/hold_queue.h"

namespace qcc {

namespace {

constexpr milliseconds kSoonest{1}; ///< a clock that is a little behind must not make the timer spin

} // namespace

HoldQueue::HoldQueue(const ProxyLimits &limits, std::function<TimePoint()> now)
    : m_limits(limits), m_now(std::move(now)), m_timer([this] { look(); })
{
}

bool HoldQueue::enter(quint64 number, HeldRequest &request, TimePoint until)
{
    leave(number); // what it went for was in vain
    if (m_closed || size() >= m_limits.heldRequests)
        return false;
    m_waiting[number] = {&request, until};
    arm();
    return true;
}

void HoldQueue::leave(quint64 number)
{
    m_waiting.erase(number);
    if (m_scout != number)
        return;
    m_scout.reset();
    reconsider();
}

void HoldQueue::reconsider()
{
    if (!m_waiting.empty())
        m_timer.set(milliseconds(0));
}

void HoldQueue::close()
{
    m_closed = true;
    while (!m_waiting.empty())
        m_waiting.extract(m_waiting.begin()).mapped().request->giveUp();
    m_timer.clear();
}

std::optional<TimePoint> HoldQueue::until() const
{
    const auto first = std::min_element(m_waiting.begin(), m_waiting.end(), [](const auto &a, const auto &b) {
        return a.second.until < b.second.until;
    });
    return first == m_waiting.end() ? std::nullopt : std::optional(first->second.until);
}

void HoldQueue::look()
{
    if (m_scout && Deadline::Clock::now() < m_scoutUntil)
        return arm();
    m_scout.reset();
    // By number: whatever is answered or let go here may change the queue.
    std::vector<quint64> numbers;
    for (const auto &[number, waiting] : m_waiting)
        numbers.push_back(number);
    for (const quint64 number : numbers) {
        if (lookAt(number))
            break;
    }
    arm();
}

/// True: it was let go.
bool HoldQueue::lookAt(quint64 number)
{
    const auto place = m_waiting.find(number);
    if (place == m_waiting.end())
        return false;
    HeldRequest &request = *place->second.request;
    const HoldVerdict verdict = request.look();
    switch (verdict.kind) {
    case HoldVerdict::Kind::Wait:
        place->second.until = verdict.until;
        return false;
    case HoldVerdict::Kind::GiveUp:
        m_waiting.erase(place);
        request.giveUp();
        return false;
    case HoldVerdict::Kind::GoOn:
        m_waiting.erase(place);
        m_scout = number;
        m_scoutUntil = Deadline::Clock::now() + m_limits.holdSpacing;
        request.letGo();
        return true;
    }
    Q_UNREACHABLE();
}

void HoldQueue::arm()
{
    if (m_waiting.empty())
        return m_timer.clear();
    const milliseconds rest =
        m_scout ? std::chrono::ceil<milliseconds>(m_scoutUntil - Deadline::Clock::now()) : *until() - m_now();
    m_timer.set(std::max(rest, kSoonest));
}

} // namespace qcc

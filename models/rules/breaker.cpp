// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/breaker.h"

namespace qcc {

Breaker::State Breaker::state(TimePoint now) const
{
    if (!m_openedAt)
        return State::Closed;
    return now - *m_openedAt < kBreakerOpenFor ? State::Open : State::HalfOpen;
}

bool Breaker::admits(TimePoint now) const
{
    switch (state(now)) {
    case State::Closed:
        return true;
    case State::Open:
        return false;
    case State::HalfOpen:
        return !m_trialTaken;
    }
    Q_UNREACHABLE();
}

void Breaker::admit(TimePoint now)
{
    if (state(now) == State::HalfOpen)
        m_trialTaken = true;
}

void Breaker::success()
{
    *this = Breaker();
}

void Breaker::failure(quint64 source, TimePoint now)
{
    // Two sources are enough to tell, so it suffices to compare with the one before.
    if (m_failures == 0 || source != m_lastSource)
        m_distinctSources = std::min(m_distinctSources + 1, kBreakerDistinctSources);
    m_lastSource = source;
    ++m_failures;

    const State before = state(now);
    const bool trips = m_failures >= kBreakerOpensAfter && m_distinctSources >= kBreakerDistinctSources;
    // Late failures of requests that were under way when it opened don't prolong the wait.
    if (before == State::HalfOpen || (before == State::Closed && trips)) {
        m_openedAt = now;
        m_trialTaken = false;
    }
}

void Breaker::release()
{
    m_trialTaken = false;
}

std::optional<TimePoint> Breaker::trialAt() const
{
    if (!m_openedAt)
        return std::nullopt;
    return *m_openedAt + kBreakerOpenFor;
}

Breaker Breaker::fromMemory(const Memory &memory)
{
    Breaker breaker;
    breaker.m_failures = memory.failures;
    breaker.m_distinctSources = memory.distinctSources;
    breaker.m_lastSource = memory.lastSource;
    breaker.m_openedAt = memory.openedAt;
    return breaker;
}

} // namespace qcc

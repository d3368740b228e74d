// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <optional>

namespace qcc {

inline constexpr int kBreakerOpensAfter = 3;      ///< failures in a row …
inline constexpr int kBreakerDistinctSources = 2; ///< … seen in at least so many requests or checks
inline constexpr seconds kBreakerOpenFor{30};     ///< then one trial

///                 3 failures in a row, from >= 2 requests
///        Closed ------------------------------------------> Open
///          ^  ^                                             |  ^
///  success |  | success                       30 s are over |  | the trial failed
///          |  +--------------------------- HalfOpen <-------+  |
///          |                                   |               |
///          +-----------------------------------+---------------+
///
/// HalfOpen admits one trial at a time: admit() takes it, the next success or failure gives it back, as does
/// release() when the trial ended without a verdict (client gone). A success closes from every state. A
/// value: time comes in by argument.
class Breaker
{
public:
    enum class State { Closed, Open, HalfOpen };

    State state(TimePoint now) const;
    /// May a request be sent? In HalfOpen this is true until the trial is taken.
    bool admits(TimePoint now) const;
    /// A request is being sent; in HalfOpen it is the trial.
    void admit(TimePoint now);
    void success();
    /// @p source identifies the request or check: failures of one request alone do not open.
    void failure(quint64 source, TimePoint now);
    void release();
    /// When the next trial is possible; none while closed.
    std::optional<TimePoint> trialAt() const;
    int consecutiveFailures() const { return m_failures; }

    /// What outlives the process. A running trial does not: it ended with it.
    struct Memory
    {
        int failures = 0;
        int distinctSources = 0;
        quint64 lastSource = 0;
        std::optional<TimePoint> openedAt;
        bool operator==(const Memory &) const = default;
    };
    Memory memory() const { return {m_failures, m_distinctSources, m_lastSource, m_openedAt}; }
    static Breaker fromMemory(const Memory &memory);

    bool operator==(const Breaker &) const = default;

private:
    int m_failures = 0;
    int m_distinctSources = 0;
    quint64 m_lastSource = 0;
    std::optional<TimePoint> m_openedAt;
    bool m_trialTaken = false;
};

} // namespace qcc

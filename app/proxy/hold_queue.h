// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/deadline.h"
#include "app/proxy/proxy_limits.h"
#include "models/rules/hold.h"

#include <functional>
#include <map>

namespace qcc {

/// A request that waits in the HoldQueue.
class HeldRequest
{
public:
    virtual ~HeldRequest() = default;
    /// What the rules say of it now.
    virtual HoldVerdict look() = 0;
    /// It has left the queue, and goes on.
    virtual void letGo() = 0;
    /// It has left the queue, and is to be answered: waiting is of no use any more.
    virtual void giveUp() = 0;
};

/// Requests that wait because every candidate is limited: one queue for the whole proxy, in the order in
/// which they came. Those that may go on are not all let go at once upon a limit that has just ended: the
/// first one goes, and the next one follows as soon as it has got its first content, or after
/// ProxyLimits::holdSpacing. One that was let go in vain comes back to its place. Knows no plans and no
/// clients. Engine thread.
class HoldQueue final
{
public:
    /// @p now: the wall clock.
    HoldQueue(const ProxyLimits &limits, std::function<TimePoint()> now);

    /// @p number: the request's; it gives the order. False: the queue is full or closed.
    bool enter(quint64 number, HeldRequest &request, TimePoint until);
    /// The request has content, is over, or went away.
    void leave(quint64 number);
    /// Settings, limits or what is known of endpoints may have changed: looks again, from the event loop.
    void reconsider();
    /// All are given up, and no further ones come in.
    void close();

    int size() const { return static_cast<int>(m_waiting.size()); }
    /// When the first of them may go on; none when nobody waits.
    std::optional<TimePoint> until() const;
    /// Some are being let go one after the other: whoever comes now is to stand behind them.
    bool isLettingGo() const { return m_scout && !m_waiting.empty(); }

private:
    struct Waiting
    {
        HeldRequest *request;
        TimePoint until;
    };

    void look();
    bool lookAt(quint64 number);
    void arm();

    const ProxyLimits &m_limits;
    std::function<TimePoint()> m_now;
    std::map<quint64, Waiting> m_waiting;
    std::optional<quint64> m_scout; ///< let go last, without content yet
    Deadline::Clock::time_point m_scoutUntil;
    Deadline m_timer;
    bool m_closed = false;
};

} // namespace qcc

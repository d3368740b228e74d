// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/proxy/hold_queue.h"
#include "app/proxy/proxy_host.h"

namespace qcc {

/// Whose waiting it is.
class HoldOwner
{
public:
    virtual ~HoldOwner() = default;
    virtual RoutingPlan planAgain() = 0;
    /// What is left of the time for all tries.
    virtual milliseconds timeLeft() const = 0;
    virtual void goOn(RoutingPlan plan) = 0;
    /// It waited in vain.
    virtual void giveUpWaiting(RoutingPlan plan) = 0;
};

/// One request's waiting for the end of a limit: asks the rules, stands in the queue, counts the time. Leaves
/// the queue when it is destroyed. Engine thread.
class CourseHold final : private HeldRequest
{
public:
    CourseHold(quint64 number, HoldQueue &queue, const ProxyLimits &limits, ProxyHost &host, HoldOwner &owner)
        : m_number(number), m_queue(queue), m_limits(limits), m_host(host), m_owner(owner)
    {
    }
    ~CourseHold() override { settle(); }
    CourseHold(const CourseHold &) = delete;
    CourseHold &operator=(const CourseHold &) = delete;

    /// Nobody of the plan may be asked (any more). True: it waits, and the owner will hear how it ends.
    /// @p attempts: those of this plan.
    bool begin(const RoutingPlan &plan, std::span<const AttemptRecord> attempts);
    /// Somebody may be asked, but others have waited for that: stands behind them. True: it waits.
    bool queueUp();
    /// The request has content, or is over.
    void settle();
    bool waits() const { return m_since.has_value(); }
    /// How long it has waited in all.
    milliseconds total() const;

private:
    HoldVerdict look() override;
    void letGo() override;
    void giveUp() override;
    bool enter(TimePoint until);
    void stopCounting();
    milliseconds longest() const { return std::min(m_limits.longestHold, m_owner.timeLeft()); }

    quint64 m_number;
    HoldQueue &m_queue;
    const ProxyLimits &m_limits;
    ProxyHost &m_host;
    HoldOwner &m_owner;
    RoutingPlan m_plan;
    std::vector<AttemptRecord> m_attempts; ///< before it began to wait
    std::optional<Deadline::Clock::time_point> m_since;
    milliseconds m_waited{0};
    int m_times = 0;
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/proxy/proxy_limits.h"
#include "app/upstream/transport.h"
#include "models/rules/routing.h"
#include "models/rules/thinking_blocks.h"

namespace qcc {

/// One request's repair after QCC has moved its session: the provider refuses thinking blocks that another
/// one signed, and is asked again without them. Once a request, and only where the whole body is here and not
/// over ProxyLimits::repairedBody. Engine thread.
class CourseRepair
{
public:
    explicit CourseRepair(const ProxyLimits &limits) : m_limits(limits) {}

    /// @p config answered @p status with the decoded text @p refusal. True: it is to be asked again, with
    /// splicesFor().
    bool begin(const RoutingPlan &plan, const QString &config, int status, QByteArrayView refusal,
               BodySource &body);
    /// What is exchanged in the body for this config. Whoever alone has written the conversation gets it as
    /// it is.
    std::vector<Splice> splicesFor(const RoutingPlan &plan, const QString &config) const;

    int removedBlocks() const { return m_repair ? m_repair->removedBlocks : 0; }
    bool thinkingOff() const { return m_repair && m_repair->thinkingOff; }

private:
    const ProxyLimits &m_limits;
    std::optional<ThinkingRepair> m_repair;
    bool m_tried = false;
};

} // namespace qcc

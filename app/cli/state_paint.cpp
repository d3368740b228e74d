// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/state_paint.h"

namespace qcc {

Paint paintOf(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Unknown:
        return Paint::Faint;
    case HealthStatus::Healthy:
        return Paint::Green;
    case HealthStatus::Degraded:
        return Paint::Yellow;
    case HealthStatus::Unhealthy:
        return Paint::Red;
    }
    Q_UNREACHABLE();
}

Paint paintOf(EndpointCondition condition)
{
    switch (condition) {
    case EndpointCondition::Ready:
        return Paint::Green;
    case EndpointCondition::Trial:
    case EndpointCondition::Limited:
        return Paint::Yellow;
    case EndpointCondition::BreakerOpen:
    case EndpointCondition::OutOfCredit:
    case EndpointCondition::KeyRejected:
    case EndpointCondition::NoKey:
        return Paint::Red;
    }
    Q_UNREACHABLE();
}

Paint paintOf(CheckLayer layer)
{
    switch (layer) {
    case CheckLayer::Unknown:
        return Paint::Faint;
    case CheckLayer::Good:
        return Paint::Green;
    case CheckLayer::Bad:
        return Paint::Red;
    }
    Q_UNREACHABLE();
}

Paint paintOf(const FailoverEvent &event)
{
    if (!event.success)
        return Paint::Red;
    switch (event.type) {
    case FailoverEventType::Failover:
        return Paint::Yellow;
    case FailoverEventType::Recovery:
        return Paint::Green;
    case FailoverEventType::Manual:
    case FailoverEventType::Activation:
        return Paint::Plain;
    }
    Q_UNREACHABLE();
}

Paint paintOf(RequestEnd end)
{
    switch (end) {
    case RequestEnd::Served:
        return Paint::Green;
    case RequestEnd::Failed:
    case RequestEnd::Broken:
        return Paint::Red;
    case RequestEnd::ClientGone:
        return Paint::Faint;
    }
    Q_UNREACHABLE();
}

} // namespace qcc

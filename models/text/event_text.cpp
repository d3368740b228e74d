// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/event_text.h"

#include "models/text/text.h"

namespace qcc {

namespace {

QString failedTitle(const FailoverEvent &event)
{
    if (event.from.isEmpty())
        return event.to.isEmpty() ? Text::tr("Switch failed") : Text::tr("Switch to %1 failed").arg(event.to);
    return event.to.isEmpty() ? Text::tr("Switch away from %1 failed").arg(event.from)
                              : Text::tr("Switch from %1 to %2 failed").arg(event.from, event.to);
}

QString nobodyTitle(const FailoverEvent &event)
{
    return event.from.isEmpty() ? Text::tr("No config is active")
                                : Text::tr("%1 is no longer active, and no other config is").arg(event.from);
}

QString titleWithoutFrom(const FailoverEvent &event)
{
    switch (event.type) {
    case FailoverEventType::Failover:
        return Text::tr("Failover to %1").arg(event.to);
    case FailoverEventType::Recovery:
        return Text::tr("Recovery to %1").arg(event.to);
    case FailoverEventType::Manual:
        return Text::tr("Manual switch to %1").arg(event.to);
    case FailoverEventType::Activation:
        return Text::tr("%1 became active").arg(event.to);
    }
    Q_UNREACHABLE();
}

} // namespace

QString eventTypeName(FailoverEventType type)
{
    switch (type) {
    case FailoverEventType::Failover:
        return Text::tr("failover", "type of an event");
    case FailoverEventType::Recovery:
        return Text::tr("recovery", "type of an event");
    case FailoverEventType::Manual:
        return Text::tr("manual switch", "type of an event");
    case FailoverEventType::Activation:
        return Text::tr("activation", "type of an event");
    }
    Q_UNREACHABLE();
}

QString eventTitle(const FailoverEvent &event)
{
    if (!event.success)
        return failedTitle(event);
    if (event.to.isEmpty())
        return nobodyTitle(event);
    if (event.from.isEmpty())
        return titleWithoutFrom(event);
    switch (event.type) {
    case FailoverEventType::Failover:
        return Text::tr("Failover from %1 to %2").arg(event.from, event.to);
    case FailoverEventType::Recovery:
        return Text::tr("Recovery from %1 to %2").arg(event.from, event.to);
    case FailoverEventType::Manual:
        return Text::tr("Manual switch from %1 to %2").arg(event.from, event.to);
    case FailoverEventType::Activation:
        return Text::tr("%2 became active instead of %1").arg(event.from, event.to);
    }
    Q_UNREACHABLE();
}

} // namespace qcc

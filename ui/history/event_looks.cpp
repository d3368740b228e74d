// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/event_looks.h"

namespace qcc {

QIcon eventIcon(const FailoverEvent &event, const Colors &colors)
{
    const auto drawn = [&](Icon which, const QColor &color) {
        return icon(which, event.success ? color : colors.bad);
    };
    switch (event.type) {
    case FailoverEventType::Failover:
        return drawn(Icon::Failover, colors.warn);
    case FailoverEventType::Recovery:
        return drawn(Icon::Recovery, colors.good);
    case FailoverEventType::Manual:
        return drawn(Icon::Manual, colors.accent);
    case FailoverEventType::Activation:
        return drawn(Icon::Activation, colors.textMuted);
    }
    Q_UNREACHABLE();
}

QIcon resultIcon(bool success, const Colors &colors)
{
    return success ? icon(Icon::Check, colors.good) : icon(Icon::Cross, colors.bad);
}

QIcon requestIcon(RequestEnd end, const Colors &colors)
{
    switch (end) {
    case RequestEnd::Served:
        return icon(Icon::Check, colors.good);
    case RequestEnd::Failed:
        return icon(Icon::Cross, colors.bad);
    case RequestEnd::Broken:
        return icon(Icon::Warning, colors.warn);
    case RequestEnd::ClientGone:
        return icon(Icon::Stop, colors.textMuted);
    }
    Q_UNREACHABLE();
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/event_match.h"

namespace qcc {

bool matches(const EventFilter &filter, const FailoverEvent &event)
{
    const auto hasText = [&filter](const QString &text) {
        return text.contains(filter.text, Qt::CaseInsensitive);
    };
    if (filter.type && *filter.type != event.type)
        return false;
    if ((filter.since && event.at < *filter.since) || (filter.until && event.at >= *filter.until))
        return false;
    if (!filter.config.isEmpty() && filter.config != event.from && filter.config != event.to)
        return false;
    return hasText(event.from) || hasText(event.to) || hasText(event.reason);
}

} // namespace qcc

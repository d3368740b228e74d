// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/card_badges.h"

#include "models/text/failure_text.h"
#include "ui/board/board_text.h"

#include <QLocale>

namespace qcc {

namespace {

/// Without seconds: a badge is short.
QString shortClock(TimePoint moment)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count());
    return QLocale().toString(local.time(), QStringLiteral("HH:mm"));
}

struct InCondition
{
    int count = 0;
    bool all = false;               ///< every endpoint of the card
    std::optional<TimePoint> until; ///< the first that ends
};

InCondition countOf(const BoardCard &card, EndpointCondition condition)
{
    InCondition found;
    for (const EndpointSnapshot &endpoint : card.endpoints) {
        if (endpoint.condition != condition)
            continue;
        ++found.count;
        if (endpoint.until && (!found.until || *endpoint.until < *found.until))
            found.until = endpoint.until;
    }
    found.all = found.count == static_cast<int>(card.endpoints.size());
    return found;
}

Badge pinBadge(std::optional<TimePoint> until)
{
    return {until ? BoardText::tr("Pinned until %1", "%1: a time").arg(shortClock(*until))
                  : BoardText::tr("Pinned", "until released"),
            Tone::Accent, Icon::Pin};
}

Badge downBadge(const BoardCard &card)
{
    for (const EndpointSnapshot &endpoint : card.endpoints) {
        const EndpointHealth &health = endpoint.health;
        if (health.status == HealthStatus::Unhealthy && health.lastFailureFacts)
            return {BoardText::tr("Down: %1", "%1: a failure").arg(failureText(*health.lastFailureFacts)),
                    Tone::Bad, Icon::Cross};
    }
    return {BoardText::tr("Down", "a config"), Tone::Bad, Icon::Cross};
}

Badge keyBadge(const InCondition &rejected)
{
    return {rejected.all ? BoardText::tr("Key rejected", "a config")
                         : BoardText::tr("%n key(s) rejected", nullptr, rejected.count),
            Tone::Bad, Icon::Key};
}

Badge noKeyBadge(const InCondition &missing)
{
    return {missing.all ? BoardText::tr("No key", "a config")
                        : BoardText::tr("%n without a key", "endpoints", missing.count),
            Tone::Warn, Icon::Key};
}

Badge creditBadge(const InCondition &broke)
{
    return {broke.all ? BoardText::tr("Out of credit", "a config")
                      : BoardText::tr("%n out of credit", "endpoints", broke.count),
            Tone::Bad, Icon::Warning};
}

Badge limitBadge(const InCondition &limited)
{
    if (!limited.all)
        return {BoardText::tr("%n limited", "endpoints", limited.count), Tone::Warn, Icon::Pause};
    return {limited.until ? BoardText::tr("Limited until %1", "%1: a time").arg(shortClock(*limited.until))
                          : BoardText::tr("Limited", "a config"),
            Tone::Warn, Icon::Pause};
}

void addIfAny(std::vector<Badge> &badges, const InCondition &found, Badge (*made)(const InCondition &))
{
    if (found.count > 0)
        badges.push_back(made(found));
}

} // namespace

std::vector<Badge> badgesOf(const BoardCard &card, std::optional<TimePoint> pinnedUntil)
{
    std::vector<Badge> badges;
    if (card.active)
        badges.push_back({BoardText::tr("Active", "a config"), Tone::Accent, Icon::Play});
    if (card.pinned)
        badges.push_back(pinBadge(pinnedUntil));
    const size_t standing = badges.size();
    if (card.endpoints.empty())
        badges.push_back({BoardText::tr("No endpoint", "a config"), Tone::Warn, Icon::Warning});
    addIfAny(badges, countOf(card, EndpointCondition::KeyRejected), keyBadge);
    addIfAny(badges, countOf(card, EndpointCondition::NoKey), noKeyBadge);
    addIfAny(badges, countOf(card, EndpointCondition::OutOfCredit), creditBadge);
    addIfAny(badges, countOf(card, EndpointCondition::Limited), limitBadge);
    const bool explained = badges.size() > standing;
    if (!explained && card.health.status == HealthStatus::Unhealthy)
        badges.push_back(downBadge(card));
    else if (!explained && !card.heldBack.isEmpty())
        badges.push_back({BoardText::tr("Held back", "a config"), Tone::Warn, Icon::Pause});
    return badges;
}

} // namespace qcc

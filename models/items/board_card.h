// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/settings.h"
#include "models/domain/snapshot.h"

#include <QStringList>

namespace qcc {

/// What a card shows, derived from settings and snapshot.
struct BoardCard
{
    QString name;
    QString description;
    Priority priority = Priority::Primary;
    bool groupEnabled = true;
    bool active = false;
    bool pinned = false; ///< active, and by a person's choice
    ConfigHealth health;
    std::optional<milliseconds> latency;
    std::vector<EndpointSnapshot>
        endpoints;    ///< in their order; those of which nothing is known yet as Ready, Unknown
    QString heldBack; ///< why all of it can't serve although its checks are good; a sentence's part
    bool operator==(const BoardCard &) const = default;
};

/// All cards, in the order of the groups. What the snapshot doesn't know yet is as if never checked.
std::vector<BoardCard> boardCards(const Settings &settings, const ProxySnapshot &snapshot, TimePoint now);

/// Everything that a card shows, for tooltips and for those who don't see it.
QStringList sentences(const BoardCard &card, TimePoint now);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/board_card.h"
#include "ui/base/badge.h"

namespace qcc {

/// What a card says in words beside its health, the most important first. @p pinnedUntil: of the pinned
/// config; none: until released.
std::vector<Badge> badgesOf(const BoardCard &card, std::optional<TimePoint> pinnedUntil);

} // namespace qcc

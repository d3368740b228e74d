// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/board_card.h"
#include "ui/base/badge.h"
#include "ui/base/preferences.h"

#include <QFont>
#include <QRect>

namespace qcc {

/// Distances of a card that depend on how dense the person wants it.
struct CardMetrics
{
    int padding = 12;
    int gap = 8; ///< between two cards
    int ring = 40;
    int dot = 11;
    int line = 4; ///< between two lines
};
CardMetrics cardMetrics(Density density);

QFont cardNameFont(const QFont &base);
QFont cardSmallFont(const QFont &base);

struct PlacedBadge
{
    QPointF at;
    Badge badge; ///< shortened where the card is narrow
};

/// Where everything on a card is, for painting and for pointing at it.
struct CardLayout
{
    QRect card;
    QRect ring;
    QRect name;
    QRect more; ///< the "…" that opens the menu
    QRect description;
    std::vector<QRect> dots; ///< of the first endpoints; kShownDots at most
    QRect otherDots;         ///< "+3"; empty: all are shown
    QRect latency;           ///< empty: not known
    std::vector<PlacedBadge> badges;
    int height = 0; ///< of the whole item, with the gap
};

inline constexpr int kShownDots = 8;

/// Of an item whose upper left corner is @p at and that is @p width wide. No clock, no widget.
CardLayout layoutCard(const BoardCard &card, const std::vector<Badge> &badges, QPoint at, int width,
                      const QFont &font, Density density);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/colors.h"
#include "ui/base/icons.h"

#include <QFont>
#include <QSize>

#include <optional>

class QPainter;
class QPointF;
class QRectF;

namespace qcc {

/// A word in a soft pill: "Active", "Pinned", "Key rejected".
struct Badge
{
    QString text;
    Tone tone = Tone::Neutral;
    std::optional<Icon> icon{};
    bool operator==(const Badge &) const = default;
};

/// Slightly smaller than @p base.
QFont badgeFont(const QFont &base);
QSize badgeSize(const Badge &badge, const QFont &base);
/// Its upper left corner at @p at; leaves the painter as it was. Returns where it was drawn.
QRectF paintBadge(QPainter *painter, const QPointF &at, const Badge &badge, const QFont &base,
                  const Colors &colors);

} // namespace qcc

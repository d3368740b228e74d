// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"
#include "ui/base/colors.h"

#include <QPainterPath>

namespace qcc {

/// The shapes of events in the chart, told apart without colours: a failover points down, a recovery up, a
/// manual switch is a diamond, an activation a disc, and what failed a cross.
enum class MarkShape { Down, Up, Diamond, Disc, Cross };

inline constexpr std::array kMarkShapes{MarkShape::Down, MarkShape::Up, MarkShape::Diamond, MarkShape::Disc,
                                        MarkShape::Cross};

MarkShape markShape(const FailoverEvent &event);
/// Centred on @p centre, in a square of @p size.
QPainterPath markPath(MarkShape shape, const QPointF &centre, double size);
QColor markColor(MarkShape shape, const Colors &colors);

} // namespace qcc

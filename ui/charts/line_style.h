// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/colors.h"

#include <QPen>

namespace qcc {

/// How a config's line looks, wherever it is drawn: ten colours, then the same ones dashed.
struct LineStyle
{
    QColor color;
    Qt::PenStyle pen = Qt::SolidLine;
    bool operator==(const LineStyle &) const = default;
};

/// @p number: the config's place among all configs; negative: one that is no more.
inline LineStyle lineStyle(int number, const Colors &colors)
{
    if (number < 0)
        return {colors.idle, Qt::DotLine};
    const auto count = static_cast<int>(colors.series.size());
    return {colors.series[static_cast<size_t>(number % count)],
            number / count % 2 == 0 ? Qt::SolidLine : Qt::DashLine};
}

/// @p width in device-independent pixels.
inline QPen linePen(const LineStyle &style, double width)
{
    QPen pen(style.color, width, style.pen, style.pen == Qt::SolidLine ? Qt::RoundCap : Qt::FlatCap,
             Qt::RoundJoin);
    if (style.pen == Qt::DashLine)
        pen.setDashPattern({6, 3}); // longer ones than Qt's: half the time to draw
    return pen;
}

/// The same for the short piece of it in a legend.
inline QPen swatchPen(const LineStyle &style)
{
    QPen pen = linePen(style, 3);
    if (style.pen == Qt::DashLine)
        pen.setDashPattern({1.8, 0.9});
    return pen;
}

} // namespace qcc

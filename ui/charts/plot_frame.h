// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QRectF>

namespace qcc {

/// Where a moment and a value lie in the chart: what lines, ruler, bands, marks and read-out agree on.
struct PlotFrame
{
    QRectF plot;
    TimePoint from;
    TimePoint to;
    double lowest = 0;
    double highest = 100;

    bool isEmpty() const { return plot.isEmpty() || from >= to || lowest >= highest; }
    double x(TimePoint moment) const
    {
        return plot.left() + plot.width() * double((moment - from).count()) / double((to - from).count());
    }
    double y(double value) const
    {
        return plot.bottom() - plot.height() * (value - lowest) / (highest - lowest);
    }
    TimePoint at(double x) const
    {
        const double share = (x - plot.left()) / plot.width();
        return from + milliseconds(static_cast<qint64>(share * double((to - from).count())));
    }
    bool operator==(const PlotFrame &) const = default;
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/line_segments.h"

#include <QPen>

class QAbstractAxis;
class QChart;
class QLineSeries;

namespace qcc {

/// The lines of a chart: one QLineSeries for each segment, because Qt Charts drops NaN points and so can't
/// leave a gap in one. Keeps its series from one answer to the next. Knows nothing of configs.
class LineSet
{
public:
    /// The chart and the axes outlive this.
    LineSet(QChart &chart, QAbstractAxis &xAxis, QAbstractAxis &yAxis);

    int count() const { return static_cast<int>(m_lines.size()); }
    void setCount(int count);
    void setLine(int index, const std::vector<Segment> &segments);
    void setPen(int index, const QPen &pen);
    void setVisible(int index, bool visible);
    int segmentCount(int index) const { return static_cast<int>(line(index).series.size()); }

private:
    struct Line
    {
        std::vector<QLineSeries *> series; ///< the chart's
        QPen pen;
        bool visible = true;
    };

    const Line &line(int index) const { return m_lines[static_cast<size_t>(index)]; }
    Line &line(int index) { return m_lines[static_cast<size_t>(index)]; }
    QLineSeries *addSeries(const Line &line);
    void shorten(Line &line, size_t count);

    QChart &m_chart;
    QAbstractAxis &m_xAxis;
    QAbstractAxis &m_yAxis;
    std::vector<Line> m_lines;
};

} // namespace qcc

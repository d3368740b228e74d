// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_set.h"

#include <QAbstractAxis>
#include <QChart>
#include <QLineSeries>

namespace qcc {

LineSet::LineSet(QChart &chart, QAbstractAxis &xAxis, QAbstractAxis &yAxis)
    : m_chart(chart), m_xAxis(xAxis), m_yAxis(yAxis)
{
}

void LineSet::setCount(int count)
{
    for (int i = count; i < this->count(); ++i)
        shorten(line(i), 0);
    m_lines.resize(static_cast<size_t>(count));
}

void LineSet::setLine(int index, const std::vector<Segment> &segments)
{
    Line &changed = line(index);
    shorten(changed, segments.size());
    for (size_t i = 0; i < segments.size(); ++i) {
        if (i == changed.series.size())
            changed.series.push_back(addSeries(changed));
        changed.series[i]->replace(segments[i]);
    }
}

void LineSet::setPen(int index, const QPen &pen)
{
    line(index).pen = pen;
    for (QLineSeries *series : line(index).series)
        series->setPen(pen);
}

void LineSet::setVisible(int index, bool visible)
{
    line(index).visible = visible;
    for (QLineSeries *series : line(index).series)
        series->setVisible(visible);
}

QLineSeries *LineSet::addSeries(const Line &line)
{
    auto *series = new QLineSeries;
    series->setPen(line.pen);
    series->setVisible(line.visible);
    m_chart.addSeries(series);
    series->attachAxis(&m_xAxis);
    series->attachAxis(&m_yAxis);
    return series;
}

void LineSet::shorten(Line &line, size_t count)
{
    while (line.series.size() > count) {
        m_chart.removeSeries(line.series.back());
        delete line.series.back();
        line.series.pop_back();
    }
}

} // namespace qcc

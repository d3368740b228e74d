// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_ruler.h"

#include "ui/base/colors.h"
#include "ui/base/grid.h"

#include <QFontMetricsF>

#include <cmath>
#include <limits>

namespace qcc {

ChartRuler::ChartRuler(QGraphicsItem *parent) : QGraphicsItem(parent)
{
    setZValue(0); // behind the lines
    setAcceptedMouseButtons(Qt::NoButton);
}

void ChartRuler::setContents(const Contents &contents)
{
    prepareGeometryChange();
    m_contents = contents;
    update();
}

QRectF ChartRuler::boundingRect() const
{
    return QRectF(0, 0, m_contents.frame.plot.right() + grid::kHuge,
                  m_contents.timeBaseline + QFontMetricsF(m_contents.font).height() + grid::kUnit);
}

void ChartRuler::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_contents.frame.isEmpty())
        return;
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(m_contents.font);
    paintValues(*painter);
    paintTimes(*painter);
}

void ChartRuler::paintValues(QPainter &painter) const
{
    const PlotFrame &frame = m_contents.frame;
    const Colors &colors = colorsFor(m_contents.palette);
    const double height = QFontMetricsF(m_contents.font).height();
    double lastLabel = std::numeric_limits<double>::max();
    for (const ValueTick &tick : m_contents.values) {
        const double y = std::round(frame.y(tick.value));
        painter.setPen(QPen(colors.border, tick.value == 0 ? 1.5 : 1));
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        if (lastLabel - y < height)
            continue; // no room for every one
        lastLabel = y;
        painter.setPen(colors.textMuted);
        painter.drawText(QRectF(0, y - height / 2, frame.plot.left() - grid::kSmall, height),
                         Qt::AlignRight | Qt::AlignVCenter, tick.text);
    }
}

void ChartRuler::paintTimes(QPainter &painter) const
{
    const PlotFrame &frame = m_contents.frame;
    const Colors &colors = colorsFor(m_contents.palette);
    const QFontMetricsF metrics(m_contents.font);
    for (const TimeTick &tick : m_contents.times) {
        const double x = std::round(frame.x(tick.at));
        painter.setPen(QPen(colors.border, 1, tick.isDay ? Qt::SolidLine : Qt::DotLine));
        painter.drawLine(QPointF(x, frame.plot.top()), QPointF(x, m_contents.timeBaseline - 2));
        const double width = metrics.horizontalAdvance(tick.text) + 2;
        const double left = std::clamp(x - width / 2, 0.0, frame.plot.right() + grid::kLarge - width);
        painter.setPen(tick.isDay ? colors.text : colors.textMuted);
        painter.drawText(QRectF(left, m_contents.timeBaseline, width, metrics.height()), Qt::AlignCenter,
                         tick.text);
    }
}

} // namespace qcc

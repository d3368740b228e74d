// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/mark_item.h"

#include "models/text/decision_text.h"
#include "models/text/event_text.h"
#include "models/text/span_text.h"
#include "ui/base/grid.h"

#include <QCursor>
#include <QGraphicsSceneMouseEvent>

namespace qcc {

namespace {

QString toolTipPart(const FailoverEvent &event, TimePoint now)
{
    QString html =
        QStringLiteral("<b>%1</b><br>%2").arg(eventTitle(event).toHtmlEscaped(), momentText(event.at, now));
    if (const QString reason = reasonLine(event); !reason.isEmpty())
        html += QStringLiteral("<br>%1").arg(reason.toHtmlEscaped());
    return QStringLiteral("<p>%1</p>").arg(html);
}

} // namespace

MarkItem::MarkItem(QGraphicsItem *parent) : QGraphicsObject(parent)
{
    setZValue(20); // above the lines
    setAcceptHoverEvents(true);
    setCursor(Qt::PointingHandCursor);
}

void MarkItem::setContents(const MarkCluster &cluster, const PlotFrame &frame, const QPalette &palette)
{
    prepareGeometryChange();
    m_cluster = cluster;
    m_frame = frame;
    m_palette = palette;
    update();
}

void MarkItem::setToolTipFor(TimePoint now)
{
    constexpr size_t kMostTold = 4;
    QString html;
    const size_t told = std::min(m_cluster.events.size(), kMostTold);
    for (size_t i = 0; i < told; ++i)
        html += toolTipPart(m_cluster.events[i], now);
    if (told < m_cluster.events.size())
        html += QStringLiteral("<p>%1</p>")
                    .arg(tr("and %n more", "events", static_cast<int>(m_cluster.events.size() - told)));
    setToolTip(html);
}

QPointF MarkItem::centre() const
{
    return {m_cluster.x, m_frame.plot.top() - kSize / 2 - grid::kUnit};
}

QRectF MarkItem::boundingRect() const
{
    const QPointF middle = centre();
    return QRectF(middle.x() - kSize, middle.y() - kSize, 2 * kSize,
                  m_frame.plot.bottom() - middle.y() + kSize);
}

QPainterPath MarkItem::shape() const
{
    QPainterPath path;
    path.addRect(
        QRectF(-kSize / 2, -kSize / 2, kSize, kSize).marginsAdded({2, 2, 2, 2}).translated(centre()));
    return path;
}

void MarkItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const Colors &colors = colorsFor(m_palette);
    const MarkShape which = markShape(leading(m_cluster));
    QColor color = markColor(which, colors);
    painter->setRenderHint(QPainter::Antialiasing);
    const QPointF middle = centre();
    const double size = m_hovered ? kSize + 3 : kSize;
    if (m_cluster.events.size() > 1) { // a second one behind it
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.border);
        painter->drawPath(markPath(which, middle + QPointF(3, -2), size));
    }
    painter->setPen(QPen(colors.surface, 1));
    painter->setBrush(color);
    painter->drawPath(markPath(which, middle, size));
    color.setAlphaF(m_hovered ? 0.9F : 0.35F);
    painter->setPen(QPen(color, 1, Qt::DashLine));
    painter->drawLine(QPointF(m_cluster.x, m_frame.plot.top()), QPointF(m_cluster.x, m_frame.plot.bottom()));
}

void MarkItem::mousePressEvent(QGraphicsSceneMouseEvent *event)
{
    event->setAccepted(event->button() == Qt::LeftButton);
}

void MarkItem::mouseReleaseEvent(QGraphicsSceneMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && shape().contains(event->pos()))
        Q_EMIT clicked(m_cluster.events.front().id);
}

void MarkItem::hoverEnterEvent(QGraphicsSceneHoverEvent *)
{
    m_hovered = true;
    update();
}

void MarkItem::hoverLeaveEvent(QGraphicsSceneHoverEvent *)
{
    m_hovered = false;
    update();
}

} // namespace qcc

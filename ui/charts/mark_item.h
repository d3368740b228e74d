// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/mark_clusters.h"
#include "ui/charts/mark_shape.h"

#include <QGraphicsObject>
#include <QPalette>

namespace qcc {

/// The mark of one or more events above the plot, with a line down through it: says what happened in its tool
/// tip, and can be clicked.
class MarkItem final : public QGraphicsObject
{
    Q_OBJECT
public:
    explicit MarkItem(QGraphicsItem *parent);

    void setContents(const MarkCluster &cluster, const PlotFrame &frame, const QPalette &palette);
    const MarkCluster &cluster() const { return m_cluster; }
    void setToolTipFor(TimePoint now);

    static constexpr double kSize = 12;

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

Q_SIGNALS:
    void clicked(const QString &event); ///< its newest event's id

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent *event) override;
    void hoverEnterEvent(QGraphicsSceneHoverEvent *event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent *event) override;

private:
    QPointF centre() const;

    MarkCluster m_cluster;
    PlotFrame m_frame;
    QPalette m_palette;
    bool m_hovered = false;
};

} // namespace qcc

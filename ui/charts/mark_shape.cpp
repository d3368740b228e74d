// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/mark_shape.h"

#include <QPolygonF>

namespace qcc {

namespace {

QPainterPath polygon(std::initializer_list<QPointF> corners, const QPointF &centre, double size)
{
    QPolygonF scaled;
    for (const QPointF &corner : corners)
        scaled << centre + corner * size / 2;
    QPainterPath path;
    path.addPolygon(scaled);
    path.closeSubpath();
    return path;
}

} // namespace

MarkShape markShape(const FailoverEvent &event)
{
    if (!event.success)
        return MarkShape::Cross;
    switch (event.type) {
    case FailoverEventType::Failover:
        return MarkShape::Down;
    case FailoverEventType::Recovery:
        return MarkShape::Up;
    case FailoverEventType::Manual:
        return MarkShape::Diamond;
    case FailoverEventType::Activation:
        return MarkShape::Disc;
    }
    Q_UNREACHABLE();
}

QPainterPath markPath(MarkShape shape, const QPointF &centre, double size)
{
    constexpr double kThick = 0.34;
    switch (shape) {
    case MarkShape::Down:
        return polygon({{-1, -0.8}, {1, -0.8}, {0, 0.9}}, centre, size);
    case MarkShape::Up:
        return polygon({{-1, 0.8}, {1, 0.8}, {0, -0.9}}, centre, size);
    case MarkShape::Diamond:
        return polygon({{0, -1}, {1, 0}, {0, 1}, {-1, 0}}, centre, size);
    case MarkShape::Disc: {
        QPainterPath path;
        path.addEllipse(centre, size * 0.42, size * 0.42);
        return path;
    }
    case MarkShape::Cross:
        return polygon({{0, -kThick},
                        {0.9 - kThick, -0.9},
                        {0.9, -0.9 + kThick},
                        {kThick, 0},
                        {0.9, 0.9 - kThick},
                        {0.9 - kThick, 0.9},
                        {0, kThick},
                        {-0.9 + kThick, 0.9},
                        {-0.9, 0.9 - kThick},
                        {-kThick, 0},
                        {-0.9, -0.9 + kThick},
                        {-0.9 + kThick, -0.9}},
                       centre, size);
    }
    Q_UNREACHABLE();
}

QColor markColor(MarkShape shape, const Colors &colors)
{
    switch (shape) {
    case MarkShape::Down:
        return colors.warn;
    case MarkShape::Up:
        return colors.good;
    case MarkShape::Diamond:
        return colors.accent;
    case MarkShape::Disc:
        return colors.idle;
    case MarkShape::Cross:
        return colors.bad;
    }
    Q_UNREACHABLE();
}

} // namespace qcc

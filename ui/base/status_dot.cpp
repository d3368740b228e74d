// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/status_dot.h"

#include "ui/base/health_ring.h"

namespace qcc {

namespace {

DotKind dotKindOf(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Unknown:
        return DotKind::Unknown;
    case HealthStatus::Healthy:
        return DotKind::Healthy;
    case HealthStatus::Degraded:
        return DotKind::Degraded;
    case HealthStatus::Unhealthy:
        return DotKind::Down;
    }
    return DotKind::Unknown;
}

void paintHourglass(QPainter *painter, const QPointF &middle, qreal half)
{
    const auto at = [&](qreal x, qreal y) { return middle + QPointF(x * half, y * half); };
    painter->drawPolygon(QPolygonF{at(-0.85, -1), at(0.85, -1), at(0, 0)});
    painter->drawPolygon(QPolygonF{at(-0.85, 1), at(0.85, 1), at(0, 0)});
}

} // namespace

DotKind dotKindOf(const EndpointSnapshot &endpoint)
{
    switch (endpoint.condition) {
    case EndpointCondition::KeyRejected:
    case EndpointCondition::NoKey:
    case EndpointCondition::OutOfCredit:
        return DotKind::KeyRejected;
    case EndpointCondition::Limited:
        return DotKind::Limited;
    case EndpointCondition::BreakerOpen:
        return DotKind::Down;
    case EndpointCondition::Trial:
        return DotKind::Degraded;
    case EndpointCondition::Ready:
        break;
    }
    return dotKindOf(endpoint.health.status);
}

Tone toneOf(DotKind kind)
{
    switch (kind) {
    case DotKind::Healthy:
        return Tone::Good;
    case DotKind::Degraded:
    case DotKind::Limited:
        return Tone::Warn;
    case DotKind::Down:
    case DotKind::KeyRejected:
        return Tone::Bad;
    case DotKind::Unknown:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

void paintStatusDot(QPainter *painter, const QRectF &rect, DotKind kind, const Colors &colors)
{
    const QColor mark = toneColors(toneOf(kind), colors).mark;
    const qreal half = std::min(rect.width(), rect.height()) / 2 - 0.5;
    const QPointF middle = rect.center();
    const qreal stroke = std::max(1.4, half * 0.34);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(mark, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const qreal ring = half - stroke / 2;
    switch (kind) {
    case DotKind::Healthy:
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(middle, half, half);
        break;
    case DotKind::Degraded:
        painter->drawEllipse(middle, ring, ring);
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawPie(QRectF(middle.x() - ring, middle.y() - ring, 2 * ring, 2 * ring), 180 * 16,
                         180 * 16);
        break;
    case DotKind::Down: {
        const qreal arm = half * 0.8;
        painter->drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm));
        painter->drawLine(middle + QPointF(arm, -arm), middle + QPointF(-arm, arm));
        break;
    }
    case DotKind::Limited:
        painter->setPen(QPen(mark, stroke * 0.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(mark);
        paintHourglass(painter, middle, half - stroke * 0.25);
        break;
    case DotKind::KeyRejected:
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawPolygon(QPolygonF{middle + QPointF(0, -half * 1.1), middle + QPointF(half * 1.1, 0),
                                       middle + QPointF(0, half * 1.1), middle + QPointF(-half * 1.1, 0)});
        break;
    case DotKind::Unknown:
        painter->drawEllipse(middle, ring, ring);
        break;
    }
    painter->restore();
}

void paintEndpointDot(QPainter *painter, const QRectF &rect, const EndpointSnapshot &endpoint,
                      const Colors &colors)
{
    paintStatusDot(painter, rect, dotKindOf(endpoint), colors);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/health_ring.h"

#include <QPainterPath>

namespace qcc {

namespace {

constexpr qreal kRoomForNumbers = 30; ///< narrower rings hold a mark

struct Ring
{
    QRectF box;
    qreal thickness;
};

Ring ringIn(const QRectF &rect)
{
    const qreal side = std::min(rect.width(), rect.height());
    const qreal thickness = std::clamp(side * 0.11, 2.0, 6.0);
    const QRectF square(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    const qreal inset = thickness / 2 + 0.5;
    return {square.adjusted(inset, inset, -inset, -inset), thickness};
}

void paintArcs(QPainter *painter, const Ring &ring, const ConfigHealth &health, const Colors &colors)
{
    constexpr int kFull = 360 * 16;
    const ToneColors tone = toneColors(toneOf(health.status), colors);
    QPen pen(tone.mark, ring.thickness, Qt::SolidLine, Qt::FlatCap);
    if (health.status == HealthStatus::Unknown || health.totalEndpoints == 0) {
        pen.setWidthF(std::max(1.5, ring.thickness * 0.6));
        pen.setCapStyle(Qt::RoundCap);
        pen.setDashPattern({0.01, 2.4});
        painter->setPen(pen);
        return painter->drawEllipse(ring.box);
    }
    QColor ground = tone.mark;
    ground.setAlphaF(0.28F);
    pen.setColor(ground);
    painter->setPen(pen);
    const int span = static_cast<int>(kFull * health.healthyEndpoints / health.totalEndpoints);
    if (span < kFull) // a full ring hides its ground, and a smooth circle is dear
        painter->drawEllipse(ring.box);
    painter->setPen(
        QPen(tone.mark, ring.thickness, Qt::SolidLine, span == kFull ? Qt::FlatCap : Qt::RoundCap));
    if (span > 0)
        painter->drawArc(ring.box, 90 * 16, -span);
}

void paintNumbers(QPainter *painter, const Ring &ring, const ConfigHealth &health, const QColor &color)
{
    QFont font = painter->font();
    const QString text = QStringLiteral("%1/%2").arg(health.healthyEndpoints).arg(health.totalEndpoints);
    const qreal wide = ring.box.width() - 2 * ring.thickness - 2;
    font.setPixelSize(std::max(8, qRound(ring.box.width() * (text.size() > 3 ? 0.28 : 0.34))));
    font.setWeight(QFont::DemiBold);
    while (font.pixelSize() > 7 && QFontMetricsF(font).horizontalAdvance(text) > wide)
        font.setPixelSize(font.pixelSize() - 1);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(ring.box, Qt::AlignCenter, text);
}

void paintMark(QPainter *painter, const Ring &ring, const ConfigHealth &health, const QColor &color)
{
    const qreal half = ring.box.width() * 0.21;
    const QPointF middle = ring.box.center();
    const auto at = [&](qreal x, qreal y) { return middle + QPointF(x * half, y * half); };
    painter->setPen(
        QPen(color, std::max(1.6, ring.thickness * 0.8), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (health.totalEndpoints == 0)
        return painter->drawLine(at(-1, 0), at(1, 0));
    switch (health.status) {
    case HealthStatus::Healthy:
        return painter->drawPolyline(QPolygonF{at(-1, 0.05), at(-0.25, 0.8), at(1.05, -0.7)});
    case HealthStatus::Degraded:
        painter->drawLine(at(0, -1.15), at(0, 0.25));
        return painter->drawPoint(at(0, 1.15));
    case HealthStatus::Unhealthy:
        painter->drawLine(at(-0.8, -0.8), at(0.8, 0.8));
        return painter->drawLine(at(0.8, -0.8), at(-0.8, 0.8));
    case HealthStatus::Unknown:
        const QPointF start = at(-0.7, -0.55);
        QPainterPath hook(start);
        hook.cubicTo(at(-0.6, -1.4), at(0.85, -1.4), at(0.75, -0.45));
        hook.cubicTo(at(0.7, 0.05), at(0, 0), at(0, 0.5));
        painter->drawPath(hook);
        return painter->drawPoint(at(0, 1.25));
    }
}

} // namespace

Tone toneOf(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Unknown:
        return Tone::Neutral;
    case HealthStatus::Healthy:
        return Tone::Good;
    case HealthStatus::Degraded:
        return Tone::Warn;
    case HealthStatus::Unhealthy:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

void paintHealthRing(QPainter *painter, const QRectF &rect, const ConfigHealth &health, const Colors &colors)
{
    const Ring ring = ringIn(rect);
    const QColor mark = toneColors(toneOf(health.status), colors).mark;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    paintArcs(painter, ring, health, colors);
    const bool counted = health.status != HealthStatus::Unknown && health.totalEndpoints > 1;
    if (counted && ring.box.width() >= kRoomForNumbers)
        paintNumbers(painter, ring, health, mark);
    else
        paintMark(painter, ring, health, mark);
    painter->restore();
}

} // namespace qcc

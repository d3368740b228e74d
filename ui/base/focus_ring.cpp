// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/focus_ring.h"

#include <QPainter>

namespace qcc {

void paintFocusRing(QPainter *painter, const QRectF &rect, qreal radius, const Colors &colors)
{
    constexpr qreal kWidth = 2.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colors.accent, kWidth));
    painter->setBrush(Qt::NoBrush);
    const qreal inset = kWidth / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/badge.h"

#include "ui/base/grid.h"

namespace qcc {

namespace {

constexpr int kSide = 7;    ///< left and right of the words
constexpr int kUpright = 2; ///< above and below
constexpr int kIconSide = 12;

} // namespace

QFont badgeFont(const QFont &base)
{
    QFont font(base);
    font.setPointSizeF(base.pointSizeF() * 0.86);
    font.setWeight(QFont::Medium);
    return font;
}

QSize badgeSize(const Badge &badge, const QFont &base)
{
    const QFontMetrics metrics(badgeFont(base));
    const int picture = badge.icon ? kIconSide + grid::kUnit : 0;
    return {metrics.horizontalAdvance(badge.text) + picture + 2 * kSide, metrics.height() + 2 * kUpright};
}

QRectF paintBadge(QPainter *painter, const QPointF &at, const Badge &badge, const QFont &base,
                  const Colors &colors)
{
    const ToneColors tone = toneColors(badge.tone, colors);
    const QRectF place(at, badgeSize(badge, base));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tone.soft);
    painter->drawRoundedRect(place, place.height() / 2, place.height() / 2);
    QRectF words = place.adjusted(kSide, 0, -kSide, 0);
    if (badge.icon) {
        const QRect picture(qRound(words.left()), qRound(place.center().y() - kIconSide / 2.0), kIconSide,
                            kIconSide);
        icon(*badge.icon, tone.mark).paint(painter, picture);
        words.setLeft(words.left() + kIconSide + grid::kUnit);
    }
    painter->setFont(badgeFont(base));
    painter->setPen(tone.mark);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft, badge.text);
    painter->restore();
    return place;
}

} // namespace qcc

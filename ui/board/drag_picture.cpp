// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/drag_picture.h"

#include "ui/base/colors.h"
#include "ui/base/grid.h"
#include "ui/board/card_delegate.h"

#include <QLocale>

namespace qcc {

namespace {

constexpr int kMaxWidth = 320;
constexpr int kBehind = 6; ///< how far the card behind looks out
constexpr int kCountSize = 24;
constexpr qreal kOpacity = 0.92;

void paintBehind(QPainter &painter, const QRect &card, const Colors &colors)
{
    painter.setPen(colors.accent);
    painter.setBrush(colors.surface);
    painter.drawRoundedRect(QRectF(card).translated(kBehind, kBehind).adjusted(0.5, 0.5, -0.5, -0.5),
                            grid::kRadius, grid::kRadius);
}

void paintCount(QPainter &painter, const QPoint &corner, int count, const QFont &font, const Colors &colors)
{
    const QRect circle(corner - QPoint(kCountSize / 2, 0), QSize(kCountSize, kCountSize));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.accent);
    painter.drawEllipse(circle);
    QFont bold = font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colors.onAccent);
    painter.drawText(circle, Qt::AlignCenter, QLocale().toString(count));
}

} // namespace

DragPicture dragPicture(const CardDelegate &delegate, QStyleOptionViewItem option, const QModelIndex &held,
                        int count)
{
    option.rect = QRect(0, kCountSize / 2, std::min(option.rect.width(), kMaxWidth), 0);
    option.state = QStyle::State_Enabled | QStyle::State_Selected;
    const CardLayout layout = delegate.layout(option, held);
    option.rect.setHeight(layout.height);
    const qreal ratio = option.widget ? option.widget->devicePixelRatioF() : 1;
    const QSize size(layout.card.width() + kCountSize / 2, layout.card.bottom() + 1 + kBehind);
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(kOpacity);
    const Colors &colors = colorsFor(option.palette);
    if (count > 1)
        paintBehind(painter, layout.card, colors);
    delegate.paint(&painter, option, held);
    if (count > 1)
        paintCount(painter, QPoint(layout.card.right(), 0), count, option.font, colors);
    return {pixmap, QPoint(grid::kHuge, kCountSize / 2 + grid::kLarge)};
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/grid.h"
#include "ui/base/style_paint.h"

#include <QPainter>
#include <QStyle>

namespace qcc::paint {

namespace {

void line(QPainter *painter, const QRect &rect, const QColor &color)
{
    painter->fillRect(rect, color);
}

QColor rowColor(const QStyleOption &option)
{
    const Colors &colors = colorsFor(option.palette);
    if (option.state & QStyle::State_Selected)
        return option.state & QStyle::State_Enabled ? colors.accentSoft : colors.idleSoft;
    if (option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled)
        return colors.surfaceHover;
    return Qt::transparent;
}

} // namespace

void headerSection(const QStyleOptionHeader &option, QPainter *painter)
{
    const Colors &colors = colorsFor(option.palette);
    const bool touched = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
    painter->fillRect(option.rect, touched ? colors.surfaceHover : colors.surface);
    const QRect &r = option.rect;
    if (option.orientation == Qt::Vertical)
        return line(painter, QRect(r.right(), r.top(), 1, r.height()), colors.border);
    line(painter, QRect(r.left(), r.bottom(), r.width(), 1), colors.border);
    const bool last =
        option.position == QStyleOptionHeader::End || option.position == QStyleOptionHeader::OnlyOneSection;
    if (!last)
        line(painter, QRect(r.right(), r.top() + grid::kUnit + 2, 1, r.height() - 2 * grid::kUnit - 4),
             colors.border);
}

void rowBackground(const QStyleOptionViewItem &option, QPainter *painter)
{
    if (option.features & QStyleOptionViewItem::Alternate)
        painter->fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
}

void itemBackground(const QStyleOptionViewItem &option, QPainter *painter)
{
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, option.backgroundBrush);
    if (const QColor color = rowColor(option); color.alpha() != 0)
        painter->fillRect(option.rect, color);
}

void tabShape(const QStyleOptionTab &option, QPainter *painter)
{
    const Colors &colors = colorsFor(option.palette);
    const QRect &r = option.rect;
    if (option.state & QStyle::State_MouseOver && !(option.state & QStyle::State_Selected))
        roundRect(painter, r.adjusted(2, 2, -2, -4), grid::kSmallRadius, colors.surfaceHover,
                  Qt::transparent);
    if (option.state & QStyle::State_Selected)
        roundRect(painter, QRectF(r.left() + grid::kSmall, r.bottom() - 3, r.width() - 2 * grid::kSmall, 3),
                  1.5, colors.accent, Qt::transparent);
}

void menuHighlight(const QStyleOptionMenuItem &option, QPainter *painter)
{
    const Colors &colors = colorsFor(option.palette);
    roundRect(painter, QRectF(option.rect).adjusted(grid::kUnit, 0, -grid::kUnit, 0), grid::kSmallRadius,
              colors.accentSoft, Qt::transparent);
}

void menuSeparator(const QStyleOptionMenuItem &option, QPainter *painter)
{
    const QRect &r = option.rect;
    line(painter, QRect(r.left() + grid::kSmall, r.center().y(), r.width() - 2 * grid::kSmall, 1),
         colorsFor(option.palette).border);
}

void panelFrame(const QStyleOption &option, QPainter *painter)
{
    painter->save();
    painter->setPen(colorsFor(option.palette).border);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void tipPanel(const QStyleOption &option, QPainter *painter)
{
    painter->fillRect(option.rect, colorsFor(option.palette).surface);
    panelFrame(option, painter);
}

void groupFrame(const QStyleOption &option, QPainter *painter)
{
    const Colors &colors = colorsFor(option.palette);
    roundRect(painter, option.rect, grid::kRadius, colors.surface, colors.border);
}

void splitterHandle(const QStyleOption &option, QPainter *painter)
{
    const Colors &colors = colorsFor(option.palette);
    const QRect &r = option.rect;
    const bool upright = option.state & QStyle::State_Horizontal; // the splitter lies, its handle stands
    const QRect edge = upright ? QRect(r.center().x(), r.top(), 1, r.height())
                               : QRect(r.left(), r.center().y(), r.width(), 1);
    const bool touched = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    painter->fillRect(edge, touched ? colors.accent : colors.border);
}

} // namespace qcc::paint

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/card_delegate.h"

#include "models/items/board_model.h"
#include "models/text/health_text.h"
#include "models/text/span_text.h"
#include "ui/base/focus_ring.h"
#include "ui/base/grid.h"
#include "ui/base/health_ring.h"
#include "ui/base/icons.h"
#include "ui/base/status_dot.h"
#include "ui/base/style.h"
#include "ui/board/card_badges.h"
#include "ui/board/card_list.h"
#include "ui/board/endpoint_tip.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace qcc {

namespace {

constexpr qreal kDraggedOpacity = 0.4;
constexpr qreal kIdleOpacity = 0.55; ///< of the marks of what gets no requests
constexpr int kActiveEdge = 4;

BoardCard cardAt(const QModelIndex &index)
{
    return index.data(BoardModel::CardRole).value<BoardCard>();
}

bool isIdle(const BoardCard &card)
{
    return card.priority == Priority::Disabled || !card.groupEnabled;
}

void paintElided(QPainter *painter, const QRect &rect, const QString &text)
{
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

/// On the active card the accent is behind everything: there its badges are full.
Colors badgeColors(const Colors &colors, const BoardCard &card)
{
    Colors on = colors;
    if (card.active && !isIdle(card)) {
        on.accent = colors.onAccent;
        on.accentSoft = colors.accent;
    }
    return on;
}

QColor surfaceOf(const Colors &colors, const BoardCard &card, QStyle::State state)
{
    if (card.active && !isIdle(card))
        return colors.accentSoft;
    return state & QStyle::State_MouseOver ? colors.surfaceHover : colors.surface;
}

} // namespace

CardDelegate::CardDelegate(QObject *parent) : QStyledItemDelegate(parent), m_clock(wallClock) {}

CardLayout CardDelegate::layout(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const BoardCard card = cardAt(index);
    const auto *list = qobject_cast<const CardList *>(option.widget);
    const int width = list ? std::min(option.rect.width(), list->cardWidth()) : option.rect.width();
    return layoutCard(card, badgesOf(card, m_pinnedUntil), option.rect.topLeft(), width, option.font,
                      densityOf(option.widget));
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CardLayout places = layout(option, index);
    const auto *list = qobject_cast<const CardList *>(option.widget);
    return {places.card.width() + (list ? list->tileGap() : 0), places.height};
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const BoardCard card = cardAt(index);
    const CardLayout places = layout(option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_dragged.contains(card.name))
        painter->setOpacity(kDraggedOpacity);
    else if (!(option.state & QStyle::State_Enabled))
        painter->setOpacity(kIdleOpacity);
    paintFrame(painter, option, card, places);
    paintTexts(painter, option, card, places);
    paintMarks(painter, option, card, places);
    painter->restore();
}

void CardDelegate::paintFrame(QPainter *painter, const QStyleOptionViewItem &option, const BoardCard &card,
                              const CardLayout &layout) const
{
    const Colors &colors = colorsFor(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const qreal width = selected ? 2 : 1;
    const QRectF edge = QRectF(layout.card).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter->setBrush(surfaceOf(colors, card, option.state));
    painter->setPen(QPen(selected ? colors.accent : colors.border, width));
    painter->drawRoundedRect(edge, grid::kRadius, grid::kRadius);
    if (card.active && !isIdle(card)) {
        painter->save();
        painter->setClipRect(QRect(layout.card.topLeft(), QSize(kActiveEdge, layout.card.height())));
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.accent);
        painter->drawRoundedRect(layout.card, grid::kRadius, grid::kRadius);
        painter->restore();
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(painter, QRectF(layout.card).adjusted(3, 3, -3, -3), grid::kSmallRadius, colors);
}

void CardDelegate::paintTexts(QPainter *painter, const QStyleOptionViewItem &option, const BoardCard &card,
                              const CardLayout &layout) const
{
    const Colors &colors = colorsFor(option.palette);
    painter->setPen(isIdle(card) ? colors.textMuted : colors.text);
    painter->setFont(cardNameFont(option.font));
    paintElided(painter, layout.name, card.name);
    painter->setFont(cardSmallFont(option.font));
    painter->setPen(colors.textMuted);
    paintElided(painter, layout.description,
                card.description.isEmpty() ? endpointsText(card.health) : card.description);
    if (card.latency)
        painter->drawText(layout.latency, Qt::AlignLeft | Qt::AlignVCenter, latencyText(*card.latency));
    if (!layout.otherDots.isEmpty())
        painter->drawText(layout.otherDots, Qt::AlignRight | Qt::AlignVCenter,
                          QStringLiteral("+%1").arg(card.endpoints.size() - static_cast<size_t>(kShownDots)));
}

void CardDelegate::paintMarks(QPainter *painter, const QStyleOptionViewItem &option, const BoardCard &card,
                              const CardLayout &layout) const
{
    const Colors &colors = colorsFor(option.palette);
    const bool pointedAt = option.state & (QStyle::State_MouseOver | QStyle::State_Selected);
    const QRect glyph(layout.more.center() - QPoint(grid::kIcon / 2 - 1, grid::kIcon / 2 - 1),
                      QSize(grid::kIcon, grid::kIcon));
    icon(Icon::More, pointedAt ? colors.text : colors.textMuted).paint(painter, glyph);
    if (isIdle(card))
        painter->setOpacity(painter->opacity() * kIdleOpacity);
    const Colors onCard = badgeColors(colors, card);
    for (const PlacedBadge &placed : layout.badges)
        paintBadge(painter, placed.at, placed.badge, option.font, onCard);
    paintHealthRing(painter, layout.ring, card.health, colors);
    for (size_t i = 0; i < layout.dots.size(); ++i)
        paintEndpointDot(painter, layout.dots[i], card.endpoints[i], colors);
}

bool CardDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const CardLayout places = layout(option, index);
    QString tip = index.data(Qt::ToolTipRole).toString();
    QRect target = places.card;
    for (size_t i = 0; i < places.dots.size(); ++i) {
        const QRect dot = places.dots[i].adjusted(-2, -grid::kUnit, 2, grid::kUnit);
        if (!dot.contains(event->pos()))
            continue;
        tip = endpointTip(cardAt(index).endpoints[i], m_clock());
        target = dot;
    }
    // Names may look like markup.
    QToolTip::showText(event->globalPos(),
                       tip.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1StringView("<br>")), view,
                       target);
    return true;
}

} // namespace qcc

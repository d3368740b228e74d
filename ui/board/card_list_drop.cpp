// SPDX-License-Identifier: GPL-3.0-or-later
// The drag and drop of CardList: where a drop would land, how that shows, and what is handed to the model.
#include "ui/base/colors.h"
#include "ui/base/grid.h"
#include "ui/base/style.h"
#include "ui/board/card_delegate.h"
#include "ui/board/card_list.h"
#include "ui/board/drag_picture.h"
#include "ui/board/drag_scroll.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>

namespace qcc {

namespace {

constexpr qreal kLineWidth = 3;

} // namespace

void CardList::startDrag(Qt::DropActions supported)
{
    const QModelIndexList dragged = selectionModel()->selectedIndexes();
    QMimeData *carried = m_board.mimeData(dragged);
    if (!carried)
        return;
    QStringList names;
    for (const QModelIndex &index : dragged)
        names << index.data(BoardModel::NameRole).toString();
    const QModelIndex held = hasCurrent() ? currentIndex() : dragged.front();
    auto *drag = new QDrag(this);
    drag->setMimeData(carried);
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const DragPicture picture = dragPicture(m_cards, option, held, static_cast<int>(names.size()));
    drag->setPixmap(picture.pixmap);
    drag->setHotSpot(picture.hotSpot);

    m_cards.setDragged(names);
    window()->update();
    const QPointer<CardList> alive(this); // the window may go while the drag lasts
    {
        const DragScroll scroll(window());
        drag->exec(supported, Qt::MoveAction);
    }
    if (!alive)
        return;
    m_cards.setDragged({});
    setState(NoState);
    window()->update();
}

void CardList::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_board.canDropMimeData(event->mimeData(), Qt::MoveAction, 0, 0, rootIndex())) {
        event->ignore();
        return;
    }
    pointAt(event->position().toPoint());
    event->setDropAction(Qt::MoveAction);
    event->accept();
}

void CardList::dragMoveEvent(QDragMoveEvent *event)
{
    if (!m_dragPoint) {
        event->ignore();
        return;
    }
    pointAt(event->position().toPoint());
    event->setDropAction(Qt::MoveAction);
    event->accept();
}

void CardList::dragLeaveEvent(QDragLeaveEvent *)
{
    endPointing();
}

void CardList::dropEvent(QDropEvent *event)
{
    const QPoint point = event->position().toPoint();
    const int row = rowAt(point);
    endPointing();
    // The page may have been scrolled away under a pointer that did not move.
    const bool isHere = viewport()->rect().contains(point);
    if (!isHere || !m_board.dropMimeData(event->mimeData(), Qt::MoveAction, row, 0, rootIndex())) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::MoveAction);
    event->accept();
    setFocus(Qt::OtherFocusReason);
}

void CardList::pointAt(const QPoint &point)
{
    m_dragPoint = point;
    viewport()->update();
}

void CardList::endPointing()
{
    setState(NoState);
    m_dragPoint.reset();
    viewport()->update();
}

int CardList::rowAt(const QPoint &point) const
{
    for (int row = 0; row < count(); ++row) {
        const QRect card = visualRect(at(row));
        const bool before =
            m_shape == Shape::Column
                ? point.y() < card.center().y()
                : point.y() < card.top() || (point.y() <= card.bottom() && point.x() < card.center().x());
        if (before)
            return row;
    }
    return count();
}

QLineF CardList::gapLine(int row) const
{
    const bool after = row >= count();
    const QRectF card = visualRect(at(after ? count() - 1 : row));
    const int gap = cardMetrics(densityOf(this)).gap;
    if (m_shape == Shape::Tiles) {
        const qreal x = std::max(kLineWidth, after ? card.right() + 2 : card.left() - grid::kSmall / 2.0);
        return {x, card.top() + 2, x, card.bottom() - gap};
    }
    const qreal y = after ? card.bottom() - gap / 2.0 + 1 : card.top() - gap / 2.0;
    const qreal seen = std::clamp(y, kLineWidth, viewport()->height() - kLineWidth);
    return {card.left() + 4, seen, card.right() - 4, seen};
}

void CardList::paintTarget(QPainter &painter) const
{
    const Colors &colors = colorsFor(palette());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.accent, 2));
    if (count() == 0) {
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), grid::kRadius,
                                grid::kRadius);
        return;
    }
    const QLineF line = gapLine(rowAt(*m_dragPoint));
    painter.setPen(QPen(colors.accent, kLineWidth, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(line);
    painter.setBrush(colors.surface);
    painter.setPen(QPen(colors.accent, 2));
    painter.drawEllipse(line.p1(), 4, 4);
}

} // namespace qcc

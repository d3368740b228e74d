// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/card_list.h"

#include "ui/base/grid.h"
#include "ui/base/style.h"
#include "ui/board/card_delegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScrollBar>

namespace qcc {

namespace {

constexpr int kTileWidth = 200; ///< at least, and some characters more

} // namespace

CardList::CardList(BoardModel &model, Priority priority, CardDelegate &delegate, QWidget *parent)
    : QListView(parent), m_board(model), m_cards(delegate), m_priority(priority)
{
    setModel(&model);
    setRootIndex(model.groupIndex(priority));
    setItemDelegate(&delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setUniformItemSizes(false);
    setDragDropMode(DragDrop);
    setDragEnabled(true);
    setDropIndicatorShown(false); // it is drawn here, between the cards
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_Hover);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void CardList::setShape(Shape shape)
{
    m_shape = shape;
    setFlow(shape == Shape::Tiles ? LeftToRight : TopToBottom);
    setWrapping(shape == Shape::Tiles);
    scheduleDelayedItemsLayout();
}

void CardList::setHint(const QString &hint)
{
    m_hint = hint;
    viewport()->update();
}

int CardList::tilesPerLine() const
{
    const int wanted = fontMetrics().averageCharWidth() * 8 + kTileWidth;
    return std::max(1, tileRoom() / wanted);
}

int CardList::tileRoom() const
{
    return width() - verticalScrollBar()->sizeHint().width() - grid::kUnit; // whether it is there or not
}

int CardList::cardWidth() const
{
    return m_shape == Shape::Column ? viewport()->width() : tileRoom() / tilesPerLine() - tileGap();
}

int CardList::tileGap() const
{
    return m_shape == Shape::Tiles ? grid::kSmall : 0;
}

void CardList::initViewItemOption(QStyleOptionViewItem *option) const
{
    QListView::initViewItemOption(option);
    option->rect.setWidth(cardWidth());
}

int CardList::contentHeight() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int perLine = m_shape == Shape::Tiles ? tilesPerLine() : 1;
    int height = 0;
    for (int row = 0; row < count(); row += perLine) {
        int line = 0;
        for (int i = row; i < std::min(row + perLine, count()); ++i)
            line = std::max(line, m_cards.sizeHint(option, at(i)).height());
        height += line;
    }
    return height;
}

void CardList::enter(int row)
{
    if (count() > 0)
        selectionModel()->setCurrentIndex(at(std::clamp(row, 0, count() - 1)),
                                          QItemSelectionModel::ClearAndSelect);
    setFocus(Qt::OtherFocusReason);
}

/// The model tells of the groups and of every list's cards; a screen reader would look for their rows here.
void CardList::dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    if (first.parent() == rootIndex())
        QListView::dataChanged(first, last, roles);
}

void CardList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        scheduleDelayedItemsLayout();
}

void CardList::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() && event->button() == Qt::LeftButton)
        selectionModel()->clearSelection();
    if (index.isValid() && event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier) {
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        option.rect = visualRect(index);
        const QRect more = m_cards.layout(option, index).more.adjusted(-4, -4, 4, 4);
        if (more.contains(event->position().toPoint())) {
            if (!selectionModel()->isSelected(index))
                selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
            setFocus(Qt::MouseFocusReason);
            Q_EMIT menuWanted(viewport()->mapToGlobal(more.bottomLeft()));
            return;
        }
    }
    QListView::mousePressEvent(event);
}

void CardList::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect card = hasCurrent() ? visualRect(currentIndex()) : viewport()->rect();
        Q_EMIT menuWanted(viewport()->mapToGlobal(card.center()));
        return;
    }
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        selectionModel()->clearSelection();
    else if (!selectionModel()->isSelected(index))
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    Q_EMIT menuWanted(event->globalPos());
}

void CardList::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & Qt::AltModifier) { // those are commands, also where they can't be done now
        event->ignore();
        return;
    }
    const bool sideways = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (sideways && m_shape == Shape::Column && event->modifiers() == Qt::NoModifier) {
        Q_EMIT sidewaysWanted(event->key() == Qt::Key_Left ? -1 : 1);
        return;
    }
    if (event->key() == Qt::Key_Up && m_shape == Shape::Tiles && currentIndex().row() <= 0) {
        Q_EMIT sidewaysWanted(-1);
        return;
    }
    QListView::keyPressEvent(event);
}

QModelIndex CardList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (count() == 0)
        return {};
    if (!hasCurrent())
        return at(action == MoveEnd || action == MovePrevious ? count() - 1 : 0);
    const int row = currentIndex().row();
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        return at(std::max(0, row - 1));
    case MoveRight:
    case MoveNext:
        return at(std::min(count() - 1, row + 1));
    case MoveHome:
        return at(0);
    case MoveEnd:
        return at(count() - 1);
    case MoveUp:
    case MoveDown:
    case MovePageUp:
    case MovePageDown:
        return QListView::moveCursor(action, modifiers);
    }
    Q_UNREACHABLE();
}

void CardList::focusInEvent(QFocusEvent *event)
{
    const bool byTab = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byTab && !hasCurrent() && count() > 0)
        selectionModel()->setCurrentIndex(at(0), QItemSelectionModel::ClearAndSelect);
    if (currentIndex().isValid()) {
        QListView::focusInEvent(event);
        return;
    }
    QAbstractScrollArea::focusInEvent(event); // the view's own would choose a card that nobody asked for
    viewport()->update();
}

void CardList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (count() == 0)
        paintHint(painter);
    if (m_dragPoint)
        paintTarget(painter);
}

void CardList::paintHint(QPainter &painter) const
{
    const Colors &colors = colorsFor(palette());
    const QRectF frame = QRectF(viewport()->rect()).adjusted(1, 1, -1, -1);
    painter.setPen(QPen(hasFocus() ? colors.accent : colors.border, hasFocus() ? 2 : 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, grid::kRadius, grid::kRadius);
    painter.setPen(colors.textMuted);
    painter.drawText(frame.adjusted(grid::kMedium, grid::kSmall, -grid::kMedium, -grid::kSmall),
                     Qt::AlignCenter | Qt::TextWordWrap, m_hint);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/board_model.h"
#include "ui/base/icons.h"

#include <QLineF>
#include <QListView>

namespace qcc {

class CardDelegate;

/// The cards of one group. Its selection is shared with the other lists of the board. A drop is handed to the
/// model, which asks for a new order; nothing is taken away or put in here. Main thread.
class CardList final : public QListView
{
    Q_OBJECT
public:
    enum class Shape {
        Column, ///< one below the other
        Tiles   ///< side by side, in lines
    };

    CardList(BoardModel &model, Priority priority, CardDelegate &delegate, QWidget *parent = nullptr);

    Priority priority() const { return m_priority; }
    void setShape(Shape shape);
    /// What stands there while the group is empty.
    void setHint(const QString &hint);
    QString hint() const { return m_hint; }
    /// Before which row a card dropped at @p point of the viewport would come.
    int rowAt(const QPoint &point) const;
    /// Of one card, at the list's present width.
    int cardWidth() const;
    int tileGap() const; ///< between two cards side by side
    /// Fits what is in it, at its present width.
    int contentHeight() const;
    /// Chooses the card in @p row, or the nearest there is, and takes the focus.
    void enter(int row);

Q_SIGNALS:
    void menuWanted(const QPoint &globalPosition);
    void sidewaysWanted(int step); ///< -1: towards the better group

protected:
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;
    void startDrag(Qt::DropActions supported) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    int tilesPerLine() const;
    int tileRoom() const;
    bool hasCurrent() const { return currentIndex().isValid() && currentIndex().parent() == rootIndex(); }
    QModelIndex at(int row) const { return model()->index(row, 0, rootIndex()); }
    int count() const { return model()->rowCount(rootIndex()); }
    void pointAt(const QPoint &point);
    void endPointing();
    QLineF gapLine(int row) const;
    void paintHint(QPainter &painter) const;
    void paintTarget(QPainter &painter) const;

    BoardModel &m_board;
    CardDelegate &m_cards;
    Priority m_priority;
    Shape m_shape = Shape::Column;
    QString m_hint;
    std::optional<QPoint> m_dragPoint; ///< while something that may be dropped is over the list
};

} // namespace qcc

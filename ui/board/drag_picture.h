// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QPixmap>

class QStyleOptionViewItem;

namespace qcc {

class CardDelegate;

struct DragPicture
{
    QPixmap pixmap;
    QPoint hotSpot;
};

/// What follows the pointer during a drag: the card @p held, with others behind it and their number in a
/// badge when @p count is more than one.
DragPicture dragPicture(const CardDelegate &delegate, QStyleOptionViewItem option, const QModelIndex &held,
                        int count);

} // namespace qcc

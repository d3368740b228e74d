// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/clock.h"
#include "ui/board/card_layout.h"

#include <QStyledItemDelegate>

namespace qcc {

struct Colors;

/// Draws the cards of all four lists and says what is under the pointer. Knows no rules and no door; main
/// thread.
class CardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CardDelegate(QObject *parent = nullptr);

    void setClock(Clock clock) { m_clock = std::move(clock); }
    /// True: it is another one than before.
    bool setPinnedUntil(std::optional<TimePoint> until)
    {
        return std::exchange(m_pinnedUntil, until) != until;
    }
    /// Of what is being dragged: drawn pale where it still is.
    void setDragged(const QStringList &names) { m_dragged = names; }

    CardLayout layout(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    void paintFrame(QPainter *painter, const QStyleOptionViewItem &option, const BoardCard &card,
                    const CardLayout &layout) const;
    void paintTexts(QPainter *painter, const QStyleOptionViewItem &option, const BoardCard &card,
                    const CardLayout &layout) const;
    void paintMarks(QPainter *painter, const QStyleOptionViewItem &option, const BoardCard &card,
                    const CardLayout &layout) const;

    Clock m_clock;
    std::optional<TimePoint> m_pinnedUntil;
    QStringList m_dragged;
};

} // namespace qcc

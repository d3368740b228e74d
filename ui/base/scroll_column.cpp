// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/scroll_column.h"

#include "ui/base/grid.h"

namespace qcc {

ScrollColumn::ScrollColumn(int maxWidth, QWidget *parent)
    : QScrollArea(parent), m_maxWidth(maxWidth), m_column(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *sheet = new QWidget;
    m_column->setSpacing(grid::kLarge);
    m_column->addStretch();
    sheet->setLayout(m_column);
    setWidget(sheet);
    // The window's ground, not a field's.
    sheet->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    fitMargins();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && widget()->isAncestorOf(now))
            ensureWidgetVisible(now, grid::kHuge, grid::kHuge);
    });
}

void ScrollColumn::resizeEvent(QResizeEvent *event)
{
    fitMargins();
    QScrollArea::resizeEvent(event);
}

/// What a wide window has too much goes to both sides.
void ScrollColumn::fitMargins()
{
    const int side = std::max(grid::kHuge, (viewport()->width() - m_maxWidth) / 2);
    m_column->setContentsMargins(side, grid::kHuge, side, grid::kHuge);
}

void ScrollColumn::addPart(QWidget *part)
{
    m_column->insertWidget(m_column->count() - 1, part);
}

void ScrollColumn::addPart(QLayout *part)
{
    m_column->insertLayout(m_column->count() - 1, part);
}

} // namespace qcc

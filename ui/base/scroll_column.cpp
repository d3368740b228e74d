// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/scroll_column.h"

#include "ui/base/grid.h"

namespace qcc {

ScrollColumn::ScrollColumn(int maxWidth, QWidget *parent) : QScrollArea(parent), m_column(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *sheet = new QWidget;
    auto *middle = new QWidget(sheet);
    middle->setMaximumWidth(maxWidth);
    middle->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(grid::kLarge);
    m_column->addStretch();
    auto *row = new QHBoxLayout(sheet);
    row->setContentsMargins(grid::kHuge, grid::kHuge, grid::kHuge, grid::kHuge);
    row->addStretch();
    row->addWidget(middle, 1000); // its width up to maxWidth comes before the stretches
    row->addStretch();
    setWidget(sheet);
    // The window's ground, not a field's.
    sheet->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && widget()->isAncestorOf(now))
            ensureWidgetVisible(now, grid::kHuge, grid::kHuge);
    });
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

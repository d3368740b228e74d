// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/column_fitter.h"

#include "ui/base/grid.h"

#include <QAbstractScrollArea>

namespace qcc {

ColumnFitter::ColumnFitter(QAbstractScrollArea *view, QHeaderView *header)
    : QObject(view), m_view(view), m_header(header)
{
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
}

void ColumnFitter::setColumns(std::vector<FittedColumn> columns)
{
    m_columns = std::move(columns);
    fit();
}

bool ColumnFitter::eventFilter(QObject *watched, QEvent *event)
{
    const bool resized = event->type() == QEvent::Resize && watched == m_view->viewport() &&
                         m_view->viewport()->width() != m_fittedWidth;
    const bool restyled = event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (resized || restyled)
        fit();
    return QObject::eventFilter(watched, event);
}

int ColumnFitter::widthOf(const FittedColumn &column) const
{
    const int sample = m_view->fontMetrics().horizontalAdvance(column.sample) + 2 * grid::kSmall;
    return std::max(sample, m_header->sectionSizeHint(column.column));
}

std::vector<FittedColumn> ColumnFitter::shownIn(int width) const
{
    std::vector<FittedColumn> shown = m_columns;
    const auto needed = [&] {
        int sum = 0;
        for (const FittedColumn &column : shown)
            sum += widthOf(column);
        return sum;
    };
    while (needed() > width) {
        const auto least = std::max_element(shown.begin(), shown.end(), [](const auto &a, const auto &b) {
            return a.dispensable < b.dispensable;
        });
        if (least == shown.end() || least->dispensable == 0)
            break;
        shown.erase(least);
    }
    return shown;
}

void ColumnFitter::fit()
{
    m_fittedWidth = m_view->viewport()->width();
    for (const FittedColumn &column : m_columns)
        m_header->setSectionHidden(column.column, false); // a hidden one tells no size
    const std::vector<FittedColumn> shown = shownIn(m_fittedWidth);
    int needed = 0;
    int shares = 0;
    for (const FittedColumn &column : shown) {
        needed += widthOf(column);
        shares += column.stretch;
    }
    const int room = std::max(0, m_fittedWidth - needed);
    for (const FittedColumn &column : m_columns) {
        const bool isShown = std::any_of(
            shown.begin(), shown.end(), [&](const FittedColumn &one) { return one.column == column.column; });
        m_header->setSectionHidden(column.column, !isShown);
        if (isShown)
            m_header->resizeSection(column.column,
                                    widthOf(column) + (shares > 0 ? room * column.stretch / shares : 0));
    }
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/request_search_model.h"

#include "models/items/request_tree_model.h"

namespace qcc {

void RequestSearchModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    invalidateFilter();
}

bool RequestSearchModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_text.isEmpty() || parent.isValid())
        return true;
    const QModelIndex request = sourceModel()->index(row, 0);
    return request.data(RequestTreeModel::SearchRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace qcc

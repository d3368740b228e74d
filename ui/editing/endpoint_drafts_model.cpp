// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/endpoint_drafts_model.h"

#include "ui/base/icons.h"

namespace qcc {

int EndpointDraftsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_drafts.size());
}

QVariant EndpointDraftsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const EndpointFields &fields = at(index.row()).fields;
    const bool faulty = m_faulty.contains(index.row());
    const QString name = shownName(fields).isEmpty() ? tr("New endpoint") : shownName(fields);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::DecorationRole:
        return icon(faulty ? Icon::Warning : Icon::Link);
    case Qt::ToolTipRole:
        return fields.url;
    case Qt::AccessibleTextRole:
        return faulty ? tr("%1, not complete").arg(name) : name;
    default:
        return {};
    }
}

Qt::ItemFlags EndpointDraftsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled : flags | Qt::ItemIsDropEnabled;
}

bool EndpointDraftsModel::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to,
                                   int target)
{
    const bool inRange =
        row >= 0 && count > 0 && row + count <= rowCount() && target >= 0 && target <= rowCount();
    if (from.isValid() || to.isValid() || !inRange || !beginMoveRows({}, row, row + count - 1, {}, target))
        return false;
    const auto begin = m_drafts.begin();
    if (target < row)
        std::rotate(begin + target, begin + row, begin + row + count);
    else
        std::rotate(begin + row, begin + row + count, begin + target);
    endMoveRows();
    return true;
}

bool EndpointDraftsModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count <= 0 || row + count > rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_drafts.erase(m_drafts.begin() + row, m_drafts.begin() + row + count);
    endRemoveRows();
    return true;
}

void EndpointDraftsModel::reset(std::vector<EndpointDraft> drafts)
{
    beginResetModel();
    m_drafts = std::move(drafts);
    m_faulty.clear();
    endResetModel();
}

void EndpointDraftsModel::set(int row, EndpointDraft draft)
{
    m_drafts[static_cast<size_t>(row)] = std::move(draft);
    Q_EMIT dataChanged(index(row), index(row));
}

void EndpointDraftsModel::append(EndpointDraft draft)
{
    beginInsertRows({}, rowCount(), rowCount());
    m_drafts.push_back(std::move(draft));
    endInsertRows();
}

void EndpointDraftsModel::setFaulty(const std::set<int> &rows)
{
    if (rows == m_faulty)
        return;
    m_faulty = rows;
    refresh();
}

void EndpointDraftsModel::refresh()
{
    if (!m_drafts.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace qcc

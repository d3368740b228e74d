// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/request_tree_model.h"

#include "models/items/request_cells.h"

namespace qcc {

namespace {

bool endedLater(const StoredRequest &one, const StoredRequest &other)
{
    return one.row > other.row;
}

} // namespace

RequestTreeModel::RequestTreeModel(QObject *parent) : QAbstractItemModel(parent) {}

void RequestTreeModel::setRequests(std::vector<StoredRequest> requests)
{
    std::sort(requests.begin(), requests.end(), endedLater);
    if (requests.size() > kMostRequests)
        requests.resize(kMostRequests);
    beginResetModel();
    m_requests = std::move(requests);
    endResetModel();
}

void RequestTreeModel::add(std::vector<StoredRequest> requests)
{
    std::erase_if(requests, [last = lastRow()](const StoredRequest &request) { return request.row <= last; });
    if (requests.empty())
        return;
    std::sort(requests.begin(), requests.end(), endedLater);
    if (requests.size() > kMostRequests)
        requests.resize(kMostRequests);
    beginInsertRows({}, 0, static_cast<int>(requests.size()) - 1);
    m_requests.insert(m_requests.begin(), std::make_move_iterator(requests.begin()),
                      std::make_move_iterator(requests.end()));
    endInsertRows();
    dropOldest();
}

void RequestTreeModel::dropOldest()
{
    const auto count = static_cast<int>(m_requests.size());
    if (count <= kMostRequests)
        return;
    beginRemoveRows({}, kMostRequests, count - 1);
    m_requests.resize(kMostRequests);
    endRemoveRows();
}

void RequestTreeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_requests.empty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex request = index(row, 0);
        if (const int attempts = rowCount(request); attempts > 0)
            Q_EMIT dataChanged(index(0, 0, request), index(attempts - 1, ColumnCount - 1, request));
    }
}

const StoredRequest *RequestTreeModel::request(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const int row = isAttempt(index) ? rowOf(static_cast<qint64>(index.internalId())) : index.row();
    return &m_requests.at(static_cast<size_t>(row));
}

int RequestTreeModel::rowOf(qint64 id) const
{
    const auto found =
        std::lower_bound(m_requests.begin(), m_requests.end(), id,
                         [](const StoredRequest &request, qint64 row) { return request.row > row; });
    return static_cast<int>(found - m_requests.begin());
}

QModelIndex RequestTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(request(parent)->row) : 0);
}

QModelIndex RequestTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || !isAttempt(child))
        return {};
    return createIndex(rowOf(static_cast<qint64>(child.internalId())), 0, quintptr(0));
}

int RequestTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_requests.size());
    if (parent.column() != 0 || isAttempt(parent))
        return 0;
    return static_cast<int>(request(parent)->record.attempts.size());
}

int RequestTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RequestTreeModel::data(const QModelIndex &index, int role) const
{
    const StoredRequest *shown = request(index);
    if (!shown)
        return {};
    if (isAttempt(index))
        return attemptCell(shown->record, static_cast<size_t>(index.row()), index.column(), role);
    return requestCell(shown->record, index.column(), role);
}

QVariant RequestTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    return requestHeader(section, role);
}

} // namespace qcc

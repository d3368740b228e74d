// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

#include <QAbstractItemModel>

namespace qcc {

/// The last requests, those that ended last first; their attempts as children. Bounded: the oldest go when
/// new ones come. Does no I/O; main thread.
class RequestTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    static constexpr int kMostRequests = 500;

    enum Column {
        Time,
        Model,
        Session,
        ServedBy,
        Attempts,
        Status,
        FirstByte,
        Duration,
        Tokens,
        ColumnCount
    };
    enum Role {
        EndRole = Qt::UserRole + 1, ///< int(RequestEnd); of requests
        AttemptOkRole,              ///< bool; of attempts
        SearchRole                  ///< QString: model and session in full; of requests
    };

    explicit RequestTreeModel(QObject *parent = nullptr);

    /// All of them anew, in any order.
    void setRequests(std::vector<StoredRequest> requests);
    /// Those that ended since: one insertion at the top. Known ones are passed over.
    void add(std::vector<StoredRequest> requests);
    void retranslate();

    /// The highest row id; 0: none.
    qint64 lastRow() const { return m_requests.empty() ? 0 : m_requests.front().row; }
    const StoredRequest *request(const QModelIndex &index) const; ///< also of an attempt; null: none

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static bool isAttempt(const QModelIndex &index) { return index.internalId() != 0; }
    int rowOf(qint64 id) const;
    void dropOldest();

    std::vector<StoredRequest> m_requests; ///< by row id, highest first
};

} // namespace qcc

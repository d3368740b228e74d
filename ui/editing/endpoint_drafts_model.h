// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editing/endpoint_draft.h"

#include <QAbstractListModel>

#include <set>
#include <span>

namespace qcc {

/// The endpoints of the config that is being edited, in their order, as a list that can be dragged: a move is
/// one rowsMoved. Holds typed keys and gives none of them to a view.
class EndpointDraftsModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int target) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

    std::span<const EndpointDraft> all() const { return m_drafts; }
    const EndpointDraft &at(int row) const { return m_drafts[static_cast<size_t>(row)]; }
    void reset(std::vector<EndpointDraft> drafts);
    void set(int row, EndpointDraft draft);
    void append(EndpointDraft draft);
    /// Rows that carry a warning mark.
    void setFaulty(const std::set<int> &rows);
    /// Texts and icons in the language and colours of now.
    void refresh();

private:
    std::vector<EndpointDraft> m_drafts;
    std::set<int> m_faulty;
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/settings.h"
#include "models/domain/snapshot.h"

#include <QAbstractItemModel>

namespace qcc {

/// What a card shows, derived from settings and snapshot.
struct BoardCard
{
    QString name;
    QString description;
    Priority priority = Priority::Primary;
    bool groupEnabled = true;
    bool active = false;
    bool pinned = false; ///< active, and by a person's choice
    ConfigHealth health;
    std::optional<milliseconds> latency;
    std::vector<EndpointSnapshot> endpoints; ///< in their order; those of which nothing is known yet as Ready, Unknown
    QString heldBack; ///< why all of it can't serve although its checks are good; a sentence's part
    bool operator==(const BoardCard &) const = default;
};

/// The four groups as top-level rows (in the order of kPriorities), their configs as children. Fed with
/// settings and snapshots; changes nothing by itself: a drop becomes arrangeWanted(), and the row moves when
/// the settings come that say so. A config that changes its place is one rowsMoved, also from group to group
/// (persistent indexes survive); a rename is a dataChanged. Does no I/O; main thread.
class BoardModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        CardRole = Qt::UserRole + 1, ///< BoardCard; of configs
        NameRole,                    ///< QString; of configs
        PriorityRole,                ///< int(Priority); of both
        GroupEnabledRole,            ///< bool; of groups
        MovedNowRole                 ///< bool; the person's own drop has just brought it here
    };

    explicit BoardModel(QObject *parent = nullptr);

    /// Emits exact row signals for what differs from before.
    void setState(const Settings &settings, const ProxySnapshot &snapshot);

    BoardOrder order() const;
    QModelIndex groupIndex(Priority priority) const;
    /// Invalid: there is none.
    QModelIndex configIndex(const QString &name) const;
    const BoardCard *card(const QModelIndex &index) const;
    static const QString &mimeType(); ///< the dragged names, one a line, as UTF-8

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Display: the name. ToolTip and AccessibleText: everything the card shows, in sentences (models/text).
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    /// Emits arrangeWanted() where the drop would change the order; true means that it was understood.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    /// Never: a drop moves by command, and the view must not take rows away.
    bool removeRows(int row, int count, const QModelIndex &parent) override;

Q_SIGNALS:
    void arrangeWanted(const qcc::ArrangeConfigs &command);

private:
    struct Group;
    std::vector<Group> m_groups;
};

/// The order after @p names were taken out and put into @p target before the row @p row (counted before they
/// are taken out; clamped); they keep the order in which the board shows them.
BoardOrder moved(const BoardOrder &order, const QStringList &names, Priority target, qsizetype row);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/board_card.h"
#include "models/items/board_order.h"

#include <QAbstractItemModel>

namespace qcc {

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

    /// Emits exact row signals for what differs from before. @p now: for texts with times.
    void setState(const Settings &settings, const ProxySnapshot &snapshot, TimePoint now);
    /// After a change of language; texts inside the cards change with the next setState().
    void retranslate();

    const BoardOrder &order() const { return m_order; }
    QModelIndex groupIndex(Priority priority) const;
    /// Invalid: there is none.
    QModelIndex configIndex(const QString &name) const;
    const BoardCard *card(const QModelIndex &index) const; ///< null: not a config
    static const QString &mimeType();                      ///< the dragged names, one a line, as UTF-8

    /// A person's wish, by mouse or keyboard: emits arrangeWanted() where it would change the order; then the
    /// configs are MovedNow once they have come. For the rest see moved(). False: it changes nothing.
    bool arrange(const QStringList &names, Priority target, qsizetype row);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Display: the name. ToolTip and AccessibleText: everything the card shows, in sentences (models/text).
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    /// Into the group @p parent before @p row (-1: at the end), or before the config @p parent. True means
    /// that it was understood; what follows is arrange()'s.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    /// Never: a drop moves by command, and the view must not take rows away.
    bool removeRows(int, int, const QModelIndex &) override { return false; }

Q_SIGNALS:
    void arrangeWanted(const qcc::ArrangeConfigs &command);

private:
    struct Place
    {
        Priority priority;
        qsizetype row;
        bool operator==(const Place &) const = default;
    };

    std::vector<QString> &list(Priority priority) { return m_order[priority]; }
    std::optional<Place> placeOf(const QString &name) const;
    QString nameAt(const QModelIndex &index) const;
    QVariant groupData(Priority priority, int role) const;
    QVariant cardData(const BoardCard &card, int role) const;
    void tellChanged(const QModelIndex &index, const QList<int> &roles = {});

    void renameCards(const std::map<QString, BoardCard> &cards, const BoardOrder &order);
    std::optional<QString> newNameOf(const BoardCard &old, const std::map<QString, BoardCard> &cards,
                                     const BoardOrder &order) const;
    void removeCards(const BoardOrder &order);
    std::set<QString> placeCards(const std::map<QString, BoardCard> &cards, const BoardOrder &order);
    void insertCard(const BoardCard &card, const Place &place);
    bool moveCard(const Place &from, const Place &to);
    void updateCards(std::map<QString, BoardCard> cards);
    void updateGroups(const PriorityGroups &groups);
    void markMoved(const std::set<QString> &placed);

    BoardOrder m_order; ///< the rows; each name has its card
    std::map<QString, BoardCard> m_cards;
    std::map<Priority, bool> m_enabled;
    std::set<QString> m_awaited; ///< what arrange() has asked for and has not come yet
    std::set<QString> m_movedNow;
    TimePoint m_now;
};

} // namespace qcc

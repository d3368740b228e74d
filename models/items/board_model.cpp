// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/board_model.h"

#include "models/text/group_text.h"
#include "models/text/text.h"

#include <QMimeData>

namespace qcc {

namespace {

constexpr quintptr kGroupId = kPriorities.size(); ///< of a group's index; a config's has its group's number

QStringList namesIn(const QMimeData &data)
{
    return QString::fromUtf8(data.data(BoardModel::mimeType())).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

BoardModel::BoardModel(QObject *parent) : QAbstractItemModel(parent)
{
    for (const Priority priority : kPriorities) {
        m_order[priority] = {};
        m_enabled[priority] = true;
    }
}

const QString &BoardModel::mimeType()
{
    static const QString kType = QStringLiteral("application/x-qcc-configs");
    return kType;
}

void BoardModel::retranslate()
{
    for (const Priority priority : kPriorities) {
        const QModelIndex group = groupIndex(priority);
        tellChanged(group);
        if (const int rows = rowCount(group); rows > 0)
            Q_EMIT dataChanged(index(0, 0, group), index(rows - 1, 0, group));
    }
}

QModelIndex BoardModel::groupIndex(Priority priority) const
{
    return createIndex(static_cast<int>(priority), 0, kGroupId);
}

QModelIndex BoardModel::configIndex(const QString &name) const
{
    const std::optional<Place> place = placeOf(name);
    return place ? index(static_cast<int>(place->row), 0, groupIndex(place->priority)) : QModelIndex();
}

std::optional<BoardModel::Place> BoardModel::placeOf(const QString &name) const
{
    for (const auto &[priority, names] : m_order) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found != names.end())
            return Place{priority, found - names.begin()};
    }
    return std::nullopt;
}

QString BoardModel::nameAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kGroupId)
        return {};
    return m_order.at(kPriorities.at(index.internalId())).at(static_cast<size_t>(index.row()));
}

const BoardCard *BoardModel::card(const QModelIndex &index) const
{
    const QString name = nameAt(index);
    return name.isEmpty() ? nullptr : &m_cards.at(name);
}

QModelIndex BoardModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, 0, parent.isValid() ? static_cast<quintptr>(parent.row()) : kGroupId);
}

QModelIndex BoardModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == kGroupId)
        return {};
    return groupIndex(kPriorities.at(child.internalId()));
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(kPriorities.size());
    if (parent.internalId() != kGroupId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_order.at(kPriorities.at(static_cast<size_t>(parent.row()))).size());
}

int BoardModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const BoardCard *shown = card(index))
        return cardData(*shown, role);
    return groupData(kPriorities.at(static_cast<size_t>(index.row())), role);
}

QVariant BoardModel::groupData(Priority priority, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return groupName(priority);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return m_enabled.at(priority)
                   ? tr("%1: %n config(s)", "a priority group", static_cast<int>(m_order.at(priority).size()))
                         .arg(groupName(priority))
                   : tr("%1: switched off, none of it gets requests", "a priority group")
                         .arg(groupName(priority));
    case PriorityRole:
        return static_cast<int>(priority);
    case GroupEnabledRole:
        return m_enabled.at(priority);
    default:
        return {};
    }
}

QVariant BoardModel::cardData(const BoardCard &card, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return card.name;
    case Qt::ToolTipRole:
        return plainTip(sentences(card, m_now).join(QLatin1Char('\n')));
    case Qt::AccessibleTextRole:
        return sentences(card, m_now).join(QLatin1Char('\n'));
    case CardRole:
        return QVariant::fromValue(card);
    case PriorityRole:
        return static_cast<int>(card.priority);
    case MovedNowRole:
        return m_movedNow.contains(card.name);
    default:
        return {};
    }
}

Qt::ItemFlags BoardModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!card(index))
        return Qt::ItemIsEnabled | Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList BoardModel::mimeTypes() const
{
    return {mimeType()};
}

QMimeData *BoardModel::mimeData(const QModelIndexList &indexes) const
{
    QStringList names;
    for (const QModelIndex &index : indexes) {
        if (const BoardCard *dragged = card(index))
            names << dragged->name;
    }
    if (names.isEmpty())
        return nullptr;
    auto *data = new QMimeData;
    data->setData(mimeType(), names.join(QLatin1Char('\n')).toUtf8());
    return data;
}

bool BoardModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int, int,
                                 const QModelIndex &parent) const
{
    return action == Qt::MoveAction && parent.isValid() && data && data->hasFormat(mimeType());
}

bool BoardModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                              const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QModelIndex group = card(parent) ? parent.parent() : parent;
    const int before = card(parent) ? parent.row() : row < 0 ? rowCount(group) : row;
    arrange(namesIn(*data), kPriorities.at(static_cast<size_t>(group.row())), before);
    return true;
}

bool BoardModel::arrange(const QStringList &names, Priority target, qsizetype row)
{
    const BoardOrder before = m_order;
    const BoardOrder after = moved(before, names, target, row);
    if (after == before)
        return false;
    m_awaited = std::set<QString>(names.begin(), names.end());
    Q_EMIT arrangeWanted(ArrangeConfigs{before, after});
    return true;
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/board_model.h"

namespace qcc {

namespace {

bool shareAnEndpoint(const BoardCard &one, const BoardCard &other)
{
    return std::any_of(
        one.endpoints.begin(), one.endpoints.end(), [&other](const EndpointSnapshot &endpoint) {
            return std::any_of(other.endpoints.begin(), other.endpoints.end(),
                               [&endpoint](const EndpointSnapshot &own) { return own.id == endpoint.id; });
        });
}

bool stands(const BoardOrder &order, Priority priority, qsizetype row, const QString &name)
{
    const std::vector<QString> &names = order.at(priority);
    return row < static_cast<qsizetype>(names.size()) && names[static_cast<size_t>(row)] == name;
}

} // namespace

void BoardModel::setState(const Settings &settings, const ProxySnapshot &snapshot, TimePoint now)
{
    m_now = now;
    std::map<QString, BoardCard> cards;
    for (BoardCard &card : boardCards(settings, snapshot, now))
        cards.insert_or_assign(card.name, std::move(card));
    const BoardOrder order = boardOrder(settings.groups);
    renameCards(cards, order);
    removeCards(order);
    const std::set<QString> placed = placeCards(cards, order);
    updateCards(std::move(cards));
    updateGroups(settings.groups);
    markMoved(placed);
}

void BoardModel::tellChanged(const QModelIndex &index, const QList<int> &roles)
{
    Q_EMIT dataChanged(index, index, roles);
}

/// An endpoint's id is for life, so who has it now is who had it before. Configs without endpoints are told
/// by their place.
std::optional<QString> BoardModel::newNameOf(const BoardCard &old, const std::map<QString, BoardCard> &cards,
                                             const BoardOrder &order) const
{
    const Place place = *placeOf(old.name);
    for (const auto &[name, card] : cards) {
        if (m_cards.contains(name))
            continue;
        const bool bothEmpty = old.endpoints.empty() && card.endpoints.empty();
        if (shareAnEndpoint(old, card) || (bothEmpty && stands(order, place.priority, place.row, name)))
            return name;
    }
    return std::nullopt;
}

void BoardModel::renameCards(const std::map<QString, BoardCard> &cards, const BoardOrder &order)
{
    std::vector<QString> gone;
    for (const auto &[name, card] : m_cards) {
        if (!cards.contains(name))
            gone.push_back(name);
    }
    for (const QString &name : gone) {
        const std::optional<QString> newName = newNameOf(m_cards.at(name), cards, order);
        if (!newName)
            continue;
        const Place place = *placeOf(name);
        auto node = m_cards.extract(name);
        node.key() = *newName;
        node.mapped() = cards.at(*newName);
        m_cards.insert(std::move(node));
        list(place.priority)[static_cast<size_t>(place.row)] = *newName;
        if (m_movedNow.erase(name) > 0)
            m_movedNow.insert(*newName);
        tellChanged(configIndex(*newName));
    }
}

void BoardModel::removeCards(const BoardOrder &order)
{
    std::set<QString> wanted;
    for (const auto &[priority, names] : order)
        wanted.insert(names.begin(), names.end());
    for (const Priority priority : kPriorities) {
        std::vector<QString> &names = list(priority);
        for (auto row = static_cast<int>(names.size()) - 1; row >= 0; --row) {
            const QString name = names[static_cast<size_t>(row)];
            if (wanted.contains(name))
                continue;
            beginRemoveRows(groupIndex(priority), row, row);
            names.erase(names.begin() + row);
            m_cards.erase(name);
            m_movedNow.erase(name);
            endRemoveRows();
        }
    }
}

/// Each group from its top: who stays, stays; who doesn't comes to stand behind the one before it. So nobody
/// moves twice, and those that will still leave don't matter. Returns those that moved.
std::set<QString> BoardModel::placeCards(const std::map<QString, BoardCard> &cards, const BoardOrder &order)
{
    std::set<QString> placed;
    for (const auto &[priority, names] : order) {
        const std::set<QString> staying = stayers(list(priority), names, m_awaited);
        Place next{priority, 0};
        for (const QString &name : names) {
            const std::optional<Place> place = placeOf(name);
            if (!place)
                insertCard(cards.at(name), next);
            else if (!staying.contains(name) && moveCard(*place, next))
                placed.insert(name);
            next.row = placeOf(name)->row + 1;
        }
    }
    return placed;
}

void BoardModel::insertCard(const BoardCard &card, const Place &place)
{
    const auto row = static_cast<int>(place.row);
    beginInsertRows(groupIndex(place.priority), row, row);
    std::vector<QString> &names = list(place.priority);
    names.insert(names.begin() + row, card.name);
    m_cards.insert_or_assign(card.name, card);
    endInsertRows();
}

/// @p to is counted before it is taken out, as beginMoveRows() does.
bool BoardModel::moveCard(const Place &from, const Place &to)
{
    const auto source = static_cast<int>(from.row);
    if (!beginMoveRows(groupIndex(from.priority), source, source, groupIndex(to.priority),
                       static_cast<int>(to.row)))
        return false; // it stands there already
    std::vector<QString> &left = list(from.priority);
    const QString name = left[static_cast<size_t>(source)];
    left.erase(left.begin() + source);
    const bool shifted = from.priority == to.priority && from.row < to.row;
    std::vector<QString> &joined = list(to.priority);
    joined.insert(joined.begin() + to.row - (shifted ? 1 : 0), name);
    endMoveRows();
    return true;
}

void BoardModel::updateCards(std::map<QString, BoardCard> cards)
{
    for (auto &[name, card] : cards) {
        BoardCard &shown = m_cards.at(name);
        if (shown == card)
            continue;
        shown = std::move(card);
        tellChanged(configIndex(name));
    }
}

void BoardModel::updateGroups(const PriorityGroups &groups)
{
    for (const PriorityGroup &group : groups.all()) {
        if (std::exchange(m_enabled[group.priority], group.enabled) != group.enabled)
            tellChanged(groupIndex(group.priority));
    }
}

/// A mark stays until the person's next own move.
void BoardModel::markMoved(const std::set<QString> &placed)
{
    std::set<QString> come;
    std::set_intersection(m_awaited.begin(), m_awaited.end(), placed.begin(), placed.end(),
                          std::inserter(come, come.end()));
    if (come.empty())
        return;
    m_awaited.clear();
    std::set<QString> changed = std::exchange(m_movedNow, come);
    changed.merge(come);
    for (const QString &name : changed)
        tellChanged(configIndex(name), {MovedNowRole});
}

} // namespace qcc

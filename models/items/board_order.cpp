// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/board_order.h"

#include <QHash>

#include <algorithm>

namespace qcc {

namespace {

/// Where the ones of @p now will stand in @p then; without those that won't, and without @p left.
std::vector<qsizetype> placesIn(const std::vector<QString> &then, const std::vector<QString> &now,
                                const std::set<QString> &left)
{
    QHash<QString, qsizetype> places;
    for (const QString &name : then)
        places.insert(name, places.size());
    std::vector<qsizetype> found;
    for (const QString &name : now) {
        if (places.contains(name) && !left.contains(name))
            found.push_back(places.value(name));
    }
    return found;
}

/// The longest increasing subsequence; lists are short, so in the square of their length.
std::vector<qsizetype> longestIncreasing(const std::vector<qsizetype> &places)
{
    std::vector<size_t> lengths(places.size(), 1);
    std::vector<size_t> before(places.size(), places.size());
    size_t best = places.size();
    for (size_t i = 0; i < places.size(); ++i) {
        for (size_t k = 0; k < i; ++k) {
            if (places[k] < places[i] && lengths[k] + 1 > lengths[i]) {
                lengths[i] = lengths[k] + 1;
                before[i] = k;
            }
        }
        if (best == places.size() || lengths[i] > lengths[best])
            best = i;
    }
    std::vector<qsizetype> chosen;
    for (size_t i = best; i < places.size(); i = before[i])
        chosen.push_back(places[i]);
    return chosen;
}

} // namespace

BoardOrder moved(const BoardOrder &order, const QStringList &names, Priority target, qsizetype row)
{
    std::vector<QString> taken;
    BoardOrder after;
    qsizetype place = 0; // in the target, once they are taken out
    for (const Priority priority : kPriorities) {
        const auto group = order.find(priority);
        std::vector<QString> &rest = after[priority];
        if (group == order.end())
            continue;
        for (qsizetype i = 0; i < static_cast<qsizetype>(group->second.size()); ++i) {
            const QString &name = group->second[static_cast<size_t>(i)];
            const bool stays = !names.contains(name);
            (stays ? rest : taken).push_back(name);
            if (stays && priority == target && i < row)
                ++place;
        }
    }
    std::vector<QString> &list = after[target];
    list.insert(list.begin() + place, taken.begin(), taken.end());
    return after;
}

std::set<QString> stayers(const std::vector<QString> &now, const std::vector<QString> &then,
                          const std::set<QString> &movers)
{
    const std::vector<qsizetype> most = longestIncreasing(placesIn(then, now, {}));
    const std::vector<qsizetype> others = longestIncreasing(placesIn(then, now, movers));
    std::set<QString> names;
    for (const qsizetype place : others.size() == most.size() ? others : most)
        names.insert(then[static_cast<size_t>(place)]);
    return names;
}

} // namespace qcc

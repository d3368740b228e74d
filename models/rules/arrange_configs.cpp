// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/arrange_configs.h"

namespace qcc {

namespace {

BoardOrder withEveryGroup(BoardOrder order)
{
    for (const Priority priority : kPriorities)
        order.try_emplace(priority);
    return order;
}

/// All names, sorted; a name that is there twice stays twice.
std::vector<QString> namesIn(const BoardOrder &order)
{
    std::vector<QString> names;
    for (const auto &[priority, inGroup] : order)
        names.insert(names.end(), inGroup.begin(), inGroup.end());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

BoardOrder boardOrder(const PriorityGroups &groups)
{
    BoardOrder order;
    for (const PriorityGroup &group : groups.all())
        order[group.priority] = group.configNames;
    return order;
}

std::optional<Refusal> arrangeConfigs(PriorityGroups &groups, const ArrangeConfigs &command)
{
    const BoardOrder present = boardOrder(groups);
    if (withEveryGroup(command.before) != present)
        return Refusal{RefusalCode::ChangedMeanwhile, QStringLiteral("board"), {}};
    if (namesIn(command.after) != namesIn(present))
        return Refusal{RefusalCode::InvalidValue, QStringLiteral("order"),
                       QStringLiteral("the same configs, each once")};
    for (const auto &[priority, names] : command.after) {
        for (const QString &name : names) // each goes behind the one before, so that all end in order
            groups.place(name, priority);
    }
    return std::nullopt;
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/arrange_text.h"

#include "models/text/group_text.h"
#include "ui/board/board_text.h"

namespace qcc {

namespace {

struct Change
{
    std::vector<QString> newcomers; ///< to the group
    bool reordered = false;
};

Change changeOf(const std::vector<QString> &before, const std::vector<QString> &after)
{
    Change change;
    for (const QString &name : after) {
        if (std::find(before.begin(), before.end(), name) == before.end())
            change.newcomers.push_back(name);
    }
    change.reordered = change.newcomers.empty() && before.size() == after.size() && before != after;
    return change;
}

std::vector<QString> namesOf(const BoardOrder &order, Priority priority)
{
    const auto found = order.find(priority);
    return found == order.end() ? std::vector<QString>{} : found->second;
}

QString movedText(const std::vector<QString> &names, Priority to)
{
    if (names.size() == 1)
        return BoardText::tr("Moved %1 to %2", "%1: a config, %2: a priority group")
            .arg(names.front(), groupName(to));
    return BoardText::tr("Moved %n config(s) to %1", "%1: a priority group", static_cast<int>(names.size()))
        .arg(groupName(to));
}

} // namespace

QString arrangedText(const ArrangeConfigs &done)
{
    QStringList targets;
    QString text;
    for (const Priority priority : kPriorities) {
        const Change change = changeOf(namesOf(done.before, priority), namesOf(done.after, priority));
        if (!change.newcomers.empty()) {
            targets << groupName(priority);
            text = movedText(change.newcomers, priority);
        } else if (change.reordered && text.isEmpty()) {
            text = BoardText::tr("Changed the order in %1", "%1: a priority group").arg(groupName(priority));
        }
    }
    return targets.size() > 1 ? BoardText::tr("Moved configs between the groups") : text;
}

} // namespace qcc

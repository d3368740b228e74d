// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/priority_groups.h"

#include <algorithm>

namespace qcc {

QString toWord(Priority priority)
{
    switch (priority) {
    case Priority::Primary:
        return QStringLiteral("primary");
    case Priority::Secondary:
        return QStringLiteral("secondary");
    case Priority::Fallback:
        return QStringLiteral("fallback");
    case Priority::Disabled:
        return QStringLiteral("disabled");
    }
    Q_UNREACHABLE();
}

std::optional<Priority> priorityFromWord(const QString &word)
{
    for (const Priority priority : kPriorities) {
        if (toWord(priority) == word)
            return priority;
    }
    return std::nullopt;
}

PriorityGroups::PriorityGroups()
{
    for (const Priority priority : kPriorities)
        at(priority).priority = priority;
}

const PriorityGroup &PriorityGroups::group(Priority priority) const
{
    return m_groups[static_cast<size_t>(priority)];
}

PriorityGroup &PriorityGroups::at(Priority priority)
{
    return m_groups[static_cast<size_t>(priority)];
}

std::optional<Priority> PriorityGroups::priorityOf(const QString &config) const
{
    for (const PriorityGroup &group : m_groups) {
        if (std::find(group.configNames.begin(), group.configNames.end(), config) != group.configNames.end())
            return group.priority;
    }
    return std::nullopt;
}

void PriorityGroups::place(const QString &config, Priority priority, std::optional<qsizetype> index)
{
    remove(config);
    std::vector<QString> &names = at(priority).configNames;
    const qsizetype size = static_cast<qsizetype>(names.size());
    const qsizetype position = std::clamp(index.value_or(size), qsizetype{0}, size);
    names.insert(names.begin() + position, config);
}

void PriorityGroups::remove(const QString &config)
{
    for (PriorityGroup &group : m_groups)
        std::erase(group.configNames, config);
}

void PriorityGroups::rename(const QString &from, const QString &to)
{
    for (PriorityGroup &group : m_groups)
        std::replace(group.configNames.begin(), group.configNames.end(), from, to);
}

void PriorityGroups::setEnabled(Priority priority, bool enabled)
{
    at(priority).enabled = enabled;
}

} // namespace qcc

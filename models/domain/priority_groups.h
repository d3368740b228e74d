// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace qcc {

enum class Priority { Primary, Secondary, Fallback, Disabled };

inline constexpr std::array kPriorities{Priority::Primary, Priority::Secondary, Priority::Fallback,
                                        Priority::Disabled};
/// The groups that requests are routed to, best first.
inline constexpr std::array kRoutedPriorities{Priority::Primary, Priority::Secondary, Priority::Fallback};

/// "primary", "secondary", "fallback", "disabled": the words of the files and the command line.
QString toWord(Priority priority);
std::optional<Priority> priorityFromWord(const QString &word);

/// The ordered configs of one priority. A group can be switched off as a whole.
struct PriorityGroup
{
    Priority priority = Priority::Primary;
    std::vector<QString> configNames;
    bool enabled = true;
    bool operator==(const PriorityGroup &) const = default;
};

/// All four groups. Invariant: a config is in exactly one group, once.
class PriorityGroups
{
public:
    PriorityGroups();

    const PriorityGroup &group(Priority priority) const;
    std::span<const PriorityGroup, 4> all() const { return m_groups; }
    std::optional<Priority> priorityOf(const QString &config) const;

    /// Puts @p config into @p priority at @p index (clamped; none = at the end), taking it out of where it
    /// was. Also reorders within one group: the index counts after the removal.
    void place(const QString &config, Priority priority, std::optional<qsizetype> index = std::nullopt);
    void remove(const QString &config);
    void rename(const QString &from, const QString &to);
    void setEnabled(Priority priority, bool enabled);

    bool operator==(const PriorityGroups &) const = default;

private:
    PriorityGroup &at(Priority priority);
    std::array<PriorityGroup, 4> m_groups;
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace CLI {
class App;
}

namespace qcc {

/// An option or an argument of a command, as a person sees it.
struct CommandWord
{
    QStringList names; ///< "--json", "-h"; of an argument its one name, "NAME"
    QString valueName; ///< "SECONDS", "en|zh"; empty: takes no value
    QString description;
    bool repeatable = false;
    bool required = false;
};

/// A command with all below it: what CLI11 was told, as a value. The manual page and the completions of
/// shells are made of this, and so stay true by themselves. Hidden commands and options are not in it.
struct CommandNode
{
    QString name;
    QString description;
    QString examples; ///< with their heading, a line each
    std::vector<CommandWord> options;
    std::vector<CommandWord> arguments; ///< in their order
    std::vector<CommandNode> children;
};

CommandNode commandTree(const CLI::App &app);

} // namespace qcc

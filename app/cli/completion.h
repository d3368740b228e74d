// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_tree.h"

namespace qcc {

/// A word that may stand where the person is typing.
struct Candidate
{
    QString word;
    QString description;
    bool operator==(const Candidate &) const = default;
};

/// What else may stand there, that the commands alone can't tell. Paths are the shell's business; the names
/// are added by whoever has the settings.
enum class Further { Nothing, Paths, ConfigNames, ChannelNames };

/// What may come next on a command line.
struct Completion
{
    std::vector<Candidate> candidates;
    Further further = Further::Nothing;
    QString typed;  ///< so far, without joined
    QString joined; ///< "--config=" where the value is joined to its option; part of each candidate
};

/// Adds @p word if it begins as what was typed.
void offer(Completion &completion, const QString &word, const QString &description);

/// @p words: what stands after the program's name, the last of them is being typed and may be empty. Knows
/// the commands, and nothing of shells or files.
Completion completionOf(const CommandNode &root, const QStringList &words);

} // namespace qcc

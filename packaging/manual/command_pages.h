// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_tree.h"

namespace qcc {

/// @p text as man(7) takes it: no letter of it means anything to troff.
QString escapedForTroff(const QString &text);

/// Every command that can be given, with its options and examples: the section COMMANDS of qcc(1). Options
/// that all commands have are left out; commonOptions() tells of them.
QString commandSections(const CommandNode &root);

/// The options that every command has.
QString commonOptions(const CommandNode &root);

} // namespace qcc

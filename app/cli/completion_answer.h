// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"

#include <QStringList>

namespace CLI {
class App;
}

namespace qcc {

/// `qcc complete -- WORDS…`: how the completion scripts of the shells ask, and nobody else, so no help names
/// it. None when @p arguments (with the program's name) are no such question.
std::optional<QStringList> wordsToComplete(const QStringList &arguments);

/// Prints a candidate a line, with its description behind a tab; a line ":paths" where a path is wanted.
/// Makes nothing and asks no instance. In the middle of somebody's typing a home that can't be read is not
/// reported: there are just no names.
void answerCompletion(const CLI::App &app, const QStringList &words, const Console &console);

} // namespace qcc

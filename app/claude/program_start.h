// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/claude_variables.h"
#include "models/domain/result.h"

#include <QStringList>

namespace qcc {

/// Runs @p command (the program and its arguments) with @p variables set and @p removed ones
/// taken out. On Unix this process becomes the program, so that signals, terminal and exit code are its own,
/// and this returns only a refusal; elsewhere it waits and gives the exit code. ProgramNotFound;
/// FileUnreadable (subject: the program) with the system's reason. Main thread.
Result<int> runProgram(const QStringList &command, const std::vector<ClaudeVariable> &variables,
                       const QStringList &removed);

/// The path of a file with @p content that only this process and the program it becomes can open, and that is
/// gone with them. Nothing where the system has no such files.
std::optional<QString> inheritedFile(const QByteArray &content);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/claude_variables.h"
#include "models/domain/result.h"

#include <QStringList>

namespace qcc {

/// What a program's environment must be for it to ask QCC at @p url: the address, the token, and the loopback
/// names in NO_PROXY where @p environment has a proxy variable.
std::vector<ClaudeVariable> variablesForProgram(const QString &url, const Secret &token,
                                                const QMap<QString, QString> &environment);
/// What must not be there: Claude Code would ask whether to use a key it finds beside the token.
QStringList variablesInTheWay();

/// Runs @p command (the program and its arguments) with @p variables set and those of variablesInTheWay()
/// taken out. On Unix this process becomes the program, so that signals, terminal and exit code are its own,
/// and this returns only a refusal; elsewhere it waits and gives the exit code. ProgramNotFound;
/// FileUnreadable (subject: the program) with the system's reason. Main thread.
Result<int> runProgram(const QStringList &command, const std::vector<ClaudeVariable> &variables);

} // namespace qcc

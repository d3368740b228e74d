// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/claude_variables.h"
#include "models/domain/secret.h"

#include <QStringList>

namespace qcc {

/// What a program's environment must be for it to ask QCC at @p url: the address, the token, and the loopback
/// names in NO_PROXY where @p environment has a proxy variable.
std::vector<ClaudeVariable> variablesForProgram(const QString &url, const Secret &token,
                                                const QMap<QString, QString> &environment);
/// What must not be there: Claude Code would ask whether to use a key it finds beside the token.
QStringList variablesInTheWay();

/// Whether @p command starts Claude Code, and leaves its option --settings to us: what that names wins over
/// the settings files, as the environment does not.
bool takesSettings(const QStringList &command);
/// The same command with @p settings, a file's path, behind the program.
QStringList withSettings(QStringList command, const QString &settings);
/// The content of such a file.
QByteArray settingsOf(const std::vector<ClaudeVariable> &variables);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/program_start.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <unistd.h>

namespace qcc {

Result<int> runProgram(const QStringList &command, const std::vector<ClaudeVariable> &variables,
                       const QStringList &removed)
{
    for (const QString &name : removed)
        ::unsetenv(QFile::encodeName(name).constData());
    for (const ClaudeVariable &variable : variables)
        ::setenv(QFile::encodeName(variable.name).constData(), QFile::encodeName(variable.value).constData(),
                 1);
    QByteArrayList words;
    for (const QString &word : command)
        words << QFile::encodeName(word);
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execvp(arguments.front(), arguments.data());
    if (errno == ENOENT)
        return Refusal{RefusalCode::ProgramNotFound, command.first(), {}};
    return Refusal{RefusalCode::FileUnreadable, command.first(), qt_error_string(errno)};
}

} // namespace qcc

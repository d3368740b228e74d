// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/program_start.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstdio>
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

std::optional<QString> inheritedFile(const QByteArray &content)
{
    std::FILE *file = std::tmpfile(); // without a name, 0600, closed by no exec
    if (!file)
        return std::nullopt;
    const bool written =
        std::fwrite(content.constData(), 1, size_t(content.size()), file) == size_t(content.size()) &&
        std::fflush(file) == 0;
    std::rewind(file);
    if (written)
        return QStringLiteral("/dev/fd/%1").arg(::fileno(file));
    std::fclose(file);
    return std::nullopt;
}

} // namespace qcc

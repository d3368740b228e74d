// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/program_run.h"

#if defined(Q_OS_UNIX)
#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <unistd.h>
#else
#include <QProcess>
#endif

namespace qcc {

std::vector<ClaudeVariable> variablesForProgram(const QString &url, const Secret &token,
                                                const QMap<QString, QString> &environment)
{
    std::vector<ClaudeVariable> variables{{kBaseUrlVariable, url},
                                          {kTokenVariable, QString::fromUtf8(token.reveal())}};
    for (const ClaudeVariable &variable : loopbackExceptions(url, lookIn(environment)))
        variables.push_back(variable);
    return variables;
}

QStringList variablesInTheWay()
{
    return {kApiKeyVariable};
}

#if defined(Q_OS_UNIX)

Result<int> runProgram(const QStringList &command, const std::vector<ClaudeVariable> &variables)
{
    for (const QString &name : variablesInTheWay())
        ::unsetenv(name.toLocal8Bit().constData());
    for (const ClaudeVariable &variable : variables)
        ::setenv(variable.name.toLocal8Bit().constData(), variable.value.toLocal8Bit().constData(), 1);
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

#else

Result<int> runProgram(const QStringList &command, const std::vector<ClaudeVariable> &variables)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : variablesInTheWay())
        environment.remove(name);
    for (const ClaudeVariable &variable : variables)
        environment.insert(variable.name, variable.value);
    QProcess program;
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::ForwardedChannels);
    program.setInputChannelMode(QProcess::ForwardedInputChannel);
    program.start(command.first(), command.mid(1));
    if (!program.waitForStarted(-1))
        return Refusal{RefusalCode::ProgramNotFound, command.first(), program.errorString()};
    program.waitForFinished(-1);
    return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : 1;
}

#endif

} // namespace qcc

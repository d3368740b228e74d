// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/program_start.h"

#include <QProcess>

namespace qcc {

Result<int> runProgram(const QStringList &command, const std::vector<ClaudeVariable> &variables,
                       const QStringList &removed)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : removed)
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

std::optional<QString> inheritedFile(const QByteArray &)
{
    return std::nullopt;
}

} // namespace qcc

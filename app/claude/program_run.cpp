// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/program_run.h"

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

} // namespace qcc

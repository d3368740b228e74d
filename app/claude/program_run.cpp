// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/program_run.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace qcc {

namespace {
constexpr auto kSettingsOption = QLatin1StringView("--settings");
} // namespace

std::vector<ClaudeVariable> variablesForProgram(const QString &url, const Secret &token,
                                                const QMap<QString, QString> &environment)
{
    std::vector<ClaudeVariable> variables{{kBaseUrlVariable, url},
                                          {kTokenVariable, QString::fromUtf8(token.reveal())}};
    for (const ClaudeVariable &variable : loopbackExceptions(url, lookIn(environment)))
        variables.push_back(variable);
    return variables;
}

bool takesSettings(const QStringList &command)
{
    const auto isSettings = [](const QString &word) {
        return word == kSettingsOption || word.startsWith(QLatin1StringView("--settings="));
    };
    return QFileInfo(command.first()).fileName() == QLatin1StringView("claude") &&
           std::none_of(command.begin() + 1, command.end(), isSettings);
}

QStringList withSettings(QStringList command, const QString &settings)
{
    command.insert(1, kSettingsOption);
    command.insert(2, settings);
    return command;
}

QByteArray settingsOf(const std::vector<ClaudeVariable> &variables)
{
    QJsonObject env;
    for (const ClaudeVariable &variable : variables)
        env.insert(variable.name, variable.value);
    return QJsonDocument(QJsonObject{{QStringLiteral("env"), env}}).toJson(QJsonDocument::Compact);
}

QStringList variablesInTheWay()
{
    return {kApiKeyVariable};
}

} // namespace qcc

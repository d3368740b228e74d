// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/secret.h"

#include <QMap>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace qcc {

inline constexpr auto kBaseUrlVariable = QLatin1StringView("ANTHROPIC_BASE_URL");
inline constexpr auto kTokenVariable = QLatin1StringView("ANTHROPIC_AUTH_TOKEN");
inline constexpr auto kApiKeyVariable = QLatin1StringView("ANTHROPIC_API_KEY");
inline constexpr auto kToolSearchVariable = QLatin1StringView("ENABLE_TOOL_SEARCH");

/// A variable and its text.
struct ClaudeVariable
{
    QString name;
    QString value;
    bool operator==(const ClaudeVariable &) const = default;
};

/// The value of a variable where it is looked for; none: it is not set.
using VariableLookup = std::function<std::optional<QString>(const QString &name)>;

VariableLookup lookIn(const QMap<QString, QString> &environment);
/// @p first counts where it has a value, else @p second.
VariableLookup lookInBoth(VariableLookup first, VariableLookup second);

/// The proxy variable that Claude Code 2.1 would send even requests to this computer through: one of
/// HTTP_PROXY and HTTPS_PROXY in either case (ALL_PROXY it ignores). None: none is set.
std::optional<QString> proxyVariableIn(const VariableLookup &look);

/// NO_PROXY, and no_proxy where one is set (it wins over the other), with the loopback names and the host of
/// @p url added to what is there. Nothing when no proxy variable is set, or all are in it already.
std::vector<ClaudeVariable> loopbackExceptions(const QString &url, const VariableLookup &look);

/// "1", "true", "yes" and the like switch Claude Code's variables on; "0", "false", "no", "off" and nothing
/// leave them off.
bool isSwitchedOn(const std::optional<QString> &value);

/// The variables by which Claude Code leaves addresses aside for another service's.
QStringList otherProviderVariables();

} // namespace qcc

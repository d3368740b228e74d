// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/claude_variables.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

namespace qcc {

namespace {

const QString &upperName()
{
    static const QString name = QStringLiteral("NO_PROXY");
    return name;
}

const QString &lowerName()
{
    static const QString name = QStringLiteral("no_proxy");
    return name;
}

QStringList entriesOf(const QString &list)
{
    static const QRegularExpression separators(QStringLiteral("[,\\s]+"));
    return list.split(separators, Qt::SkipEmptyParts);
}

QStringList loopbackHosts(const QString &url)
{
    QStringList hosts{QStringLiteral("127.0.0.1"), QStringLiteral("localhost"), QStringLiteral("::1")};
    const QString host = QUrl(url).host();
    if (!host.isEmpty() && !hosts.contains(host))
        hosts << host;
    return hosts;
}

} // namespace

VariableLookup lookIn(const QMap<QString, QString> &environment)
{
    return [environment](const QString &name) {
        const auto found = environment.constFind(name);
        return found == environment.constEnd() ? std::nullopt : std::optional(*found);
    };
}

VariableLookup lookInBoth(VariableLookup first, VariableLookup second)
{
    return [first = std::move(first), second = std::move(second)](const QString &name) {
        const std::optional<QString> value = first(name);
        return value ? value : second(name);
    };
}

std::optional<QString> proxyVariableIn(const VariableLookup &look)
{
    for (const QString &name : {QStringLiteral("HTTPS_PROXY"), QStringLiteral("https_proxy"),
                                QStringLiteral("HTTP_PROXY"), QStringLiteral("http_proxy")}) {
        if (!look(name).value_or(QString()).trimmed().isEmpty())
            return name;
    }
    return std::nullopt;
}

std::vector<ClaudeVariable> loopbackExceptions(const QString &url, const VariableLookup &look)
{
    if (!proxyVariableIn(look))
        return {};
    const std::optional<QString> lower = look(lowerName());
    const QString inForce = lower && !lower->isEmpty() ? *lower : look(upperName()).value_or(QString());
    const QStringList there = entriesOf(inForce);
    if (there.contains(QStringLiteral("*")))
        return {};
    QStringList missing;
    for (const QString &host : loopbackHosts(url)) {
        if (!there.contains(host, Qt::CaseInsensitive))
            missing << host;
    }
    if (missing.isEmpty())
        return {};
    const QString joined = missing.join(u',');
    const QString value = inForce.trimmed().isEmpty() ? joined : inForce.trimmed() + u',' + joined;
    std::vector<ClaudeVariable> variables{{upperName(), value}};
    if (lower)
        variables.push_back({lowerName(), value});
    return variables;
}

bool isSwitchedOn(const std::optional<QString> &value)
{
    static const QStringList kOff{QString(), QStringLiteral("0"), QStringLiteral("false"),
                                  QStringLiteral("no"), QStringLiteral("off")};
    return value && !kOff.contains(value->trimmed().toLower());
}

QStringList otherProviderVariables()
{
    return {QStringLiteral("CLAUDE_CODE_USE_BEDROCK"), QStringLiteral("CLAUDE_CODE_USE_VERTEX"),
            QStringLiteral("CLAUDE_CODE_USE_FOUNDRY")};
}

} // namespace qcc

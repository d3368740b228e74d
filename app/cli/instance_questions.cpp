// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/instance_questions.h"

#include "app/claude/takeover.h"
#include "app/cli/proxy_start_options.h"

namespace qcc {

InstanceQuestions questionsTo(InstanceAccess &instance)
{
    return {[&instance](auto answer) { instance.status(std::move(answer)); },
            [&instance](auto answer) { instance.token(std::move(answer)); },
            [&instance](auto answer) { instance.settings(std::move(answer)); },
            [&instance](auto answer) { instance.check(QString(), std::move(answer)); }};
}

CheckupOptions checkupOptions(const QString &home)
{
    const ProxyStartOptions start;
    CheckupOptions options;
    options.home = home;
    options.version = QStringLiteral(QCC_VERSION);
    options.listenHost = start.listenHost;
    options.listenPort = start.listenPort;
    options.path = qEnvironmentVariable("PATH");
    options.takeover = Takeover(claudePlaces(home)).status();
    return options;
}

QJsonObject findingsJson(const Findings &findings)
{
    QJsonArray list;
    for (const Finding &finding : findings) {
        QJsonObject object{{QStringLiteral("area"), toWord(finding.area)},
                           {QStringLiteral("level"), toWord(finding.level)},
                           {QStringLiteral("text"), finding.text}};
        if (!finding.remedy.isEmpty())
            object.insert(QStringLiteral("remedy"), finding.remedy);
        list.append(object);
    }
    return {{QStringLiteral("worst"), toWord(worstOf(findings))}, {QStringLiteral("findings"), list}};
}

} // namespace qcc

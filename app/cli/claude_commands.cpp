// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/claude/claude_variables.h"
#include "app/cli/claude_access.h"
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/refusal_text.h"

namespace qcc {

namespace {

/// With `qcc run`, the only place where the local token is shown: Claude Code needs it to be let in.
void printEnvironment(CliSession &session, const ProxyWay &way, bool json)
{
    const QString token = QString::fromLatin1(way.token.reveal());
    const QString urlName = kBaseUrlVariable;
    const QString tokenName = kTokenVariable;
    if (json) {
        session.console().print(QJsonObject{{urlName, way.url}, {tokenName, token}});
    } else {
        session.console().print(QStringLiteral("export %1=%2").arg(urlName, shellQuoted(way.url)));
        session.console().print(QStringLiteral("export %1=%2").arg(tokenName, shellQuoted(token)));
    }
    session.finish(kExitDone);
}

} // namespace

void addClaudeCommands(CLI::App &app, CliPlan &plan)
{
    CLI::App *group = addGroup(app, "claude", CliText::tr("Connect Claude Code to the proxy"),
                               {QStringLiteral("qcc claude on"), QStringLiteral("qcc claude status"),
                                QStringLiteral("eval \"$(qcc claude env)\" && claude")});
    addTakeoverCommands(*group, plan);
    const auto json = std::make_shared<bool>(false);
    CLI::App *command = addCommand(
        *group, "env", CliText::tr("Print the two variables that Claude Code needs, with the local token"),
        {QStringLiteral("eval \"$(qcc claude env)\" && claude"), QStringLiteral("qcc claude env --json")});
    command->add_flag("--json", *json, help(CliText::tr("Print JSON")));
    command->callback([json, &plan] {
        plan.action = [json](CliSession &session) {
            withProxyWay(session, NeedsProxy::No,
                         [&session, json](const ProxyWay &way) { printEnvironment(session, way, *json); });
        };
    });
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/refusal_text.h"

namespace qcc {

namespace {

QString defaultUrl()
{
    const ProxyStartOptions options;
    return QStringLiteral("http://%1:%2").arg(options.listenHost).arg(options.listenPort);
}

/// The one place where the local token is shown: Claude Code needs it to be let in.
void printEnvironment(CliSession &session, const QString &url, const Result<Secret> &token, bool json)
{
    if (!token)
        return session.refuse(token.refusal());
    const QString shown = QString::fromLatin1(token->reveal());
    const QString urlName = QStringLiteral("ANTHROPIC_BASE_URL");
    const QString tokenName = QStringLiteral("ANTHROPIC_AUTH_TOKEN");
    if (json) {
        session.console().print(QJsonObject{{urlName, url}, {tokenName, shown}});
    } else {
        session.console().print(QStringLiteral("export %1=%2").arg(urlName, shellQuoted(url)));
        session.console().print(QStringLiteral("export %1=%2").arg(tokenName, shellQuoted(shown)));
    }
    session.finish(kExitDone);
}

/// The token that the next instance will find, made now if it has to be.
Result<Secret> tokenOfTheFiles(const QString &home)
{
    const auto workspace = Workspace::open(home);
    return workspace ? (*workspace)->localToken() : workspace.refusal();
}

/// An instance that runs is asked for its token: its secrets may be out of reach from here.
void runEnvironment(CliSession &session, bool json)
{
    InstanceAccess *instance = session.access();
    if (!instance)
        return;
    instance->status([&session, instance, json](const Result<ProxySnapshot> &snapshot) {
        if (!snapshot && snapshot.refusal().code == RefusalCode::NotRunning)
            return printEnvironment(session, defaultUrl(), tokenOfTheFiles(instance->home()), json);
        if (!snapshot)
            return session.refuse(snapshot.refusal());
        instance->token([&session, url = snapshot->listenUrl, json](const Result<Secret> &token) {
            printEnvironment(session, url, token, json);
        });
    });
}

} // namespace

void addClaudeCommands(CLI::App &app, CliPlan &plan)
{
    const auto json = std::make_shared<bool>(false);
    CLI::App *group = addGroup(app, "claude", CliText::tr("Connect Claude Code to the proxy"),
                               {QStringLiteral("eval \"$(qcc claude env)\" && claude")});
    CLI::App *command = addCommand(
        *group, "env", CliText::tr("Print the two variables that Claude Code needs, with the local token"),
        {QStringLiteral("eval \"$(qcc claude env)\" && claude"), QStringLiteral("qcc claude env --json")});
    command->add_flag("--json", *json, help(CliText::tr("Print JSON")));
    command->callback([json, &plan] { plan.action = [json](CliSession &s) { runEnvironment(s, *json); }; });
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/claude_access.h"
#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/display_width.h"
#include "app/cli/refusal_text.h"
#include "app/cli/takeover_view.h"

namespace qcc {

namespace {

void complain(CliSession &session, const QString &text)
{
    session.console().complain(printable(text));
}

/// With the findings that say what to do, where there are some.
void refuseOn(CliSession &session, const Takeover &takeover, const Refusal &refusal)
{
    if (refusal.code == RefusalCode::ChangedMeanwhile) {
        complain(session,
                 CliText::tr("Somebody else has changed what QCC wrote into %1; nothing was changed. "
                             "See it with: qcc claude status")
                     .arg(refusal.subject));
        return session.finish(kExitRefused);
    }
    session.refuse(refusal);
    if (refusal.code != RefusalCode::InTheWay)
        return;
    std::vector<TakeoverFinding> findings = takeover.status().findings;
    std::erase_if(findings, [](const TakeoverFinding &finding) { return !finding.blocks; });
    showFindings(session.console(), findings);
}

void turnOn(CliSession &session, const ProxyWay &way, const TakeoverOptions &options)
{
    std::optional<Takeover> takeover = takeoverOf(session);
    if (!takeover)
        return;
    if (const Result<Done> done = takeover->connect(way.url, way.token, options); !done)
        return refuseOn(session, *takeover, done.refusal());
    const TakeoverStatus status = takeover->status();
    const Console &console = session.console();
    console.print(printable(
        CliText::tr("Claude Code asks %1 now; its settings are in %2.").arg(status.url, status.file)));
    console.print(CliText::tr("Put back what was there before with: qcc claude off"));
    showFindings(console, status.findings);
    session.finish(kExitDone);
}

void addOn(CLI::App &group, CliPlan &plan)
{
    const auto options = std::make_shared<TakeoverOptions>();
    CLI::App *command =
        addCommand(group, "on", CliText::tr("Make Claude Code ask QCC: set two variables in its settings"),
                   {QStringLiteral("qcc claude on"), QStringLiteral("qcc claude on --vscode")});
    command->add_flag("--vscode", options->editors,
                      help(CliText::tr("Also in the settings of VS Code and editors like it")));
    command->add_flag("--tool-search", options->toolSearch,
                      help(CliText::tr("Also set ENABLE_TOOL_SEARCH, for providers that support it")));
    command->add_flag("--anyway", options->anyway,
                      help(CliText::tr("Even when no proxy runs, or other settings win over these")));
    command->callback([options, &plan] {
        plan.action = [options](CliSession &session) {
            withProxyWay(session, options->anyway ? NeedsProxy::No : NeedsProxy::Yes,
                         [&session, options](const ProxyWay &way) { turnOn(session, way, *options); });
        };
    });
}

void refuseOff(CliSession &session, const Takeover &takeover, const Refusal &refusal)
{
    if (refusal.code != RefusalCode::ChangedMeanwhile)
        return session.refuse(refusal);
    complain(session,
             CliText::tr("Somebody else has changed what QCC wrote into %1; nothing was changed. Leave "
                         "that, and put the rest back, with: qcc claude off --keep-edits")
                 .arg(refusal.subject));
    showEdits(session.console(), takeover.status().edits);
    session.finish(kExitRefused);
}

/// @p before as it was before it was put back.
void sayPutBack(CliSession &session, const TakeoverStatus &before)
{
    QStringList kept;
    for (const TakeoverEdit &edit : before.edits)
        kept += edit.variable;
    const QString sentence =
        kept.isEmpty() ? CliText::tr("What was there before is back in %1.").arg(before.file)
                       : CliText::tr("%1 is rid of what QCC wrote. What others have changed stays: %2.")
                             .arg(before.file, kept.join(QStringLiteral(", ")));
    session.console().print(printable(sentence));
    session.console().print(CliText::tr("Claude Code that runs now asks QCC until it is started again."));
    session.finish(kExitDone);
}

void turnOff(CliSession &session, EditedValues edited)
{
    std::optional<Takeover> takeover = takeoverOf(session);
    if (!takeover)
        return;
    const TakeoverStatus before = takeover->status();
    if (const Result<Done> done = takeover->disconnect(edited); !done)
        return refuseOff(session, *takeover, done.refusal());
    sayPutBack(session, before);
}

void addOff(CLI::App &group, CliPlan &plan)
{
    const auto keepEdits = std::make_shared<bool>(false);
    CLI::App *command =
        addCommand(group, "off", CliText::tr("Put back what was in Claude Code's settings before"),
                   {QStringLiteral("qcc claude off"), QStringLiteral("qcc claude off --keep-edits")});
    command->add_flag("--keep-edits", *keepEdits,
                      help(CliText::tr("Leave values that somebody else has changed since")));
    command->callback([keepEdits, &plan] {
        plan.action = [keepEdits](CliSession &session) {
            turnOff(session, *keepEdits ? EditedValues::Keep : EditedValues::Refuse);
        };
    });
}

void addRestore(CLI::App &group, CliPlan &plan)
{
    CLI::App *command = addCommand(
        group, "restore", CliText::tr("Put back at any cost, also after a crash; needs nothing that runs"),
        {QStringLiteral("qcc claude restore")});
    command->callback([&plan] {
        plan.action = [](CliSession &session) {
            std::optional<Takeover> takeover = takeoverOf(session);
            if (!takeover)
                return;
            const TakeoverStatus before = takeover->status();
            if (const Result<Done> done = takeover->restore(); !done)
                return session.refuse(done.refusal());
            sayPutBack(session, before);
        };
    });
}

void addStatus(CLI::App &group, CliPlan &plan)
{
    const auto json = std::make_shared<bool>(false);
    CLI::App *command =
        addCommand(group, "status", CliText::tr("Show whether Claude Code asks QCC, and what is in the way"),
                   {QStringLiteral("qcc claude status"), QStringLiteral("qcc claude status --json")});
    command->add_flag("--json", *json, help(CliText::tr("Print JSON")));
    command->callback([json, &plan] {
        plan.action = [json](CliSession &session) {
            const std::optional<Takeover> takeover = takeoverOf(session);
            if (!takeover)
                return;
            if (*json)
                session.console().print(toJson(takeover->status()));
            else
                showTakeover(session.console(), takeover->status());
            session.finish(kExitDone);
        };
    });
}

} // namespace

void addTakeoverCommands(CLI::App &group, CliPlan &plan)
{
    addOn(group, plan);
    addOff(group, plan);
    addStatus(group, plan);
    addRestore(group, plan);
}

} // namespace qcc

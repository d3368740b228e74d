// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/takeover_view.h"

#include "app/cli/cli_text.h"
#include "app/cli/display_width.h"
#include "models/text/takeover_text.h"

namespace qcc {

namespace {

QString wordOf(TakeoverState state)
{
    switch (state) {
    case TakeoverState::Off:
        return QStringLiteral("off");
    case TakeoverState::On:
        return QStringLiteral("on");
    case TakeoverState::Edited:
        return QStringLiteral("edited");
    case TakeoverState::Interrupted:
        return QStringLiteral("interrupted");
    case TakeoverState::Unusable:
        return QStringLiteral("unusable");
    }
    Q_UNREACHABLE();
}

QString wordOf(TakeoverFindingKind kind)
{
    switch (kind) {
    case TakeoverFindingKind::Missing:
        return QStringLiteral("missing");
    case TakeoverFindingKind::ReadOnly:
        return QStringLiteral("read_only");
    case TakeoverFindingKind::Broken:
        return QStringLiteral("broken");
    case TakeoverFindingKind::Symlink:
        return QStringLiteral("symlink");
    case TakeoverFindingKind::ProjectWins:
        return QStringLiteral("project_wins");
    case TakeoverFindingKind::ManagedWins:
        return QStringLiteral("managed_wins");
    case TakeoverFindingKind::ShellWins:
        return QStringLiteral("shell_wins");
    case TakeoverFindingKind::ApiKeySet:
        return QStringLiteral("api_key_set");
    case TakeoverFindingKind::ProxyVariable:
        return QStringLiteral("proxy_variable");
    case TakeoverFindingKind::OtherProvider:
        return QStringLiteral("other_provider");
    case TakeoverFindingKind::Unsupported:
        return QStringLiteral("unsupported");
    }
    Q_UNREACHABLE();
}

Paint paintOf(TakeoverState state)
{
    switch (state) {
    case TakeoverState::Off:
        return Paint::Plain;
    case TakeoverState::On:
        return Paint::Green;
    case TakeoverState::Edited:
    case TakeoverState::Interrupted:
        return Paint::Yellow;
    case TakeoverState::Unusable:
        return Paint::Red;
    }
    Q_UNREACHABLE();
}

QString editLine(const TakeoverEdit &edit)
{
    if (edit.now.isEmpty())
        return CliText::tr("%1: QCC wrote %2, and it is gone.", "%1: a variable, %2: its value")
            .arg(edit.variable, edit.ours);
    if (edit.now == edit.ours) // both are secrets
        return CliText::tr("%1: it is no longer what QCC wrote.", "%1: a variable").arg(edit.variable);
    return CliText::tr("%1: QCC wrote %2, and it is %3 now.", "%1: a variable, %2, %3: values")
        .arg(edit.variable, edit.ours, edit.now);
}

QJsonArray toJson(const std::vector<TakeoverFinding> &findings)
{
    QJsonArray list;
    for (const TakeoverFinding &finding : findings)
        list.append(QJsonObject{{QStringLiteral("kind"), wordOf(finding.kind)},
                                {QStringLiteral("file"), finding.file},
                                {QStringLiteral("detail"), finding.detail},
                                {QStringLiteral("blocks"), finding.blocks},
                                {QStringLiteral("text"), takeoverFindingText(finding)}});
    return list;
}

QJsonArray toJson(const std::vector<TakeoverEdit> &edits)
{
    QJsonArray list;
    for (const TakeoverEdit &edit : edits)
        list.append(QJsonObject{{QStringLiteral("variable"), edit.variable},
                                {QStringLiteral("ours"), edit.ours},
                                {QStringLiteral("now"), edit.now},
                                {QStringLiteral("before"), edit.before}});
    return list;
}

} // namespace

void showFindings(const Console &console, const std::vector<TakeoverFinding> &findings)
{
    for (const TakeoverFinding &finding : findings) {
        const QString mark = console.painted(finding.blocks ? QStringLiteral("✗") : QStringLiteral("!"),
                                             finding.blocks ? Paint::Red : Paint::Yellow);
        console.print(QStringLiteral("%1 %2").arg(mark, printable(takeoverFindingText(finding))));
    }
}

void showEdits(const Console &console, const std::vector<TakeoverEdit> &edits)
{
    for (const TakeoverEdit &edit : edits)
        console.print(QStringLiteral("%1 %2").arg(console.painted(QStringLiteral("≠"), Paint::Yellow),
                                                  printable(editLine(edit))));
}

void showTakeover(const Console &console, const TakeoverStatus &status)
{
    console.print(console.painted(takeoverStateName(status.state), paintOf(status.state)));
    console.print(printable(takeoverSentence(status)));
    console.print(printable(CliText::tr("Settings: %1", "%1: a file").arg(status.file)));
    showEdits(console, status.edits);
    showFindings(console, status.findings);
}

QJsonObject toJson(const TakeoverStatus &status)
{
    QJsonObject object{{QStringLiteral("state"), wordOf(status.state)},
                       {QStringLiteral("file"), status.file},
                       {QStringLiteral("url"), status.url},
                       {QStringLiteral("until_quit"), status.untilQuit},
                       {QStringLiteral("findings"), toJson(status.findings)},
                       {QStringLiteral("edits"), toJson(status.edits)}};
    if (status.since)
        object.insert(QStringLiteral("since"),
                      QDateTime::fromMSecsSinceEpoch(status.since->time_since_epoch().count(), Qt::UTC)
                          .toString(Qt::ISODateWithMs));
    return object;
}

} // namespace qcc

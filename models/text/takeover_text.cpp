// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/takeover_text.h"

#include "models/text/detail_text.h"
#include "models/text/placeholders.h"
#include "models/text/span_text.h"
#include "models/text/text.h"

namespace qcc {

namespace {

QString connectedSentence(const TakeoverStatus &status)
{
    QStringList parts;
    if (status.since)
        parts += filled(Text::tr("Claude Code asks %1 since %2.", "%1: an address, %2: a time"),
                        {status.url, dateTimeText(*status.since)});
    else
        parts += filled(Text::tr("Claude Code asks %1.", "%1: an address"), {status.url});
    parts += status.untilQuit ? Text::tr("What was there before comes back when QCC quits.")
                              : Text::tr("It stays so when QCC quits, until you disconnect it.");
    return paragraph(parts);
}

/// About the settings file itself.
QString fileFinding(const TakeoverFinding &finding)
{
    const QString detail = detailText(finding.detail);
    switch (finding.kind) {
    case TakeoverFindingKind::Missing:
        return filled(Text::tr("%1 does not exist yet. QCC makes it, and takes it away again."),
                      {finding.file});
    case TakeoverFindingKind::ReadOnly:
        return filled(Text::tr("%1 can't be written. Make it, and its folder, writable for you."),
                      {finding.file});
    case TakeoverFindingKind::Broken:
        return filled(Text::tr("%1 can't be used: %2. Mend it; QCC leaves it as it is."),
                      {finding.file, withoutFullStop(detail)});
    case TakeoverFindingKind::Symlink:
        return filled(Text::tr("%1 is a link to %2. That file is changed, and the link stays."),
                      {finding.file, finding.detail});
    default:
        return filled(
            Text::tr("%1 can't be changed without touching other parts of it: %2. Set the variables "
                     "in it by hand."),
            {finding.file, detail});
    }
}

/// About what wins over the settings file, or beside it.
QString variableFinding(const TakeoverFinding &finding)
{
    switch (finding.kind) {
    case TakeoverFindingKind::ProjectWins:
        return filled(
            Text::tr("The project's settings %1 set %2, which wins there. Take it out of that file, or "
                     "Claude Code does not use QCC in that project."),
            {finding.file, finding.detail});
    case TakeoverFindingKind::ManagedWins:
        return filled(Text::tr("The administrator's settings %1 set %2, which wins everywhere. Ask your "
                               "administrator."),
                      {finding.file, finding.detail});
    case TakeoverFindingKind::ShellWins:
        return filled(
            Text::tr(
                "Your shell sets %1. Claude Code 2.0.1 and newer use the settings file's value; an older "
                "one uses the shell's. Take it out of your shell's start files to be sure."),
            {finding.detail});
    case TakeoverFindingKind::ApiKeySet:
        return filled(
            Text::tr("%1 is set beside QCC's token: Claude Code may ask which one to use. Keep the token, or "
                     "take the other out."),
            {finding.detail});
    case TakeoverFindingKind::ProxyVariable:
        return filled(Text::tr("%1 is set: QCC sees to it that NO_PROXY lets Claude Code reach this computer "
                               "without that proxy."),
                      {finding.detail});
    default:
        return filled(
            Text::tr("%1 is set: Claude Code then asks that provider, and neither QCC nor any other "
                     "address. Take it out."),
            {finding.detail});
    }
}

} // namespace

QString takeoverStateName(TakeoverState state)
{
    switch (state) {
    case TakeoverState::Off:
        return Text::tr("Claude Code does not use QCC");
    case TakeoverState::On:
        return Text::tr("Claude Code uses QCC");
    case TakeoverState::Edited:
        return Text::tr("Changed by another hand");
    case TakeoverState::Interrupted:
        return Text::tr("Interrupted while writing");
    case TakeoverState::Unusable:
        return Text::tr("The settings can't be used");
    }
    Q_UNREACHABLE();
}

QString takeoverSentence(const TakeoverStatus &status)
{
    switch (status.state) {
    case TakeoverState::Off:
        return Text::tr("It asks the provider that its own settings name.");
    case TakeoverState::On:
        return connectedSentence(status);
    case TakeoverState::Edited:
        return Text::tr("Somebody has changed values that QCC wrote. QCC leaves them as they are.");
    case TakeoverState::Interrupted:
        return Text::tr("QCC was ended while it changed the file. Put it back to mend it.");
    case TakeoverState::Unusable:
        return Text::tr("QCC can't read the file, and leaves it as it is.");
    }
    Q_UNREACHABLE();
}

QString takeoverFindingText(const TakeoverFinding &finding)
{
    switch (finding.kind) {
    case TakeoverFindingKind::Missing:
    case TakeoverFindingKind::ReadOnly:
    case TakeoverFindingKind::Broken:
    case TakeoverFindingKind::Symlink:
    case TakeoverFindingKind::Unsupported:
        return fileFinding(finding);
    case TakeoverFindingKind::ProjectWins:
    case TakeoverFindingKind::ManagedWins:
    case TakeoverFindingKind::ShellWins:
    case TakeoverFindingKind::ApiKeySet:
    case TakeoverFindingKind::ProxyVariable:
    case TakeoverFindingKind::OtherProvider:
        return variableFinding(finding);
    }
    Q_UNREACHABLE();
}

} // namespace qcc

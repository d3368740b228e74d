// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/doctor_text.h"
#include "app/doctor/surrounding_checks.h"
#include "models/text/takeover_text.h"

#include <QStandardPaths>

namespace qcc {

namespace {

Finding found(FindingLevel level, const QString &text, const QString &remedy = {})
{
    return {FindingArea::ClaudeCode, level, text, remedy};
}

Finding programFinding(const QString &path)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("claude"),
                                                           path.split(QLatin1Char(':'), Qt::SkipEmptyParts));
    if (!program.isEmpty())
        return found(FindingLevel::Good, DoctorText::tr("Claude Code is there: %1.").arg(program));
    return found(FindingLevel::Note, DoctorText::tr("The program \"claude\" is not in the PATH."),
                 DoctorText::tr("Install Claude Code, unless you use it in an editor only."));
}

Finding stateFinding(const TakeoverStatus &status)
{
    switch (status.state) {
    case TakeoverState::On:
        return found(FindingLevel::Good, takeoverSentence(status));
    case TakeoverState::Off:
        return found(FindingLevel::Note, takeoverSentence(status),
                     DoctorText::tr("Connect it: qcc claude on; or start it with: qcc run -- claude"));
    case TakeoverState::Edited:
        return found(FindingLevel::Warning, takeoverSentence(status),
                     DoctorText::tr("See the differences: qcc claude status"));
    case TakeoverState::Interrupted:
        return found(FindingLevel::Problem, takeoverSentence(status),
                     DoctorText::tr("Put back what was there before: qcc claude restore"));
    case TakeoverState::Unusable:
        return found(FindingLevel::Problem, takeoverSentence(status));
    }
    Q_UNREACHABLE();
}

/// What only tells how connecting will be done.
bool isHarmless(const TakeoverFinding &finding)
{
    return finding.kind == TakeoverFindingKind::Missing || finding.kind == TakeoverFindingKind::Symlink ||
           finding.kind == TakeoverFindingKind::ProxyVariable;
}

} // namespace

Findings claudeFindings(const TakeoverStatus &status, const QString &path)
{
    Findings findings{programFinding(path), stateFinding(status)};
    for (const TakeoverFinding &finding : status.findings) {
        const FindingLevel level = finding.blocks        ? FindingLevel::Problem
                                   : isHarmless(finding) ? FindingLevel::Note
                                                         : FindingLevel::Warning;
        findings.push_back(found(level, takeoverFindingText(finding)));
    }
    return findings;
}

} // namespace qcc

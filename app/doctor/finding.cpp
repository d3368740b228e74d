// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor/finding.h"

#include "app/doctor/doctor_text.h"

#include <algorithm>

namespace qcc {

QString areaName(FindingArea area)
{
    switch (area) {
    case FindingArea::Files:
        return DoctorText::tr("Files");
    case FindingArea::KeyStore:
        return DoctorText::tr("Keys");
    case FindingArea::Proxy:
        return DoctorText::tr("Proxy");
    case FindingArea::Providers:
        return DoctorText::tr("Providers");
    case FindingArea::ClaudeCode:
        return DoctorText::tr("Claude Code");
    case FindingArea::Desktop:
        return DoctorText::tr("Desktop");
    case FindingArea::History:
        return DoctorText::tr("History");
    case FindingArea::Clock:
        return DoctorText::tr("Clock");
    }
    Q_UNREACHABLE();
}

QString toWord(FindingArea area)
{
    switch (area) {
    case FindingArea::Files:
        return QStringLiteral("files");
    case FindingArea::KeyStore:
        return QStringLiteral("keys");
    case FindingArea::Proxy:
        return QStringLiteral("proxy");
    case FindingArea::Providers:
        return QStringLiteral("providers");
    case FindingArea::ClaudeCode:
        return QStringLiteral("claude-code");
    case FindingArea::Desktop:
        return QStringLiteral("desktop");
    case FindingArea::History:
        return QStringLiteral("history");
    case FindingArea::Clock:
        return QStringLiteral("clock");
    }
    Q_UNREACHABLE();
}

QString toWord(FindingLevel level)
{
    switch (level) {
    case FindingLevel::Good:
        return QStringLiteral("good");
    case FindingLevel::Note:
        return QStringLiteral("note");
    case FindingLevel::Warning:
        return QStringLiteral("warning");
    case FindingLevel::Problem:
        return QStringLiteral("problem");
    }
    Q_UNREACHABLE();
}

FindingLevel worstOf(const Findings &findings)
{
    const auto worst = std::ranges::max_element(findings, {}, &Finding::level);
    return worst == findings.end() ? FindingLevel::Good : worst->level;
}

} // namespace qcc

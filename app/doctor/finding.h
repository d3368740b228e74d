// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace qcc {

enum class FindingLevel {
    Good,
    Note,    ///< worth knowing; nothing is wrong
    Warning, ///< works, but not as well as it could
    Problem  ///< something does not work
};

/// What a check-up looks at, in the order in which it is told.
enum class FindingArea { Files, KeyStore, Proxy, Providers, ClaudeCode, Desktop, History, Clock };

/// One thing that a check-up found out, for people. No secrets.
struct Finding
{
    FindingArea area = FindingArea::Files;
    FindingLevel level = FindingLevel::Good;
    QString text;   ///< a sentence
    QString remedy; ///< how to mend it, a sentence; empty: nothing to do
    bool operator==(const Finding &) const = default;
};

using Findings = std::vector<Finding>;

/// "Files", "Keys" …: a heading.
QString areaName(FindingArea area);
/// For JSON: "files", "claude-code" …
QString toWord(FindingArea area);
QString toWord(FindingLevel level);
FindingLevel worstOf(const Findings &findings);

} // namespace qcc

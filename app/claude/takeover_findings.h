// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/claude_places.h"
#include "models/domain/takeover.h"

namespace qcc {

/// All that stands in the way of Claude Code using QCC at @p places, or will surprise; what blocks comes
/// first. What wins was tried with Claude Code 2.1: managed settings over those of a project's folder, those
/// over the user's, and each of them over the shell (since 2.0.1; before, the shell won). Blocking file work.
std::vector<TakeoverFinding> takeoverFindings(const ClaudePlaces &places);

/// Files of projects that count where Claude Code is started from @p places.workingDirectory or a folder
/// above it.
QStringList projectFiles(const ClaudePlaces &places);

} // namespace qcc

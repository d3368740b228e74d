// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/takeover.h"

namespace qcc {

/// How Claude Code's settings stand to QCC, with what was found and edited.
void showTakeover(const Console &console, const TakeoverStatus &status);
/// The same for programs. No secrets.
QJsonObject toJson(const TakeoverStatus &status);

/// One line for each of @p findings: what it is and what to do.
void showFindings(const Console &console, const std::vector<TakeoverFinding> &findings);
/// One line for each value of ours that somebody else has changed.
void showEdits(const Console &console, const std::vector<TakeoverEdit> &edits);

} // namespace qcc

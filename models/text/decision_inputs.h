// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/decision.h"

namespace qcc {

/// Sentences on what a decision was made from; parts of sentences() in decision_text.h.

/// "production failed 3 times in a row, at last with: 529 overloaded." or "production is down: key rejected."
QString failureSentence(const Decision &decision);

/// The same without a full stop, short: "production failed 3 times in a row: 529 overloaded".
QString failureLine(const Decision &decision);

/// "backup was well 4 times in a row, 3 are needed."; empty where nothing was counted.
QString successSentence(const Decision &decision);

/// Whether the decision is about an active config that fails, and not about a better one.
bool isAboutFailure(const Decision &decision);

} // namespace qcc

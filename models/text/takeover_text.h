// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/takeover.h"

namespace qcc {

/// In a few words: "Claude Code uses QCC", "Changed by another hand".
QString takeoverStateName(TakeoverState state);

/// How Claude Code's settings stand to QCC, and what that means: "Since 14:30:00, Claude Code asks
/// http://127.0.0.1:7860. What was there before is put back when QCC quits."
QString takeoverSentence(const TakeoverStatus &status);

/// What was found, and what to do about it.
QString takeoverFindingText(const TakeoverFinding &finding);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace qcc {

/// A refusal as a sentence or two for a window: what was refused, and the way out by mouse and keyboard.
/// Never holds a secret, since refusals don't. Plain text: names in it may hold any character.
QString refusalSentence(const Refusal &refusal);

} // namespace qcc

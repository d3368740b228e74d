// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace qcc {

/// A refusal as one clear sentence (or two): what was refused, and the way out. Never holds a secret, since
/// refusals don't.
QString refusalText(const Refusal &refusal);

/// The exit code for it (spec, section 6): 3 when a running instance is needed, else 1.
int exitCodeFor(const Refusal &refusal);

inline constexpr int kExitDone = 0;
inline constexpr int kExitRefused = 1;
inline constexpr int kExitWrongUsage = 2;
inline constexpr int kExitNotRunning = 3;

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace qcc {

/// Time since the machine started, sleep included: what a connection or a wall-clock time really aged by
/// while a laptop was closed. The steady clock stands still then on Linux.
std::chrono::nanoseconds sinceBoot();

} // namespace qcc

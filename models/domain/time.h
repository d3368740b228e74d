// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace qcc {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// A moment on the wall clock (UTC, milliseconds since the epoch). Rules get it as an argument and never read
/// a clock.
using TimePoint = std::chrono::sys_time<milliseconds>;

} // namespace qcc

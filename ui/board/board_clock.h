// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <functional>

namespace qcc {

/// What the board takes for now: the wall clock, in tests one that is moved by hand.
using BoardClock = std::function<TimePoint()>;

inline TimePoint wallClock()
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <functional>

namespace qcc {

/// Where a page has the time from; tests give it their own.
using Clock = std::function<TimePoint()>;

inline TimePoint wallClock()
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

namespace qcc {

/// The wall clock at the start, moved on by the steady clock: a correction of the system's time never looks
/// like a jump to the rules.
class EngineClock
{
public:
    TimePoint now() const
    {
        const auto passed = std::chrono::steady_clock::now() - m_steadyStart;
        return m_wallStart + std::chrono::duration_cast<milliseconds>(passed);
    }

private:
    TimePoint m_wallStart = std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
    std::chrono::steady_clock::time_point m_steadyStart = std::chrono::steady_clock::now();
};

} // namespace qcc

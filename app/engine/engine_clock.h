// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/io/boot_clock.h"
#include "models/domain/time.h"

namespace qcc {

/// The wall clock at the start, moved on by the time since boot, sleep included: a correction of the system's
/// time never looks like a jump to the rules.
class EngineClock
{
public:
    TimePoint now() const
    {
        return m_wallStart + std::chrono::duration_cast<milliseconds>(sinceBoot() - m_bootStart);
    }

private:
    TimePoint m_wallStart = std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
    std::chrono::nanoseconds m_bootStart = sinceBoot();
};

} // namespace qcc

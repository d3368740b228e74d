// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/boot_clock.h"

#include <mach/mach_time.h>

namespace qcc {

std::chrono::nanoseconds sinceBoot()
{
    static const mach_timebase_info_data_t kUnit = [] {
        mach_timebase_info_data_t unit{};
        mach_timebase_info(&unit);
        return unit;
    }();
    // mach_absolute_time() would stand still in sleep.
    return std::chrono::nanoseconds(mach_continuous_time() * kUnit.numer / kUnit.denom);
}

} // namespace qcc

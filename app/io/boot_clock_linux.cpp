// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/boot_clock.h"

#include <ctime>

namespace qcc {

std::chrono::nanoseconds sinceBoot()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/boot_clock.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <ctime>
#endif

namespace qcc {

std::chrono::nanoseconds sinceBoot()
{
#ifdef Q_OS_LINUX
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
#else
    return std::chrono::steady_clock::now().time_since_epoch();
#endif
}

} // namespace qcc

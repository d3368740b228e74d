// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/boot_clock.h"

#include <windows.h>

namespace qcc {

std::chrono::nanoseconds sinceBoot()
{
    return std::chrono::milliseconds(::GetTickCount64()); // counts in sleep, too
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/boot_clock.h"

namespace qcc {

std::chrono::nanoseconds sinceBoot()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace qcc

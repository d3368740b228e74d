// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/file_limit.h"

#include <algorithm>
#include <sys/resource.h>
#include <sys/syslimits.h>

namespace qcc {

long raiseOpenFileLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return -1;
    // The hard limit is "infinity" there, and more than OPEN_MAX is refused.
    const rlim_t most = std::min<rlim_t>(OPEN_MAX, limit.rlim_max);
    if (limit.rlim_cur < most) {
        limit.rlim_cur = most;
        ::setrlimit(RLIMIT_NOFILE, &limit);
        ::getrlimit(RLIMIT_NOFILE, &limit);
    }
    return static_cast<long>(limit.rlim_cur);
}

} // namespace qcc

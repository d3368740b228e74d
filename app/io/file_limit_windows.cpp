// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/io/file_limit.h"

namespace qcc {

/// Sockets are handles there, of which a process may have sixteen millions.
long raiseOpenFileLimit()
{
    return 16L * 1024 * 1024;
}

} // namespace qcc

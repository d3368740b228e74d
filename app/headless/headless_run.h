// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/proxy_start_options.h"

namespace qcc {

/// `qcc proxy start`: the proxy in the foreground, one line per fact on stdout, until SIGINT, SIGTERM or `qcc
/// proxy stop`. Gives the exit code. Main thread, with the QCoreApplication there.
int runHeadless(const ProxyStartOptions &options);

} // namespace qcc

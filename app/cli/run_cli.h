// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/proxy_start_options.h"

#include <functional>

namespace qcc {

/// What the command line can't do itself, because it must not know the engine.
struct CliHooks
{
    /// `qcc proxy start`: runs until the proxy has stopped and gives the exit code. Called on the main thread
    /// with the QCoreApplication there and no event loop running. Refusals are put into words by
    /// refusalText().
    std::function<int(const ProxyStartOptions &)> startProxy;
};

/// The whole program `qcc`: makes the QCoreApplication, understands the arguments, carries the command out,
/// gives the exit code (spec, section 6: 0 done, 1 refused, 2 wrong usage, 3 needs a running instance).
int runCli(int argc, char **argv, const CliHooks &hooks);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_cli.h"
#include "app/headless/headless_run.h"
#include "app/headless/standard_streams.h"

int main(int argc, char **argv)
{
    qcc::occupyStandardStreams();
    return qcc::runCli(argc, argv, qcc::CliHooks{qcc::runHeadless});
}

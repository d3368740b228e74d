// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_cli.h"
#include "app/headless/headless_run.h"

int main(int argc, char **argv)
{
    return qcc::runCli(argc, argv, qcc::CliHooks{qcc::runHeadless});
}

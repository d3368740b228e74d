// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run_desktop.h"
#include "app/headless/standard_streams.h"

int main(int argc, char **argv)
{
    qcc::occupyStandardStreams();
    return qcc::runDesktop(argc, argv);
}

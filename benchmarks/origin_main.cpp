// SPDX-License-Identifier: GPL-3.0-or-later
// bench-origin: the provider of the benchmark. Prints its port once it listens, and runs until it is ended.
#include "benchmarks/options.h"
#include "benchmarks/origin.h"

#include <cstdio>

int main(int argc, char **argv)
{
    const qcc::bench::Options options(argc, argv, {{"port", "0"}});
    qcc::bench::raiseFileLimit();
    qcc::bench::Origin origin(static_cast<uint16_t>(options.number("port")));
    std::printf("%u\n", origin.port());
    std::fflush(stdout);
    origin.run();
}

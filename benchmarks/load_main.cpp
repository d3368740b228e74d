// SPDX-License-Identifier: GPL-3.0-or-later
// bench-load: the client of the benchmark. One run, one line of JSON (before it, from `streams`, a line once
// all of them flow).
#include "benchmarks/load_runs.h"
#include "benchmarks/options.h"

#include <cstdio>
#include <memory>

namespace {

using namespace qcc::bench;

std::unique_ptr<Run> makeRun(const Options &options)
{
    const Target target{static_cast<uint16_t>(options.number("port")), options.text("token")};
    const std::chrono::milliseconds duration(options.number("duration-ms"));
    const std::string &mode = options.text("mode");
    if (mode == "small") {
        return std::make_unique<SmallRun>(target, options.number("connections"), duration);
    }
    if (mode == "first-byte") {
        return std::make_unique<FirstByteRun>(target, duration);
    }
    if (mode == "streams") {
        return std::make_unique<StreamsRun>(target, options.number("streams"), options.number("events"),
                                            std::chrono::microseconds(options.number("interval-us")));
    }
    return nullptr;
}

} // namespace

int main(int argc, char **argv)
{
    const Options options(argc, argv,
                          {{"mode", "small"},
                           {"port", "0"},
                           {"token", ""},
                           {"connections", "32"},
                           {"duration-ms", "2000"},
                           {"streams", "1"},
                           {"events", "50"},
                           {"interval-us", "20000"},
                           {"limit-ms", "30000"}});
    raiseFileLimit();
    const std::unique_ptr<Run> run = makeRun(options);
    if (!run) {
        std::fprintf(stderr, "bench-load: --mode is one of small, first-byte, streams\n");
        return 2;
    }
    run->work(std::chrono::milliseconds(options.number("limit-ms")));
    std::printf("%s\n", run->report().c_str());
}

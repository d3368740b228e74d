// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/options.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace qcc::bench {

Options::Options(int argc, char **argv, std::map<std::string, std::string> known)
    : m_program(argv[0]), m_values(std::move(known))
{
    for (int i = 1; i < argc; i += 2) {
        const std::string name = argv[i];
        if (!name.starts_with("--") || !m_values.contains(name.substr(2)) || i + 1 == argc) {
            usage();
        }
        m_values[name.substr(2)] = argv[i + 1];
    }
}

long Options::number(const std::string &name) const
{
    const std::string &text = m_values.at(name);
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0) {
        usage();
    }
    return value;
}

void Options::usage() const
{
    std::fprintf(stderr, "usage: %s", m_program.c_str());
    for (const auto &[name, value] : m_values) {
        std::fprintf(stderr, " [--%s %s]", name.c_str(), value.empty() ? "TEXT" : value.c_str());
    }
    std::fprintf(stderr, "\n");
    std::exit(2);
}

} // namespace qcc::bench

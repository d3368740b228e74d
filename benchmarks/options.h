// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace qcc::bench {

/// `--name value` pairs. An unknown name, a missing value or a number that is none ends the program with the
/// usage, exit code 2.
class Options
{
public:
    /// @p known: the allowed names with their defaults.
    Options(int argc, char **argv, std::map<std::string, std::string> known);
    const std::string &text(const std::string &name) const { return m_values.at(name); }
    long number(const std::string &name) const;

private:
    [[noreturn]] void usage() const;
    std::string m_program;
    std::map<std::string, std::string> m_values;
};

} // namespace qcc::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace qcc {

/// CLI11's help in the person's language. CLI11 counts bytes when it aligns; this counts the cells of a
/// terminal.
class HelpFormatter final : public CLI::Formatter
{
public:
    HelpFormatter();

    std::string make_group(std::string group, bool isPositional,
                           std::vector<const CLI::Option *> options) const override;
    std::string make_option(const CLI::Option *option, bool isPositional) const override;
    std::string make_option_name(const CLI::Option *option, bool isPositional) const override;
    std::string make_subcommand(const CLI::App *command) const override;
    std::string make_subcommands(const CLI::App *app, CLI::AppFormatMode mode) const override;

private:
    std::string line(const std::string &name, const std::string &description) const;
};

} // namespace qcc

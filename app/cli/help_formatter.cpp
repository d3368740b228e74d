// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help_formatter.h"

#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"
#include "app/cli/display_width.h"

namespace qcc {

namespace {

constexpr const char *kOptionsGroup = "Options"; // as CLI11 names it

} // namespace

HelpFormatter::HelpFormatter()
{
    label("Usage", help(CliText::tr("Usage")));
    label("OPTIONS", help(CliText::tr("OPTIONS")));
    label("SUBCOMMAND", help(CliText::tr("SUBCOMMAND")));
    label("Positionals", help(CliText::tr("Positionals")));
    label("REQUIRED", help(CliText::tr("REQUIRED")));
    label("TEXT", help(CliText::tr("TEXT", "the kind of an argument")));
    label("TIME", help(CliText::tr("TIME", "the kind of an argument")));
    label("FILE", help(CliText::tr("FILE", "the kind of an argument")));
}

std::string HelpFormatter::make_group(std::string group, bool isPositional,
                                      std::vector<const CLI::Option *> options) const
{
    if (group == kOptionsGroup)
        group = help(CliText::tr("Options"));
    return CLI::Formatter::make_group(group, isPositional, std::move(options));
}

std::string HelpFormatter::make_option(const CLI::Option *option, bool isPositional) const
{
    return line(make_option_name(option, isPositional) + make_option_opts(option), make_option_desc(option));
}

/// "--a,--no-a{false}" is how CLI11 is told of the second; nobody types the braces.
std::string HelpFormatter::make_option_name(const CLI::Option *option, bool isPositional) const
{
    const QString name = QString::fromStdString(CLI::Formatter::make_option_name(option, isPositional));
    return help(QString(name).remove(QLatin1StringView("{false}")));
}

std::string HelpFormatter::make_subcommand(const CLI::App *command) const
{
    return line(command->get_display_name(true), command->get_description());
}

std::string HelpFormatter::make_subcommands(const CLI::App *app, CLI::AppFormatMode) const
{
    const std::vector<const CLI::App *> commands = app->get_subcommands({});
    if (commands.empty())
        return {};
    std::string text = '\n' + help(CliText::tr("Subcommands")) + ":\n";
    for (const CLI::App *command : commands)
        text += make_subcommand(command);
    return text;
}

/// The description stands beside the name where there is room, else below it.
std::string HelpFormatter::line(const std::string &name, const std::string &description) const
{
    const auto width = static_cast<int>(get_column_width());
    const QString left = QStringLiteral("  ") + QString::fromStdString(name);
    if (description.empty())
        return help(left) + '\n';
    const QString margin = QLatin1Char('\n') + QString(width, QLatin1Char(' '));
    const QString start = displayWidth(left) >= width ? left + margin : padded(left, width);
    return help(start + QString::fromStdString(description).replace(QLatin1Char('\n'), margin)) + '\n';
}

} // namespace qcc

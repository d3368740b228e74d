// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_tree.h"

#include <CLI/CLI.hpp>

#include <QRegularExpression>

namespace qcc {

namespace {

/// CLI11's "TEXT:{a,b}" as the "a|b" that QCC writes; "TEXT:INT in [1 - 9]" as "TEXT".
QString plainValueName(const QString &typeName)
{
    static const QRegularExpression choices(QStringLiteral("\\{([^{}]+)\\}"));
    const QRegularExpressionMatch match = choices.match(typeName);
    if (match.hasMatch())
        return match.captured(1).replace(QLatin1Char(','), QLatin1Char('|'));
    // A type that names its own form keeps its colon: HOST:PORT.
    static const QRegularExpression range(QStringLiteral(":[A-Z]+ (in|bounded|-) ?.*$"));
    return QString(typeName).remove(range);
}

CommandWord wordOf(const CLI::Option &option)
{
    CommandWord word;
    for (const std::string &name : option.get_snames())
        word.names += QLatin1Char('-') + QString::fromStdString(name);
    for (const std::string &name : option.get_lnames())
        word.names += QStringLiteral("--") + QString::fromStdString(name);
    if (!option.nonpositional())
        word.names = {QString::fromStdString(option.get_name())};
    if (option.get_items_expected_max() > 0)
        word.valueName = plainValueName(QString::fromStdString(option.get_type_name()));
    word.description = QString::fromStdString(option.get_description());
    word.repeatable = option.get_items_expected_max() > 1;
    word.required = option.get_required();
    return word;
}

} // namespace

CommandNode commandTree(const CLI::App &app)
{
    CommandNode node;
    node.name = QString::fromStdString(app.get_name());
    node.description = QString::fromStdString(app.get_description());
    node.examples = QString::fromStdString(app.get_footer());
    for (const CLI::Option *option : app.get_options()) {
        if (!option->get_group().empty())
            (option->nonpositional() ? node.options : node.arguments).push_back(wordOf(*option));
    }
    for (const CLI::App *command : app.get_subcommands({})) {
        if (!command->get_group().empty())
            node.children.push_back(commandTree(*command));
    }
    return node;
}

} // namespace qcc

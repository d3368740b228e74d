// SPDX-License-Identifier: GPL-3.0-or-later
#include "packaging/manual/command_pages.h"

namespace qcc {

namespace {

bool isCommon(const CommandWord &option)
{
    return option.names.contains(QStringLiteral("--help")) || option.names.contains(QStringLiteral("--lang"));
}

QString bold(const QString &text)
{
    return QStringLiteral("\\fB%1\\fR").arg(escapedForTroff(text));
}

QString italic(const QString &text)
{
    return QStringLiteral("\\fI%1\\fR").arg(escapedForTroff(text));
}

QString optionHead(const CommandWord &option)
{
    QStringList names;
    for (const QString &name : option.names)
        names += bold(name);
    const QString head = names.join(QStringLiteral(", "));
    return option.valueName.isEmpty() ? head : head + QLatin1Char(' ') + italic(option.valueName);
}

QString entry(const QString &head, const QString &description)
{
    return QStringLiteral(".TP\n%1\n%2\n").arg(head, escapedForTroff(description.simplified()));
}

/// "NAME [PRIORITY] [OPTION...]"
QString usageOf(const CommandNode &command)
{
    QString usage;
    for (const CommandWord &argument : command.arguments) {
        const QString name =
            italic(argument.names.first()) + QLatin1StringView(argument.repeatable ? "..." : "");
        usage += argument.required ? QLatin1Char(' ') + name : QStringLiteral(" [%1]").arg(name);
    }
    if (!std::all_of(command.options.begin(), command.options.end(), isCommon))
        usage += QStringLiteral(" [%1...]").arg(italic(QStringLiteral("OPTION")));
    return usage;
}

/// The footer without its heading.
QString examplesOf(const CommandNode &command)
{
    const QStringList lines = command.examples.split(QLatin1Char('\n')).mid(1);
    if (lines.isEmpty())
        return {};
    QStringList shown;
    for (const QString &line : lines)
        shown += escapedForTroff(line.trimmed());
    return QStringLiteral(".PP\n.nf\n.RS\n%1\n.RE\n.fi\n").arg(shown.join(QLatin1Char('\n')));
}

QString sectionOf(const CommandNode &command, const QString &path)
{
    QString section =
        QStringLiteral(".SS %1%2\n%3.\n")
            .arg(bold(path), usageOf(command), escapedForTroff(command.description.simplified()));
    for (const CommandWord &argument : command.arguments)
        section += entry(italic(argument.names.first()), argument.description);
    for (const CommandWord &option : command.options) {
        if (!isCommon(option))
            section += entry(optionHead(option), option.description);
    }
    return section + examplesOf(command);
}

QString sectionsBelow(const CommandNode &node, const QString &path)
{
    QString sections;
    for (const CommandNode &child : node.children) {
        const QString childPath = path + QLatin1Char(' ') + child.name;
        sections += child.children.empty() ? sectionOf(child, childPath) : sectionsBelow(child, childPath);
    }
    return sections;
}

} // namespace

QString escapedForTroff(const QString &text)
{
    QString escaped = text;
    escaped.replace(QLatin1Char('\\'), QStringLiteral("\\e"));
    escaped.replace(QLatin1Char('-'), QStringLiteral("\\-"));
    escaped.replace(QLatin1Char('\''), QStringLiteral("\\(aq"));
    escaped.replace(QLatin1Char('`'), QStringLiteral("\\(ga"));
    escaped.replace(QLatin1Char('^'), QStringLiteral("\\(ha"));
    escaped.replace(QLatin1Char('~'), QStringLiteral("\\(ti"));
    escaped.replace(QLatin1Char('"'), QStringLiteral("\\(dq"));
    return escaped.startsWith(QLatin1Char('.')) ? QStringLiteral("\\&") + escaped : escaped;
}

QString commandSections(const CommandNode &root)
{
    return sectionsBelow(root, root.name);
}

QString commonOptions(const CommandNode &root)
{
    QString options;
    for (const CommandWord &option : root.options) {
        if (isCommon(option))
            options += entry(optionHead(option), option.description + QLatin1Char('.'));
    }
    return options;
}

} // namespace qcc

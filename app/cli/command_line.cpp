// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/cli_text.h"
#include "app/cli/refusal_text.h"

#include <QRegularExpression>

namespace qcc {

CLI::App *addCommand(CLI::App &parent, const char *name, const QString &description,
                     const QStringList &examples)
{
    CLI::App *command = parent.add_subcommand(name, help(description));
    const QString indent = QStringLiteral("\n  ");
    command->footer(help(CliText::tr("Examples:") + indent + examples.join(indent)));
    return command;
}

CLI::App *addGroup(CLI::App &parent, const char *name, const QString &description,
                   const QStringList &examples)
{
    CLI::App *group = addCommand(parent, name, description, examples);
    group->require_subcommand(1);
    return group;
}

std::vector<std::string> reversedArguments(int argc, char **argv)
{
    std::vector<std::string> words;
    bool options = true; // until "--"
    for (const std::string word : std::span(argv, size_t(argc)).subspan(1)) {
        options = options && word != "--";
        if (options && word.size() > 3 && word.starts_with("--") && word.find('=') == word.size() - 1)
            words.insert(words.end(), {word.substr(0, word.size() - 1), std::string()});
        else
            words.push_back(word);
    }
    std::reverse(words.begin(), words.end());
    return words;
}

std::string help(const QString &text)
{
    return text.toStdString();
}

QString shellQuoted(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("^[\\w@%+=:,./-]+$"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    if (plain.match(word).hasMatch())
        return word;
    QString inside = word;
    inside.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

bool agrees(CliSession &session, bool agreed, const QString &question)
{
    if (agreed)
        return true;
    if (!session.console().canAsk()) {
        session.refuseUsage(CliText::tr("Nobody is there to be asked; add --yes to do it without asking."));
        return false;
    }
    if (session.console().confirm(question))
        return true;
    session.console().complain(CliText::tr("Nothing was changed."));
    session.finish(kExitRefused);
    return false;
}

} // namespace qcc

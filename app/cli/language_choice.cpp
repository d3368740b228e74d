// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/language_choice.h"

#include "app/cli/cli_text.h"
#include "app/cli/command_line.h"

namespace qcc {

namespace {

constexpr QLatin1StringView kOption("--lang");

std::optional<QString> wordOfOption(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size() && arguments[i] != QLatin1StringView("--"); ++i) {
        const QString &argument = arguments[i];
        if (argument == kOption)
            return arguments.value(i + 1);
        if (argument.section(QLatin1Char('='), 0, 0) == kOption)
            return argument.section(QLatin1Char('='), 1);
    }
    return std::nullopt;
}

std::string mustBeLanguage(const std::string &word)
{
    for (const Language language : kLanguages) {
        if (toWord(language).toStdString() == word)
            return {};
    }
    return help(CliText::tr("there is no language \"%1\"; choose en (English) or zh (Chinese)")
                    .arg(QString::fromStdString(word)));
}

} // namespace

LocaleVariables localeVariables()
{
    return {qEnvironmentVariable("LANGUAGE"), qEnvironmentVariable("LC_ALL"),
            qEnvironmentVariable("LC_MESSAGES"), qEnvironmentVariable("LANG")};
}

Language chosenLanguage(const QStringList &arguments, const LocaleVariables &environment)
{
    const std::optional<QString> word = wordOfOption(arguments);
    const std::optional<Language> chosen = word ? languageFromWord(*word) : std::nullopt;
    return chosen.value_or(languageFrom(environment));
}

void addLanguageOption(CLI::App &app)
{
    app.add_option_function<std::string>(
           "--lang", [](const std::string &) {}, help(CliText::tr("Speak English (en) or Chinese (zh)")))
        ->type_name("en|zh")
        ->check(CLI::Validator(mustBeLanguage, std::string()));
    for (CLI::App *command : app.get_subcommands({}))
        addLanguageOption(*command);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parse_complaint.h"

#include "app/cli/cli_text.h"
#include "models/text/placeholders.h"

namespace qcc {

namespace {

/// A sentence of CLI11 2.1 (CLI/Error.hpp, CLI/Validators.hpp), and what QCC says instead.
struct KnownComplaint
{
    const char *form;
    const char *text;
};

// The first that fits counts.
const std::array kKnownComplaints{
    KnownComplaint{"A subcommand is required", QT_TRANSLATE_NOOP("CliText", "A subcommand is required")},
    KnownComplaint{"%1 is required", QT_TRANSLATE_NOOP("CliText", "%1 is required")},
    KnownComplaint{"%1: Value %2 not in range %3 to %4",
                   QT_TRANSLATE_NOOP("CliText", "%1: %2 is not in the range from %3 to %4")},
    KnownComplaint{"%1: %2 not in {%3}", QT_TRANSLATE_NOOP("CliText", "%1: \"%2\" is none of %3")},
    KnownComplaint{"%1: 1 required %2 missing", QT_TRANSLATE_NOOP("CliText", "%1: its value is missing")},
    KnownComplaint{"%1: At Most 1 required but received %2",
                   QT_TRANSLATE_NOOP("CliText", "%1: may be given once")},
    KnownComplaint{"%1 was given a disallowed flag override",
                   QT_TRANSLATE_NOOP("CliText", "%1: takes no value")},
    KnownComplaint{"%1: too many inputs for a flag", QT_TRANSLATE_NOOP("CliText", "%1: takes no value")},
    KnownComplaint{"%1: Should be true/false or a number",
                   QT_TRANSLATE_NOOP("CliText", "%1: takes no value")},
    KnownComplaint{"Could not convert: %1 = %2",
                   QT_TRANSLATE_NOOP("CliText", "%1: \"%2\" is not understood")},
    KnownComplaint{"%1 excludes %2", QT_TRANSLATE_NOOP("CliText", "%1 and %2 cannot be given together")},
    KnownComplaint{"%1 requires %2", QT_TRANSLATE_NOOP("CliText", "%1 needs %2")},
    // What our own validators say is in the person's language already.
    KnownComplaint{"%1: %2", QT_TRANSLATE_NOOP("CliText", "%1: %2")},
};

/// The command that was being read when it went wrong.
const CLI::App &innermost(const CLI::App &app)
{
    const auto read = app.get_subcommands();
    return read.empty() ? app : innermost(*read.back());
}

/// The name of an option alone: what is joined to it ("--key=sk-…", "-ksk-…") may be a secret.
QString optionWithoutValue(const QString &word)
{
    return word.startsWith(QLatin1StringView("--")) ? word.section(QLatin1Char('='), 0, 0) : word.left(2);
}

/// About words that no command takes. A word that is no option is never shown: it may be a key in the wrong
/// place.
QString aboutUnknownWords(const std::vector<std::string> &words)
{
    const auto option = std::find_if(words.begin(), words.end(), [](const std::string &word) {
        return word.size() > 1 && word.front() == '-' && word != "--";
    });
    if (option == words.end())
        return CliText::tr("There is one argument too many.");
    const QString name = optionWithoutValue(QString::fromStdString(*option));
    if (name == QLatin1StringView("--key"))
        return CliText::tr(
            "There is no option \"--key\": others could read the key there. Leave it out to be asked for the "
            "key, or pipe it in with --key-stdin.");
    return CliText::tr("There is no option \"%1\".").arg(name);
}

} // namespace

QString translatedComplaint(const QString &said)
{
    for (const KnownComplaint &known : kKnownComplaints) {
        if (const auto values = valuesIn(QLatin1StringView(known.form), said))
            return filled(CliText::tr(known.text), *values);
    }
    return said;
}

QString parseComplaint(const CLI::App &app, const CLI::ParseError &error)
{
    // CLI11 only says what is missing, even where it met a word that it doesn't know, and repeats such words.
    const std::vector<std::string> unknown = app.remaining(true);
    if (dynamic_cast<const CLI::ExtrasError *>(&error))
        return aboutUnknownWords(unknown);
    if (!dynamic_cast<const CLI::RequiredError *>(&error) || unknown.empty())
        return translatedComplaint(QString::fromStdString(error.what()));
    const QString word = QString::fromStdString(unknown.front());
    const bool wantsCommand = !innermost(app).get_subcommands([](const CLI::App *) { return true; }).empty();
    return wantsCommand && !word.startsWith(QLatin1Char('-'))
               ? CliText::tr("There is no command \"%1\".").arg(word)
               : aboutUnknownWords(unknown);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/language.h"

#include <CLI/CLI.hpp>

namespace qcc {

/// LANGUAGE, LC_ALL, LC_MESSAGES and LANG of this process.
LocaleVariables localeVariables();

/// The language to speak: --lang wherever it stands before "--", else what the environment says. Looked for
/// before CLI11 parses, because its help is in that language already; CLI11 then judges the option itself,
/// see addLanguageOption().
Language chosenLanguage(const QStringList &arguments, const LocaleVariables &environment);

/// Adds --lang to @p app and all its subcommands, so that it may stand anywhere. Call it last.
void addLanguageOption(CLI::App &app);

} // namespace qcc

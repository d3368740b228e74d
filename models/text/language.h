// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace qcc {

/// The languages that QCC speaks.
enum class Language { English, Chinese };

inline constexpr std::array kLanguages{Language::English, Language::Chinese};

/// "en", "zh": the words of --lang.
QString toWord(Language language);

/// From a word of --lang or the name of a locale: "zh", "zh_CN.UTF-8", "en-GB". None: one that QCC doesn't
/// speak.
std::optional<Language> languageFromWord(const QString &word);

/// The variables of the environment by which a person's language is known (POSIX.1-2017 section 8.2, and
/// LANGUAGE as GNU gettext has it). Empty ones count as unset.
struct LocaleVariables
{
    QString language;   ///< LANGUAGE: "zh_CN:en", in order of preference
    QString lcAll;      ///< LC_ALL
    QString lcMessages; ///< LC_MESSAGES
    QString lang;       ///< LANG
};

/// The first set one of LC_ALL, LC_MESSAGES and LANG decides; LANGUAGE goes before them unless that one is
/// "C". English for every language that QCC doesn't speak.
Language languageFrom(const LocaleVariables &variables);

} // namespace qcc

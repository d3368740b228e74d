// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/language.h"

#include <QStringList>

namespace qcc {

namespace {

/// "zh" of "zh_CN.UTF-8@euro", in lower case.
QString languageCode(const QString &locale)
{
    const auto end = std::find_if(locale.begin(), locale.end(), [](QChar each) { return !each.isLetter(); });
    return locale.left(end - locale.begin()).toLower();
}

bool isPlainC(const QString &locale)
{
    const QString code = languageCode(locale);
    return code.isEmpty() || code == QLatin1StringView("c") || code == QLatin1StringView("posix");
}

QString firstSet(const LocaleVariables &variables)
{
    if (!variables.lcAll.isEmpty())
        return variables.lcAll;
    return variables.lcMessages.isEmpty() ? variables.lang : variables.lcMessages;
}

} // namespace

QString toWord(Language language)
{
    switch (language) {
    case Language::English:
        return QStringLiteral("en");
    case Language::Chinese:
        return QStringLiteral("zh");
    }
    Q_UNREACHABLE();
}

std::optional<Language> languageFromWord(const QString &word)
{
    const QString code = languageCode(word);
    for (const Language language : kLanguages) {
        if (code == toWord(language))
            return language;
    }
    return std::nullopt;
}

Language languageFrom(const LocaleVariables &variables)
{
    const QString locale = firstSet(variables);
    if (isPlainC(locale))
        return Language::English;
    const QStringList wanted = variables.language.split(QLatin1Char(':'), Qt::SkipEmptyParts);
    for (const QString &each : wanted) {
        if (const std::optional<Language> known = languageFromWord(each))
            return *known;
    }
    return languageFromWord(locale).value_or(Language::English);
}

} // namespace qcc

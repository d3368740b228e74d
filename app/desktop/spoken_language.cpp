// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/spoken_language.h"

#include "app/cli/language_choice.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace qcc {

namespace {

QLocale localeOf(Language language)
{
    const QLocale system = QLocale::system();
    const QLocale::Language wanted = language == Language::Chinese ? QLocale::Chinese : QLocale::English;
    return system.language() == wanted ? system : QLocale(wanted);
}

} // namespace

SpokenLanguage::SpokenLanguage(Language language) : m_translation(language)
{
    useQtWords(language);
}

SpokenLanguage::~SpokenLanguage()
{
    QCoreApplication::removeTranslator(&m_qtWords);
}

void SpokenLanguage::use(Language language)
{
    if (language == m_translation.language())
        return;
    useQtWords(language);
    m_translation.use(language);
}

void SpokenLanguage::useQtWords(Language language)
{
    QLocale::setDefault(localeOf(language));
    QCoreApplication::removeTranslator(&m_qtWords);
    // Without the package of Qt's translations its few words stay English.
    if (language == Language::Chinese &&
        m_qtWords.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
}

Language systemLanguage()
{
    return languageFrom(localeVariables());
}

} // namespace qcc

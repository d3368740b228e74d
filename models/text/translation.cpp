// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/translation.h"

#include <QCoreApplication>

/// Resources of a static library have to be asked for, from outside of any namespace.
static void initTranslations()
{
    Q_INIT_RESOURCE(qcc_translations);
}

namespace qcc {

namespace {

QString fileFor(Language language)
{
    switch (language) {
    case Language::English:
        return QStringLiteral(":/qcc/translations/qcc_en.qm");
    case Language::Chinese:
        return QStringLiteral(":/qcc/translations/qcc_zh_CN.qm");
    }
    Q_UNREACHABLE();
}

} // namespace

Translation::Translation(Language language) : m_language(language)
{
    initTranslations();
    use(language);
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void Translation::use(Language language)
{
    QCoreApplication::removeTranslator(&m_translator);
    m_language = language;
    // Built in: it can be missing only where the program was put together wrongly.
    const bool loaded = m_translator.load(fileFor(language));
    Q_ASSERT(loaded);
    if (loaded)
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace qcc

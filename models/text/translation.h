// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/language.h"

#include <QTranslator>

namespace qcc {

/// The language that the program speaks now: one QTranslator, installed in the QCoreApplication, which must
/// be there first and outlive it. English is installed too, for its plural forms. Main thread; what other
/// threads translate while the language changes may come in either.
class Translation
{
public:
    explicit Translation(Language language);
    ~Translation();
    Translation(const Translation &) = delete;
    Translation &operator=(const Translation &) = delete;

    Language language() const { return m_language; }
    /// May be called while windows are open: they get a LanguageChange event.
    void use(Language language);

private:
    QTranslator m_translator;
    Language m_language;
};

} // namespace qcc

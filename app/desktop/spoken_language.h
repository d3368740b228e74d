// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/translation.h"

#include <QTranslator>

namespace qcc {

/// The language of the whole program: our sentences, Qt's own words (buttons of dialogs), and how numbers and
/// dates are written. Main thread; open windows follow.
class SpokenLanguage
{
public:
    explicit SpokenLanguage(Language language);
    ~SpokenLanguage();

    void use(Language language);
    Language language() const { return m_translation.language(); }

private:
    void useQtWords(Language language);

    Translation m_translation;
    QTranslator m_qtWords;
};

/// What the environment says; English where it says nothing that QCC speaks.
Language systemLanguage();

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/text/language.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace qcc {

/// What `qcc-desktop` was told on its command line; holds for this run only.
struct DesktopOptions
{
    bool hidden = false;     ///< starts in the tray
    bool simulation = false; ///< with three simulated providers in a home of their own
    QString page;            ///< a word of Page; empty: as last time
    std::optional<Language> language;
    QString listenHost; ///< empty: as the preferences say
    quint16 listenPort = 0;
    bool checks = true;
    QUrl open; ///< a file or a link to import; empty: none
};

/// Reads the command line; the QApplication must be there. Ends the process for --help, --version (0) and for
/// what it doesn't understand (2), as `qcc` does.
DesktopOptions readDesktopOptions();

} // namespace qcc

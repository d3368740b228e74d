// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/preferences.h"

namespace qcc {

/// What closing the window does.
enum class Closing {
    Hide,     ///< into the tray
    Minimise, ///< no tray here: it must be found again
    Quit      ///< as the person chose
};

inline Closing closingOf(const Preferences &preferences, bool trayIsShown)
{
    if (!preferences.closesToTray)
        return Closing::Quit;
    return trayIsShown ? Closing::Hide : Closing::Minimise;
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/display.h"

#include <QtGlobal>

namespace qcc {

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

} // namespace qcc

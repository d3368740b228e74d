// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/display.h"

namespace qcc {

bool hasDisplay()
{
    return true;
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/process_habits.h"

#include <io.h>

namespace qcc {

void surviveBrokenPipes() {} // there is no signal for them

void keepFilesPrivate() {} // rights come from the folder: home_folder.h

bool complaintsAreSeen()
{
    constexpr int kStderr = 2;
    return ::_isatty(kStderr) != 0;
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/process_habits.h"

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

namespace qcc {

void surviveBrokenPipes()
{
    std::signal(SIGPIPE, SIG_IGN);
}

void keepFilesPrivate()
{
    ::umask(S_IRWXG | S_IRWXO);
}

bool complaintsAreSeen()
{
    return ::isatty(STDERR_FILENO) == 1;
}

} // namespace qcc

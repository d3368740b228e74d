// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace qcc {

bool stdinIsTerminal()
{
    return ::isatty(STDIN_FILENO) == 1;
}

bool stdoutIsTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

TerminalSize terminalSize()
{
    winsize size = {};
    const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 1 && size.ws_col > 0;
    return known ? TerminalSize{size.ws_row, size.ws_col} : TerminalSize{};
}

void prepareTerminal() {}

/// A pipe that says so takes PIPE_BUF bytes (POSIX: 512, Linux: 4096) without blocking.
bool stdoutTakesALine()
{
    pollfd out{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&out, 1, 0) != 0; // an error is for the write to meet
}

} // namespace qcc

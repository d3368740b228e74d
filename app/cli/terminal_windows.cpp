// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <windows.h>

#include <io.h>

namespace qcc {

namespace {

constexpr int kStdin = 0;
constexpr int kStdout = 1;

HANDLE output()
{
    return ::GetStdHandle(STD_OUTPUT_HANDLE);
}

} // namespace

bool stdinIsTerminal()
{
    return ::_isatty(kStdin) != 0;
}

bool stdoutIsTerminal()
{
    return ::_isatty(kStdout) != 0;
}

TerminalSize terminalSize()
{
    CONSOLE_SCREEN_BUFFER_INFO information{};
    if (!::GetConsoleScreenBufferInfo(output(), &information))
        return {};
    const SMALL_RECT &window = information.srWindow;
    return {window.Bottom - window.Top + 1, window.Right - window.Left + 1};
}

void prepareTerminal()
{
    ::SetConsoleOutputCP(CP_UTF8);
    DWORD mode = 0;
    if (::GetConsoleMode(output(), &mode))
        ::SetConsoleMode(output(), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

/// Windows' pipes can't be asked.
bool stdoutTakesALine()
{
    return true;
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace qcc {

/// What a console needs of the system, one source for each.

struct TerminalSize
{
    int rows = 24;
    int columns = 80;
};

bool stdinIsTerminal();
bool stdoutIsTerminal();
/// Of the terminal at stdout; the usual one where it can't be told.
TerminalSize terminalSize();
/// Makes the terminal understand UTF-8 and colours, where that has to be asked for.
void prepareTerminal();
/// Whether stdout takes a line now without making the writer wait.
bool stdoutTakesALine();

} // namespace qcc

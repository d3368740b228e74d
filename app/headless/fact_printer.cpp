// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/fact_printer.h"

#include "app/cli/cli_text.h"
#include "app/cli/display_width.h"

#include <poll.h>
#include <unistd.h>

namespace qcc {

namespace {

/// A pipe that says so takes PIPE_BUF bytes (POSIX: 512, Linux: 4096) without blocking.
bool takesALine()
{
    pollfd out{STDOUT_FILENO, POLLOUT, 0};
    return ::poll(&out, 1, 0) != 0; // an error is for the write to meet
}

} // namespace

void FactPrinter::print(const QString &line)
{
    if (m_leftOut > 0 && takesALine())
        m_console.print(
            CliText::tr("%n line(s) left out, for nobody read on", nullptr, std::exchange(m_leftOut, 0)));
    if (takesALine())
        m_console.print(printable(line));
    else
        ++m_leftOut;
}

} // namespace qcc

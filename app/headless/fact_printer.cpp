// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/fact_printer.h"

#include "app/cli/cli_text.h"
#include "app/cli/display_width.h"
#include "app/cli/terminal.h"

namespace qcc {

void FactPrinter::print(const QString &line)
{
    if (m_leftOut > 0 && stdoutTakesALine())
        m_console.print(
            CliText::tr("%n line(s) left out, for nobody read on", nullptr, std::exchange(m_leftOut, 0)));
    if (stdoutTakesALine())
        m_console.print(printable(line));
    else
        ++m_leftOut;
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"

namespace qcc {

/// Lines on stdout for whoever reads on. A reader that stalls (a stopped terminal, a pager) is never waited
/// for: the instance would not hear its signals any more. Main thread.
class FactPrinter
{
public:
    /// Leaves the line out when it can't be taken at once; the next one that can says how many were.
    void print(const QString &line);

private:
    Console m_console;
    int m_leftOut = 0;
};

} // namespace qcc

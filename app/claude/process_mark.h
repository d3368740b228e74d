// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace qcc {

/// A process that can be told from a later one with the same number.
struct ProcessMark
{
    qint64 pid = 0;
    QString began; ///< when it was started, in the system's own counting; empty: the system does not tell
    bool operator==(const ProcessMark &) const = default;
};

ProcessMark ownProcess();
/// Whether that very process still runs.
bool isRunning(const ProcessMark &process);

} // namespace qcc

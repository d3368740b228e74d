// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/history_door.h"

namespace qcc {

class HistoryReader;

inline constexpr int kMostExported = 1'000'000; ///< events in one file

/// Writes what @p filter lets through, oldest first, in the form of failover_events.json or as CSV: whole or
/// not at all, readable for its owner only. Gives how many stand in the file. Blocking; the reader's thread.
Result<qint64> writeEvents(const HistoryReader &reader, EventFilter filter, ExportFormat format,
                           const QString &path);

} // namespace qcc

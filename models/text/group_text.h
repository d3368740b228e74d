// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/priority_groups.h"

namespace qcc {

/// As a heading or a cell: "Primary".
QString groupName(Priority priority);

/// Inside a sentence: "primary".
QString groupWord(Priority priority);

/// "⭐", "🔵", "🟡", "⚪": two cells wide in a terminal.
QString groupMark(Priority priority);

/// "backup (secondary)".
QString configWithGroup(const QString &config, Priority priority);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/history.h"

namespace qcc {

/// What a period was like: switches, requests, and each config's part.
void showStats(const Console &console, const HistoryStats &stats);

/// A count of tokens as a person reads it: "950", "12.3 k", "4.5 M".
QString tokensText(qint64 tokens);

} // namespace qcc

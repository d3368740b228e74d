// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QString>

namespace qcc {

/// "45 s", "3 min", "2 h", "1 h 20 min", "2 d 3 h": rounded down; nothing below zero.
QString spanText(milliseconds span);

/// "240 ms", "1.2 s".
QString latencyText(milliseconds latency);

/// Time that is left, rounded up to seconds: "0:00", "3:20", "1:02:05".
QString countdown(milliseconds left);

/// Local time: "14:35:10".
QString clockText(TimePoint moment);

/// Local time: "2026-11-23 14:35:10".
QString dateTimeText(TimePoint moment);

/// clockText() on the local day of @p now, else dateTimeText().
QString momentText(TimePoint moment, TimePoint now);

/// A moment that is awaited: "14:35:10 (in 3:20)"; once it has come: "14:35:10".
QString dueText(TimePoint moment, TimePoint now);

} // namespace qcc

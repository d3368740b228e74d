// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QString>

#include <optional>

namespace qcc {

/// A span as typed: whole seconds ("90"), or "90s", "30m", "2h", "1d", "1h30m"; a sign may stand in front.
/// None when it is no such thing. What is beyond all measure is cut to kLongestSpan: whether a span is
/// permitted is decided by who gets it.
std::optional<seconds> spanFromText(const QString &text);
inline constexpr seconds kLongestSpan{10'000'000'000};

/// A moment in the past as typed: a span before @p now ("2h", "7d"), a day ("2026-11-20", from its local
/// midnight) or an ISO 8601 time (local without a zone). None when it is no such thing.
std::optional<TimePoint> momentFromText(const QString &text, TimePoint now);

/// A whole number as typed, with or without a sign; cut to the range of int. None when it is none.
std::optional<int> wholeNumberFromText(const QString &text);

/// The wall clock.
TimePoint currentTime();

} // namespace qcc

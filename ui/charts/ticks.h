// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QLocale>

namespace qcc {

/// A line of the grid with its label.
struct TimeTick
{
    TimePoint at;
    QString text;
    bool isDay = false; ///< a day begins; the text is its name
    bool operator==(const TimeTick &) const = default;
};

/// Without seconds.
QString tickTimeText(const QTime &time, const QLocale &locale);

/// At most @p most ticks in [from, to], on full minutes, hours or days of local time; every day's begin
/// tells the day. An hour that comes twice (the clock is set back) has its ticks once.
std::vector<TimeTick> timeTicks(TimePoint from, TimePoint to, int most, const QLocale &locale);

/// From 0 to @p highest (at least 10) or just above, in steps of 1, 2 or 5 times a power of ten; at most six.
std::vector<double> niceTicks(double highest);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <array>
#include <vector>

namespace qcc {

// Requests are kept one by one for HistoryRetention::requestDays (models/domain/policy.h), their sums as
// below.
inline constexpr std::chrono::hours kKeepSamples{48};     ///< as they came
inline constexpr std::chrono::hours kKeepMinutes{7 * 24}; ///< then only their hours and days
inline constexpr std::chrono::hours kKeepHours{90 * 24};  ///< then only their days, for good

/// How coarse sums over time are. All three are kept up with every batch, so that nothing has to be summed up
/// later: growing old is leaving out the finer ones. The numbers are those of the database.
enum class Level { Minute = 1, Hour = 2, Day = 3 };
inline constexpr std::array kLevels{Level::Minute, Level::Hour, Level::Day};

milliseconds lengthOf(Level level);
/// In UTC.
TimePoint floorTo(TimePoint moment, Level level);
TimePoint ceilTo(TimePoint moment, Level level);

/// A time to be read from one level; whole pieces of it.
struct Tile
{
    Level level = Level::Minute;
    TimePoint from;
    TimePoint to;
    bool operator==(const Tile &) const = default;
};

/// Covers [from, to) with few pieces: days within, hours and minutes at the edges. An edge is rounded outward
/// to what is kept there: minutes since @p minutesFrom, hours since @p hoursFrom.
std::vector<Tile> tiles(TimePoint from, TimePoint to, TimePoint minutesFrom, TimePoint hoursFrom);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/levels.h"

#include <QtGlobal>

namespace qcc {

namespace {

Level finestKept(TimePoint at, TimePoint minutesFrom, TimePoint hoursFrom)
{
    if (at >= minutesFrom)
        return Level::Minute;
    return at >= hoursFrom ? Level::Hour : Level::Day;
}

bool beginsHere(TimePoint at, Level level, TimePoint end)
{
    return floorTo(at, level) == at && at + lengthOf(level) <= end;
}

} // namespace

milliseconds lengthOf(Level level)
{
    switch (level) {
    case Level::Minute:
        return minutes(1);
    case Level::Hour:
        return std::chrono::hours(1);
    case Level::Day:
        return std::chrono::hours(24);
    }
    Q_UNREACHABLE();
}

TimePoint floorTo(TimePoint moment, Level level)
{
    const milliseconds length = lengthOf(level);
    const milliseconds into = moment.time_since_epoch() % length;
    return moment - (into < milliseconds(0) ? into + length : into);
}

TimePoint ceilTo(TimePoint moment, Level level)
{
    const TimePoint below = floorTo(moment, level);
    return below == moment ? moment : below + lengthOf(level);
}

std::vector<Tile> tiles(TimePoint from, TimePoint to, TimePoint minutesFrom, TimePoint hoursFrom)
{
    if (from >= to)
        return {};
    const TimePoint end = ceilTo(to, finestKept(to, minutesFrom, hoursFrom));
    TimePoint at = floorTo(from, finestKept(from, minutesFrom, hoursFrom));
    std::vector<Tile> covered;
    while (at < end) {
        Tile tile{Level::Minute, at, std::min(end, ceilTo(at + milliseconds(1), Level::Hour))};
        if (beginsHere(at, Level::Day, end))
            tile = {Level::Day, at, floorTo(end, Level::Day)};
        else if (beginsHere(at, Level::Hour, end))
            tile = {Level::Hour, at,
                    std::min(floorTo(end, Level::Hour), ceilTo(at + milliseconds(1), Level::Day))};
        covered.push_back(tile);
        at = tile.to;
    }
    return covered;
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

#include <QList>
#include <QPointF>

namespace qcc {

/// What the chart shows of each config.
enum class ChartValue { Health, Latency };

/// None: that piece has no such value.
std::optional<double> valueOf(const HealthPoint &point, ChartValue value);

/// How far a point tells something.
struct Reach
{
    milliseconds gap{0};  ///< points further apart than this belong to different segments
    milliseconds hold{0}; ///< so long the last point of a segment holds
    TimePoint end;        ///< nothing is drawn behind it
    bool operator==(const Reach &) const = default;
};

/// Pieces of @p piece with a sample every @p interval or so.
Reach reachOf(milliseconds piece, milliseconds interval, TimePoint end);

inline constexpr int kMostSegments = 48; ///< per line; with more gaps, only the longest are shown

using Segment = QList<QPointF>; ///< x: milliseconds since the epoch

/// The parts of a line without its gaps: health in steps, for it holds until the next check, latency
/// straight. @p offset is added to each value. A lone point becomes a short line.
std::vector<Segment> lineSegments(const std::vector<HealthPoint> &points, ChartValue value,
                                  const Reach &reach, double offset = 0);

/// What held at @p moment; none in a gap.
std::optional<double> valueAt(const std::vector<HealthPoint> &points, ChartValue value, const Reach &reach,
                              TimePoint moment);

} // namespace qcc

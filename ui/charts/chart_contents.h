// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/history_door.h"
#include "ui/charts/line_segments.h"
#include "ui/charts/read_out.h"

#include <set>

namespace qcc {

/// A config in the chart; its number gives its look, see lineStyle().
struct ChartLine
{
    QString config;
    int number = 0;
    bool operator==(const ChartLine &) const = default;
};

/// All that the chart shows: an answer of the history, and how it is to be shown.
struct ChartContents
{
    HealthAnswer answer;
    std::vector<ChartLine> lines; ///< in the order of the legend
    ChartValue value = ChartValue::Health;
    Reach reach;
    TimePoint now;
    bool operator==(const ChartContents &) const = default;
};

using HiddenLines = std::set<QString>;

/// Empty: the answer tells nothing of it.
const std::vector<HealthPoint> &pointsOf(const ChartContents &contents, const QString &config);
/// Whether there is anything to draw for the value that is shown.
bool hasValues(const ChartContents &contents);
/// Of the lines that are shown; 0 without any.
double highestValue(const ChartContents &contents, const HiddenLines &hidden);
/// Negative: a config that is no more.
int numberOf(const ChartContents &contents, const QString &config);

/// "66.7 %", "240 ms".
QString valueText(double value, ChartValue kind);
/// What each shown config was at @p moment.
ReadOut readOutAt(const ChartContents &contents, const HiddenLines &hidden, TimePoint moment,
                  const Colors &colors);
/// "backup was active from 14:30:10 to 14:35:00 (4 min)".
QString spanSentence(const ActiveSpan &span, TimePoint now);

} // namespace qcc

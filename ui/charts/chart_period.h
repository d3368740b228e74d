// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/history_door.h"

namespace qcc {

/// How far back the health page looks.
enum class ChartPeriod { Hour, Day, Week };

inline constexpr std::array kChartPeriods{ChartPeriod::Hour, ChartPeriod::Day, ChartPeriod::Week};

milliseconds lengthOf(ChartPeriod period);
/// One piece of a line; a period has at most kMostChartPoints of them.
milliseconds pieceOf(ChartPeriod period);
/// How often a visible page asks again although nothing has happened.
milliseconds refreshIntervalOf(ChartPeriod period);

inline constexpr int kMostChartPoints = 360;

/// The question for what is shown at @p now. The period ends with the piece in which @p now lies, so that
/// the pieces stay where they are from one question to the next.
HealthQuery healthQuery(ChartPeriod period, std::vector<QString> configs, TimePoint now);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui_support/fake_doors.h"
#include "ui/charts/chart_period.h"

namespace qcc::test {

/// An answer as the history would give it at sampleNow(): all configs well, the first one down for a while
/// (with its failover and recovery), the third one half well for the first half, and a time when the program
/// did not run (see sampleGap()).
HealthAnswer sampleHealth(ChartPeriod period, const std::vector<QString> &configs);
/// From when to when nothing is known, for all configs.
std::pair<TimePoint, TimePoint> sampleGap(ChartPeriod period);
/// When the first config is down.
std::pair<TimePoint, TimePoint> sampleOutage(ChartPeriod period);
HistoryStats sampleStats(const std::vector<QString> &configs);
std::vector<QString> namesOf(const Settings &settings);

} // namespace qcc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_period.h"

namespace qcc {

using std::chrono::hours;

milliseconds lengthOf(ChartPeriod period)
{
    switch (period) {
    case ChartPeriod::Hour:
        return hours(1);
    case ChartPeriod::Day:
        return hours(24);
    case ChartPeriod::Week:
        return hours(7 * 24);
    }
    Q_UNREACHABLE();
}

milliseconds pieceOf(ChartPeriod period)
{
    switch (period) {
    case ChartPeriod::Hour:
        return seconds(15);
    case ChartPeriod::Day:
        return minutes(5);
    case ChartPeriod::Week:
        return minutes(30);
    }
    Q_UNREACHABLE();
}

milliseconds refreshIntervalOf(ChartPeriod period)
{
    switch (period) {
    case ChartPeriod::Hour:
        return seconds(5);
    case ChartPeriod::Day:
        return seconds(30);
    case ChartPeriod::Week:
        return minutes(2);
    }
    Q_UNREACHABLE();
}

HealthQuery healthQuery(ChartPeriod period, std::vector<QString> configs, TimePoint now)
{
    const milliseconds piece = pieceOf(period);
    HealthQuery query;
    query.configs = std::move(configs);
    query.to = TimePoint((now.time_since_epoch() / piece + 1) * piece);
    query.from = query.to - lengthOf(period);
    query.points = static_cast<int>(lengthOf(period) / piece);
    return query;
}

} // namespace qcc

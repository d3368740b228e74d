// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/period.h"

#include <QDateTime>

namespace qcc {

namespace {

constexpr std::chrono::hours kDay{24};
constexpr int kDaysInWeek = 7;
constexpr int kDaysInMonth = 30;

TimePoint startOf(const QDate &day)
{
    return TimePoint(milliseconds(day.startOfDay().toMSecsSinceEpoch()));
}

QDate dayOf(TimePoint moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count()).date();
}

} // namespace

EventFilter within(EventFilter filter, Period period, const Dates &dates, TimePoint now)
{
    filter.since.reset();
    filter.until.reset();
    switch (period) {
    case Period::Always:
        break;
    case Period::Today:
        filter.since = startOf(dayOf(now));
        break;
    case Period::Day:
        filter.since = now - kDay;
        break;
    case Period::Week:
        filter.since = now - kDaysInWeek * kDay;
        break;
    case Period::Month:
        filter.since = now - kDaysInMonth * kDay;
        break;
    case Period::Custom:
        filter.since = startOf(std::min(dates.first, dates.last));
        filter.until = startOf(std::max(dates.first, dates.last).addDays(1));
        break;
    }
    return filter;
}

} // namespace qcc

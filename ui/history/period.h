// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"

#include <QDate>

namespace qcc {

enum class Period { Always, Today, Day, Week, Month, Custom };
inline constexpr std::array kPeriods{Period::Always, Period::Today, Period::Day,
                                     Period::Week,   Period::Month, Period::Custom};

/// Whole local days, both included, in any order.
struct Dates
{
    QDate first;
    QDate last;
};

/// The filter within @p period, as seen at @p now; @p dates: those of Custom.
EventFilter within(EventFilter filter, Period period, const Dates &dates, TimePoint now);

} // namespace qcc

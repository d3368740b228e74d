// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ticks.h"

#include <cmath>

namespace qcc {

namespace {

constexpr int kMinutesOfDay = 24 * 60;
constexpr std::array kSteps{1,
                            2,
                            5,
                            10,
                            15,
                            30,
                            60,
                            120,
                            180,
                            240,
                            6 * 60,
                            12 * 60,
                            kMinutesOfDay,
                            2 * kMinutesOfDay,
                            7 * kMinutesOfDay};

int stepFor(TimePoint from, TimePoint to, int most)
{
    const auto span = std::chrono::duration_cast<minutes>(to - from).count();
    for (const int step : kSteps) {
        if (span / step + 1 <= std::max(most, 2))
            return step;
    }
    return kSteps.back();
}

QDateTime localTime(TimePoint moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count());
}

TimeTick tickAt(const QDateTime &moment, const QLocale &locale)
{
    TimeTick tick;
    tick.at = TimePoint(milliseconds(moment.toMSecsSinceEpoch()));
    tick.isDay = moment.time() == QTime(0, 0);
    tick.text = tick.isDay ? locale.toString(moment.date(), QStringLiteral("ddd d"))
                           : tickTimeText(moment.time(), locale);
    return tick;
}

} // namespace

QString tickTimeText(const QTime &time, const QLocale &locale)
{
    return locale.toString(time, QStringLiteral("HH:mm")); // as all moments are written: span_text.h
}

std::vector<TimeTick> timeTicks(TimePoint from, TimePoint to, int most, const QLocale &locale)
{
    std::vector<TimeTick> ticks;
    if (from >= to)
        return ticks;
    const int step = stepFor(from, to, most);
    const int days = std::max(step / kMinutesOfDay, 1);
    for (QDate day = localTime(from).date(); day <= localTime(to).date(); day = day.addDays(1)) {
        if (day.toJulianDay() % days != 0)
            continue;
        for (int minute = 0; minute < kMinutesOfDay; minute += step) {
            const QTime time = QTime(0, 0).addSecs(minute * 60);
            const QDateTime moment(day, time);
            if (!moment.isValid() || moment.time() != time)
                continue; // the clock is set forward over it
            const TimeTick tick = tickAt(moment, locale);
            if (tick.at >= from && tick.at <= to)
                ticks.push_back(tick);
        }
    }
    return ticks;
}

std::vector<double> niceTicks(double highest)
{
    constexpr int kMostSteps = 5;
    constexpr double kLeast = 10;
    const double top = std::max(highest, kLeast);
    const double rough = top / kMostSteps;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough) {
            step = factor * power;
            break;
        }
    }
    std::vector<double> ticks{0};
    while (ticks.back() < top)
        ticks.push_back(step * double(ticks.size()));
    return ticks;
}

} // namespace qcc

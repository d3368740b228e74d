// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/span_text.h"

#include "models/text/text.h"

#include <QDateTime>

namespace qcc {

namespace {

constexpr qint64 kMinute = 60;
constexpr qint64 kHourSeconds = 60 * kMinute;
constexpr qint64 kDay = 24 * kHourSeconds;

QDateTime localTime(TimePoint moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count());
}

QString hoursText(qint64 hours, qint64 restMinutes)
{
    if (restMinutes == 0)
        return Text::tr("%1 h", "hours").arg(hours);
    return Text::tr("%1 h %2 min", "hours and minutes").arg(hours).arg(restMinutes);
}

QString daysText(qint64 days, qint64 restHours)
{
    if (restHours == 0)
        return Text::tr("%1 d", "days").arg(days);
    return Text::tr("%1 d %2 h", "days and hours").arg(days).arg(restHours);
}

} // namespace

QString spanText(milliseconds span)
{
    const qint64 total = std::chrono::duration_cast<seconds>(std::max(span, milliseconds(0))).count();
    if (total < kMinute)
        return Text::tr("%1 s", "seconds").arg(total);
    if (total < kHourSeconds)
        return Text::tr("%1 min", "minutes").arg(total / kMinute);
    if (total < kDay)
        return hoursText(total / kHourSeconds, total / kMinute % 60);
    return daysText(total / kDay, total / kHourSeconds % 24);
}

QString latencyText(milliseconds latency)
{
    constexpr qint64 kSecond = 1000;
    const qint64 count = std::max(latency, milliseconds(0)).count();
    if (count == 0)
        return Text::tr("<1 ms", "less than a millisecond");
    if (count < kSecond)
        return Text::tr("%1 ms", "milliseconds").arg(count);
    return Text::tr("%1 s", "seconds").arg(QString::number(static_cast<double>(count) / kSecond, 'f', 1));
}

QString countdown(milliseconds left)
{
    const qint64 total = std::max<qint64>(std::chrono::ceil<seconds>(left).count(), 0);
    const auto twoDigits = [](qint64 number) {
        return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
    };
    const QString secondsPart = twoDigits(total % 60);
    if (total < kHourSeconds)
        return QStringLiteral("%1:%2").arg(QString::number(total / 60), secondsPart);
    return QStringLiteral("%1:%2:%3")
        .arg(QString::number(total / kHourSeconds), twoDigits(total / 60 % 60), secondsPart);
}

QString clockText(TimePoint moment)
{
    return localTime(moment).toString(QStringLiteral("HH:mm:ss"));
}

QString dateTimeText(TimePoint moment)
{
    return localTime(moment).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString momentText(TimePoint moment, TimePoint now)
{
    return localTime(moment).date() == localTime(now).date() ? clockText(moment) : dateTimeText(moment);
}

QString dueText(TimePoint moment, TimePoint now)
{
    const QString clock = momentText(moment, now);
    if (moment <= now)
        return clock;
    return Text::tr("%1 (in %2)", "a clock time and a countdown").arg(clock, countdown(moment - now));
}

} // namespace qcc

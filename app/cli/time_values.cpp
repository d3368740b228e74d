// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/time_values.h"

#include "models/domain/field_reader.h"

#include <QRegularExpression>

namespace qcc {

namespace {

constexpr qint64 kMostDigits = 18; // fits a qint64
constexpr std::array<std::pair<QLatin1StringView, qint64>, 4> kUnits{{{QLatin1StringView("d"), 86'400},
                                                                      {QLatin1StringView("h"), 3'600},
                                                                      {QLatin1StringView("m"), 60},
                                                                      {QLatin1StringView("s"), 1}}};

/// The number that digits spell, cut to @p most.
qint64 cutNumber(const QString &digits, qint64 most)
{
    const QString significant = digits.mid(std::min(
        digits.size(),
        qsizetype(std::find_if(digits.begin(), digits.end(), [](QChar c) { return c != QLatin1Char('0'); }) -
                  digits.begin())));
    return significant.size() > kMostDigits ? most : std::min(significant.toLongLong(), most);
}

/// The sum of the parts that were given: days, hours, minutes, seconds.
std::optional<seconds> sumOfParts(const QRegularExpressionMatch &match)
{
    qint64 sum = 0;
    bool any = false;
    for (size_t i = 0; i < kUnits.size(); ++i) {
        const QString digits = match.captured(int(i) + 1);
        any = any || !digits.isEmpty();
        sum += cutNumber(digits, kLongestSpan.count()) * kUnits[i].second;
    }
    return any ? std::optional(std::min(seconds(sum), kLongestSpan)) : std::nullopt;
}

std::optional<TimePoint> startOfDay(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid() || text.size() != 10)
        return std::nullopt;
    return TimePoint(milliseconds(day.startOfDay().toMSecsSinceEpoch()));
}

} // namespace

std::optional<seconds> spanFromText(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[0-9]+$"));
    static const QRegularExpression parts(
        QStringLiteral("^(?:([0-9]+)d)?(?:([0-9]+)h)?(?:([0-9]+)m)?(?:([0-9]+)s)?$"));
    const bool negative = text.startsWith(QLatin1Char('-'));
    const QString amount = negative || text.startsWith(QLatin1Char('+')) ? text.mid(1) : text;
    std::optional<seconds> span;
    if (plain.match(amount).hasMatch())
        span = seconds(cutNumber(amount, kLongestSpan.count()));
    else if (const QRegularExpressionMatch match = parts.match(amount); match.hasMatch())
        span = sumOfParts(match);
    return span && negative ? -*span : span;
}

std::optional<TimePoint> momentFromText(const QString &text, TimePoint now)
{
    if (const std::optional<TimePoint> day = startOfDay(text))
        return day;
    if (const std::optional<seconds> span = spanFromText(text))
        return *span >= seconds(0) ? std::optional<TimePoint>(now - *span) : std::nullopt;
    return fromIso(text);
}

std::optional<int> wholeNumberFromText(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([+-]?)([0-9]+)$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int amount = int(cutNumber(match.captured(2), std::numeric_limits<int>::max()));
    return match.captured(1) == QLatin1StringView("-") ? -amount : amount;
}

TimePoint currentTime()
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}

} // namespace qcc

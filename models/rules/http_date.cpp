// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/http_date.h"

#include <QByteArray>
#include <QList>

#include <array>

namespace qcc {
namespace {

using namespace std::chrono;

std::optional<int> number(const QByteArray &word, qsizetype atLeast, qsizetype atMost)
{
    const bool digits = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || word.size() < atLeast || word.size() > atMost)
        return std::nullopt;
    return word.toInt();
}

std::optional<unsigned> monthNumber(const QByteArray &word)
{
    static constexpr std::array<const char *, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
    const QByteArray name = word.toLower();
    const auto it = std::find(kMonths.begin(), kMonths.end(), name);
    if (it == kMonths.end())
        return std::nullopt;
    return static_cast<unsigned>(it - kMonths.begin()) + 1;
}

/// The words between spaces, commas, hyphens and colons.
QList<QByteArray> wordsOf(QByteArrayView text)
{
    QByteArray spaced = text.toByteArray();
    for (char &c : spaced) {
        if (c == ',' || c == '-' || c == ':')
            c = ' ';
    }
    return spaced.simplified().split(' ');
}

int fullYear(int year, const QByteArray &word, TimePoint now)
{
    if (word.size() > 2)
        return year;
    const int thisYear = static_cast<int>(year_month_day(floor<days>(now)).year());
    const int candidate = thisYear - thisYear % 100 + year;
    return candidate > thisYear + 50 ? candidate - 100 : candidate;
}

} // namespace

std::optional<TimePoint> parseHttpDate(QByteArrayView text, TimePoint now)
{
    constexpr qsizetype kLongestDate = 64;
    if (text.size() > kLongestDate)
        return std::nullopt;
    QList<QByteArray> words = wordsOf(text);
    if (words.size() == 7) // asctime: day-name month day h m s year
        words = {words[0], words[2], words[1], words[6], words[3], words[4], words[5], QByteArray("GMT")};
    if (words.size() != 8 || words[7] != "GMT")
        return std::nullopt;

    const auto dayOfMonth = number(words[1], 1, 2);
    const auto month = monthNumber(words[2]);
    const auto yearNumber = number(words[3], 2, 4);
    const auto hour = number(words[4], 2, 2);
    const auto minute = number(words[5], 2, 2);
    const auto second = number(words[6], 2, 2);
    if (!dayOfMonth || !month || !yearNumber || !hour || !minute || !second)
        return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 60) // 60: a leap second
        return std::nullopt;
    const year_month_day date(year(fullYear(*yearNumber, words[3], now)), std::chrono::month(*month),
                              day(static_cast<unsigned>(*dayOfMonth)));
    if (!date.ok())
        return std::nullopt;
    return TimePoint(sys_days(date)) + hours(*hour) + minutes(*minute) + seconds(*second);
}

} // namespace qcc

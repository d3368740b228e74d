// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/http_date.h"
#include "models/rules/retry_after.h"

#include <QTest>

using namespace qcc;

/// When a provider may be asked again.
class TestRetryAfter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWaitIsRead_data();
    void theWaitIsRead();
    void httpDates_data();
    void httpDates();
};

namespace {

/// 2026-01-02T03:04:05Z
constexpr TimePoint kNow =
    std::chrono::sys_days{std::chrono::year(2026) / 1 / 2} + std::chrono::hours(3) + minutes(4) + seconds(5);
constexpr qint64 kNone = -1;
constexpr qint64 kLongest = 10LL * 366 * 24 * 3600 * 1000;

} // namespace

void TestRetryAfter::theWaitIsRead_data()
{
    QTest::addColumn<HeaderFields>("fields");
    QTest::addColumn<qint64>("waitMs");
    const auto row = [](const char *title, const HeaderFields &fields, qint64 waitMs) {
        QTest::newRow(title) << fields << waitMs;
    };
    const auto one = [&](const char *title, const char *name, const char *value, qint64 waitMs) {
        row(title, {{name, value}}, waitMs);
    };
    row("nothing said", {{"x", "1"}}, kNone);
    one("seconds", "retry-after", "7", 7000);
    one("seconds in another case and with spaces", "Retry-After", " 7 ", 7000);
    one("a fraction of a second", "retry-after", "0.25", 250);
    one("zero", "retry-after", "0", 0);
    one("a negative number is now", "retry-after", "-5", 0);
    one("a number beyond all bounds is bounded", "retry-after", "1000000000000000000000000000000", kLongest);
    row("400 digits are bounded", {{"retry-after", QByteArray(400, '9')}}, kLongest);
    row("400 negative digits are now", {{"retry-after", '-' + QByteArray(400, '9')}}, 0);
    one("an exponent is nonsense", "retry-after", "1e3", kNone);
    one("hexadecimal is nonsense", "retry-after", "0x10", kNone);
    one("infinity is nonsense", "retry-after", "inf", kNone);
    one("nan is nonsense", "retry-after", "nan", kNone);
    one("an empty value is nonsense", "retry-after", "", kNone);
    one("a lone sign is nonsense", "retry-after", "-", kNone);
    one("a word is nonsense", "retry-after", "soon", kNone);
    one("a date", "retry-after", "Fri, 02 Jan 2026 03:05:05 GMT", 60'000);
    one("a date in the past is now", "retry-after", "Thu, 01 Jan 2026 03:05:05 GMT", 0);
    one("the old long date", "retry-after", "Friday, 02-Jan-26 03:05:05 GMT", 60'000);
    one("the asctime date", "retry-after", "Fri Jan  2 03:05:05 2026", 60'000);
    one("milliseconds", "retry-after-ms", "1500", 1500);
    one("milliseconds with a fraction", "retry-after-ms", "1500.7", 1500);
    row("milliseconds go before seconds", {{"retry-after", "9"}, {"retry-after-ms", "100"}}, 100);
    row("nonsense milliseconds fall back to seconds", {{"retry-after", "9"}, {"retry-after-ms", "x"}}, 9000);
    row("retry-after goes before resets",
        {{"anthropic-ratelimit-requests-reset", "2026-01-02T03:05:05Z"}, {"retry-after", "1"}}, 1000);
    row("nonsense retry-after falls back to resets",
        {{"anthropic-ratelimit-requests-reset", "2026-01-02T03:05:05Z"}, {"retry-after", "?"}}, 60'000);
    one("a reset with an offset", "anthropic-ratelimit-tokens-reset", "2026-01-02T04:05:05+01:00", 60'000);
    one("a reset with a fraction", "anthropic-ratelimit-tokens-reset", "2026-01-02T03:04:05.500Z", 500);
    one("a reset without zone is UTC", "anthropic-ratelimit-tokens-reset", "2026-01-02T03:05:05", 60'000);
    one("a reset in the past is now", "anthropic-ratelimit-tokens-reset", "2020-01-01T00:00:00Z", 0);
    one("a nonsense reset", "anthropic-ratelimit-tokens-reset", "2026-13-45T99:00:00Z", kNone);
    row("without a used-up limit the earliest reset counts",
        {{"anthropic-ratelimit-requests-reset", "2026-01-02T03:05:05Z"},
         {"anthropic-ratelimit-requests-remaining", "5"},
         {"anthropic-ratelimit-tokens-reset", "2026-01-02T03:04:15Z"}},
        10'000);
    row("the used-up limit's reset counts, even a later one",
        {{"anthropic-ratelimit-requests-reset", "2026-01-02T03:05:05Z"},
         {"anthropic-ratelimit-requests-remaining", "0"},
         {"anthropic-ratelimit-tokens-reset", "2026-01-02T03:04:15Z"},
         {"anthropic-ratelimit-tokens-remaining", "17"}},
        60'000);
    row("of two used-up limits the later counts",
        {{"Anthropic-Ratelimit-Requests-Reset", "2026-01-02T03:05:05Z"},
         {"Anthropic-Ratelimit-Requests-Remaining", "0"},
         {"anthropic-ratelimit-input-tokens-reset", "2026-01-02T03:06:05Z"},
         {"anthropic-ratelimit-input-tokens-remaining", "0"}},
        120'000);
    one("the unified reset in epoch seconds", "anthropic-ratelimit-unified-reset", "1767323105", 60'000);
    one("the unified reset as a date", "anthropic-ratelimit-unified-reset", "2026-01-02T03:05:05Z", 60'000);
    one("a generic reset in epoch seconds", "x-ratelimit-reset", "1767323105", 60'000);
    one("a generic reset in epoch milliseconds", "x-ratelimit-reset", "1767323105000", 60'000);
    one("a generic reset as a small number is a wait", "x-ratelimit-reset", "30", 30'000);
    one("minutes and seconds", "x-ratelimit-reset-requests", "1m30s", 90'000);
    one("milliseconds as a duration", "x-ratelimit-reset-tokens", "250ms", 250);
    one("seconds with a fraction", "x-ratelimit-reset-tokens", "1.5s", 1500);
    one("hours, minutes, seconds", "x-ratelimit-reset-tokens", "1h2m3s", 3'723'000);
    one("a duration beyond all bounds", "x-ratelimit-reset-tokens", "99999999999999999999h", kLongest);
    one("a duration without unit inside", "x-ratelimit-reset-tokens", "1m30", kNone);
    one("a duration of an unknown unit", "x-ratelimit-reset-tokens", "3 weeks", kNone);
    row("the used-up generic limit counts",
        {{"x-ratelimit-reset-requests", "1s"},
         {"x-ratelimit-remaining-requests", "9"},
         {"x-ratelimit-reset-tokens", "6m0s"},
         {"x-ratelimit-remaining-tokens", "0"}},
        360'000);
}

void TestRetryAfter::theWaitIsRead()
{
    QFETCH(HeaderFields, fields);
    QFETCH(qint64, waitMs);
    const std::optional<TimePoint> time = retryTime(fields, kNow);
    QCOMPARE(time ? qint64((*time - kNow).count()) : kNone, waitMs);
}

void TestRetryAfter::httpDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("epoch"); // seconds, kNone for no date
    const auto row = [](const char *text, qint64 epoch) { QTest::newRow(text) << QByteArray(text) << epoch; };
    row("Sun, 06 Nov 1994 08:49:37 GMT", 784111777);
    row("Sunday, 06-Nov-94 08:49:37 GMT", 784111777);
    row("Sun Nov  6 08:49:37 1994", 784111777);
    row("Fri, 31-Dec-76 23:59:60 GMT", 3376684800); // 50 years ahead are still ahead; a leap second
    row("Thu, 29 Feb 2024 00:00:00 GMT", 1709164800);
    row("Wed, 29 Feb 2023 00:00:00 GMT", kNone);
    row("Sun, 06 Nov 1994 24:00:00 GMT", kNone);
    row("Sun, 06 Nov 1994 08:60:00 GMT", kNone);
    row("Sun, 06 Nov 1994 08:49:37", kNone);
    row("Sun, 06 Nov 1994 08:49:37 PST", kNone);
    row("Sun, 06 Foo 1994 08:49:37 GMT", kNone);
    row("Sun, 0x Nov 1994 08:49:37 GMT", kNone);
    row("Sun, 06 Nov 99999 08:49:37 GMT", kNone);
    row("", kNone);
    row("GMT", kNone);
}

void TestRetryAfter::httpDates()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, epoch);
    const std::optional<TimePoint> date = parseHttpDate(text, kNow);
    QCOMPARE(date ? qint64(date->time_since_epoch().count() / 1000) : kNone, epoch);
}

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retry_after.moc"

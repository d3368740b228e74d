// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/period.h"

#include <QDateTime>
#include <QTest>

using namespace qcc;

/// Periods as moments, in rows.
class TestPeriod : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPeriodHasItsMoments_data();
    void aPeriodHasItsMoments();
};

namespace {

TimePoint local(int month, int day, int hour)
{
    return TimePoint(milliseconds(QDateTime(QDate(2026, month, day), QTime(hour, 0)).toMSecsSinceEpoch()));
}

} // namespace

void TestPeriod::aPeriodHasItsMoments_data()
{
    using Moment = std::optional<TimePoint>;
    QTest::addColumn<Period>("period");
    QTest::addColumn<Dates>("dates");
    QTest::addColumn<Moment>("since");
    QTest::addColumn<Moment>("until");
    const Dates none{};
    const auto row = [](const char *title, Period period, const Dates &dates, Moment since, Moment until) {
        QTest::newRow(title) << period << dates << since << until;
    };
    const TimePoint now = local(11, 23, 14);
    row("any time", Period::Always, none, std::nullopt, std::nullopt);
    row("today begins at local midnight", Period::Today, none, local(11, 23, 0), std::nullopt);
    row("a day is 24 hours", Period::Day, none, now - std::chrono::hours(24), std::nullopt);
    row("a week is seven days", Period::Week, none, now - std::chrono::hours(7 * 24), std::nullopt);
    row("a month is thirty days", Period::Month, none, now - std::chrono::hours(30 * 24), std::nullopt);
    row("days of one's own are whole", Period::Custom, {QDate(2026, 11, 2), QDate(2026, 11, 4)},
        local(11, 2, 0), local(11, 5, 0));
    row("one day", Period::Custom, {QDate(2026, 11, 2), QDate(2026, 11, 2)}, local(11, 2, 0),
        local(11, 3, 0));
    row("the wrong way round", Period::Custom, {QDate(2026, 11, 4), QDate(2026, 11, 2)}, local(11, 2, 0),
        local(11, 5, 0));
}

void TestPeriod::aPeriodHasItsMoments()
{
    QFETCH(Period, period);
    QFETCH(Dates, dates);
    QFETCH(std::optional<TimePoint>, since);
    QFETCH(std::optional<TimePoint>, until);
    EventFilter before;
    before.since = local(1, 1, 0); // of another period, chosen before
    before.until = local(1, 2, 0);
    before.text = QStringLiteral("kept");
    const EventFilter filter = within(before, period, dates, local(11, 23, 14));
    QCOMPARE(filter.since, since);
    QCOMPARE(filter.until, until);
    QCOMPARE(filter.text, QStringLiteral("kept"));
}

QTEST_GUILESS_MAIN(TestPeriod)
#include "tst_period.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/time_values.h"

#include <QDateTime>
#include <QTest>

#include <limits>

using namespace qcc;

class TestTimeValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsSpans_data();
    void readsSpans();
    void refusesWhatIsNoSpan_data();
    void refusesWhatIsNoSpan();
    void readsMoments_data();
    void readsMoments();
    void refusesWhatIsNoMoment_data();
    void refusesWhatIsNoMoment();
    void readsWholeNumbers_data();
    void readsWholeNumbers();
};

namespace {

const TimePoint kNow{milliseconds(1'700'000'000'000)};

TimePoint local(const char *text)
{
    return TimePoint(
        milliseconds(QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch()));
}

} // namespace

void TestTimeValues::readsSpans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("span");
    const auto row = [](const char *text, qint64 span) {
        QTest::newRow(text) << QString::fromLatin1(text) << span;
    };
    row("0", 0);
    row("90", 90);
    row("+90", 90);
    row("-90", -90);
    row("90s", 90);
    row("30m", 1'800);
    row("2h", 7'200);
    row("1d", 86'400);
    row("1h30m", 5'400);
    row("1d2h3m4s", 93'784);
    row("-1h30m", -5'400);
    row("00000000000000000000090", 90);
    row("1000000000000", kLongestSpan.count());
    row("99999999999999999999999999", kLongestSpan.count());
    row("99999999999999999999d99999999999999999999h", kLongestSpan.count());
    row("-99999999999999999999999999", -kLongestSpan.count());
}

void TestTimeValues::readsSpans()
{
    QFETCH(QString, text);
    QFETCH(qint64, span);
    const std::optional<seconds> read = spanFromText(text);
    QVERIFY(read);
    QCOMPARE(qint64(read->count()), span);
}

void TestTimeValues::refusesWhatIsNoSpan_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "-", "+", "h", "1.5h", "5 m", " 5m", "5m ", "1m1h", "1h1h", "2w", "1e3", "0x10", "--5", "٣"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestTimeValues::refusesWhatIsNoSpan()
{
    QFETCH(QString, text);
    QVERIFY(!spanFromText(text));
}

void TestTimeValues::readsMoments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TimePoint>("moment");
    const auto row = [](const char *text, TimePoint moment) {
        QTest::newRow(text) << QString::fromLatin1(text) << moment;
    };
    row("2h", kNow - std::chrono::hours(2));
    row("7d", kNow - std::chrono::hours(7 * 24));
    row("0", kNow);
    row("2026-11-20", local("2026-11-20T00:00:00"));
    row("2026-11-20T08:30:00", local("2026-11-20T08:30:00"));
    row("2026-11-20T08:30:00Z", local("2026-11-20T08:30:00Z"));
    row("2026-11-20T08:30:00+08:00", local("2026-11-20T00:30:00Z"));
}

void TestTimeValues::readsMoments()
{
    QFETCH(QString, text);
    QFETCH(TimePoint, moment);
    const std::optional<TimePoint> read = momentFromText(text, kNow);
    QVERIFY(read);
    QCOMPARE(read->time_since_epoch().count(), moment.time_since_epoch().count());
}

void TestTimeValues::refusesWhatIsNoMoment_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "yesterday", "-2h", "2026-13-01", "2026-02-30", "2026-1-1", "20:00"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestTimeValues::refusesWhatIsNoMoment()
{
    QFETCH(QString, text);
    QVERIFY(!momentFromText(text, kNow));
}

void TestTimeValues::readsWholeNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isOne");
    QTest::addColumn<int>("number");
    const auto row = [](const char *text, bool isOne, int number) {
        QTest::newRow(text) << QString::fromUtf8(text) << isOne << number;
    };
    const int most = std::numeric_limits<int>::max();
    row("0", true, 0);
    row("3", true, 3);
    row("+3", true, 3);
    row("-3", true, -3);
    row("1000000000000", true, most);
    row("-1000000000000", true, -most);
    row("99999999999999999999999999", true, most);
    row("", false, 0);
    row("three", false, 0);
    row("3.5", false, 0);
    row("3x", false, 0);
    row(" 3", false, 0);
}

void TestTimeValues::readsWholeNumbers()
{
    QFETCH(QString, text);
    QFETCH(bool, isOne);
    QFETCH(int, number);
    const std::optional<int> read = wholeNumberFromText(text);
    QCOMPARE(read.has_value(), isOne);
    QCOMPARE(read.value_or(0), number);
}

QTEST_GUILESS_MAIN(TestTimeValues)
#include "tst_time_values.moc"

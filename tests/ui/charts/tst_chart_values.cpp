// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/sample_world.h"
#include "ui/charts/chart_contents.h"
#include "ui/charts/chart_period.h"
#include "ui/charts/mark_clusters.h"
#include "ui/charts/ticks.h"

#include <QTest>
#include <QTimeZone>

using namespace qcc;

namespace {

TimePoint local(const char *text)
{
    return TimePoint(
        milliseconds(QDateTime::fromString(QString::fromLatin1(text), QStringLiteral("yyyy-MM-dd HH:mm"))
                         .toMSecsSinceEpoch()));
}

TimePoint minute(int count)
{
    return TimePoint(minutes(count));
}

std::vector<HealthPoint> pointsAt(std::initializer_list<int> minutesOfPoints)
{
    std::vector<HealthPoint> points;
    for (const int at : minutesOfPoints)
        points.push_back({minute(at), 100, milliseconds(200)});
    return points;
}

QStringList textsOf(const std::vector<TimeTick> &ticks)
{
    QStringList texts;
    for (const TimeTick &tick : ticks)
        texts += tick.text;
    return texts;
}

} // namespace

class TestChartValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void aPeriodIsAskedForInFewWholePieces_data()
    {
        QTest::addColumn<ChartPeriod>("period");
        QTest::newRow("hour") << ChartPeriod::Hour;
        QTest::newRow("day") << ChartPeriod::Day;
        QTest::newRow("week") << ChartPeriod::Week;
    }
    void aPeriodIsAskedForInFewWholePieces()
    {
        QFETCH(ChartPeriod, period);
        const TimePoint now = test::sampleNow();
        const HealthQuery query = healthQuery(period, {QStringLiteral("a")}, now);
        QCOMPARE(query.to - query.from, lengthOf(period));
        QVERIFY(query.points <= kMostChartPoints);
        QCOMPARE(query.points * pieceOf(period), lengthOf(period));
        QVERIFY2(query.to > now && query.to - now <= pieceOf(period), "ends with the piece that is now");
        const HealthQuery later = healthQuery(period, {}, query.to - milliseconds(1));
        QCOMPARE(later.from, query.from); // pieces stay where they are
    }

    void ticksFallOnFullLocalTimes_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("most");
        QTest::addColumn<QStringList>("texts");
        const auto row = [](const char *name, const char *from, const char *to, int most,
                            const QString &texts) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(to) << most
                                << texts.split(QLatin1Char('|'));
        };
        row("an hour", "2026-11-23 14:35", "2026-11-23 15:35", 7,
            QStringLiteral("14:40|14:50|15:00|15:10|15:20|15:30"));
        row("an hour, little room", "2026-11-23 14:35", "2026-11-23 15:35", 3, QStringLiteral("15:00|15:30"));
        row("a day with its midnight", "2026-11-23 14:35", "2026-11-24 14:35", 6,
            QStringLiteral("18:00|Tue 24|06:00|12:00"));
        row("a week", "2026-11-16 14:35", "2026-11-23 14:35", 8,
            QStringLiteral("Tue 17|Wed 18|Thu 19|Fri 20|Sat 21|Sun 22|Mon 23"));
        row("the clock is set forward", "2026-03-29 00:30", "2026-03-29 04:30", 6,
            QStringLiteral("01:00|03:00|04:00"));
        row("the clock is set back: 25 hours of midnights", "2026-10-24 12:00", "2026-10-27 12:00", 4,
            QStringLiteral("Sun 25|Mon 26|Tue 27"));
    }
    void ticksFallOnFullLocalTimes()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, most);
        const auto ticks = timeTicks(local(from.toLatin1().constData()), local(to.toLatin1().constData()),
                                     most, QLocale(QStringLiteral("en_US")));
        QTEST(textsOf(ticks), "texts");
        QVERIFY(static_cast<int>(ticks.size()) <= most);
    }

    void latencyTicksAreNice_data()
    {
        QTest::addColumn<double>("highest");
        QTest::addColumn<QList<double>>("expected");
        QTest::newRow("milliseconds") << 480.0 << QList<double>{0, 100, 200, 300, 400, 500};
        QTest::newRow("just at a tick") << 500.0 << QList<double>{0, 100, 200, 300, 400, 500};
        QTest::newRow("seconds") << 7300.0 << QList<double>{0, 2000, 4000, 6000, 8000};
        QTest::newRow("nothing known") << 0.0 << QList<double>{0};
    }
    void latencyTicksAreNice()
    {
        QFETCH(double, highest);
        const std::vector<double> ticks = niceTicks(highest);
        QFETCH(QList<double>, expected);
        if (highest > 0)
            QCOMPARE(QList<double>(ticks.begin(), ticks.end()), expected);
        QVERIFY(ticks.back() > 0);
        QVERIFY(ticks.size() <= 6);
    }

    void gapsCutALine_data()
    {
        QTest::addColumn<std::vector<HealthPoint>>("points");
        QTest::addColumn<int>("segments");
        QTest::newRow("no point") << std::vector<HealthPoint>{} << 0;
        QTest::newRow("a single sample is a short line") << pointsAt({5}) << 1;
        QTest::newRow("one each check") << pointsAt({0, 1, 2, 3}) << 1;
        QTest::newRow("a check that came late") << pointsAt({0, 1, 3, 4}) << 1;
        QTest::newRow("the program did not run") << pointsAt({0, 1, 2, 9, 10, 30}) << 3;
    }
    void gapsCutALine()
    {
        QFETCH(std::vector<HealthPoint>, points);
        const Reach reach = reachOf(seconds(15), seconds(60), minute(60));
        for (const ChartValue value : {ChartValue::Health, ChartValue::Latency}) {
            const std::vector<Segment> segments = lineSegments(points, value, reach);
            QTEST(static_cast<int>(segments.size()), "segments");
            for (const Segment &segment : segments)
                QVERIFY2(segment.size() >= 2 && segment.front().x() < segment.back().x(), "can be seen");
        }
    }

    void healthGoesInSteps()
    {
        std::vector<HealthPoint> points = pointsAt({0, 1, 2, 3});
        points[2].percentage = points[3].percentage = 50;
        const std::vector<Segment> segments =
            lineSegments(points, ChartValue::Health, reachOf(seconds(15), seconds(60), minute(60)));
        const double at = 60'000;
        const Segment steps{{0, 100}, {2 * at, 100}, {2 * at, 50}, {4 * at, 50}};
        QCOMPARE(segments.front(), steps);
    }

    void nothingIsDrawnBehindTheEnd()
    {
        const auto segments = lineSegments(pointsAt({0, 1}), ChartValue::Health,
                                           reachOf(seconds(15), seconds(60), minute(1) + seconds(5)));
        QCOMPARE(segments.front().back().x(), 65'000.0);
    }

    void thereAreNeverTooManySegments()
    {
        std::vector<HealthPoint> points;
        for (int i = 0; i < 300; ++i)
            points.push_back({minute(10 * i + i % 7), 100, std::nullopt});
        const auto segments =
            lineSegments(points, ChartValue::Health, reachOf(seconds(15), seconds(60), minute(9999)));
        QVERIFY(segments.size() > 1);
        QVERIFY(segments.size() <= kMostSegments);
    }

    void aChecksThatFailedHasNoLatency()
    {
        std::vector<HealthPoint> points = pointsAt({0, 1, 2, 3, 4, 5, 6});
        for (size_t i = 2; i < 5; ++i)
            points[i].latency.reset();
        const Reach reach = reachOf(seconds(15), seconds(60), minute(60));
        QCOMPARE(lineSegments(points, ChartValue::Latency, reach).size(), size_t(2));
        QCOMPARE(lineSegments(points, ChartValue::Health, reach).size(), size_t(1));
        QCOMPARE(valueAt(points, ChartValue::Latency, reach, minute(4)), std::nullopt);
    }

    void theReadOutTellsWhatHeld_data()
    {
        QTest::addColumn<qint64>("second");
        QTest::addColumn<std::optional<double>>("value");
        const auto row = [](const char *name, qint64 second, std::optional<double> value) {
            QTest::newRow(name) << second << value;
        };
        row("before the first point", 30, std::nullopt);
        row("at the first point", 60, 100.0);
        row("between two points", 100, 100.0);
        row("after a step", 121, 50.0);
        row("as long as the last one holds", 175, 50.0);
        row("in the gap", 400, std::nullopt);
        row("after the gap", 605, 75.0);
        row("behind the last", 700, std::nullopt);
    }
    void theReadOutTellsWhatHeld()
    {
        QFETCH(qint64, second);
        const std::vector<HealthPoint> points{
            {minute(1), 100, {}}, {minute(2), 50, {}}, {minute(10), 75, {}}};
        const Reach reach = reachOf(seconds(15), seconds(60), minute(60));
        QTEST(valueAt(points, ChartValue::Health, reach, TimePoint(seconds(second))), "value");
    }

    void eventsThatAreCloseShareAMark()
    {
        std::vector<FailoverEvent> events;
        for (const int at : {50, 31, 30, 10}) {
            FailoverEvent event;
            event.at = minute(at);
            event.type = at == 30 ? FailoverEventType::Failover : FailoverEventType::Recovery;
            events.push_back(event);
        }
        events.push_back({});
        events.back().at = TimePoint(minutes(-5)); // before the chart begins
        const PlotFrame frame{QRectF(0, 0, 600, 100), minute(0), minute(60)};
        const std::vector<MarkCluster> clusters = markClusters(events, frame, 14);
        QCOMPARE(clusters.size(), size_t(3));
        QCOMPARE(clusters[0].x, 100.0);
        QCOMPARE(clusters[1].events.size(), size_t(2));
        QCOMPARE(clusters[1].events.front().at, minute(31));
        QCOMPARE(leading(clusters[1]).type, FailoverEventType::Failover);
        events[1].success = false;
        QCOMPARE(leading(markClusters(events, frame, 14)[1]).success, false);
    }
};

QTEST_GUILESS_MAIN(TestChartValues)
#include "tst_chart_values.moc"

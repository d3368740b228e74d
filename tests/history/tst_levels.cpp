// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/levels.h"

#include <QTest>

using namespace qcc;

namespace {

using std::chrono::hours;

constexpr TimePoint kDay{milliseconds(1'772'323'200'000)}; // 2026-03-01T00:00:00Z
constexpr TimePoint kLongAgo{milliseconds(0)};

using Tiles = std::vector<Tile>;

} // namespace

class TestLevels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPeriodIsCoveredByFewPieces_data()
    {
        QTest::addColumn<TimePoint>("from");
        QTest::addColumn<TimePoint>("to");
        QTest::addColumn<TimePoint>("minutesFrom");
        QTest::addColumn<TimePoint>("hoursFrom");
        QTest::addColumn<Tiles>("tiles");
        QTest::newRow("nothing") << kDay << kDay << kLongAgo << kLongAgo << Tiles{};
        QTest::newRow("a moment: its minute") << kDay + seconds(5) << kDay + seconds(6) << kLongAgo
                                              << kLongAgo << Tiles{{Level::Minute, kDay, kDay + minutes(1)}};
        QTest::newRow("whole days") << kDay << kDay + hours(48) << kLongAgo << kLongAgo
                                    << Tiles{{Level::Day, kDay, kDay + hours(48)}};
        QTest::newRow("minutes and hours at the edges")
            << kDay - minutes(61) << kDay + hours(25) + minutes(30) << kLongAgo << kLongAgo
            << Tiles{{Level::Minute, kDay - minutes(61), kDay - minutes(60)},
                     {Level::Hour, kDay - minutes(60), kDay},
                     {Level::Day, kDay, kDay + hours(24)},
                     {Level::Hour, kDay + hours(24), kDay + hours(25)},
                     {Level::Minute, kDay + hours(25), kDay + hours(25) + minutes(30)}};
        QTest::newRow("an old edge is rounded to its hour")
            << kDay + minutes(90) << kDay + hours(24) << kDay + hours(24) << kLongAgo
            << Tiles{{Level::Hour, kDay + hours(1), kDay + hours(24)}};
        QTest::newRow("an older one to its day")
            << kDay + minutes(90) << kDay + hours(20) << kDay + hours(48) << kDay + hours(24)
            << Tiles{{Level::Day, kDay, kDay + hours(24)}};
        QTest::newRow("nothing is kept but days")
            << kDay + hours(1) << kDay + hours(30) << TimePoint::max() << TimePoint::max()
            << Tiles{{Level::Day, kDay, kDay + hours(48)}};
    }
    void aPeriodIsCoveredByFewPieces()
    {
        QFETCH(const TimePoint, from);
        QFETCH(const TimePoint, to);
        QFETCH(const TimePoint, minutesFrom);
        QFETCH(const TimePoint, hoursFrom);
        QTEST(qcc::tiles(from, to, minutesFrom, hoursFrom), "tiles");
    }

    void piecesJoinWithoutGapOrOverlap()
    {
        for (int start = -200; start < 200; start += 7) {
            for (int length = 1; length < 6000; length += 331) {
                const TimePoint from = kDay + minutes(start);
                const TimePoint to = from + minutes(length);
                TimePoint at = from;
                for (const Tile &tile : tiles(from, to, kLongAgo, kLongAgo)) {
                    QCOMPARE(tile.from, at);
                    QVERIFY(tile.to > tile.from);
                    QCOMPARE(floorTo(tile.from, tile.level), tile.from);
                    QCOMPARE(floorTo(tile.to, tile.level), tile.to);
                    at = tile.to;
                }
                QCOMPARE(at, to);
            }
        }
    }

    void momentsBeforeTheEpochAreRoundedDownToo()
    {
        QCOMPARE(floorTo(kLongAgo - milliseconds(1), Level::Day), kLongAgo - hours(24));
        QCOMPARE(ceilTo(kLongAgo - milliseconds(1), Level::Day), kLongAgo);
        QCOMPARE(ceilTo(kLongAgo, Level::Hour), kLongAgo);
    }
};

QTEST_APPLESS_MAIN(TestLevels)
#include "tst_levels.moc"

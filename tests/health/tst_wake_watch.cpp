// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/wake_watch.h"

#include <QSignalSpy>
#include <QTest>

using namespace qcc;
using std::chrono::nanoseconds;

/// Sleep and long stops, seen by two clocks that are moved by hand.
class TestWakeWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoClocksTellWhatHappened_data();
    void twoClocksTellWhatHappened();
    void isToldOncePerSleep();
    void saysNothingWhileStopped();
    void looksByItself();
    void theSystemsClocksGoOn();
};

namespace {

struct HandClocks
{
    seconds boot{1'000};
    seconds awake{400};

    WakeWatch::Clocks clocks()
    {
        return {[this] { return nanoseconds(boot); }, [this] { return nanoseconds(awake); }};
    }
    void pass(seconds awakeFor, seconds asleepFor = seconds(0))
    {
        awake += awakeFor;
        boot += awakeFor + asleepFor;
    }
};

milliseconds toldSpan(const QSignalSpy &spy)
{
    return spy.isEmpty() ? milliseconds(-1) : spy.last().first().value<milliseconds>();
}

} // namespace

void TestWakeWatch::twoClocksTellWhatHappened_data()
{
    QTest::addColumn<seconds>("awake");
    QTest::addColumn<seconds>("asleep");
    QTest::addColumn<milliseconds>("told");
    constexpr milliseconds kNothing{-1};
    QTest::newRow("the timer comes in time") << seconds(2) << seconds(0) << kNothing;
    QTest::newRow("the timer comes late under load") << seconds(20) << seconds(0) << kNothing;
    QTest::newRow("clocks that differ a little") << seconds(2) << seconds(4) << kNothing;
    QTest::newRow("a short sleep") << seconds(2) << seconds(5) << milliseconds(5'000);
    QTest::newRow("a night") << seconds(2) << seconds(28'800) << milliseconds(28'800'000);
    QTest::newRow("stopped, 30 s late") << seconds(32) << seconds(0) << kNothing;
    QTest::newRow("stopped for longer") << seconds(33) << seconds(0) << milliseconds(31'000);
    QTest::newRow("stopped, then asleep") << seconds(42) << seconds(60) << milliseconds(100'000);
}

void TestWakeWatch::twoClocksTellWhatHappened()
{
    QFETCH(seconds, awake);
    QFETCH(seconds, asleep);
    QFETCH(milliseconds, told);
    HandClocks hand;
    WakeWatch watch(hand.clocks());
    QSignalSpy woke(&watch, &WakeWatch::wokeUp);
    watch.start();
    hand.pass(awake, asleep);
    watch.look();
    QCOMPARE(toldSpan(woke), told);
}

void TestWakeWatch::isToldOncePerSleep()
{
    HandClocks hand;
    WakeWatch watch(hand.clocks());
    QSignalSpy woke(&watch, &WakeWatch::wokeUp);
    watch.start();
    hand.pass(seconds(2), seconds(600));
    watch.look();
    watch.look();
    hand.pass(seconds(2));
    watch.look();
    QCOMPARE(woke.size(), 1);
    hand.pass(seconds(2), seconds(600));
    watch.look();
    QCOMPARE(woke.size(), 2);
}

void TestWakeWatch::saysNothingWhileStopped()
{
    HandClocks hand;
    WakeWatch watch(hand.clocks());
    QSignalSpy woke(&watch, &WakeWatch::wokeUp);
    watch.look();
    watch.start();
    watch.stop();
    hand.pass(seconds(2), seconds(600));
    watch.look();
    QCOMPARE(woke.size(), 0);
    watch.start(); // what was slept before is not its concern
    watch.look();
    QCOMPARE(woke.size(), 0);
}

void TestWakeWatch::looksByItself()
{
    HandClocks hand;
    WakeWatch watch(hand.clocks());
    QSignalSpy woke(&watch, &WakeWatch::wokeUp);
    watch.start();
    hand.pass(seconds(2), seconds(600));
    QVERIFY(woke.wait(static_cast<int>(WakeWatch::kLookEvery.count()) * 5));
}

void TestWakeWatch::theSystemsClocksGoOn()
{
    const WakeWatch::Clocks clocks = WakeWatch::systemClocks();
    const nanoseconds boot = clocks.sinceBoot();
    const nanoseconds awake = clocks.awake();
    QTRY_VERIFY(clocks.sinceBoot() > boot && clocks.awake() > awake);
    QVERIFY(boot > nanoseconds(0));
}

QTEST_GUILESS_MAIN(TestWakeWatch)
#include "tst_wake_watch.moc"

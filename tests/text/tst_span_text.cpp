// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/span_text.h"
#include "tests/text/text_bench.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

class TestSpanText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useUtc(); }
    void spans_data();
    void spans();
    void latencies_data();
    void latencies();
    void countdowns_data();
    void countdowns();
    void moments();
};

void TestSpanText::spans_data()
{
    QTest::addColumn<milliseconds>("span");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing is below zero") << milliseconds(-5s) << QStringLiteral("0 s");
    QTest::newRow("parts of a second are dropped") << milliseconds(1999) << QStringLiteral("1 s");
    QTest::newRow("below a minute") << milliseconds(59s) << QStringLiteral("59 s");
    QTest::newRow("minutes without seconds") << milliseconds(3min + 20s) << QStringLiteral("3 min");
    QTest::newRow("below an hour") << milliseconds(59min + 59s) << QStringLiteral("59 min");
    QTest::newRow("hours with minutes") << milliseconds(80min) << QStringLiteral("1 h 20 min");
    QTest::newRow("whole hours") << milliseconds(2h + 59s) << QStringLiteral("2 h");
    QTest::newRow("whole days") << milliseconds(24h) << QStringLiteral("1 d");
    QTest::newRow("days with hours") << milliseconds(51h + 59min) << QStringLiteral("2 d 3 h");
}

void TestSpanText::spans()
{
    QFETCH(const milliseconds, span);
    QTEST(spanText(span), "text");
}

void TestSpanText::latencies_data()
{
    QTest::addColumn<milliseconds>("latency");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing is below zero") << milliseconds(-1) << QStringLiteral("<1 ms");
    QTest::newRow("less than a millisecond") << milliseconds(0) << QStringLiteral("<1 ms");
    QTest::newRow("a millisecond") << milliseconds(1) << QStringLiteral("1 ms");
    QTest::newRow("milliseconds") << milliseconds(999) << QStringLiteral("999 ms");
    QTest::newRow("seconds with a tenth") << milliseconds(1240) << QStringLiteral("1.2 s");
    QTest::newRow("many seconds") << milliseconds(90s) << QStringLiteral("90.0 s");
}

void TestSpanText::latencies()
{
    QFETCH(const milliseconds, latency);
    QTEST(latencyText(latency), "text");
}

void TestSpanText::countdowns_data()
{
    QTest::addColumn<milliseconds>("left");
    QTest::addColumn<QString>("text");
    QTest::newRow("over") << milliseconds(-5s) << QStringLiteral("0:00");
    QTest::newRow("the last moment still counts") << milliseconds(1) << QStringLiteral("0:01");
    QTest::newRow("seconds") << milliseconds(9s) << QStringLiteral("0:09");
    QTest::newRow("minutes") << milliseconds(200s) << QStringLiteral("3:20");
    QTest::newRow("up to the hour") << milliseconds(3599s) << QStringLiteral("59:59");
    QTest::newRow("hours") << milliseconds(62min + 5s) << QStringLiteral("1:02:05");
    QTest::newRow("more than a day stays in hours") << milliseconds(26h) << QStringLiteral("26:00:00");
}

void TestSpanText::countdowns()
{
    QFETCH(const milliseconds, left);
    QTEST(countdown(left), "text");
}

void TestSpanText::moments()
{
    QCOMPARE(clockText(at(9, 5, 7)), QStringLiteral("09:05:07"));
    QCOMPARE(dateTimeText(at(9, 5, 7)), QStringLiteral("2026-11-23 09:05:07"));
    QCOMPARE(momentText(at(9, 5, 7), at(23, 59)), QStringLiteral("09:05:07"));
    QCOMPARE(momentText(at(9, 5, 7), at(9, 5) + 24h), QStringLiteral("2026-11-23 09:05:07"));
    QCOMPARE(dueText(at(14, 35, 10), at(14, 31, 50)), QStringLiteral("14:35:10 (in 3:20)"));
    QCOMPARE(dueText(at(14, 35, 10), at(14, 35, 10)), QStringLiteral("14:35:10"));
}

QTEST_GUILESS_MAIN(TestSpanText)
#include "tst_span_text.moc"

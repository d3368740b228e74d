// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/statistics.h"

#include <QTest>

using namespace qcc;

namespace {

constexpr TimePoint kStart{milliseconds(1'000'000'000)};

TimePoint at(int minute)
{
    return kStart + minutes(minute);
}

/// "12 F main>spare": at minute 12 a failover (R, M, A: recovery, manual, activation; small: in vain).
FailoverEvent eventOf(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '));
    const QStringList configs = words.at(2).split(QLatin1Char('>'));
    FailoverEvent event;
    event.at = at(words.at(0).toInt());
    event.success = words.at(1).at(0).isUpper();
    switch (words.at(1).at(0).toUpper().unicode()) {
    case 'F':
        event.type = FailoverEventType::Failover;
        break;
    case 'R':
        event.type = FailoverEventType::Recovery;
        break;
    case 'M':
        event.type = FailoverEventType::Manual;
        break;
    default:
        event.type = FailoverEventType::Activation;
    }
    event.from = configs.at(0);
    event.to = configs.at(1);
    return event;
}

std::vector<FailoverEvent> eventsOf(const QString &text)
{
    std::vector<FailoverEvent> events;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        events.push_back(eventOf(part.trimmed()));
    return events;
}

/// "main 0-12, spare 12-60".
QString textOf(const std::vector<ActiveSpan> &spans)
{
    QStringList parts;
    for (const ActiveSpan &span : spans)
        parts << QStringLiteral("%1 %2-%3")
                     .arg(span.config)
                     .arg((span.from - kStart) / minutes(1))
                     .arg((span.to - kStart) / minutes(1));
    return parts.join(QStringLiteral(", "));
}

} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void spansSayWhoWasActiveWhen_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("events");
        QTest::addColumn<QString>("spans");
        const auto row = [](const char *name, const char *before, const char *events, const char *spans) {
            QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(events)
                                << QString::fromLatin1(spans);
        };
        row("nothing is known", "", "", "");
        row("no switch at all", "main", "", "main 0-60");
        row("one switch", "main", "12 F main>spare", "main 0-12, spare 12-60");
        row("the first event tells who was before", "", "12 F main>spare", "main 0-12, spare 12-60");
        row("a first activation", "", "12 A >main", "main 12-60");
        row("in vain", "main", "12 f main>", "main 0-60");
        row("there and back", "main", "12 F main>spare, 30 R spare>main",
            "main 0-12, spare 12-30, main 30-60");
        row("the last one was removed", "main", "12 A main>", "main 0-12");
        row("a gap without an active config", "main", "12 A main>, 20 A >spare", "main 0-12, spare 20-60");
        row("to the same again: one span", "main", "12 M main>main", "main 0-60");
        row("two at one moment", "main", "12 F main>spare, 12 F spare>last", "main 0-12, last 12-60");
        row("a clock that went back", "main", "12 F main>spare, 10 R spare>main", "main 0-60");
        row("beyond the end", "main", "70 F main>spare", "main 0-60");
    }
    void spansSayWhoWasActiveWhen()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, events);
        QTEST(textOf(activeSpans(before, eventsOf(events), at(0), at(60))), "spans");
    }

    void manySpansAreToldCoarsely_data()
    {
        QTest::addColumn<QString>("events");
        QTest::addColumn<int>("pieces");
        QTest::addColumn<QString>("spans");
        const auto row = [](const char *name, const char *events, int pieces, const char *spans) {
            QTest::newRow(name) << QString::fromLatin1(events) << pieces << QString::fromLatin1(spans);
        };
        const char *flap = "2 F main>spare, 19 R spare>main, 25 F main>spare, 28 R spare>main, 29 A main>";
        row("few stay as they are", flap, 5, "main 0-2, spare 2-19, main 19-25, spare 25-28, main 28-29");
        row("who was active longest has the piece", flap, 3, "spare 0-20, main 20-40");
        row("several short ones add up", flap, 2, "spare 0-30");
        row("a piece in which nobody was active", "5 A main>, 6 A >spare, 7 A spare>, 50 A >main", 2,
            "main 0-60");
        row("one piece", flap, 1, "spare 0-60");
        row("none", "", 0, "main 0-60");
    }
    void manySpansAreToldCoarsely()
    {
        QFETCH(const QString, events);
        QFETCH(const int, pieces);
        const std::vector<ActiveSpan> spans =
            activeSpans(QStringLiteral("main"), eventsOf(events), at(0), at(60));
        QTEST(textOf(coarseSpans(spans, at(0), at(60), pieces)), "spans");
    }

    void sharesAddUpPerConfig()
    {
        const std::vector<ActiveSpan> spans =
            activeSpans(QStringLiteral("main"), eventsOf(QStringLiteral("15 F main>spare, 30 R spare>main")),
                        at(0), at(60));
        const std::map<QString, double> shares = activeShares(spans, at(0), at(60));
        QCOMPARE(shares.size(), size_t(2));
        QCOMPARE(shares.at(QStringLiteral("main")), 0.75);
        QCOMPARE(shares.at(QStringLiteral("spare")), 0.25);
        QVERIFY(activeShares(spans, at(5), at(5)).empty());
    }

    void switchesAreCountedByType()
    {
        const SwitchCounts counts =
            countSwitches(eventsOf(QStringLiteral("0 A >main, 1 F main>spare, 2 F spare>last, 3 R last>main, "
                                                  "4 M main>last, 5 f last>, 6 m last>main")));
        QCOMPARE(counts, (SwitchCounts{.failovers = 2, .recoveries = 1, .manual = 1, .failed = 2}));
    }

    void timeToRecovery_data()
    {
        QTest::addColumn<QString>("events");
        QTest::addColumn<int>("minutes"); // -1: none
        const auto row = [](const char *name, const char *events, int mean) {
            QTest::newRow(name) << QString::fromLatin1(events) << mean;
        };
        row("no failover", "5 M a>b", -1);
        row("not back yet", "5 F a>b", -1);
        row("back by recovery", "5 F a>b, 25 R b>a", 20);
        row("back by hand", "5 F a>b, 15 M b>a", 10);
        row("not back, but on", "5 F a>b, 10 F b>c", -1);
        row("down the ladder and up at once", "5 F a>b, 10 F b>c, 25 R c>a", 20);
        row("the mean of two", "0 F a>b, 10 R b>a, 20 F a>b, 50 R b>a", 20);
        row("a recovery in vain is none", "0 F a>b, 10 r b>a, 30 R b>a", 30);
        row("both come back", "0 F a>b, 10 F b>c, 20 R c>b, 40 R b>a", 25);
    }
    void timeToRecovery()
    {
        QFETCH(const QString, events);
        QFETCH(const int, minutes);
        const auto mean = meanTimeToRecovery(eventsOf(events));
        QCOMPARE(mean ? int(*mean / qcc::minutes(1)) : -1, minutes);
    }

    void timeBetweenFailovers_data()
    {
        QTest::addColumn<QString>("events");
        QTest::addColumn<int>("minutes"); // -1: none
        QTest::newRow("none") << QString() << -1;
        QTest::newRow("one") << QStringLiteral("5 F a>b") << -1;
        QTest::newRow("two") << QStringLiteral("5 F a>b, 25 F b>c") << 20;
        QTest::newRow("others don't count")
            << QStringLiteral("5 F a>b, 10 R b>a, 12 f a>, 15 M a>c, 25 F c>b") << 20;
        QTest::newRow("three: the mean") << QStringLiteral("0 F a>b, 10 F b>c, 40 F c>a") << 20;
    }
    void timeBetweenFailovers()
    {
        QFETCH(const QString, events);
        QFETCH(const int, minutes);
        const auto mean = meanTimeBetweenFailovers(eventsOf(events));
        QCOMPARE(mean ? int(*mean / qcc::minutes(1)) : -1, minutes);
    }

    void ratesAreOfThePeriod()
    {
        QCOMPARE(perTime(3, at(0), at(90), std::chrono::hours(1)), 2.0);
        QCOMPARE(perTime(1, at(0), at(60), std::chrono::hours(24)), 24.0);
        QCOMPARE(perTime(3, at(0), at(0), std::chrono::hours(1)), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestStatistics)
#include "tst_statistics.moc"

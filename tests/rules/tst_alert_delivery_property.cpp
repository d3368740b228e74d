// SPDX-License-Identifier: GPL-3.0-or-later
// Random days of a channel: whatever happens, these hold.
#include "tests/rules/delivery_world.h"

#include <QRandomGenerator>
#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

const QStringList &conditions()
{
    static const QStringList kNames{
        QStringLiteral("down"), QStringLiteral("alone"), QStringLiteral("limit"), QStringLiteral("away"),
        QStringLiteral("net"),  QStringLiteral("key:a"), QStringLiteral("key:b"), QStringLiteral("credit:a")};
    return kNames;
}

template <typename List> auto pick(QRandomGenerator &dice, const List &list)
{
    return list[dice.bounded(int(list.size()))];
}

QString somethingHappens(QRandomGenerator &dice, std::set<QString> &standing)
{
    static const QStringList kMoods{QStringLiteral("well"),  QStringLiteral("well"),
                                    QStringLiteral("fails"), QStringLiteral("refuses"),
                                    QStringLiteral("gone"),  QStringLiteral("busy")};
    static const QStringList kOther{QStringLiteral("switch"), QStringLiteral("back"),
                                    QStringLiteral("proved")};
    const int what = dice.bounded(10);
    if (what == 0)
        return pick(dice, kMoods);
    if (what == 1)
        return pick(dice, kOther);
    const QString name = pick(dice, conditions());
    if (standing.erase(name) > 0)
        return QStringLiteral("clear ") + name;
    standing.insert(name);
    return QStringLiteral("raise ") + name;
}

bool isQuietAt(TimePoint at)
{
    const int hour = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC).time().hour();
    return hour >= 22 || hour < 7;
}

} // namespace

class AlertDeliveryPropertyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdsWhateverHappens_data();
    void holdsWhateverHappens();
};

void AlertDeliveryPropertyTest::holdsWhateverHappens_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void AlertDeliveryPropertyTest::holdsWhateverHappens()
{
    QFETCH(quint32, seed);
    QRandomGenerator dice(seed);
    DeliveryWorld world;
    world.play(QStringLiteral("quiet 22-7; digest daily"));
    std::set<QString> standing;
    std::map<QString, bool> open; // by cause: its beginning arrived, and not yet its end
    size_t seen = 0;
    qsizetype seenArrived = 0;
    std::vector<TimePoint> arrivals;
    for (int i = 0; i < 1'500; ++i) {
        world.play(somethingHappens(dice, standing));
        world.advance(milliseconds{dice.bounded(dice.bounded(4) == 0 ? 3'600'000 : 90'000)});

        QVERIFY(world.delivery().waiting.size() <= size_t{kMostWaiting});
        QVERIFY(world.delivery().arrived.size() <= size_t(world.pace.mostAnHour));
        for (; seen < world.sent().size(); ++seen) {
            const AlertMessage &message = world.sent()[seen].message;
            const bool critical = !message.happenings.empty() &&
                                  std::all_of(message.happenings.begin(), message.happenings.end(),
                                              [](const AlertHappening &one) { return one.critical; });
            QVERIFY2(critical || !isQuietAt(world.sentAt()[seen]),
                     qPrintable(world.tries()[qsizetype(seen)]));
        }
        for (; seenArrived < world.arrived().size(); ++seenArrived)
            arrivals.push_back(world.arrivedAt()[size_t(seenArrived)]);
    }
    for (size_t i = size_t(world.pace.mostAnHour); i < arrivals.size(); ++i)
        QVERIFY(arrivals[i] - arrivals[i - size_t(world.pace.mostAnHour)] >= std::chrono::hours{1});

    // Begin, end, begin, end: nothing begins twice, nothing ends that had not begun.
    for (const AlertMessage &message : world.arrivedMessages()) {
        for (const AlertHappening &happening : message.happenings) {
            const Alert &alert = happening.alert;
            if (alert.kind == AlertKind::Failover || alert.kind == AlertKind::Recovery)
                continue;
            const bool down = alert.kind == AlertKind::AllDown || alert.kind == AlertKind::NoFallback;
            const QString cause =
                down ? QStringLiteral("down") : QString::number(int(alert.kind)) + alert.subject;
            const QString once = cause + QString::number(happening.at.time_since_epoch().count());
            bool &begun = open[once];
            QVERIFY2(!begun || happening.ended, "its beginning is told once");
            begun = true;
        }
    }
    world.play(QStringLiteral("well; +3d"));
    QCOMPARE(world.snapshot().waiting, 0);
    QVERIFY(!world.snapshot().failingSince);
}

QTEST_GUILESS_MAIN(AlertDeliveryPropertyTest)
#include "tst_alert_delivery_property.moc"

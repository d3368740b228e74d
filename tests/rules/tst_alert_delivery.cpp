// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/delivery_world.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

class AlertDeliveryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatArrives_data();
    void whatArrives();
    void triesComeEverMoreSlowly();
    void aServiceThatAsksForAPauseGetsIt();
    void aCriticalOneDoesNotSitOutALongPause();
    void whatIsRefusedIsNotTriedAgain();
    void whatFailsTooOftenIsGivenUp();
    void whatIsUnreachableForADayIsGivenUp();
    void theSnapshotTellsOfTrouble();
    void aNewWayForgetsFailures();
    void aChannelThatIsSwitchedOffIsStopped();
    void waitingIsBounded();
    void aDigestCounts();
    void aDigestTellsTheTimeAway();
    void whatWasBrokenOffIsNotMistaken();
};

void AlertDeliveryTest::whatArrives_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *script, const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(script) << QString::fromLatin1(expected);
    };
    row("a switch is told at once", "switch; +1h", "12:00:00 switch");
    row("a recovery, too", "switch; +5m; back; +1h", "12:00:00 switch | 12:05:00 back");
    row("a condition is told once it has settled", "raise key:a/b; +1h", "12:00:02 key:a/b");
    row("one that is raised twice is told once", "raise key:a/b; +1m; raise key:a/b; +1h",
        "12:00:02 key:a/b");
    row("and its end, once that has lasted", "raise key:a/b; +10m; clear key:a/b; +1h",
        "12:00:02 key:a/b | 12:11:00 key:a/b end");
    row("an end without a beginning is no news", "clear key:a/b; +1h", "");
    row("one that is shorter than the calm is told with its end, if it was told",
        "raise key:a/b; +30s; clear key:a/b; +1h", "12:00:02 key:a/b | 12:01:30 key:a/b end");
    row("one that ends before it settled is none", "raise key:a/b; +1s; clear key:a/b; +1h", "");
    row("one that comes and goes is one",
        "raise down; +10m; clear down; +30s; raise down; +30s; clear down; +50s; raise down; +5m; clear "
        "down; +1h",
        "12:00:02 down! | 12:17:50 down! end");
    row("one that comes again after the calm is another",
        "raise down; +10m; clear down; +61s; raise down; +1h",
        "12:00:02 down! | 12:11:00 down! end | 12:11:03 down!");
    row("other subjects are other causes", "raise key:a/b; raise key:a/c; +1h; clear key:a/b; +1h",
        "12:00:02 key:a/b | 12:00:02 key:a/c | 13:01:00 key:a/b end");
    row("all down and nothing to fail over to is one cause, and critical", "raise down; raise alone; +1h",
        "12:00:02 alone!");
    row("in either order", "raise alone; raise down; +1h", "12:00:02 alone!");
    row("it ends when both have ended", "raise alone; raise down; +1h; clear down; +10m; clear alone; +1h",
        "12:00:02 alone! | 13:11:00 alone! end");
    row("what is not wanted is not told", "only key; raise down; switch; raise key:a/b; +1h; clear down; +1h",
        "12:00:02 key:a/b");
    row("down makes alone critical even where only alone is told",
        "only alone; quiet 12-13; raise down; raise alone; +10m", "12:00:02 alone!");

    row("what stood before the process was told then; its end is told now",
        "known down; +1h; clear down; +1h", "13:01:00 down! end");
    row("to channels that come later, too", "off; known down; on; +1h; clear down; +1h",
        "13:01:00 down! end");
    row("what is over by then is not", "off; known down; clear down; on; +1h", "");

    row("quiet hours hold what is not critical", "quiet 12-18; switch; raise key:a/b; +10h",
        "18:00:00 [switch, key:a/b]");
    row("critical ones pass", "quiet 12-18; raise down; +1h; clear down; +1h",
        "12:00:02 down! | 13:01:00 down! end");
    row("one alone is told as it is", "quiet 12-18; switch; +10h", "18:00:00 switch");
    row("what ended meanwhile is told with its end", "quiet 12-18; raise key:a/b; +1h; clear key:a/b; +10h",
        "18:00:00 key:a/b over");
    row("what was short meanwhile is not", "quiet 12-18; raise key:a/b; +20s; clear key:a/b; +10h", "");
    row("what came again meanwhile is two",
        "quiet 12-18; raise key:a; +1h; clear key:a; +1h; raise key:a; +10h", "18:00:00 [key:a over, key:a]");
    row("the end of what was told before waits as well", "raise key:a; +30m; quiet 12-18; clear key:a; +10h",
        "12:00:02 key:a | 18:00:00 key:a end");
    row("quiet hours over midnight", "quiet 22-7; +11h; switch; +12h", "07:00:00 switch");
    row("outside of them nothing waits", "quiet 22-7; switch; +1h", "12:00:00 switch");
    row("the whole day quiet: only critical ones", "quiet 9-9; switch; raise down; +1d", "12:00:02 down!");
    row("what fails while quiet hours begin is not tried in them",
        "quiet 13-14; fails; +59m; switch; +1m; well; +3h", "14:00:00 switch");

    row("the sixteenth in an hour waits and is summed up",
        "switch; switch; switch; switch; switch; switch; switch; switch; switch; switch; switch; switch; "
        "switch; switch; switch; +1m; switch; back; +2h",
        "12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | "
        "12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | "
        "12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | "
        "13:00:00 [switch, back]");
    row("there is room for critical ones",
        "switch; switch; switch; switch; switch; switch; switch; switch; switch; switch; switch; switch; "
        "switch; switch; switch; back; raise down; +1m",
        "12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | "
        "12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | "
        "12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | 12:00:00 switch | "
        "12:00:02 down!");

    row("many at once are summed up",
        "raise key:a; raise key:b; raise key:c; raise key:d; raise key:e; raise key:f; +1h",
        "12:00:02 [key:a, key:b, key:c, key:d, key:e, key:f]");
    row("what waited for its service is told with its end",
        "gone; raise net; +10m; clear net; +2m; well; proved; +1h", "12:12:00 net over");
    row("the network's return is a reason to try", "gone; switch; raise net; +50m; well; clear net; +1s",
        "12:50:00 switch");
    row("a test that arrives is one, too", "gone; switch; +50m; well; proved; +1s", "12:50:00 switch");
    row("a daily digest comes at nine", "digest daily; +2d", "09:00:00 digest | 09:00:00 digest");
    row("a weekly one on Mondays", "digest weekly; +7d; +7d", "09:00:00 digest | 09:00:00 digest");
    row("a digest waits for quiet hours to pass", "digest daily; quiet 8-10; +1d", "10:00:00 digest");
}

void AlertDeliveryTest::whatArrives()
{
    QFETCH(QString, script);
    QFETCH(QString, expected);
    DeliveryWorld world;
    world.play(script);
    QCOMPARE(world.arrived().join(QStringLiteral(" | ")), expected);
}

void AlertDeliveryTest::triesComeEverMoreSlowly()
{
    DeliveryWorld world;
    world.play(QStringLiteral("gone; switch"));
    milliseconds expected{5'000};
    for (int i = 0; i < 12; ++i) {
        const milliseconds pause = world.delivery().resumeAt - world.now();
        QVERIFY2(pause >= expected * 4 / 5 && pause <= expected * 6 / 5,
                 qPrintable(QString::number(pause.count())));
        world.advance(pause);
        QCOMPARE(world.tries().size(), i + 2);
        expected = std::min<milliseconds>(expected * 2, minutes{15});
    }
}

void AlertDeliveryTest::aServiceThatAsksForAPauseGetsIt()
{
    DeliveryWorld world;
    world.play(QStringLiteral("busy; switch; +599s"));
    QCOMPARE(world.tries().size(), 1);
    world.play(QStringLiteral("well; +2s"));
    QCOMPARE(world.arrived(), QStringList{QStringLiteral("12:10:00 switch")});
}

void AlertDeliveryTest::aCriticalOneDoesNotSitOutALongPause()
{
    DeliveryWorld world;
    world.play(QStringLiteral("gone; switch; +1h"));
    QVERIFY(world.delivery().resumeAt - world.now() > seconds{10});
    world.play(QStringLiteral("well; raise down; +6s"));
    QCOMPARE(world.arrived(),
             (QStringList{QStringLiteral("13:00:05 down!"), QStringLiteral("13:00:05 switch")}));

    DeliveryWorld busy;
    busy.play(QStringLiteral("busy; switch; well; raise down; +599s"));
    QVERIFY(busy.arrived().isEmpty());
}

void AlertDeliveryTest::whatIsRefusedIsNotTriedAgain()
{
    DeliveryWorld world;
    world.play(QStringLiteral("refuses; raise key:a; +1h; clear key:a; well; +1h"));
    QCOMPARE(world.tries(), QStringList{QStringLiteral("12:00:02 key:a")});
    QVERIFY2(world.arrived().isEmpty(), "nor is its end told");
    world.play(QStringLiteral("switch; +1h"));
    QCOMPARE(world.arrived().size(), 1);
    QCOMPARE(world.snapshot().failingSince, std::nullopt);
}

void AlertDeliveryTest::whatFailsTooOftenIsGivenUp()
{
    DeliveryWorld world;
    world.play(QStringLiteral("fails; switch; +1d; well; +1d"));
    QCOMPARE(world.tries().size(), world.pace.mostTries);
    QCOMPARE(world.delivery().givenUp, 1);
    QCOMPARE(world.snapshot().waiting, 0);
    QVERIFY(world.snapshot().failingSince.has_value());
}

void AlertDeliveryTest::whatIsUnreachableForADayIsGivenUp()
{
    DeliveryWorld world;
    world.play(QStringLiteral("gone; switch; +23h"));
    QCOMPARE(world.snapshot().waiting, 1);
    QVERIFY(world.tries().size() > world.pace.mostTries);
    world.play(QStringLiteral("+2h; well; +1h"));
    QCOMPARE(world.snapshot().waiting, 0);
    QVERIFY(world.arrived().isEmpty());
}

void AlertDeliveryTest::theSnapshotTellsOfTrouble()
{
    DeliveryWorld world;
    const TimePoint begin = world.now();
    world.play(QStringLiteral("gone; switch; +1h; back"));
    ChannelSnapshot snapshot = world.snapshot();
    QCOMPARE(snapshot.failingSince, std::optional(begin));
    QCOMPARE(snapshot.trouble, QStringLiteral("trouble"));
    QCOMPARE(snapshot.waiting, 2);
    QCOMPARE(snapshot.lastSent, std::nullopt);
    world.play(QStringLiteral("well; +1h"));
    snapshot = world.snapshot();
    QVERIFY(!snapshot.failingSince && snapshot.trouble.isEmpty() && snapshot.lastSent);
    QCOMPARE(snapshot.waiting, 0);
}

void AlertDeliveryTest::aNewWayForgetsFailures()
{
    DeliveryWorld world;
    world.play(QStringLiteral("gone; switch; +2h; well; renew"));
    QCOMPARE(world.arrived(), QStringList{QStringLiteral("14:00:00 switch")});
}

void AlertDeliveryTest::aChannelThatIsSwitchedOffIsStopped()
{
    DeliveryWorld world;
    world.play(QStringLiteral("silent; switch"));
    QCOMPARE(world.tries().size(), 1);
    world.play(QStringLiteral("off; back; well; +1h"));
    QCOMPARE(world.tries().size(), 1);
    QVERIFY(world.state().channels.empty());
    world.play(QStringLiteral("on; +1h"));
    QVERIFY2(world.arrived().isEmpty(), "what happened meanwhile is past");
}

void AlertDeliveryTest::waitingIsBounded()
{
    DeliveryWorld world;
    world.play(QStringLiteral("gone"));
    for (int i = 0; i < 500; ++i) {
        world.play(QStringLiteral("raise key:%1; +1s").arg(i));
        QVERIFY(world.delivery().waiting.size() <= size_t{kMostWaiting});
        QVERIFY(world.delivery().causes.size() <= size_t{kMostStanding} + 1);
    }
    world.play(QStringLiteral("raise down; well; +1h"));
    QCOMPARE(world.arrived().size(), 1); // a summary of all
    QVERIFY2(world.arrived().last().contains(QLatin1String("+4")), qPrintable(world.arrived().last()));
    QVERIFY(world.arrived().join(u' ').contains(QLatin1String("down!")));
}

void AlertDeliveryTest::aDigestCounts()
{
    DeliveryWorld world;
    world.play(QStringLiteral(
        "digest daily; switch; +1h; back; +1h; switch; raise key:a; +2h; clear key:a; raise key:b; "
        "raise down; +1m; clear down; +1d"));
    const auto found = std::find_if(world.sent().begin(), world.sent().end(), [](const SendMessage &one) {
        return one.message.form == AlertMessageForm::Digest;
    });
    QVERIFY(found != world.sent().end());
    const DigestFacts &facts = found->message.digest;
    QCOMPARE(facts.failovers, 2);
    QCOMPARE(facts.recoveries, 1);
    QCOMPARE(facts.raised, (std::map<AlertKind, int>{{AlertKind::AllDown, 1}, {AlertKind::KeyRejected, 2}}));
    QCOMPARE(facts.stands.size(), size_t{1});
    QCOMPARE(facts.stands.front().subject, QStringLiteral("b"));
    QCOMPARE(facts.lastSwitch->to, QStringLiteral("other"));
    QCOMPARE(facts.to - facts.from, milliseconds{std::chrono::hours{21}});
    QCOMPARE(world.delivery().tally.failovers, 0);
}

void AlertDeliveryTest::aDigestTellsTheTimeAway()
{
    DeliveryWorld world;
    // Raised after an hour of being away.
    world.play(QStringLiteral("digest daily; +3h; raise away; +2h; clear away; +10h; raise away; +7h"));
    const DigestFacts &facts = world.sent().back().message.digest;
    QCOMPARE(world.sent().back().message.form, AlertMessageForm::Digest);
    // 14:00 – 17:00, and 02:00 – 09:00.
    QCOMPARE(facts.away, milliseconds{std::chrono::hours{10}});
    QCOMPARE(facts.stands.size(), size_t{1});
    world.play(QStringLiteral("+1d"));
    QCOMPARE(world.sent().back().message.digest.away, milliseconds{std::chrono::hours{24}});
}

void AlertDeliveryTest::whatWasBrokenOffIsNotMistaken()
{
    DeliveryWorld world;
    world.play(QStringLiteral("silent; switch"));
    const quint64 ticket = world.sent().back().ticket;
    world.play(QStringLiteral("renew"));
    QCOMPARE(world.sent().size(), size_t{2});
    world.feed(MessageSent{world.channel().id, ticket, {SendEnd::Failed, QStringLiteral("late"), {}}});
    QVERIFY(world.snapshot().trouble.isEmpty());
    QCOMPARE(world.snapshot().waiting, 1);
    world.feed(MessageSent{world.channel().id, world.sent().back().ticket, {}});
    QCOMPARE(world.snapshot().waiting, 0);
}

QTEST_GUILESS_MAIN(AlertDeliveryTest)
#include "tst_alert_delivery.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui_support/sample_world.h"
#include "ui/board/card_badges.h"
#include "ui/board/card_layout.h"
#include "ui/board/endpoint_tip.h"

#include <QTest>

namespace qcc::test {

namespace {

BoardCard cardNamed(const QString &name, const Settings &settings, const ProxySnapshot &snapshot)
{
    for (const BoardCard &card : boardCards(settings, snapshot, sampleNow())) {
        if (card.name == name)
            return card;
    }
    qFatal("no such card");
}

QStringList wordsOn(const BoardCard &card, std::optional<TimePoint> until = std::nullopt)
{
    QStringList words;
    for (const Badge &badge : badgesOf(card, until))
        words << badge.text;
    return words;
}

BoardCard withConditions(const std::vector<EndpointCondition> &conditions)
{
    BoardCard card;
    card.name = QStringLiteral("backup");
    card.health.status = HealthStatus::Healthy;
    card.health.totalEndpoints = static_cast<int>(conditions.size());
    for (const EndpointCondition condition : conditions) {
        EndpointSnapshot endpoint;
        endpoint.condition = condition;
        card.endpoints.push_back(endpoint);
    }
    return card;
}

} // namespace

/// What a card says in words, where it puts it, and what the tip of a dot tells.
class CardBadgesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { qputenv("TZ", "UTC"); }
    void conditionsBecomeWords_data();
    void conditionsBecomeWords();
    void activeAndPinnedComeFirst();
    void theFailureIsNamed();
    void heldBackIsSaidOnlyWithoutAnotherReason();
    void nothingIsCutOffInANarrowCard_data();
    void nothingIsCutOffInANarrowCard();
    void manyEndpointsAreCounted();
    void aTipTellsAllOfAnEndpoint();
};

void CardBadgesTest::conditionsBecomeWords_data()
{
    using C = EndpointCondition;
    QTest::addColumn<std::vector<C>>("conditions");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("ready says nothing") << std::vector{C::Ready} << QStringList{};
    QTest::newRow("all limited") << std::vector{C::Limited} << QStringList{QStringLiteral("Limited")};
    QTest::newRow("one of two limited")
        << std::vector{C::Ready, C::Limited} << QStringList{QStringLiteral("1 limited")};
    QTest::newRow("all keys rejected")
        << std::vector{C::KeyRejected, C::KeyRejected} << QStringList{QStringLiteral("Key rejected")};
    QTest::newRow("no key") << std::vector{C::NoKey} << QStringList{QStringLiteral("No key")};
    QTest::newRow("out of credit") << std::vector{C::OutOfCredit}
                                   << QStringList{QStringLiteral("Out of credit")};
    QTest::newRow("keys before limits")
        << std::vector{C::Limited, C::OutOfCredit}
        << QStringList{QStringLiteral("1 out of credit"), QStringLiteral("1 limited")};
    QTest::newRow("no endpoint") << std::vector<C>{} << QStringList{QStringLiteral("No endpoint")};
}

void CardBadgesTest::conditionsBecomeWords()
{
    QFETCH(std::vector<EndpointCondition>, conditions);
    QFETCH(QStringList, words);
    QCOMPARE(wordsOn(withConditions(conditions)), words);
}

void CardBadgesTest::activeAndPinnedComeFirst()
{
    const Settings settings = sampleSettings();
    const ProxySnapshot snapshot = sampleSnapshot(SampleMood::Pinned);
    const BoardCard card = cardNamed(QStringLiteral("backup"), settings, snapshot);
    const QStringList words = wordsOn(card, snapshot.failover.pinnedUntil);
    QCOMPARE(words.size(), 2);
    QCOMPARE(words.at(0), QStringLiteral("Active"));
    QVERIFY(words.at(1).startsWith(QStringLiteral("Pinned until ")));
    QCOMPARE(wordsOn(card).at(1), QStringLiteral("Pinned"));
    QVERIFY(wordsOn(cardNamed(QStringLiteral("production"), settings, snapshot)).isEmpty());
}

void CardBadgesTest::theFailureIsNamed()
{
    const BoardCard card =
        cardNamed(QStringLiteral("production"), sampleSettings(), sampleSnapshot(SampleMood::FailedOver));
    QCOMPARE(wordsOn(card), QStringList{QStringLiteral("Down: 529 overloaded")});
}

void CardBadgesTest::heldBackIsSaidOnlyWithoutAnotherReason()
{
    BoardCard card = withConditions({EndpointCondition::Ready});
    card.heldBack = QStringLiteral("overloaded for opus");
    QCOMPARE(wordsOn(card), QStringList{QStringLiteral("Held back")});
    card.endpoints[0].condition = EndpointCondition::Limited;
    QCOMPARE(wordsOn(card), QStringList{QStringLiteral("Limited")});
}

void CardBadgesTest::nothingIsCutOffInANarrowCard_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("a narrow card") << 190;
    QTest::newRow("a usual card") << 320;
    QTest::newRow("a wide card") << 900;
}

void CardBadgesTest::nothingIsCutOffInANarrowCard()
{
    QFETCH(int, width);
    const ProxySnapshot snapshot = sampleSnapshot(SampleMood::Degraded);
    const BoardCard card = cardNamed(QStringLiteral("production"), sampleSettings(), snapshot);
    const QFont font;
    for (const Density density : {Density::Comfortable, Density::Compact}) {
        const CardLayout layout =
            layoutCard(card, badgesOf(card, std::nullopt), {10, 20}, width, font, density);
        QCOMPARE(layout.card.topLeft(), QPoint(10, 20));
        QCOMPARE(layout.dots.size(), size_t(3));
        QCOMPARE(layout.badges.size(), size_t(3));
        QVERIFY(layout.card.contains(layout.name) && layout.card.contains(layout.ring));
        for (const PlacedBadge &placed : layout.badges) {
            const QRect drawn(placed.at.toPoint(), badgeSize(placed.badge, font));
            QVERIFY2(layout.card.contains(drawn), qPrintable(placed.badge.text));
            QVERIFY(!drawn.intersects(layout.ring) && !drawn.intersects(layout.description));
        }
        QVERIFY(layout.height > layout.card.height());
    }
}

void CardBadgesTest::manyEndpointsAreCounted()
{
    const BoardCard card = withConditions(std::vector<EndpointCondition>(11, EndpointCondition::Ready));
    const CardLayout layout = layoutCard(card, {}, {0, 0}, 300, QFont(), Density::Comfortable);
    QCOMPARE(layout.dots.size(), size_t(kShownDots));
    QVERIFY(!layout.otherDots.isEmpty());
    QVERIFY(layout.card.contains(layout.otherDots));
}

void CardBadgesTest::aTipTellsAllOfAnEndpoint()
{
    const ProxySnapshot snapshot = sampleSnapshot(SampleMood::Degraded);
    const QString well = endpointTip(snapshot.endpoints.at(0), sampleNow());
    QCOMPARE(well, QStringLiteral("eu-central\nhealthy, 180 ms"));
    const QString limited = endpointTip(snapshot.endpoints.at(1), sampleNow());
    QVERIFY(limited.startsWith(QStringLiteral("us-east\n")));
    QVERIFY(limited.contains(QStringLiteral("limited until ")));
    const QString rejected = endpointTip(snapshot.endpoints.at(2), sampleNow());
    QVERIFY(rejected.contains(QStringLiteral("key rejected until ")));
    QVERIFY(rejected.contains(QStringLiteral("Last error: 529 overloaded, at ")));
}

} // namespace qcc::test

QTEST_MAIN(qcc::test::CardBadgesTest)
#include "tst_card_badges.moc"

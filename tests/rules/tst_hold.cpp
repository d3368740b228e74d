// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/hold.h"

#include <QTest>

using namespace qcc;
using namespace std::chrono_literals;

namespace {

using E = HealthEffect;
using R = SkipReason;

constexpr TimePoint kNow{1'000'000s};
constexpr milliseconds kLongest{50'000};

AttemptRecord asked(const char *endpoint, HealthEffect effect, std::optional<seconds> until = {})
{
    AttemptRecord record;
    record.endpoint.value = QString::fromLatin1(endpoint);
    record.outcome.effect = effect;
    if (until)
        record.outcome.until = kNow + *until;
    return record;
}

Candidate candidate(const char *endpoint)
{
    return {QStringLiteral("c"), {QString::fromLatin1(endpoint)}, Priority::Primary};
}

SkippedCandidate skipped(SkipReason reason, std::optional<seconds> until = {})
{
    return {candidate("s"), reason, until ? std::optional(kNow + *until) : std::nullopt};
}

using Attempts = std::vector<AttemptRecord>;
using Skipped = std::vector<SkippedCandidate>;
using Candidates = std::vector<Candidate>;

} // namespace

class TestHold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWorthIt_data()
    {
        QTest::addColumn<Attempts>("attempts");
        QTest::addColumn<Skipped>("skips");
        QTest::addColumn<int>("until"); // seconds from now; 0: not worth it
        const auto row = [](const char *name, const Attempts &attempts, const Skipped &skips, int until) {
            QTest::newRow(name) << attempts << skips << until;
        };
        row("nobody at all", {}, {}, 0);
        row("one that is limited", {}, {skipped(R::Limited, 20s)}, 20);
        row("the first of two", {}, {skipped(R::Limited, 40s), skipped(R::Limited, 20s)}, 20);
        row("one was asked, one skipped", {asked("a", E::Limited, 30s)}, {skipped(R::Limited, 40s)}, 30);
        row("one is free in time, one is not", {}, {skipped(R::Limited, 900s), skipped(R::Limited, 50s)}, 50);
        row("a second too late", {}, {skipped(R::Limited, 51s)}, 0);
        row("it is over already", {asked("a", E::Limited, 0s)}, {}, 0);
        row("no end is known", {asked("a", E::Limited)}, {}, 0);
        row("one is failing", {}, {skipped(R::Limited, 20s), skipped(R::BreakerOpen, 5s)}, 0);
        row("one is being tried", {}, {skipped(R::Limited, 20s), skipped(R::TrialTaken)}, 0);
        row("one failed", {asked("a", E::Failure)}, {skipped(R::Limited, 20s)}, 0);
        row("a 429 that tells no time", {asked("a", E::Neutral)}, {skipped(R::Limited, 20s)}, 0);
        row("those that no waiting mends don't count", {asked("a", E::KeyRejected, 1800s)},
            {skipped(R::Limited, 20s), skipped(R::NoKey), skipped(R::OutOfCredit, 9s),
             skipped(R::KeyRejected, 9s), skipped(R::ModelMissing, 9s)},
            20);
        row("only such", {asked("a", E::KeyOutOfCredit, 10s), asked("b", E::ModelMissing, 10s)},
            {skipped(R::NoKey)}, 0);
        row("only overloaded: nobody knows for how long", {asked("a", E::ModelLimited, 30s)},
            {skipped(R::ModelLimited, 30s)}, 0);
        row("overloaded and limited", {asked("a", E::ModelLimited, 10s)}, {skipped(R::Limited, 20s)}, 20);
    }
    void isWorthIt()
    {
        QFETCH(const Attempts, attempts);
        QFETCH(const Skipped, skips);
        QFETCH(const int, until);
        const std::optional<TimePoint> expected =
            until == 0 ? std::nullopt : std::optional<TimePoint>(kNow + seconds(until));
        QCOMPARE(worthHolding(attempts, skips, kNow, kLongest), expected);
    }

    void isLookedAtAgain_data()
    {
        QTest::addColumn<Candidates>("candidates");
        QTest::addColumn<Skipped>("skips");
        QTest::addColumn<Attempts>("attempts");
        QTest::addColumn<HoldVerdict::Kind>("kind");
        QTest::addColumn<int>("until");
        using K = HoldVerdict::Kind;
        const auto row = [](const char *name, const Candidates &candidates, const Skipped &skips,
                            const Attempts &attempts, K kind, int until = 0) {
            QTest::newRow(name) << candidates << skips << attempts << kind << until;
        };
        row("still limited", {}, {skipped(R::Limited, 20s)}, {}, K::Wait, 20);
        row("another limit ends first now", {}, {skipped(R::Limited, 20s), skipped(R::Limited, 4s)}, {},
            K::Wait, 4);
        row("somebody is free", {candidate("a")}, {skipped(R::Limited, 20s)}, {}, K::GoOn);
        row("the one whose limit it was", {candidate("a")}, {}, {asked("a", E::Limited, 20s)}, K::GoOn);
        row("only one that was overloaded a moment ago", {candidate("a")}, {skipped(R::Limited, 20s)},
            {asked("a", E::ModelLimited, 30s)}, K::Wait, 20);
        row("that one, and another", {candidate("a"), candidate("b")}, {skipped(R::Limited, 20s)},
            {asked("a", E::ModelLimited, 30s)}, K::GoOn);
        row("only that one is left", {candidate("a")}, {skipped(R::NoKey)},
            {asked("a", E::ModelLimited, 30s)}, K::GoOn);
        row("the limit has become a long one", {}, {skipped(R::Limited, 300s)}, {}, K::GiveUp);
        row("all are gone", {}, {}, {}, K::GiveUp);
        row("keys are rejected now", {}, {skipped(R::KeyRejected, 900s)}, {}, K::GiveUp);
    }
    void isLookedAtAgain()
    {
        QFETCH(const Candidates, candidates);
        QFETCH(const Skipped, skips);
        QFETCH(const Attempts, attempts);
        QFETCH(const HoldVerdict::Kind, kind);
        QFETCH(const int, until);
        RoutingPlan plan;
        plan.candidates = candidates;
        plan.skipped = skips;
        const HoldVerdict expected{kind, until == 0 ? TimePoint() : kNow + seconds(until)};
        QCOMPARE(holdVerdict(plan, attempts, kNow, kLongest), expected);
    }
};

QTEST_GUILESS_MAIN(TestHold)
#include "tst_hold.moc"

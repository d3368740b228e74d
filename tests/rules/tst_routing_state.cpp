// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/routing.h"

#include <QTest>

using namespace qcc;

/// What is remembered of endpoints from one request to the next.
class TestRoutingState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomesAreRecorded_data();
    void outcomesAreRecorded();
    void aSuccessEndsTheModelsHold();
    void theLastOutcomeIsKept();
    void rememberedModelsAreBounded();
    void ofTwoLimitsTheLaterCounts();
    void aSuccessMakesTheKeyGood();
    void modelKeys();
};

namespace {

constexpr TimePoint kNow{seconds{1'767'323'045}};

} // namespace

void TestRoutingState::outcomesAreRecorded_data()
{
    QTest::addColumn<HealthEffect>("effect");
    QTest::addColumn<EndpointState>("expected");
    const TimePoint until = kNow + seconds(60);
    const auto row = [&](const char *title, HealthEffect effect,
                         const std::function<void(EndpointState &)> &change) {
        EndpointState expected;
        change(expected);
        QTest::newRow(title) << effect << expected;
    };
    row("neutral changes nothing", HealthEffect::Neutral, [](EndpointState &) {});
    row("success", HealthEffect::Success, [](EndpointState &) {});
    row("failure", HealthEffect::Failure, [](EndpointState &s) { s.breaker.failure(7, kNow); });
    row("out of credit", HealthEffect::KeyOutOfCredit, [=](EndpointState &s) {
        s.key = KeyState::OutOfCredit;
        s.keyRetryAt = until;
    });
    row("key rejected", HealthEffect::KeyRejected, [=](EndpointState &s) {
        s.key = KeyState::Rejected;
        s.keyRetryAt = until;
    });
    row("limited", HealthEffect::Limited, [=](EndpointState &s) { s.limitedUntil = until; });
    row("model limited", HealthEffect::ModelLimited, [=](EndpointState &s) {
        s.modelHolds["opus"] = {SkipReason::ModelLimited, until};
    });
    row("model missing", HealthEffect::ModelMissing, [=](EndpointState &s) {
        s.modelHolds["opus"] = {SkipReason::ModelMissing, until};
    });
}

void TestRoutingState::outcomesAreRecorded()
{
    QFETCH(HealthEffect, effect);
    QFETCH(EndpointState, expected);
    Outcome outcome;
    outcome.effect = effect;
    outcome.until = kNow + seconds(60);
    EndpointState state;
    record(state, outcome, 7, "opus", kNow);
    QVERIFY(state == expected);

    // Whatever the verdict, it gives a half-open trial back.
    EndpointState onTrial;
    for (quint64 source = 1; source <= 3; ++source)
        onTrial.breaker.failure(source, kNow - kBreakerOpenFor);
    onTrial.breaker.admit(kNow);
    QVERIFY(!onTrial.breaker.admits(kNow));
    record(onTrial, outcome, 7, "opus", kNow);
    QCOMPARE(onTrial.breaker.admits(kNow), effect != HealthEffect::Failure);
    QCOMPARE(onTrial.breaker.state(kNow), effect == HealthEffect::Failure   ? Breaker::State::Open
                                          : effect == HealthEffect::Success ? Breaker::State::Closed
                                                                            : Breaker::State::HalfOpen);
}

void TestRoutingState::aSuccessEndsTheModelsHold()
{
    EndpointState state;
    Outcome overloaded;
    overloaded.effect = HealthEffect::ModelLimited;
    overloaded.until = kNow + seconds(45);
    record(state, overloaded, 1, "opus", kNow);
    record(state, overloaded, 1, "haiku", kNow);
    record(state, overloaded, 1, {}, kNow); // no model known: nobody's hold
    Outcome served;
    served.effect = HealthEffect::Success;
    record(state, served, 1, "opus", kNow + seconds(1));
    QVERIFY(!state.modelHolds.contains("opus"));
    QVERIFY(state.modelHolds.contains("haiku"));
    QCOMPARE(state.modelHolds.size(), 1U);
}

void TestRoutingState::theLastOutcomeIsKept()
{
    EndpointState state;
    Outcome outcome;
    outcome.kind = OutcomeKind::ServerError;
    outcome.status = 503;
    record(state, outcome, 1, {}, kNow);
    QCOMPARE(state.lastOutcome, OutcomeKind::ServerError);
    QCOMPARE(state.lastStatus, 503);
    outcome.kind = OutcomeKind::ClientGone;
    outcome.status = 200;
    record(state, outcome, 2, {}, kNow);
    QCOMPARE(state.lastOutcome, OutcomeKind::ServerError);
    QCOMPARE(state.lastStatus, 503);
}

void TestRoutingState::rememberedModelsAreBounded()
{
    EndpointState state;
    Outcome outcome;
    outcome.effect = HealthEffect::ModelMissing;
    for (int i = 0; i < 200; ++i) {
        outcome.until = kNow + seconds(100 + i);
        record(state, outcome, 1, "model-" + QByteArray::number(i), kNow);
        QVERIFY(state.modelHolds.size() <= kMaxRememberedModels);
    }
    QCOMPARE(state.modelHolds.size(), kMaxRememberedModels);
    QVERIFY(state.modelHolds.contains("model-199"));
    QVERIFY2(!state.modelHolds.contains("model-0"), "the one that ends first goes first");
    record(state, outcome, 1, "late", kNow + seconds(1000));
    QCOMPARE(state.modelHolds.size(), size_t(1));
}

void TestRoutingState::ofTwoLimitsTheLaterCounts()
{
    EndpointState state;
    Outcome outcome;
    outcome.effect = HealthEffect::Limited;
    outcome.until = kNow + seconds(60);
    record(state, outcome, 1, {}, kNow);
    outcome.until = kNow + seconds(5);
    record(state, outcome, 2, {}, kNow);
    QVERIFY(state.limitedUntil == kNow + seconds(60));
}

void TestRoutingState::aSuccessMakesTheKeyGood()
{
    EndpointState state;
    Outcome outcome;
    outcome.effect = HealthEffect::KeyRejected;
    outcome.until = kNow + seconds(60);
    record(state, outcome, 1, {}, kNow);
    outcome = Outcome();
    outcome.effect = HealthEffect::Success;
    record(state, outcome, 2, {}, kNow);
    QCOMPARE(state.key, KeyState::Ok);
    QVERIFY(!state.keyRetryAt);
}

void TestRoutingState::modelKeys()
{
    QCOMPARE(modelKey(RequestKind::Messages, "opus"), QByteArray("opus"));
    QCOMPARE(modelKey(RequestKind::CountTokens, "opus"), QByteArray("count_tokens"));
    QCOMPARE(modelKey(RequestKind::Models, ""), QByteArray("models"));
    QCOMPARE(modelKey(RequestKind::Other, "opus"), QByteArray());
}

QTEST_GUILESS_MAIN(TestRoutingState)
#include "tst_routing_state.moc"

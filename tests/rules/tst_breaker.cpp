// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/breaker.h"

#include <QTest>

using namespace qcc;

/// The breaker of an endpoint, with time moved by hand.
class TestBreaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScriptLeadsToAState_data();
    void aScriptLeadsToAState();
    void theTrialTimeIsKnownWhileOpen();
    void aFailedTrialWaitsAgain();
    void lateFailuresDontProlongTheWait();
};

namespace {

constexpr TimePoint kStart{seconds{1'700'000'000}};

/// Digits: a failure of that request. s: success. w: 30 s go by. t: 29.999 s go by. a: admit. r: release.
Breaker play(const QByteArray &script, TimePoint &now)
{
    Breaker breaker;
    for (const char c : script) {
        switch (c) {
        case 's':
            breaker.success();
            break;
        case 'w':
            now += kBreakerOpenFor;
            break;
        case 't':
            now += kBreakerOpenFor - milliseconds(1);
            break;
        case 'a':
            breaker.admit(now);
            break;
        case 'r':
            breaker.release();
            break;
        default:
            breaker.failure(static_cast<quint64>(c - '0'), now);
        }
    }
    return breaker;
}

} // namespace

void TestBreaker::aScriptLeadsToAState_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<Breaker::State>("state");
    QTest::addColumn<bool>("admits");
    using enum Breaker::State;
    const auto row = [](const char *title, const char *script, Breaker::State state, bool admits) {
        QTest::newRow(title) << QByteArray(script) << state << admits;
    };
    row("new", "", Closed, true);
    row("two failures are too few", "12", Closed, true);
    row("three failures of three requests open", "123", Open, false);
    row("three failures of two requests open", "112", Open, false);
    row("request zero is a request like others", "001", Open, false);
    row("many failures of one request don't open", "111111", Closed, true);
    row("after them one of another request opens", "1112", Open, false);
    row("a success in between starts anew", "12s34", Closed, true);
    row("a success forgets the requests too", "12s333", Closed, true);
    row("open until 30 s are over", "123t", Open, false);
    row("half-open after 30 s", "123w", HalfOpen, true);
    row("admit while closed takes nothing", "aa", Closed, true);
    row("admit while open is no trial", "123aw", HalfOpen, true);
    row("the trial is taken once", "123wa", HalfOpen, false);
    row("a released trial can be taken again", "123war", HalfOpen, true);
    row("a good trial closes", "123was", Closed, true);
    row("a failed trial opens again", "123wa4", Open, false);
    row("after a failed trial 30 s more", "123wa4w", HalfOpen, true);
    row("one failed trial of one request is enough", "123wa1", Open, false);
    row("a success while open closes", "123s", Closed, true);
    row("after closing three failures are needed again", "123s45", Closed, true);
}

void TestBreaker::aScriptLeadsToAState()
{
    QFETCH(QByteArray, script);
    QFETCH(Breaker::State, state);
    QFETCH(bool, admits);
    TimePoint now = kStart;
    const Breaker breaker = play(script, now);
    QCOMPARE(breaker.state(now), state);
    QCOMPARE(breaker.admits(now), admits);
    QCOMPARE(breaker.trialAt().has_value(), state != Breaker::State::Closed);
}

void TestBreaker::theTrialTimeIsKnownWhileOpen()
{
    TimePoint now = kStart;
    const Breaker breaker = play("123", now);
    QVERIFY(breaker.trialAt() == kStart + kBreakerOpenFor);
    QCOMPARE(breaker.consecutiveFailures(), 3);
}

void TestBreaker::aFailedTrialWaitsAgain()
{
    TimePoint now = kStart;
    const Breaker breaker = play("123wa4", now);
    QVERIFY(breaker.trialAt() == kStart + 2 * kBreakerOpenFor);
}

void TestBreaker::lateFailuresDontProlongTheWait()
{
    TimePoint now = kStart;
    const Breaker breaker = play("123t4", now);
    QVERIFY(breaker.trialAt() == kStart + kBreakerOpenFor);
    QCOMPARE(breaker.consecutiveFailures(), 4);
}

QTEST_GUILESS_MAIN(TestBreaker)
#include "tst_breaker.moc"

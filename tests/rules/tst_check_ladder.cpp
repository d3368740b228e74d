// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/check_ladder.h"

#include "models/rules/classify.h"

#include <QTest>

using namespace qcc;

namespace {

constexpr TimePoint kNow{seconds{1'700'000'000}};

/// "200", "404" …; "html": 200 with a page; "refused": no connection; "cut": the answer breaks off; "credit":
/// a 400 that speaks of it; "429+": with a retry-after.
Outcome outcomeOf(const QByteArray &word, CheckRung rung)
{
    ResponseHead head;
    head.status = word == "html" || word == "cut" ? 200 : word == "credit" ? 400 : word.left(3).toInt();
    if (word.endsWith('+'))
        head.fields.push_back({"retry-after", "60"});
    AttemptEnd end;
    end.kind = requestKindOf(rung);
    end.method = rung == CheckRung::Models ? "GET" : "POST";
    end.bodyComplete = true;
    end.body = word == "html"       ? QByteArrayView("<html></html>")
               : head.status == 200 ? QByteArrayView(R"({"data":[]})")
               : word == "credit"
                   ? QByteArrayView(R"({"error":{"message":"Your credit balance is too low"}})")
                   : QByteArrayView(R"({"type":"error","error":{"type":"some_error"}})");
    if (word == "refused")
        end.fault = TransportFault::Refused;
    else
        end.head = &head;
    if (word == "cut")
        end.fault = TransportFault::Truncated;
    return classify(end, kNow);
}

char letterOf(const LadderStep &step)
{
    const bool own = step.credential == Credential::Own;
    switch (step.rung) {
    case CheckRung::Models:
        return own ? 'M' : 'm';
    case CheckRung::CountTokens:
        return own ? 'C' : 'c';
    case CheckRung::Message:
        return own ? 'S' : 's';
    }
    return '?';
}

/// Answers the ladder's steps with @p answers; gives the steps: a letter each, small where no key was sent.
QByteArray climb(CheckLadder &ladder, const QByteArray &answers)
{
    QByteArray steps;
    for (const QByteArray &answer : answers.split(' ')) {
        if (!ladder.next())
            return steps + " over too early";
        const LadderStep step = *ladder.next();
        steps.append(letterOf(step));
        ladder.ended(outcomeOf(answer, step.rung));
    }
    return ladder.next() ? steps + " not over" : steps;
}

char mark(CheckLayer layer)
{
    return layer == CheckLayer::Good ? '+' : layer == CheckLayer::Bad ? '-' : '?';
}

/// Reachable, key, model: "+", "-" or "?".
QByteArray layersOf(const CheckReport &report)
{
    return QByteArray() + mark(report.reachable) + mark(report.keyAccepted) + mark(report.modelAnswers);
}

} // namespace
Q_DECLARE_METATYPE(std::optional<qcc::CheckRung>)

/// Which requests a check makes, and what they tell together.
class TestCheckLadder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersLeadUpTheRungs_data();
    void answersLeadUpTheRungs();
    void theLearnedRungComesFirst_data();
    void theLearnedRungComesFirst();
    void aSuccessThatIsSilentOnTheKeyDoesNotMendIt_data();
    void aSuccessThatIsSilentOnTheKeyDoesNotMendIt();
    void aRungIsRemembered_data();
    void aRungIsRemembered();
    void outcomesAreRememberedByTheirRung();
};

void TestCheckLadder::answersLeadUpTheRungs_data()
{
    QTest::addColumn<bool>("message");
    QTest::addColumn<QByteArray>("answers");
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QByteArray>("layers");
    QTest::addColumn<OutcomeKind>("kind");
    QTest::addColumn<HealthEffect>("effect");
    using K = OutcomeKind;
    using E = HealthEffect;
    const auto row = [](const char *title, bool message, const char *answers, const char *steps,
                        const char *layers, K kind, E effect) {
        QTest::newRow(title) << message << QByteArray(answers) << QByteArray(steps) << QByteArray(layers)
                             << kind << effect;
    };
    row("models, refused to strangers", false, "200 401", "Mm", "++?", K::Success, E::Success);
    row("strangers get a 403", false, "200 403", "Mm", "++?", K::Success, E::Success);
    row("strangers get a 400", false, "200 400", "Mm", "++?", K::Success, E::Success);
    row("strangers are led to a login", false, "200 302", "Mm", "++?", K::Success, E::Success);
    row("strangers get a page under 200", false, "200 html", "Mm", "++?", K::Success, E::Success);
    row("models for everybody: the next rung tells", false, "200 200 200 401", "MmCc", "+++", K::Success,
        E::Success);
    row("models for everybody, the next rung refuses the key", false, "200 200 401", "MmC", "+-?",
        K::KeyRejected, E::KeyRejected);
    row("models for everybody, no credit behind it", false, "200 200 402", "MmC", "++-", K::OutOfCredit,
        E::KeyOutOfCredit);
    row("both for everybody: nothing is known of the key", false, "200 200 200 200", "MmCc", "+??",
        K::Success, E::Success);
    row("models for everybody, no other rung", false, "200 200 404", "MmC", "+??", K::Success, E::Success);
    row("a failure further up says nothing against it", false, "200 200 500", "MmC", "+??", K::Success,
        E::Success);
    row("nor does a limit", false, "200 200 429+", "MmC", "+??", K::Success, E::Success);
    row("no clear word for strangers", false, "200 500", "Mm", "+??", K::Success, E::Success);
    row("strangers are limited", false, "200 429+", "Mm", "+??", K::Success, E::Success);
    row("strangers are not even answered", false, "200 refused", "Mm", "+??", K::Success, E::Success);
    row("no models, but tokens are counted", false, "404 200 401", "MCc", "+++", K::Success, E::Success);
    row("405 is no rung", false, "405 200 401", "MCc", "+++", K::Success, E::Success);
    row("501 is no rung", false, "501 200 401", "MCc", "+++", K::Success, E::Success);
    row("400 is no rung", false, "404 400", "MC", "+??", K::Success, E::Success);
    row("422 is no rung", false, "404 422", "MC", "+??", K::Success, E::Success);
    row("no rung at all: reachable, and no more", false, "404 404", "MC", "+??", K::Success, E::Success);
    row("405 and 501", false, "405 501", "MC", "+??", K::Success, E::Success);
    row("kept from models, served tokens", false, "403 200 401", "MCc", "+++", K::Success, E::Success);
    row("kept from both: it may serve messages", false, "403 403", "MC", "+??", K::KeyRejected, E::Neutral);
    row("kept from one, the other missing", false, "403 404", "MC", "+??", K::KeyRejected, E::Neutral);
    row("missing and kept from", false, "404 403", "MC", "+??", K::KeyRejected, E::Neutral);
    row("redirected away", false, "302 302", "MC", "+??", K::PassedThrough, E::Neutral);
    row("the key is refused", false, "401", "M", "+-?", K::KeyRejected, E::KeyRejected);
    row("the key is refused further up", false, "404 401", "MC", "+-?", K::KeyRejected, E::KeyRejected);
    row("out of credit by status", false, "402", "M", "++-", K::OutOfCredit, E::KeyOutOfCredit);
    row("out of credit by words", false, "404 credit", "MC", "++-", K::OutOfCredit, E::KeyOutOfCredit);
    row("limited for a time", false, "429+", "M", "++?", K::RateLimitedUntil, E::Limited);
    row("limited", false, "429", "M", "++?", K::RateLimited, E::Neutral);
    row("overloaded", false, "529", "M", "+??", K::Overloaded, E::ModelLimited);
    row("a server error", false, "500", "M", "+??", K::ServerError, E::Failure);
    row("a gateway error further up", false, "404 502", "MC", "+?-", K::ServerError, E::Failure);
    row("408 is a failure", false, "408", "M", "+??", K::ServerError, E::Failure);
    row("a page in place of an answer", false, "html", "M", "+??", K::WrongContent, E::Failure);
    row("a page further up", false, "404 html", "MC", "+?-", K::WrongContent, E::Failure);
    row("refused", false, "refused", "M", "-??", K::ConnectFailure, E::Failure);
    row("refused further up", false, "404 refused", "MC", "-??", K::ConnectFailure, E::Failure);
    row("cut off", false, "cut", "M", "-??", K::ConnectionLost, E::Failure);
    row("a message is the last resort", true, "404 404 200", "MCS", "+++", K::Success, E::Success);
    row("no message while a cheaper rung tells", true, "404 200 401", "MCc", "+++", K::Success, E::Success);
    row("no message while the cheapest tells", true, "200 401", "Mm", "++?", K::Success, E::Success);
    row("a message tells of the key", true, "403 403 403", "MCS", "+-?", K::KeyRejected, E::KeyRejected);
    row("a message for the key's sake", true, "200 200 404 200", "MmCS", "+++", K::Success, E::Success);
    row("a message that fails", true, "404 404 500", "MCS", "+?-", K::ServerError, E::Failure);
    row("a model that is not there tells nothing", true, "404 404 404", "MCS", "+??", K::Success, E::Success);
}

void TestCheckLadder::answersLeadUpTheRungs()
{
    QFETCH(bool, message);
    QFETCH(QByteArray, answers);
    CheckLadder ladder({}, message, kNow);
    QTEST(climb(ladder, answers), "steps");
    const CheckReport &report = ladder.finding();
    QTEST(layersOf(report), "layers");
    QTEST(report.outcome.kind, "kind");
    QTEST(report.outcome.effect, "effect");
    QVERIFY(!report.outcome.tryNext);
}

void TestCheckLadder::theLearnedRungComesFirst_data()
{
    QTest::addColumn<CheckRung>("learned");
    QTest::addColumn<int>("hoursAgo");
    QTest::addColumn<QByteArray>("lastKey"); // "+" or "?": the last check went well there; "": it failed
    QTest::addColumn<bool>("message");
    QTest::addColumn<QByteArray>("answers");
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QByteArray>("layers");
    using R = CheckRung;
    const auto row = [](const char *title, R learned, int hoursAgo, const char *lastKey, bool message,
                        const char *answers, const char *steps, const char *layers) {
        QTest::newRow(title) << learned << hoursAgo << QByteArray(lastKey) << message << QByteArray(answers)
                             << QByteArray(steps) << QByteArray(layers);
    };
    row("one request is enough", R::CountTokens, 1, "+", false, "200", "C", "+++");
    row("what is known of strangers stays known", R::Models, 23, "+", false, "200", "M", "++?");
    row("and so does that nothing is known of the key", R::Models, 1, "?", false, "200", "M", "+??");
    row("after a failure strangers are asked again", R::CountTokens, 1, "", false, "200 401", "Cc", "+++");
    row("the learned rung fails", R::CountTokens, 1, "+", false, "500", "C", "+?-");
    row("the learned rung refuses the key", R::CountTokens, 1, "+", false, "401", "C", "+-?");
    row("the learned rung is gone: from the cheapest", R::CountTokens, 1, "+", false, "404 200 401", "CMm",
        "++?");
    row("all rungs are gone", R::CountTokens, 1, "+", false, "404 404", "CM", "+??");
    row("after a day the cheapest has its chance", R::CountTokens, 24, "+", false, "200 401", "Mm", "++?");
    row("and may still not be there", R::CountTokens, 25, "+", false, "404 200 401", "MCc", "+++");
    row("a learned message", R::Message, 1, "+", true, "200", "S", "+++");
    row("a learned message is not sent any more", R::Message, 1, "+", false, "404 404", "MC", "+??");
}

void TestCheckLadder::theLearnedRungComesFirst()
{
    QFETCH(CheckRung, learned);
    QFETCH(int, hoursAgo);
    QFETCH(QByteArray, lastKey);
    QFETCH(bool, message);
    QFETCH(QByteArray, answers);
    EndpointState known;
    known.health.learnedRung = learned;
    known.health.learnedAt = kNow - std::chrono::hours(hoursAgo);
    CheckReport last;
    last.rung = learned;
    last.keyAccepted = lastKey == "+" ? CheckLayer::Good : CheckLayer::Unknown;
    last.outcome = outcomeOf(lastKey.isEmpty() ? "500" : "200", learned);
    known.health.lastCheck = last;
    CheckLadder ladder(known, message, kNow);
    QTEST(climb(ladder, answers), "steps");
    QTEST(layersOf(ladder.finding()), "layers");
}

void TestCheckLadder::aSuccessThatIsSilentOnTheKeyDoesNotMendIt_data()
{
    QTest::addColumn<KeyState>("key");
    QTest::addColumn<QByteArray>("answers");
    QTest::addColumn<HealthEffect>("effect");
    using E = HealthEffect;
    QTest::newRow("good key, models for everybody")
        << KeyState::Ok << QByteArray("200 200 404") << E::Success;
    QTest::newRow("rejected, models for everybody")
        << KeyState::Rejected << QByteArray("200 200 404") << E::Neutral;
    QTest::newRow("out of credit, no rung") << KeyState::OutOfCredit << QByteArray("404 404") << E::Neutral;
    QTest::newRow("rejected, and now accepted") << KeyState::Rejected << QByteArray("200 401") << E::Success;
    QTest::newRow("rejected, and still so") << KeyState::Rejected << QByteArray("401") << E::KeyRejected;
}

void TestCheckLadder::aSuccessThatIsSilentOnTheKeyDoesNotMendIt()
{
    QFETCH(KeyState, key);
    QFETCH(QByteArray, answers);
    EndpointState known;
    known.key = key;
    CheckLadder ladder(known, false, kNow);
    climb(ladder, answers);
    QVERIFY(!ladder.next());
    QTEST(ladder.finding().outcome.effect, "effect");
}

void TestCheckLadder::aRungIsRemembered_data()
{
    QTest::addColumn<std::optional<CheckRung>>("before");
    QTest::addColumn<int>("hoursAgo");
    QTest::addColumn<std::optional<CheckRung>>("told");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<std::optional<CheckRung>>("after");
    QTest::addColumn<bool>("timeIsNew");
    using R = std::optional<CheckRung>;
    const R none;
    const R models = CheckRung::Models;
    const R count = CheckRung::CountTokens;
    QTest::newRow("the first") << none << 0 << models << QByteArray("200") << models << true;
    QTest::newRow("used again: found when it was found")
        << models << 3 << models << QByteArray("200") << models << false;
    QTest::newRow("found again after a day") << count << 24 << count << QByteArray("200") << count << true;
    QTest::newRow("another one") << models << 3 << count << QByteArray("200") << count << true;
    QTest::newRow("a refused key teaches") << none << 0 << models << QByteArray("401") << models << true;
    QTest::newRow("a failure teaches nothing") << none << 0 << models << QByteArray("500") << none << false;
    QTest::newRow("and takes nothing away") << count << 3 << models << QByteArray("500") << count << false;
    QTest::newRow("no rung told") << count << 3 << none << QByteArray("200") << count << false;
}

void TestCheckLadder::aRungIsRemembered()
{
    QFETCH(std::optional<CheckRung>, before);
    QFETCH(int, hoursAgo);
    QFETCH(std::optional<CheckRung>, told);
    QFETCH(QByteArray, answer);
    QFETCH(std::optional<CheckRung>, after);
    QFETCH(bool, timeIsNew);
    EndpointHealth health;
    health.learnedRung = before;
    if (before)
        health.learnedAt = kNow - std::chrono::hours(hoursAgo);
    const std::optional<TimePoint> timeBefore = health.learnedAt;
    CheckReport report;
    report.rung = told;
    report.startedAt = kNow;
    report.outcome = outcomeOf(answer, told.value_or(CheckRung::Models));
    rememberRung(health, report);
    QCOMPARE(health.learnedRung, after);
    QCOMPARE(health.learnedAt, timeIsNew ? std::optional(kNow) : timeBefore);
}

void TestCheckLadder::outcomesAreRememberedByTheirRung()
{
    CheckReport report;
    QCOMPARE(checkModelKey(report, "claude"), QByteArray());
    report.rung = CheckRung::Models;
    QCOMPARE(checkModelKey(report, "claude"), QByteArray("models"));
    report.rung = CheckRung::CountTokens;
    QCOMPARE(checkModelKey(report, "claude"), QByteArray("count_tokens"));
    report.rung = CheckRung::Message;
    QCOMPARE(checkModelKey(report, "claude"), QByteArray("claude"));
}

QTEST_APPLESS_MAIN(TestCheckLadder)
#include "tst_check_ladder.moc"

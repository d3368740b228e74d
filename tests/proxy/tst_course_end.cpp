// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/course_end.h"

#include <QTest>

using namespace qcc;
using namespace std::chrono_literals;

namespace {

const TimePoint kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 1}};

AttemptRecord attempt(OutcomeKind kind, int status, HealthEffect effect = HealthEffect::Failure,
                      std::optional<seconds> until = {}, const QString &endpoint = QStringLiteral("e1"))
{
    AttemptRecord record;
    record.config = QStringLiteral("production");
    record.endpoint.value = endpoint;
    record.endpointName = endpoint;
    record.outcome.kind = kind;
    record.outcome.status = status;
    record.outcome.effect = effect;
    record.outcome.tryNext = true;
    if (until)
        record.outcome.until = kNow + *until;
    return record;
}

SkippedCandidate skipped(SkipReason reason, std::optional<seconds> until = {})
{
    SkippedCandidate candidate;
    candidate.candidate = {QStringLiteral("backup"), EndpointId{QStringLiteral("e9")}, Priority::Secondary};
    candidate.reason = reason;
    if (until)
        candidate.until = kNow + *until;
    return candidate;
}

using Attempts = std::vector<AttemptRecord>;
using Skipped = std::vector<SkippedCandidate>;

} // namespace

class CourseEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheWayOutWhenNobodyMayServe();
    void providersAnswer_data();
    void providersAnswer();
    void ownAnswer_data();
    void ownAnswer();
};

void CourseEnd::providersAnswer_data()
{
    using K = OutcomeKind;
    QTest::addColumn<Attempts>("attempts");
    QTest::addColumn<Skipped>("skips");
    QTest::addColumn<bool>("timeIsUp");
    QTest::addColumn<bool>("stands");
    const AttemptRecord key = attempt(K::KeyRejected, 401);
    const AttemptRecord other =
        attempt(K::KeyRejected, 401, HealthEffect::KeyRejected, {}, QStringLiteral("e2"));
    const AttemptRecord missing = attempt(K::NotFound, 404);
    const AttemptRecord missingToo =
        attempt(K::NotFound, 404, HealthEffect::ModelMissing, {}, QStringLiteral("e2"));
    AttemptRecord cut = key;
    cut.outcome.fault = TransportFault::IdleTimeout;
    const auto row = [](const char *name, Attempts attempts, Skipped skips, bool timeIsUp, bool stands) {
        QTest::newRow(name) << attempts << skips << timeIsUp << stands;
    };
    row("nothing was tried", {}, {}, false, false);
    for (const int status : {400, 401, 402, 403, 404, 429, 529}) {
        QTest::addRow("%d of the only candidate", status)
            << Attempts{attempt(K::KeyRejected, status)} << Skipped{} << false << true;
    }
    row("500 of the only candidate", {attempt(K::ServerError, 500)}, {}, false, false);
    row("529 three times of the only candidate", Attempts(3, attempt(K::Overloaded, 529)), {}, false, true);
    row("529, then 500 of the only candidate", {attempt(K::Overloaded, 529), attempt(K::ServerError, 500)},
        {}, false, false);
    row("401 of two candidates", {key, other}, {}, false, false);
    row("401, another one skipped", {key}, {skipped(SkipReason::Limited, 90s)}, false, false);
    row("401 that did not come whole", {cut}, {}, false, false);
    row("401 when the time is up", {key}, {}, true, false);
    row("404 of all", {missing, missingToo}, {}, false, true);
    row("404 of all but a limited one", {missing}, {skipped(SkipReason::Limited, 90s)}, false, false);
    row("404 now, and earlier of the rest", {missing}, {skipped(SkipReason::ModelMissing, 90s)}, false, true);
    row("404, then 500",
        {missing, attempt(K::ServerError, 500, HealthEffect::Failure, {}, QStringLiteral("e2"))}, {}, false,
        false);
}

void CourseEnd::providersAnswer()
{
    QFETCH(Attempts, attempts);
    QFETCH(Skipped, skips);
    QFETCH(bool, timeIsUp);
    QFETCH(bool, stands);
    QCOMPARE(providersAnswerStands(FailedRequest{RequestKind::Messages, attempts, skips, timeIsUp}), stands);
}

void CourseEnd::ownAnswer_data()
{
    using K = OutcomeKind;
    using E = HealthEffect;
    QTest::addColumn<Attempts>("attempts");
    QTest::addColumn<Skipped>("skips");
    QTest::addColumn<bool>("timeIsUp");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QByteArray>("shouldRetry");
    const AttemptRecord broken = attempt(K::ServerError, 500);
    const auto limited = [](seconds until) { return attempt(K::RateLimitedUntil, 429, E::Limited, until); };
    const auto row = [](const char *name, Attempts attempts, Skipped skips, bool timeIsUp, int status,
                        QByteArray after, QByteArray retry) {
        QTest::newRow(name) << attempts << skips << timeIsUp << status << after << retry;
    };
    row("nobody to ask", {}, {}, false, 503, {}, "false");
    row("the time is up", {broken}, {}, true, 504, "1", "true");
    row("all failed: soon again", {broken}, {}, false, 503, "5", "true");
    row("all failing, the first trial in 9 s", {}, {skipped(SkipReason::BreakerOpen, 9s)}, false, 503, "9",
        "true");
    row("all failing, the first trial in 25 s", {}, {skipped(SkipReason::BreakerOpen, 25s)}, false, 503, "15",
        "true");
    row("a trial that is due", {}, {skipped(SkipReason::BreakerOpen, -4s)}, false, 503, "1", "true");
    row("limited for 60 s", {limited(60s)}, {}, false, 503, "15", "true");
    row("limited for 61 s", {limited(61s)}, {}, false, 429, "61", {});
    row("all limited: the first end counts", {limited(300s)},
        {skipped(SkipReason::Limited, 100s), skipped(SkipReason::ModelLimited, 200s)}, false, 429, "100", {});
    row("one limit is short", {limited(300s)}, {skipped(SkipReason::Limited, 10s)}, false, 503, "10", "true");
    row("limited but for one without a key", {limited(300s)}, {skipped(SkipReason::NoKey)}, false, 503, "15",
        "true");
    row("limited but for one that failed", {limited(300s), broken}, {}, false, 503, "5", "true");
    row("limited but for one that does not say", {limited(300s), attempt(K::RateLimited, 429, E::Neutral)},
        {}, false, 503, "5", "true");
}

void CourseEnd::ownAnswer()
{
    QFETCH(Attempts, attempts);
    QFETCH(Skipped, skips);
    QFETCH(bool, timeIsUp);
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    QFETCH(QByteArray, shouldRetry);
    const OwnAnswer answer = failureAnswer(FailedRequest{RequestKind::Messages, attempts, skips, timeIsUp},
                                           QStringLiteral("DETAILS"), kNow);
    QCOMPARE(answer.head.status, status);
    const auto value = [&](const char *name) {
        const QByteArray *field = findField(answer.head.fields, name);
        return field ? *field : QByteArray();
    };
    QCOMPARE(value("retry-after"), retryAfter);
    QCOMPARE(value("x-should-retry"), shouldRetry);
    QCOMPARE(answer.body.contains("DETAILS"), !attempts.empty() || !skips.empty());
    QVERIFY(answer.body.contains("\"type\":\"error\""));
    QVERIFY(answer.body.contains(value("request-id")));
}

void CourseEnd::namesTheWayOutWhenNobodyMayServe()
{
    const OwnAnswer answer =
        failureAnswer(FailedRequest{RequestKind::Messages, {}, {}, false}, QString(), kNow);
    QCOMPARE(answer.head.status, 503);
    for (const char *part : {"their groups are switched off", "`qcc priority list`", "`qcc add NAME"})
        QVERIFY2(answer.body.contains(part), answer.body.constData());
}

QTEST_GUILESS_MAIN(CourseEnd)
#include "tst_course_end.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/classify.h"

#include <QTest>

using namespace qcc;

/// The outcome table of gateway.md section 3, row by row.
class TestClassify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transportFaults_data();
    void transportFaults();
    void statuses_data();
    void statuses();
    void contents_data();
    void contents();
    void streams_data();
    void streams();
    void otherPaths_data();
    void otherPaths();
    void waits_data();
    void waits();
    void nothingCommittedIsEverTriedAgain();
    void theErrorTypeIsTold();
    void theBodyDecides_data();
    void theBodyDecides();
};

namespace {

constexpr TimePoint kNow{seconds{1'767'323'045}};
using enum OutcomeKind;
using Effect = HealthEffect;

/// What a row expects.
struct Expected
{
    OutcomeKind kind;
    bool next;
    Effect effect;
};

/// An attempt with an answer, kept together with its head.
struct Attempt
{
    ResponseHead head;
    QByteArray body;
    AttemptEnd end;

    Outcome judged() const
    {
        AttemptEnd e = end;
        e.head = head.status ? &head : nullptr;
        e.body = body;
        return classify(e, kNow);
    }
};

Attempt answered(int status, const QByteArray &body = "{}")
{
    Attempt attempt;
    attempt.head.status = status;
    attempt.body = body;
    attempt.end.method = "POST";
    attempt.end.bodyComplete = true;
    return attempt;
}

Attempt faulted(TransportFault fault)
{
    Attempt attempt;
    attempt.end.method = "POST";
    attempt.end.fault = fault;
    return attempt;
}

Attempt of(RequestKind kind, Attempt attempt, const char *method = "POST")
{
    attempt.end.kind = kind;
    attempt.end.method = method;
    return attempt;
}

Attempt cut(Attempt attempt, TransportFault fault)
{
    attempt.end.fault = fault;
    attempt.end.bodyComplete = false;
    return attempt;
}

Attempt committed(Attempt attempt)
{
    attempt.end.committed = true;
    return attempt;
}

Attempt unobservable(Attempt attempt)
{
    attempt.end.observable = false;
    return attempt;
}

Attempt wanted(Attempt attempt)
{
    attempt.end.streamRequested = true;
    return attempt;
}

/// A stream that was asked for; letters: c content, e error event, s message_stop, ! something was passed on.
Attempt stream(const char *seen, TransportFault fault = TransportFault::None)
{
    const QByteArray marks(seen);
    Attempt attempt = wanted(answered(200, "event: …"));
    attempt.end.fault = fault;
    attempt.end.eventStream = true;
    attempt.end.sseContentSeen = marks.contains('c');
    attempt.end.sseErrorSeen = marks.contains('e');
    attempt.end.sseMessageStopSeen = marks.contains('s');
    attempt.end.committed = marks.contains('!');
    return attempt;
}

void columns()
{
    QTest::addColumn<Attempt>("attempt");
    QTest::addColumn<Expected>("expected");
}

void row(const char *title, const Attempt &attempt, OutcomeKind kind, bool next, Effect effect)
{
    QTest::newRow(title) << attempt << Expected{kind, next, effect};
}

void compare()
{
    QFETCH(Attempt, attempt);
    QFETCH(Expected, expected);
    const Outcome outcome = attempt.judged();
    QCOMPARE(outcome.kind, expected.kind);
    QCOMPARE(outcome.tryNext, expected.next);
    QCOMPARE(outcome.effect, expected.effect);
    QCOMPARE(outcome.status, attempt.head.status);
    QCOMPARE(outcome.fault, attempt.end.fault);
    const bool needsUntil = outcome.effect == Effect::Limited || outcome.effect == Effect::ModelLimited ||
                            outcome.effect == Effect::ModelMissing || outcome.effect == Effect::KeyRejected ||
                            outcome.effect == Effect::KeyOutOfCredit;
    QCOMPARE(outcome.until.has_value(), needsUntil);
}

const char *const kMessage = R"({"type":"message","content":[{"type":"text","text":"hi"}]})";
const char *const kErrorBody = R"({"type":"error","error":{"type":"api_error","message":"m"}})";

} // namespace

void TestClassify::transportFaults_data()
{
    columns();
    using enum TransportFault;
    row("the host's name can't be resolved", faulted(Dns), ConnectFailure, true, Effect::Failure);
    row("connection refused", faulted(Refused), ConnectFailure, true, Effect::Failure);
    row("no connection in time", faulted(ConnectTimeout), ConnectFailure, true, Effect::Failure);
    row("TLS error", faulted(Tls), ConnectFailure, true, Effect::Failure);
    row("the endpoint's own proxy fails", faulted(TransportFault::OutboundProxy), ConnectFailure, true,
        Effect::Failure);
    row("reset before an answer", faulted(Reset), ConnectionLost, true, Effect::Failure);
    row("an end without an answer", faulted(None), ConnectionLost, true, Effect::Failure);
    row("no answer header in time", faulted(TransportFault::HeaderTimeout), OutcomeKind::HeaderTimeout, true,
        Effect::Failure);
    row("an answer that is not HTTP", faulted(Protocol), ProtocolViolation, true, Effect::Failure);
    row("the total limit before a head", faulted(TotalTimeout), TimedOut, false, Effect::Failure);
    row("the client went away before an answer", faulted(Cancelled), ClientGone, false, Effect::Neutral);
    row("the client went away in the answer", committed(cut(answered(200, kMessage), Cancelled)), ClientGone,
        false, Effect::Neutral);
    row("the client went away in a stream", stream("c!", Cancelled), ClientGone, false, Effect::Neutral);
    row("the client went away in an error answer", cut(answered(500), Cancelled), ClientGone, false,
        Effect::Neutral);
}

void TestClassify::transportFaults()
{
    compare();
}

void TestClassify::statuses_data()
{
    columns();
    for (const int status : {400, 413, 422})
        row(qPrintable(QStringLiteral("%1 passes through").arg(status)), answered(status, kErrorBody),
            PassedThrough, false, Effect::Neutral);
    for (const int status : {405, 406, 410, 411, 415, 418, 428, 431, 451, 300, 301, 302, 304, 307, 308})
        row(qPrintable(QStringLiteral("%1 passes through").arg(status)), answered(status), PassedThrough,
            false, Effect::Neutral);
    const char *const credit = R"({"error":{"message":"Your credit balance is too low"}})";
    row("400 with a credit text", answered(400, credit), OutOfCredit, true, Effect::KeyOutOfCredit);
    row("402 with a credit text", answered(402, credit), OutOfCredit, true, Effect::KeyOutOfCredit);
    row("402 without a text", answered(402, ""), OutOfCredit, true, Effect::KeyOutOfCredit);
    row("400 with a text that can't be seen", unobservable(answered(400, credit)), PassedThrough, false,
        Effect::Neutral);
    row("413 with a credit text is still a 413", answered(413, credit), PassedThrough, false,
        Effect::Neutral);
    row("401", answered(401, kErrorBody), KeyRejected, true, Effect::KeyRejected);
    row("403", answered(403, kErrorBody), KeyRejected, true, Effect::KeyRejected);
    row("403 to counting tokens alone", of(RequestKind::CountTokens, answered(403, kErrorBody)), KeyRejected,
        true, Effect::ModelMissing);
    row("404", answered(404, kErrorBody), NotFound, true, Effect::ModelMissing);
    row("404 of count_tokens", of(RequestKind::CountTokens, answered(404)), NotFound, true,
        Effect::ModelMissing);
    row("404 of models", of(RequestKind::Models, answered(404), "GET"), NotFound, true, Effect::ModelMissing);
    for (const int status : {408, 409, 500, 501, 502, 503, 504, 505, 520, 524, 599})
        row(qPrintable(QStringLiteral("%1 counts and goes on").arg(status)), answered(status), ServerError,
            true, Effect::Failure);
    row("500 of count_tokens", of(RequestKind::CountTokens, answered(500)), ServerError, true,
        Effect::Failure);
    row("500 of models", of(RequestKind::Models, answered(500), "GET"), ServerError, true, Effect::Failure);
    Attempt limited = answered(429);
    limited.head.fields = {{"retry-after", "20"}};
    row("429 with retry-after", limited, RateLimitedUntil, true, Effect::Limited);
    limited.head.fields = {{"anthropic-ratelimit-requests-reset", "2026-01-02T03:05:05Z"}};
    row("429 with a rate-limit reset", limited, RateLimitedUntil, true, Effect::Limited);
    row("429 without", answered(429), RateLimited, true, Effect::Neutral);
    row("529", answered(529), Overloaded, true, Effect::ModelLimited);
    row("a status below 200", answered(101), ProtocolViolation, true, Effect::Failure);
    row("a status beyond 599", answered(600), ProtocolViolation, true, Effect::Failure);
    row("500 whose body is cut", cut(answered(500), TransportFault::Truncated), ServerError, true,
        Effect::Failure);
    row("400 whose body is cut", cut(answered(400), TransportFault::Truncated), ConnectionLost, true,
        Effect::Failure);
    row("400 whose body is cut after the commit", committed(cut(answered(400), TransportFault::Truncated)),
        BrokenStream, false, Effect::Failure);
    row("302 whose body stalls", cut(answered(302), TransportFault::IdleTimeout), ConnectionLost, true,
        Effect::Failure);
}

void TestClassify::statuses()
{
    compare();
}

void TestClassify::contents_data()
{
    columns();
    row("a message", answered(200, kMessage), Success, false, Effect::Success);
    row("a message with error null", answered(200, R"({"type":"message","error":null})"), Success, false,
        Effect::Success);
    row("a message with odd escapes", answered(200, R"({"type":"message","t":"\ud83d \u0000 \/"})"), Success,
        false, Effect::Success);
    row("201 is a success too", answered(201, kMessage), Success, false, Effect::Success);
    row("an HTML page", answered(200, "<!DOCTYPE html><html>"), WrongContent, true, Effect::Failure);
    row("an empty body", answered(200, ""), WrongContent, true, Effect::Failure);
    row("204", answered(204, ""), WrongContent, true, Effect::Failure);
    row("white space", answered(200, " \n"), WrongContent, true, Effect::Failure);
    row("an Anthropic error under 200", answered(200, kErrorBody), WrongContent, true, Effect::Failure);
    row("an OpenAI error under 200", answered(200, R"({"error":{"message":"m"}})"), WrongContent, true,
        Effect::Failure);
    row("an error text under 200", answered(200, R"({"error":"no channel"})"), WrongContent, true,
        Effect::Failure);
    row("success false under 200", answered(200, R"({"success":false,"message":"m"})"), WrongContent, true,
        Effect::Failure);
    row("garbage", answered(200, QByteArray("\x1f\x8b\x08\0garbage", 11)), WrongContent, true,
        Effect::Failure);
    row("half a JSON object that claims to be whole", answered(200, R"({"type":"message","content":[)"),
        WrongContent, true, Effect::Failure);
    row("an object and more", answered(200, "{}{}"), WrongContent, true, Effect::Failure);
    row("a JSON array", answered(200, "[]"), WrongContent, true, Effect::Failure);
    row("a JSON string", answered(200, "\"ok\""), WrongContent, true, Effect::Failure);
    row("an HTML page that is on its way to the client", committed(answered(200, "<html>")), WrongContent,
        false, Effect::Failure);
    Attempt beginning = answered(200, R"({"type":"message","content":[{"type":"text","text":"lo)");
    beginning.end.bodyComplete = false;
    row("the beginning of a long message", beginning, Success, false, Effect::Success);
    beginning.body = R"({"type":"error","error":{"message":"lo)";
    row("the beginning of a long error", beginning, WrongContent, true, Effect::Failure);

    row("a message where a stream was asked for", wanted(answered(200, kMessage)), WrongContent, true,
        Effect::Failure);
    row("an error where a stream was asked for", wanted(answered(200, kErrorBody)), WrongContent, true,
        Effect::Failure);
    row("HTML where a stream was asked for", wanted(answered(200, "<html>")), WrongContent, true,
        Effect::Failure);
    row("nothing where a stream was asked for", wanted(answered(200, "")), WrongContent, true,
        Effect::Failure);
    Attempt unasked = stream("cs");
    unasked.end.streamRequested = false;
    row("a stream that nobody asked for", unasked, WrongContent, true, Effect::Failure);

    row("a count of tokens", of(RequestKind::CountTokens, answered(200, R"({"input_tokens":7})")), Success,
        false, Effect::Success);
    row("HTML for a count of tokens", of(RequestKind::CountTokens, answered(200, "<html>")), WrongContent,
        true, Effect::Failure);
    row("a list of models", of(RequestKind::Models, answered(200, R"({"data":[]})"), "GET"), Success, false,
        Effect::Success);
    row("a bare list of models", of(RequestKind::Models, answered(200, "[]"), "GET"), Success, false,
        Effect::Success);
    row("HTML for models", of(RequestKind::Models, answered(200, "<html>"), "GET"), WrongContent, true,
        Effect::Failure);
    row("HEAD of models has no body", of(RequestKind::Models, answered(200, ""), "HEAD"), Success, false,
        Effect::Success);

    row("a body that can't be looked into", unobservable(answered(200, "???")), Success, false,
        Effect::Success);
    row("a stream that can't be looked into", unobservable(stream("!")), Success, false, Effect::Success);
    row("the same, cut", unobservable(stream("!", TransportFault::Truncated)), BrokenStream, false,
        Effect::Failure);
    row("the same, cut before anything was passed on", unobservable(stream("", TransportFault::Truncated)),
        ConnectionLost, true, Effect::Failure);

    row("an answer cut before the commit", cut(answered(200, "{"), TransportFault::Truncated), ConnectionLost,
        true, Effect::Failure);
    row("an answer reset before the commit", cut(answered(200, ""), TransportFault::Reset), ConnectionLost,
        true, Effect::Failure);
    row("an answer silent before the commit", cut(answered(200, "{"), TransportFault::IdleTimeout),
        ConnectionLost, true, Effect::Failure);
    row("an answer with bad chunks before the commit", cut(answered(200, "{"), TransportFault::Protocol),
        ProtocolViolation, true, Effect::Failure);
    row("an answer over its total limit before the commit",
        cut(answered(200, "{"), TransportFault::TotalTimeout), TimedOut, false, Effect::Failure);
    row("an answer over its total limit after the commit",
        committed(cut(answered(200, "{"), TransportFault::TotalTimeout)), BrokenStream, false,
        Effect::Failure);
    row("an answer cut after the commit", committed(cut(answered(200, "{"), TransportFault::Truncated)),
        BrokenStream, false, Effect::Failure);
    row("an answer silent after the commit", committed(cut(answered(200, "{"), TransportFault::IdleTimeout)),
        BrokenStream, false, Effect::Failure);
}

void TestClassify::contents()
{
    compare();
}

void TestClassify::streams_data()
{
    columns();
    using enum TransportFault;
    row("a stream to its message_stop", stream("cs!"), Success, false, Effect::Success);
    row("message_stop without an end of the chunks", stream("cs!", Truncated), Success, false,
        Effect::Success);
    row("message_stop, then a reset", stream("cs!", Reset), Success, false, Effect::Success);
    row("message_stop, then silence", stream("cs!", IdleTimeout), Success, false, Effect::Success);
    row("an error event before content", stream("e"), EarlyStreamFailure, true, Effect::Failure);
    row("a clean end before content", stream(""), EarlyStreamFailure, true, Effect::Failure);
    row("a reset before content", stream("", Reset), EarlyStreamFailure, true, Effect::Failure);
    row("a cut before content", stream("", Truncated), EarlyStreamFailure, true, Effect::Failure);
    row("a stall before content", stream("", IdleTimeout), EarlyStreamFailure, true, Effect::Failure);
    row("garbage before content", stream("", Protocol), EarlyStreamFailure, true, Effect::Failure);
    row("the total limit before content", stream("", TotalTimeout), TimedOut, false, Effect::Failure);
    row("an error event before content that was passed on", stream("e!"), BrokenStream, false,
        Effect::Failure);
    row("an error event after content", stream("ce!"), BrokenStream, false, Effect::Failure);
    row("an error event after message_stop", stream("cse!"), BrokenStream, false, Effect::Failure);
    row("a reset after content", stream("c!", Reset), BrokenStream, false, Effect::Failure);
    row("a cut after content", stream("c!", Truncated), BrokenStream, false, Effect::Failure);
    row("a stall after content", stream("c!", IdleTimeout), BrokenStream, false, Effect::Failure);
    row("bad chunks after content", stream("c!", Protocol), BrokenStream, false, Effect::Failure);
    row("a clean end without message_stop after content", stream("c!"), BrokenStream, false, Effect::Failure);
    row("content seen, but nothing passed on yet", stream("c", Reset), BrokenStream, false, Effect::Failure);
}

void TestClassify::streams()
{
    compare();
}

void TestClassify::otherPaths_data()
{
    columns();
    const auto other = [](Attempt attempt, const char *method) {
        return of(RequestKind::Other, std::move(attempt), method);
    };
    for (const int status : {200, 204})
        row(qPrintable(QStringLiteral("%1 is a success, whatever the body").arg(status)),
            other(answered(status, "<html>"), "GET"), Success, false, Effect::Neutral);
    for (const int status : {302, 400, 401, 402, 403, 404, 408, 429, 500, 503, 529})
        row(qPrintable(QStringLiteral("%1 passes through").arg(status)), other(answered(status), "POST"),
            PassedThrough, false, Effect::Neutral);
    row("refused", other(faulted(TransportFault::Refused), "POST"), ConnectFailure, true, Effect::Failure);
    row("a POST that got lost may have been done", other(faulted(TransportFault::Reset), "POST"),
        ConnectionLost, false, Effect::Failure);
    row("a GET that got lost", other(faulted(TransportFault::Reset), "GET"), ConnectionLost, true,
        Effect::Failure);
    row("a HEAD that got lost", other(faulted(TransportFault::Reset), "HEAD"), ConnectionLost, true,
        Effect::Failure);
    row("a DELETE that got lost", other(faulted(TransportFault::Reset), "DELETE"), ConnectionLost, false,
        Effect::Failure);
    row("a GET without an answer in time", other(faulted(TransportFault::HeaderTimeout), "GET"),
        OutcomeKind::HeaderTimeout, false, Effect::Failure);
    row("a GET with a garbled answer", other(faulted(TransportFault::Protocol), "GET"), ProtocolViolation,
        false, Effect::Failure);
    row("a GET cut before the commit", other(cut(answered(200), TransportFault::Truncated), "GET"),
        ConnectionLost, true, Effect::Failure);
    row("a GET cut after the commit", committed(other(cut(answered(200), TransportFault::Truncated), "GET")),
        BrokenStream, false, Effect::Failure);
}

void TestClassify::otherPaths()
{
    compare();
}

void TestClassify::waits_data()
{
    QTest::addColumn<Attempt>("attempt");
    QTest::addColumn<qint64>("waitMs");
    const auto row = [](const char *title, int status, const HeaderFields &fields, double jitter,
                        qint64 waitMs) {
        Attempt attempt = answered(status, R"({"error":{"message":"quota exceeded"}})");
        attempt.head.fields = fields;
        attempt.end.jitter = jitter;
        QTest::newRow(title) << attempt << waitMs;
    };
    row("429 until retry-after", 429, {{"retry-after", "20"}}, 0.5, 20'000);
    row("429 at most 30 min", 429, {{"retry-after", "86400"}}, 0.5, 1'800'000);
    row("429 with zero", 429, {{"retry-after", "0"}}, 0.5, 0);
    row("529 without jitter", 529, {}, 0, 30'000);
    row("529 in the middle", 529, {}, 0.5, 45'000);
    row("529 with all the jitter", 529, {}, 1, 60'000);
    row("529 with nonsense jitter", 529, {}, std::numeric_limits<double>::quiet_NaN(), 45'000);
    row("529 with jitter beyond its range", 529, {}, 17, 45'000);
    row("529 with retry-after", 529, {{"retry-after", "5"}}, 0.5, 5'000);
    row("529 whose limits reset much later", 529, {{"anthropic-ratelimit-unified-reset", "4102444800"}}, 0.5,
        45'000);
    row("529 at most 30 min", 529, {{"retry-after", "999999"}}, 0.5, 1'800'000);
    row("404 for 10 min", 404, {{"retry-after", "5"}}, 0.5, 600'000);
    row("401 for 30 min", 401, {}, 0.5, 1'800'000);
    row("403 for 30 min", 403, {}, 0.5, 1'800'000);
    row("out of credit for 30 min", 400, {}, 0.5, 1'800'000);
}

void TestClassify::waits()
{
    QFETCH(Attempt, attempt);
    QFETCH(qint64, waitMs);
    const Outcome outcome = attempt.judged();
    QVERIFY(outcome.until.has_value());
    QCOMPARE(qint64((*outcome.until - kNow).count()), waitMs);
}

void TestClassify::nothingCommittedIsEverTriedAgain()
{
    for (int kind = 0; kind <= static_cast<int>(RequestKind::Other); ++kind) {
        for (int status = 200; status < 600; ++status) {
            for (const TransportFault fault :
                 {TransportFault::None, TransportFault::Reset, TransportFault::Truncated}) {
                const Attempt attempt = committed(
                    of(static_cast<RequestKind>(kind), cut(answered(status, "<html>"), fault), "GET"));
                QVERIFY2(!attempt.judged().tryNext, qPrintable(QString::number(status)));
            }
        }
    }
}

void TestClassify::theErrorTypeIsTold()
{
    QCOMPARE(answered(500, kErrorBody).judged().errorType, QStringLiteral("api_error"));
    QCOMPARE(answered(200, kErrorBody).judged().errorType, QStringLiteral("api_error"));
    QCOMPARE(answered(500, "<html>").judged().errorType, QString());
    QCOMPARE(unobservable(answered(500, kErrorBody)).judged().errorType, QString());
    QCOMPARE(answered(200, kMessage).judged().errorType, QString());
    Attempt failed = stream("e");
    failed.end.sseErrorType = QStringLiteral("overloaded_error");
    QCOMPARE(failed.judged().errorType, QStringLiteral("overloaded_error"));
}

void TestClassify::theBodyDecides_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<RequestKind>("kind");
    QTest::addColumn<bool>("decides");
    using enum RequestKind;
    QTest::newRow("200") << 200 << Messages << true;
    QTest::newRow("200 of models") << 200 << Models << true;
    QTest::newRow("200 of another path") << 200 << Other << false;
    QTest::newRow("400") << 400 << Messages << true;
    QTest::newRow("402") << 402 << CountTokens << true;
    QTest::newRow("400 of another path") << 400 << Other << false;
    QTest::newRow("401") << 401 << Messages << false;
    QTest::newRow("302") << 302 << Messages << false;
    QTest::newRow("500") << 500 << Messages << false;
}

void TestClassify::theBodyDecides()
{
    QFETCH(int, status);
    QFETCH(RequestKind, kind);
    QFETCH(bool, decides);
    ResponseHead head;
    head.status = status;
    QCOMPARE(bodyDecides(head, kind), decides);
}

QTEST_GUILESS_MAIN(TestClassify)
#include "tst_classify.moc"

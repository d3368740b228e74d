// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault of gateway.md section 3 at the first of three endpoints, over real sockets, with both
// transports.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

namespace {

struct Row
{
    const char *name;
    sim::Fault fault;
    OutcomeKind kind;
    HealthEffect effect;
    bool streamed = true;
    bool plain = true;
    bool alsoQnam = true; ///< QNetworkAccessManager names it in its own way; that the next one serves counts
};

sim::Fault body(int status, const QByteArray &text)
{
    sim::Fault fault = sim::statusFault(status);
    fault.body = text;
    return fault;
}

sim::Fault quickPings()
{
    sim::Fault fault = sim::faultOf(FaultKind::PingOnly);
    fault.eventDelay = 2s; // longer than the endpoint's silence limit
    return fault;
}

const char kCredit[] =
    R"({"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the API."}})";

std::vector<Row> movingOn()
{
    using K = OutcomeKind;
    using E = HealthEffect;
    const auto before = [](FaultKind kind) { return sim::faultAfter(kind, 0); };
    return {
        {"connection refused", sim::faultOf(FaultKind::Refuse), K::ConnectFailure, E::Failure},
        {"no answer head in time", sim::faultOf(FaultKind::Hang), K::HeaderTimeout, E::Failure},
        {"reset instead of an answer", sim::faultOf(FaultKind::ResetBeforeHead), K::ConnectionLost,
         E::Failure},
        {"close instead of an answer", sim::faultOf(FaultKind::CloseBeforeHead), K::ConnectionLost,
         E::Failure},
        {"reset inside the head", sim::faultOf(FaultKind::ResetInHead), K::ConnectionLost, E::Failure},
        {"400 that speaks of credit", body(400, kCredit), K::OutOfCredit, E::KeyOutOfCredit},
        {"402", sim::statusFault(402), K::OutOfCredit, E::KeyOutOfCredit},
        {"401", sim::statusFault(401), K::KeyRejected, E::KeyRejected},
        {"403", sim::statusFault(403), K::KeyRejected, E::KeyRejected},
        {"404", sim::statusFault(404), K::NotFound, E::ModelMissing},
        {"408", sim::statusFault(408), K::ServerError, E::Failure},
        {"409", sim::statusFault(409), K::ServerError, E::Failure},
        {"500", sim::statusFault(500), K::ServerError, E::Failure},
        {"502", sim::statusFault(502), K::ServerError, E::Failure},
        {"503", sim::statusFault(503), K::ServerError, E::Failure},
        {"504", sim::statusFault(504), K::ServerError, E::Failure},
        {"429 with retry-after", sim::statusFault(429, "120"), K::RateLimitedUntil, E::Limited},
        {"429 without", sim::statusFault(429), K::RateLimited, E::Neutral},
        {"529", sim::statusFault(529), K::Overloaded, E::ModelLimited},
        {"an HTML page under 200", sim::faultOf(FaultKind::Html), K::WrongContent, E::Failure},
        {"an empty stream under 200", sim::faultOf(FaultKind::Empty), K::EarlyStreamFailure, E::Failure, true,
         false},
        {"an empty body under 200", sim::faultOf(FaultKind::Empty), K::WrongContent, E::Failure, false, true},
        {"a JSON error under 200", sim::faultOf(FaultKind::JsonError), K::WrongContent, E::Failure},
        {"an error event before content", before(FaultKind::ErrorEvent), K::EarlyStreamFailure, E::Failure,
         true, false},
        {"a reset before content", before(FaultKind::ResetInStream), K::EarlyStreamFailure, E::Failure, true,
         false},
        {"a cut before content", before(FaultKind::Truncated), K::EarlyStreamFailure, E::Failure, true,
         false},
        {"a clean end before content", before(FaultKind::NoMessageStop), K::EarlyStreamFailure, E::Failure,
         true, false},
        {"silence before content", before(FaultKind::Stalled), K::EarlyStreamFailure, E::Failure, true,
         false},
        {"one ping, then silence", quickPings(), K::EarlyStreamFailure, E::Failure, true, false},
        {"a reset in the middle of a JSON answer", sim::faultOf(FaultKind::ResetInStream), K::ConnectionLost,
         E::Failure, false, true},
        {"a cut in the middle of a JSON answer", sim::faultOf(FaultKind::Truncated), K::ConnectionLost,
         E::Failure, false, true},
        {"silence in the middle of a JSON answer", sim::faultOf(FaultKind::Stalled), K::ConnectionLost,
         E::Failure, false, true},
        {"garbage", sim::faultOf(FaultKind::Garbage), K::ProtocolViolation, E::Failure, true, true, false},
        {"a bad status line", sim::faultOf(FaultKind::BadStatusLine), K::ProtocolViolation, E::Failure, true,
         true, false},
        {"conflicting Content-Length", sim::faultOf(FaultKind::ConflictingLength), K::ProtocolViolation,
         E::Failure},
        {"repeated Content-Length", sim::faultOf(FaultKind::RepeatedLength), K::ProtocolViolation,
         E::Failure},
        {"Content-Length with chunked", sim::faultOf(FaultKind::LengthAndChunked), K::ProtocolViolation,
         E::Failure},
        {"a head over 64 KiB", sim::faultOf(FaultKind::HugeHead), K::ProtocolViolation, E::Failure, true,
         true, false},
        {"a body without a head", sim::faultOf(FaultKind::Http09), K::ProtocolViolation, E::Failure, true,
         true, false},
        {"an early 500",
         [] {
             auto f = sim::faultOf(FaultKind::EarlyAnswer);
             f.status = 500;
             return f;
         }(),
         K::ServerError, E::Failure},
    };
}

} // namespace

class FaultTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextOneServesIt_data();
    void theNextOneServesIt();
    void theAnswerIsTheClients_data();
    void theAnswerIsTheClients();
    void oddButGoodAnswersAreDelivered_data();
    void oddButGoodAnswersAreDelivered();
};

void FaultTable::theNextOneServesIt_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("qnam");
    QTest::addColumn<bool>("siblings");
    const std::vector<Row> rows = movingOn();
    for (size_t i = 0; i < rows.size(); ++i) {
        for (const bool stream : {true, false}) {
            if (stream ? !rows[i].streamed : !rows[i].plain)
                continue;
            for (const bool qnam : kTransports) {
                for (const bool siblings : {false, true}) {
                    if (siblings && !stream && rows[i].streamed)
                        continue; // one form of the request is enough there
                    QTest::addRow("%s, %s, %s, %s", rows[i].name, stream ? "streamed" : "not streamed",
                                  qnam ? "qnam" : "pooled",
                                  siblings ? "three endpoints of one config" : "three configs")
                        << static_cast<int>(i) << stream << qnam << siblings;
                }
            }
        }
    }
}

void FaultTable::theNextOneServesIt()
{
    QFETCH(int, row);
    QFETCH(bool, stream);
    QFETCH(bool, qnam);
    QFETCH(bool, siblings);
    const Row expected = movingOn()[static_cast<size_t>(row)];
    const HttpVersion http = qnam ? HttpVersion::Http2 : HttpVersion::Http1;
    ProxyStage stage;
    if (siblings) {
        for (int i = 0; i < 3; ++i)
            stage.add(QStringLiteral("production"), Priority::Primary, http);
    } else {
        stage.addThree(http);
    }
    stage.sims[0]->setFault(expected.fault);

    Ask ask;
    ask.stream = stream;
    const RawAnswer answer = stage.ask(ask);

    const RawAnswer direct = stage.askDirectly(*stage.sims[1], ask);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.whole);
    QCOMPARE(withoutIds(answer.body), withoutIds(direct.body));
    QVERIFY(!direct.body.isEmpty());
    QCOMPARE(answer.field("x-qcc-config"), siblings ? QByteArray("production") : QByteArray("backup"));
    QCOMPARE(answer.field("x-qcc-endpoint"),
             siblings ? QByteArray("at-production-2") : QByteArray("at-backup-1"));
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("2"));
    QCOMPARE(answer.field("content-type"), direct.field("content-type"));

    QVERIFY(stage.requestsEnded(1));
    const std::vector<Outcome> first = stage.host.outcomesAt(stage.ids[0]);
    QCOMPARE(first.size(), size_t(1));
    if (expected.alsoQnam || !qnam)
        QCOMPARE(first[0].kind, expected.kind);
    QCOMPARE(first[0].effect, expected.effect);
    QCOMPARE(stage.host.outcomesAt(stage.ids[1]).size(), size_t(1));
    QCOMPARE(stage.host.outcomesAt(stage.ids[1])[0].kind, OutcomeKind::Success);
    QVERIFY(stage.host.outcomesAt(stage.ids[2]).empty());

    const QByteArray sent = QByteArray(kDefaultBody).replace("%1", stream ? "true" : "false");
    QVERIFY(stage.sims[0]->log().size() <= 1);
    for (const sim::ReceivedRequest &seen : stage.sims[0]->log()) {
        if (seen.complete)
            QCOMPARE(seen.bodySha256, sha256(sent));
    }
    const auto second = stage.sims[1]->log();
    QCOMPARE(second.size(), size_t(2)); // ours, and the direct one
    QCOMPARE(second[0].bodySha256, sha256(sent));
    QCOMPARE(second[0].target, QByteArray("/v1/messages?beta=true"));
    QVERIFY(stage.sims[2]->log().empty());
}

void FaultTable::theAnswerIsTheClients_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("qnam");
    for (const int status : {400, 405, 413, 422}) {
        for (const bool stream : {true, false}) {
            for (const bool qnam : kTransports)
                QTest::addRow("%d passes through unchanged, %s, %s", status,
                              stream ? "streamed" : "not streamed", qnam ? "qnam" : "pooled")
                    << status << stream << qnam;
        }
    }
}

void FaultTable::theAnswerIsTheClients()
{
    QFETCH(int, status);
    QFETCH(bool, stream);
    QFETCH(bool, qnam);
    ProxyStage stage;
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    sim::Fault fault = sim::statusFault(status);
    fault.body =
        R"({"type":"error","error":{"type":"invalid_request_error","message":"messages.3: text blocks  must be non-empty"}})";
    fault.headers = {{"anthropic-organization-id", "org-1"}, {"x-should-retry", "false"}};
    stage.sims[0]->setFault(fault);
    Ask ask;
    ask.stream = stream;
    const RawAnswer answer = stage.ask(ask);
    QCOMPARE(answer.status, status);
    QVERIFY(answer.whole);
    QCOMPARE(answer.body, fault.body);
    QCOMPARE(answer.field("anthropic-organization-id"), QByteArray("org-1"));
    QCOMPARE(answer.field("x-should-retry"), QByteArray("false"));
    QVERIFY(!answer.field("request-id").isEmpty());
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("production"));
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("1"));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.attempts.size(), size_t(1));
    QCOMPARE(stage.host.attempts[0].outcome.kind, OutcomeKind::PassedThrough);
    QCOMPARE(stage.host.attempts[0].outcome.effect, HealthEffect::Neutral);
    QVERIFY(stage.sims[1]->log().empty());
}

void FaultTable::oddButGoodAnswersAreDelivered_data()
{
    QTest::addColumn<sim::Fault>("fault");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("qnam");
    const std::vector<std::pair<const char *, FaultKind>> kinds = {
        {"surplus bytes behind it", FaultKind::Surplus},
        {"no length", FaultKind::NoLength},
        {"interim answers before it", FaultKind::Interim},
        {"a close when idle", FaultKind::CloseIdle}};
    for (const auto &[name, kind] : kinds) {
        for (const bool stream : {true, false}) {
            for (const bool qnam : kTransports) {
                if (qnam && (kind == FaultKind::Interim || kind == FaultKind::Surplus))
                    continue; // what QNetworkAccessManager makes of these is in tests/upstream
                QTest::addRow("%s, %s, %s", name, stream ? "streamed" : "not streamed",
                              qnam ? "qnam" : "pooled")
                    << sim::faultOf(kind) << stream << qnam;
            }
        }
    }
}

void FaultTable::oddButGoodAnswersAreDelivered()
{
    QFETCH(sim::Fault, fault);
    QFETCH(bool, stream);
    QFETCH(bool, qnam);
    ProxyStage stage;
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    Ask ask;
    ask.stream = stream;
    const RawAnswer direct = stage.askDirectly(*stage.sims[0], ask);
    stage.sims[0]->setFault(fault);
    for (int round = 1; round <= 3; ++round) {
        const RawAnswer answer = stage.ask(ask);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.whole);
        QCOMPARE(withoutIds(answer.body), withoutIds(direct.body));
        QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("1"));
        QVERIFY(stage.requestsEnded(static_cast<size_t>(round)));
    }
    for (const Outcome &outcome : stage.host.outcomesAt(stage.ids[0]))
        QCOMPARE(outcome.kind, OutcomeKind::Success);
    QVERIFY(stage.sims[1]->log().empty());
}

QCC_PROXY_TEST_MAIN(FaultTable)
#include "tst_fault_table.moc"

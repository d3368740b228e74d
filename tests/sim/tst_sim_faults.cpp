// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sim/sim_provider.h"
#include "tests/sim/raw_peer.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace qcc::sim;
using namespace qcc::sim::test;
using End = RawPeer::End;

namespace {

/// What a peer that asks under a fault must see.
struct Seen
{
    QByteArray contains;
    QByteArray lacks; ///< empty: nothing
    End end = End::Open;
    int deltas = -1;      ///< -1: not looked at
    bool answered = true; ///< the log says that the answer came to its intended end
};

constexpr int streamDeltas = 6;

} // namespace

Q_DECLARE_METATYPE(Seen)
Q_DECLARE_METATYPE(qcc::sim::Fault)

class TestSimFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_provider.reset(); }

    void statusIsAnswered_data();
    void statusIsAnswered();
    void statusCarriesWhatIsAsked();
    void strikes_data();
    void strikes();

private:
    std::unique_ptr<SimProvider> m_provider;
};

void TestSimFaults::init()
{
    SimOptions options;
    options.events = streamDeltas;
    m_provider = std::make_unique<SimProvider>(options);
    QVERIFY(m_provider->listen());
}

void TestSimFaults::statusIsAnswered_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("type");
    const std::pair<int, const char *> rows[] = {
        {400, "invalid_request_error"},
        {401, "authentication_error"},
        {402, "billing_error"},
        {403, "permission_error"},
        {404, "not_found_error"},
        {408, "timeout_error"},
        {409, "conflict_error"},
        {413, "request_too_large"},
        {422, "invalid_request_error"},
        {429, "rate_limit_error"},
        {500, "api_error"},
        {502, "api_error"},
        {503, "api_error"},
        {504, "timeout_error"},
        {529, "overloaded_error"},
        {599, "api_error"},
    };
    for (const auto &[status, type] : rows)
        QTest::addRow("status %d is a %s", status, type) << status << QString::fromLatin1(type);
}

void TestSimFaults::statusIsAnswered()
{
    QFETCH(int, status);
    QFETCH(QString, type);
    m_provider->setFault(statusFault(status));
    RawPeer peer(m_provider->port());
    peer.send(post(streamBody));
    const Answer answer = nextAnswer(peer);
    QCOMPARE(answer.status, status);
    QCOMPARE(QJsonDocument::fromJson(answer.body)[u"error"][u"type"].toString(), type);
    QVERIFY(answer.field("retry-after").isEmpty());
    QCOMPARE(m_provider->log().at(0).fault, FaultKind::Status);
}

void TestSimFaults::statusCarriesWhatIsAsked()
{
    Fault fault = statusFault(429, "17");
    fault.body = "my own body";
    fault.headers = {{"x-should-retry", "false"}};
    m_provider->setFault(fault);
    RawPeer peer(m_provider->port());
    peer.send(post(plainBody));
    const Answer answer = nextAnswer(peer);
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.field("retry-after"), "17");
    QCOMPARE(answer.field("x-should-retry"), "false");
    QCOMPARE(answer.body, "my own body");
}

void TestSimFaults::strikes_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Seen>("seen");
    const auto row = [](const char *name, const Fault &fault, const QByteArray &body, const Seen &seen) {
        QTest::newRow(name) << fault << body << seen;
    };
    const QByteArray last = "0\r\n\r\n";
    const auto stream = [&](const char *name, const Fault &fault, const Seen &seen) {
        row(name, fault, streamBody, seen);
    };
    const auto plain = [&](const char *name, const Fault &fault, const Seen &seen) {
        row(name, fault, plainBody, seen);
    };
    using K = FaultKind;
    stream("none: the stream is whole", faultOf(K::None), {last, {}, End::Open, streamDeltas});
    stream("hang: silence", faultOf(K::Hang), {{}, "HTTP", End::Open, 0, false});
    stream("reset before the head", faultOf(K::ResetBeforeHead), {{}, "HTTP", End::Reset, 0});
    stream("close before the head", faultOf(K::CloseBeforeHead), {{}, "HTTP", End::Closed, 0});
    stream("reset in the head", faultOf(K::ResetInHead), {"HTTP/1.1 200 OK", "\r\n\r\n", End::Reset, 0});
    stream("reset after 3 deltas", faultOf(K::ResetInStream), {"message_start", last, End::Reset, 3});
    stream("reset before content", faultAfter(K::ResetInStream, 0),
           {"event: ping", "content_block", End::Reset, 0});
    plain("reset in an answer of one body", faultOf(K::ResetInStream),
          {"content-length", "end_turn", End::Reset});
    stream("truncated after 1 delta", faultAfter(K::Truncated, 1),
           {"content_block_start", last, End::Closed, 1});
    stream("truncated after all deltas", faultAfter(K::Truncated, 99),
           {"content_block_start", "content_block_stop", End::Closed, streamDeltas});
    plain("less than Content-Length", faultOf(K::Truncated), {"content-length", "end_turn", End::Closed});
    stream("clean end without message_stop", faultOf(K::NoMessageStop), {last, "message_stop", End::Open, 3});
    stream("clean end before content", faultAfter(K::NoMessageStop, 0),
           {last, "content_block", End::Open, 0});
    plain("no-message-stop leaves other answers", faultOf(K::NoMessageStop), {"end_turn", {}});
    stream("stalled after 3 deltas", faultOf(K::Stalled), {"content_block_delta", last, End::Open, 3, false});
    stream("stalled before content", faultAfter(K::Stalled, 0),
           {"ping", "content_block", End::Open, 0, false});
    plain("stalled in an answer of one body", faultOf(K::Stalled),
          {"content-length", "end_turn", End::Open, -1, false});
    stream("error event after 3 deltas", faultOf(K::ErrorEvent),
           {"overloaded_error", "message_stop", End::Open, 3});
    stream("error event before content", faultAfter(K::ErrorEvent, 0),
           {"event: error\ndata: {\"type\":\"error\"", "content_block", End::Open, 0});
    plain("an error event leaves other answers", faultOf(K::ErrorEvent), {"end_turn", {}});
    stream("an HTML page under 200", faultOf(K::Html), {"<!DOCTYPE html>", "event:", End::Open, 0});
    stream("an empty body under 200", faultOf(K::Empty),
           {"content-length: 0\r\n\r\n", "event:", End::Open, 0});
    plain("an empty JSON body under 200", faultOf(K::Empty), {"application/json", "{", End::Open});
    stream("a JSON error under 200", faultOf(K::JsonError), {"overloaded_error", "event:", End::Open, 0});
    stream("garbage", faultOf(K::Garbage), {"SSH-2.0", "HTTP", End::Closed, 0});
    stream("a bad status line", faultOf(K::BadStatusLine), {"HTTP/1.1 2OO Okay\r\n", "200 OK", End::Open});
    plain("conflicting lengths", faultOf(K::ConflictingLength), {"end_turn", "chunked", End::Open});
    plain("repeated lengths", faultOf(K::RepeatedLength), {"end_turn", "chunked", End::Open});
    stream("length and chunks", faultOf(K::LengthAndChunked), {last, {}, End::Open, streamDeltas});
    stream("a huge head", faultOf(K::HugeHead), {QByteArray(8192, 'a'), {}, End::Open});
    plain("a body without head", faultOf(K::Http09), {"end_turn", "HTTP/1", End::Closed});
    stream("a stream without head", faultOf(K::Http09),
           {"message_stop", "HTTP/1", End::Closed, streamDeltas});
    stream("surplus bytes", faultOf(K::Surplus),
           {"content-length: 2\r\n\r\n{}", {}, End::Open, streamDeltas});
    stream("an answer without length", faultOf(K::NoLength),
           {"HTTP/1.0 200", "content-length", End::Closed, streamDeltas});
    stream("interim answers", faultOf(K::Interim), {"HTTP/1.1 103 Early Hints", {}, End::Open, streamDeltas});
    stream("gzip unasked", faultOf(K::Gzip), {"content-encoding: gzip", "event:", End::Open, 0});
}

void TestSimFaults::strikes()
{
    QFETCH(Fault, fault);
    QFETCH(QByteArray, body);
    QFETCH(Seen, seen);
    m_provider->setFault(fault);
    QSignalSpy received(m_provider.get(), &SimProvider::requestReceived);
    RawPeer peer(m_provider->port());
    peer.send(post(body));
    QTRY_VERIFY(peer.pump().received.contains(seen.contains) && peer.end == seen.end && received.size() == 1);
    QVERIFY2(seen.lacks.isEmpty() || !peer.received.contains(seen.lacks), peer.received.constData());
    if (seen.deltas >= 0)
        QCOMPARE(peer.received.count("event: content_block_delta"), seen.deltas);
    const ReceivedRequest logged = m_provider->log().at(0);
    QCOMPARE(logged.fault, fault.kind);
    QCOMPARE(logged.answered, seen.answered);
    QVERIFY(logged.complete);
    if (fault.kind == FaultKind::ConflictingLength || fault.kind == FaultKind::RepeatedLength)
        QCOMPARE(peer.received.count("content-length: "), 2);
    if (fault.kind == FaultKind::HugeHead)
        QVERIFY(peer.received.indexOf("\r\n\r\n") > 64 * 1024);
}

QTEST_GUILESS_MAIN(TestSimFaults)
#include "tst_sim_faults.moc"

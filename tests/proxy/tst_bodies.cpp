// SPDX-License-Identifier: GPL-3.0-or-later
// Request bodies: replayed byte for byte, large ones too; early answers; Expect; limits.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

namespace {

constexpr qsizetype kMiB = 1024 * 1024;

/// A Messages request of exactly @p size bytes whose filling is no text that anything could re-write
/// unnoticed.
QByteArray bodyOf(qsizetype size, bool stream = false)
{
    QByteArray body = QByteArray(R"({"model":"claude-sonnet-4-5","stream":)") + (stream ? "true" : "false") +
                      R"(,"messages":[],"odd" : "\u00e9\/ ","fill":")";
    quint32 state = 7; // xorshift: quick, and without a pattern that blocks could repeat
    QByteArray fill(size - body.size() - 2, Qt::Uninitialized);
    for (char &c : fill) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        c = static_cast<char>('a' + (state & 15));
    }
    return body + fill + "\"}";
}

} // namespace

class Bodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReplayedToTheNext_data();
    void isReplayedToTheNext();
    void overTheLimit_data();
    void overTheLimit();
    void expectContinue();
    void anEarlyAnswerIsPassedOn_data();
    void anEarlyAnswerIsPassedOn();
    void anEarlyFailureMovesOn_data();
    void anEarlyFailureMovesOn();
    void aBadChunkAfterAnEarlyAnswer();
};

void Bodies::isReplayedToTheNext_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<sim::Fault>("fault");
    QTest::addColumn<bool>("qnam");
    const sim::Fault status = sim::statusFault(500);
    const sim::Fault reset = sim::faultOf(FaultKind::ResetBeforeHead);
    sim::Fault early = sim::faultOf(FaultKind::EarlyAnswer);
    early.status = 503;
    QTest::newRow("300 KiB, 500") << qsizetype(300 * 1024) << false << status << false;
    QTest::newRow("300 KiB chunked, reset") << qsizetype(300 * 1024) << true << reset << false;
    QTest::newRow("8 MiB, 500") << 8 * kMiB << false << status << false;
    QTest::newRow("8 MiB, an early 503") << 8 * kMiB << false << early << false;
    QTest::newRow("8 MiB chunked, reset") << 8 * kMiB << true << reset << false;
    if (kTransports.back()) {
        QTest::newRow("8 MiB, 500, qnam") << 8 * kMiB << false << status << true;
        QTest::newRow("8 MiB chunked, 500, qnam") << 8 * kMiB << true << status << true;
    }
    QTest::newRow("64 MiB, 500") << 64 * kMiB << false << status << false;
    QTest::newRow("64 MiB, refused") << 64 * kMiB << false << sim::faultOf(FaultKind::Refuse) << false;
}

void Bodies::isReplayedToTheNext()
{
    QFETCH(qsizetype, size);
    QFETCH(bool, chunked);
    QFETCH(sim::Fault, fault);
    QFETCH(bool, qnam);
    ProxyLimits limits = shortLimits();
    limits.allTries = limits.unstreamedAnswer = limits.bodySilence = 60s;
    ProxyStage stage(limits);
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    for (const EndpointId &id : stage.ids)
        stage.host.endpoint(id).limits = TimeLimits{30s, 30s, 30s};
    stage.sims[0]->setFault(fault);
    Ask ask;
    ask.chunked = chunked;
    ask.body = bodyOf(size);
    RawClient client(stage.port());
    client.send(stage.request(ask));
    const RawAnswer answer = client.next(false, 60s);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("backup"));
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("2"));
    const auto second = stage.sims[1]->log();
    QCOMPARE(second.size(), size_t(1));
    QCOMPARE(second[0].bodySize, qint64(size));
    QCOMPARE(second[0].bodySha256, sha256(ask.body));
    QCOMPARE(second[0].count("content-length"), 1); // its length was known by then
    QVERIFY(stage.sims[0]->log().size() <= 1);
    if (fault.kind == FaultKind::Status)
        QCOMPARE(stage.sims[0]->log()[0].bodySha256, sha256(ask.body));
    client.send(stage.request()); // the connection goes on
    QCOMPARE(client.next().status, 200);
}

void Bodies::overTheLimit_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("by its Content-Length") << false;
    QTest::newRow("chunked, found out on the way") << true;
}

/// The client uploads on without looking; it still gets the answer whole, not a reset.
void Bodies::overTheLimit()
{
    QFETCH(bool, chunked);
    ProxyLimits limits = shortLimits();
    limits.requestBody = 2 * kMiB;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    Ask ask;
    ask.chunked = chunked;
    ask.body = bodyOf(24 * kMiB);
    RawClient client(stage.port());
    client.send(stage.request(ask));
    QVERIFY2(eventually([&] { return client.allSent(); }),
             "the upload was cut before the client could read the answer");
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 413);
    QVERIFY(answer.body.contains("request_too_large"));
    QVERIFY(answer.body.contains("2 MiB"));
    QCOMPARE(answer.field("connection"), QByteArray("close"));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.end(), RawClient::End::Closed);
    QVERIFY(stage.sims[0]->log().empty());
}

void Bodies::expectContinue()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    Ask ask;
    ask.fields = "Expect: 100-continue\r\n";
    const QByteArray bytes = stage.request(ask);
    const qsizetype head = bytes.indexOf("\r\n\r\n") + 4;
    RawClient client(stage.port());
    client.send(bytes.first(head));
    QVERIFY(eventually([&] { return client.received() == "HTTP/1.1 100 Continue\r\n\r\n"; }));
    client.send(bytes.sliced(head));
    QCOMPARE(client.next().status, 200);
    QCOMPARE(client.interimAnswers(), 1);
    QVERIFY(stage.sims[0]->log()[0].field("expect").isEmpty());
    ask.version = "HTTP/1.0";
    RawClient old(stage.port());
    old.send(stage.request(ask));
    QCOMPARE(old.next().status, 200);
    QCOMPARE(old.interimAnswers(), 0);
    Ask refused;
    refused.fields = "Expect: 100-continue\r\nOrigin: http://evil.example\r\n";
    RawClient foreign(stage.port());
    const QByteArray whole = stage.request(refused);
    foreign.send(whole.first(whole.indexOf("\r\n\r\n") + 4));
    QCOMPARE(foreign.next().status, 403);
    QCOMPARE(foreign.interimAnswers(), 0);
}

void Bodies::anEarlyAnswerIsPassedOn_data()
{
    QTest::addColumn<bool>("closes");
    QTest::newRow("by a provider that keeps reading") << false;
    QTest::newRow("by a provider that closes") << true;
}

void Bodies::anEarlyAnswerIsPassedOn()
{
    QFETCH(bool, closes);
    ProxyStage stage;
    stage.addThree();
    sim::Fault fault = sim::faultOf(FaultKind::EarlyAnswer);
    fault.afterAnswer = closes ? sim::AfterAnswer::Close : sim::AfterAnswer::KeepReading;
    stage.sims[0]->setFault(fault);
    Ask ask;
    ask.body = bodyOf(8 * kMiB);
    RawClient client(stage.port());
    client.send(stage.request(ask));
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 413);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("production"));
    QVERIFY(eventually([&] { return client.allSent(); }));
    QVERIFY(stage.sims[1]->log().empty());
    RawClient next(stage.port());
    stage.sims[0]->setFault(FaultKind::None);
    next.send(stage.request());
    QCOMPARE(next.next().status, 200);
}

void Bodies::anEarlyFailureMovesOn_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("401") << 401;
    QTest::newRow("429") << 429;
    QTest::newRow("500") << 500;
    QTest::newRow("529") << 529;
}

/// The first provider refuses while the body is still on its way; the rest of it goes to the next one.
void Bodies::anEarlyFailureMovesOn()
{
    QFETCH(int, status);
    ProxyStage stage;
    stage.addThree();
    sim::Fault fault = sim::faultOf(FaultKind::EarlyAnswer);
    fault.status = status;
    stage.sims[0]->setFault(fault);
    Ask ask;
    ask.body = bodyOf(2 * kMiB, true);
    const QByteArray bytes = stage.request(ask);
    RawClient client(stage.port());
    client.send(bytes.first(kMiB));
    QVERIFY(eventually([&] { return stage.host.attempts.size() == 1; }));
    client.send(bytes.sliced(kMiB));
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("backup"));
    QVERIFY(answer.body.contains("message_stop"));
    QCOMPARE(stage.sims[1]->log()[0].bodySha256, sha256(ask.body));
}

/// Nothing of a chunked request leaves before all of it is known to be well-formed.
void Bodies::aBadChunkAfterAnEarlyAnswer()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    Ask ask;
    ask.chunked = true;
    ask.body = bodyOf(kMiB);
    QByteArray bytes = stage.request(ask);
    bytes.chop(5);
    RawClient client(stage.port());
    client.send(bytes + "zz\r\n");
    QCOMPARE(client.next().status, 400);
    QVERIFY(client.waitForEnd());
    QVERIFY(stage.sims[0]->log().empty());
}

QCC_PROXY_TEST_MAIN(Bodies)
#include "tst_bodies.moc"

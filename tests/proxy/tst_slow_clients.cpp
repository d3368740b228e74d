// SPDX-License-Identifier: GPL-3.0-or-later
// Slow readers and slow writers: bounded, cut when they stall, and left alone while they make progress.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

namespace {

constexpr int kSmallBuffer = 4096;

sim::SimOptions largeStream(int events = 400, int padding = 32 * 1024)
{
    sim::SimOptions options;
    options.events = events;
    options.padding = padding;
    return options;
}

/// Lets the client read for one moment in a while.
class Sipping
{
public:
    Sipping(RawClient &client, std::chrono::milliseconds pause)
    {
        client.setReading(false);
        QObject::connect(&m_timer, &QTimer::timeout, &client, [this, &client] {
            m_on = !m_on;
            client.setReading(m_on);
        });
        m_timer.start(pause);
    }

private:
    QTimer m_timer;
    bool m_on = false;
};

} // namespace

class SlowClients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReaderThatStallsHoldsTheProviderBack_data();
    void aReaderThatStallsHoldsTheProviderBack();
    void aReaderThatStallsForGoodIsCut();
    void aSlowReaderIsNotCut_data();
    void aSlowReaderIsNotCut();
    void aSlowStreamIsNotCut();
    void aSlowUploadIsNotCut_data();
    void aSlowUploadIsNotCut();
    void anUploadThatStopsIsCut();
    void aLargeLastAnswerIsTakenInPeace_data();
    void aLargeLastAnswerIsTakenInPeace();
};

void SlowClients::aReaderThatStallsHoldsTheProviderBack_data()
{
    QTest::addColumn<bool>("qnam");
    for (const bool qnam : kTransports)
        QTest::newRow(qnam ? "qnam" : "pooled") << qnam;
}

void SlowClients::aReaderThatStallsHoldsTheProviderBack()
{
    QFETCH(bool, qnam);
    constexpr int kEvents = 700;
    ProxyLimits limits = shortLimits();
    limits.stalledReader = 20s;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"), Priority::Primary, qnam ? HttpVersion::Http2 : HttpVersion::Http1,
              largeStream(kEvents));
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{2s, 2s, 1s};
    RawClient client(stage.port());
    client.setReading(false);
    client.send(stage.request());
    // 22 MiB wait at the provider; what was not taken can't have been answered to its end, nor has silence
    // ended it.
    QVERIFY(eventually([&] { return !stage.sims[0]->log().empty(); }));
    QVERIFY(throughout([&] { return !stage.sims[0]->log()[0].answered; }, 1500ms));
    QVERIFY(stage.host.requests.empty());
    client.setReading(true);
    const RawAnswer answer = client.next(false, 60s);
    QVERIFY(answer.whole);
    QCOMPARE(answer.body.count("event: content_block_delta"), kEvents);
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].end, RequestEnd::Served);
}

void SlowClients::aReaderThatStallsForGoodIsCut()
{
    ProxyLimits limits = shortLimits();
    limits.stalledReader = 500ms;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, largeStream());
    RawClient client(stage.port(), kSmallBuffer);
    client.setReading(false);
    client.send(stage.request());
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].end, RequestEnd::ClientGone);
    QCOMPARE(stage.host.attempts[0].outcome.effect, HealthEffect::Neutral);
    QVERIFY(eventually([&] { return stage.sims[0]->log()[0].abortedByPeerAt.has_value(); }));
    QVERIFY(eventually([&] { return stage.server->connectionCount() == 0; }));
}

void SlowClients::aSlowReaderIsNotCut_data()
{
    QTest::addColumn<bool>("stream");
    QTest::newRow("streamed") << true;
    QTest::newRow("not streamed") << false;
}

/// It takes far longer than the limit of a stalled reader, but something all the time.
void SlowClients::aSlowReaderIsNotCut()
{
    QFETCH(bool, stream);
    ProxyLimits limits = shortLimits();
    limits.stalledReader = 400ms;
    ProxyStage stage(limits);
    sim::SimOptions options = largeStream(64);
    options.text = stream ? QByteArray() : QByteArray(8 * 1024 * 1024, 't');
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, options);
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{5s, 5s, 5s};
    Ask ask;
    ask.stream = stream;
    RawClient client(stage.port(), kSmallBuffer);
    const Sipping sip(client, 60ms);
    client.send(stage.request(ask));
    const RawAnswer answer = client.next(false, 1800ms);
    if (answer.status == 0)
        QVERIFY2(client.end() == RawClient::End::Open, "a reader that makes progress was cut");
    QVERIFY(client.totalReceived() > 0);
}

void SlowClients::aSlowStreamIsNotCut()
{
    ProxyLimits limits = shortLimits();
    limits.stalledReader = 200ms;
    limits.bodySilence = 200ms;
    limits.requestHead = 200ms;
    limits.keepAliveIdle = 200ms;
    limits.allTries = 300ms;
    ProxyStage stage(limits);
    sim::SimOptions options;
    options.events = 8;
    options.interval = 250ms;
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, options);
    const RawAnswer answer = stage.ask();
    QVERIFY(answer.whole);
    QVERIFY(answer.body.contains("message_stop"));
    QCOMPARE(stage.host.attempts[0].outcome.kind, OutcomeKind::Success);
}

void SlowClients::aSlowUploadIsNotCut_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("chunked");
    QTest::newRow("a small one") << qsizetype(4'000) << false;
    QTest::newRow("one that is sent on while it comes") << qsizetype(700'000) << false;
    QTest::newRow("a chunked one") << qsizetype(400'000) << true;
}

/// It takes longer than every limit, but never rests.
void SlowClients::aSlowUploadIsNotCut()
{
    QFETCH(qsizetype, size);
    QFETCH(bool, chunked);
    ProxyLimits limits = shortLimits();
    limits.bodySilence = 500ms;
    limits.allTries = 600ms;
    limits.firstPing = 500ms;
    limits.unstreamedAnswer = 600ms;
    limits.requestHead = 500ms;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    Ask ask;
    ask.chunked = chunked;
    ask.body = R"({"stream":true,"model":"claude-sonnet-4-5","messages":[],"fill":")" +
               QByteArray(size, 'f') + "\"}";
    QByteArray bytes = stage.request(ask);
    RawClient client(stage.port());
    const qsizetype step = bytes.size() / 12 + 1;
    QTimer drip;
    QObject::connect(&drip, &QTimer::timeout, &drip, [&] {
        client.send(bytes.left(step));
        bytes.remove(0, step);
    });
    drip.start(120ms);
    const RawAnswer answer = client.next(false, 10s);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.whole);
    QVERIFY(!answer.body.contains("event: error"));
    QVERIFY(bytes.isEmpty());
    QCOMPARE(stage.sims[0]->log()[0].bodySha256, sha256(ask.body));
}

void SlowClients::anUploadThatStopsIsCut()
{
    ProxyLimits limits = shortLimits();
    limits.bodySilence = 300ms;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    RawClient client(stage.port());
    client.send(stage.request().chopped(5));
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 408);
    QVERIFY(client.waitForEnd());
    QVERIFY(stage.sims[0]->log().empty());
}

void SlowClients::aLargeLastAnswerIsTakenInPeace_data()
{
    QTest::addColumn<bool>("halfClose");
    QTest::newRow("by a reader that waits longer than the lingering") << false;
    QTest::newRow("by a reader that ends its direction behind the answer's end") << true;
}

/// The connection closes behind this answer; the closing must not begin to count while the answer waits to be
/// read.
void SlowClients::aLargeLastAnswerIsTakenInPeace()
{
    QFETCH(bool, halfClose);
    ProxyLimits limits = shortLimits();
    limits.lingering = 200ms;
    limits.stalledReader = 5s;
    limits.sendAhead = 16 * 1024 * 1024;
    ProxyStage stage(limits);
    sim::SimOptions options;
    options.text = QByteArray(8 * 1024 * 1024, 't');
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, options);
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{5s, 5s, 5s};
    Ask ask;
    ask.stream = false;
    ask.fields = "Connection: close\r\n";
    RawClient client(stage.port(), kSmallBuffer);
    client.setReading(false);
    client.send(stage.request(ask));
    QVERIFY(stage.requestsEnded(1));
    if (halfClose)
        client.halfClose();
    QVERIFY(throughout([&] { return stage.server->connectionCount() == 1; }, 700ms));
    client.setReading(true);
    const RawAnswer answer = client.next(false, 20s);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.size() > options.text.size());
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.end(), RawClient::End::Closed);
}

QCC_PROXY_TEST_MAIN(SlowClients)
#include "tst_slow_clients.moc"

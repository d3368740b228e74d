// SPDX-License-Identifier: GPL-3.0-or-later
// A stream without content for long: the client gets a head and pings of our own, and the request stays
// switchable.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

namespace {

constexpr QByteArrayView kPing("event: ping\ndata: {\"type\": \"ping\"}\n\n");

ProxyLimits quickPings()
{
    ProxyLimits limits = shortLimits();
    limits.firstPing = 150ms;
    return limits;
}

/// The body without our own pings in front of the first event.
QByteArray withoutLeadingPings(QByteArray body)
{
    while (body.startsWith(kPing))
        body.remove(0, kPing.size());
    return body;
}

} // namespace

class Pings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thenTheNextOneServes_data();
    void thenTheNextOneServes();
    void goOnUntilThereIsContent();
    void thenAnErrorIsAnEvent_data();
    void thenAnErrorIsAnEvent();
    void thenTheProvidersRefusalIsAnEvent_data();
    void thenTheProvidersRefusalIsAnEvent();
    void notForAnAnswerWithoutStreaming();
    void thenACodedStreamIsDecoded_data();
    void thenACodedStreamIsDecoded();
    void toAClientOfHttp10();
};

void Pings::thenTheNextOneServes_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("qnam");
    for (const bool qnam : kTransports) {
        const char *name = qnam ? "qnam" : "pooled";
        QTest::addRow("the first one never answers, %s", name) << static_cast<int>(FaultKind::Hang) << qnam;
        QTest::addRow("the first one stalls before content, %s", name)
            << static_cast<int>(FaultKind::Stalled) << qnam;
    }
}

void Pings::thenTheNextOneServes()
{
    QFETCH(int, kind);
    QFETCH(bool, qnam);
    ProxyStage stage(quickPings());
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    stage.sims[0]->setFault(sim::faultAfter(static_cast<FaultKind>(kind), 0));
    const RawAnswer direct = stage.askDirectly(*stage.sims[1]);
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return client.received().count(kPing) >= 2; }));
    QCOMPARE(stage.host.attempts.size(), size_t(0)); // all while the first one is being waited for
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.field("content-type").startsWith("text/event-stream"));
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("production")); // known no better when the head left
    QVERIFY(answer.whole);
    QCOMPARE(withoutIds(withoutLeadingPings(answer.body)), withoutIds(direct.body));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].attempts.size(), size_t(2));
    QCOMPARE(stage.host.requests[0].end, RequestEnd::Served);
    stage.sims[0]->setFault(FaultKind::None);
    client.send(stage.request());
    QCOMPARE(client.next().status, 200);
}

void Pings::goOnUntilThereIsContent()
{
    ProxyStage stage(quickPings());
    stage.add(QStringLiteral("production"));
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{5s, 5s, 5s};
    sim::Fault slow = sim::faultOf(FaultKind::Slow);
    slow.delay = 800ms;
    slow.eventDelay = 30ms;
    stage.sims[0]->setFault(slow);
    const RawAnswer answer = stage.ask();
    QVERIFY(answer.whole);
    const qsizetype ours = (answer.body.size() - withoutLeadingPings(answer.body).size()) / kPing.size();
    QVERIFY2(ours >= 3, QByteArray::number(ours).constData());
    QVERIFY(answer.body.contains("message_stop"));
    const qsizetype content = answer.body.indexOf("content_block_delta");
    QVERIFY(!answer.body.sliced(content).contains(kPing)); // none once there is content
}

void Pings::thenAnErrorIsAnEvent_data()
{
    QTest::addColumn<bool>("timeUp");
    QTest::newRow("all failed") << false;
    QTest::newRow("the time of all tries is up") << true;
}

void Pings::thenAnErrorIsAnEvent()
{
    QFETCH(bool, timeUp);
    ProxyLimits limits = quickPings();
    if (timeUp)
        limits.allTries = 500ms;
    ProxyStage stage(limits);
    stage.addThree();
    for (const auto &provider : stage.sims)
        provider->setFault(sim::statusFault(500));
    stage.sims[0]->setFault(FaultKind::Hang);
    RawClient client(stage.port());
    client.send(stage.request());
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.whole);
    const QByteArray rest = withoutLeadingPings(answer.body);
    QVERIFY2(rest.startsWith("event: error\ndata: {\"type\":\"error\",\"error\":{"), rest.constData());
    QVERIFY(rest.endsWith("}\n\n"));
    QCOMPARE(rest.count('\n'), 3);
    QVERIFY(rest.contains(timeUp ? "timeout_error" : "overloaded_error"));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].end, RequestEnd::Failed);
}

void Pings::thenTheProvidersRefusalIsAnEvent_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("data");
    const QByteArray error =
        R"({"type":"error","error":{"type":"invalid_request_error","message":"two  spaces"}})";
    QTest::newRow("as it is") << error << error;
    QTest::newRow("on several lines") << QByteArray(error).replace(",\"error\"", ",\r\n \"error\"")
                                      << QByteArray(error).replace(",\"error\"", ",   \"error\"");
    QTest::newRow("a page: in the API's form") << QByteArray("<html>Bad Request</html>") << QByteArray();
}

void Pings::thenTheProvidersRefusalIsAnEvent()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, data);
    ProxyStage stage(quickPings());
    stage.addThree();
    stage.sims[0]->setFault(FaultKind::Hang);
    sim::Fault fault = sim::statusFault(400);
    fault.body = body;
    stage.sims[1]->setFault(fault);
    RawClient client(stage.port());
    client.send(stage.request());
    const RawAnswer answer = client.next();
    QVERIFY(answer.whole);
    const QByteArray rest = withoutLeadingPings(answer.body);
    if (data.isEmpty()) {
        QVERIFY(rest.startsWith("event: error\ndata: {"));
        QVERIFY(rest.contains("invalid_request_error"));
        QVERIFY(rest.contains("400"));
        QVERIFY(!rest.contains("<html>"));
    } else {
        QCOMPARE(rest, "event: error\ndata: " + data + "\n\n");
    }
}

void Pings::notForAnAnswerWithoutStreaming()
{
    ProxyStage stage(quickPings());
    stage.addThree();
    stage.sims[0]->setFault(FaultKind::Hang);
    Ask ask;
    ask.stream = false;
    const RawAnswer answer = stage.ask(ask);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("backup"));
    QVERIFY(!answer.body.contains("ping"));
}

void Pings::thenACodedStreamIsDecoded_data()
{
    QTest::addColumn<bool>("switched");
    QTest::newRow("of the same provider") << false;
    QTest::newRow("of the next one") << true;
}

/// The head has left without a Content-Encoding, so what follows has none either.
void Pings::thenACodedStreamIsDecoded()
{
    QFETCH(bool, switched);
    ProxyStage stage(quickPings());
    sim::SimOptions options;
    options.gzip = true;
    options.events = 4;
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, options);
    stage.add(QStringLiteral("backup"), Priority::Secondary, HttpVersion::Http1, options);
    const RawAnswer direct = stage.askDirectly(*stage.sims[switched ? 1 : 0]); // it does not accept gzip
    sim::Fault slow = sim::faultOf(FaultKind::Slow);
    slow.delay = 30ms;
    slow.eventDelay = 200ms;
    if (switched)
        slow = sim::faultAfter(FaultKind::Stalled, 0);
    stage.sims[0]->setFault(slow);
    Ask ask;
    ask.fields = "Accept-Encoding: gzip, deflate, br, zstd\r\n";
    RawClient client(stage.port());
    client.send(stage.request(ask));
    const RawAnswer answer = client.next(false, 15s);
    QVERIFY(answer.whole);
    QVERIFY(answer.field("content-encoding").isEmpty());
    QVERIFY(answer.body.startsWith(kPing) || answer.body.contains(kPing));
    QCOMPARE(withoutIds(QByteArray(answer.body).replace(kPing, "")),
             withoutIds(QByteArray(direct.body).replace(kPing, "")));
}

void Pings::toAClientOfHttp10()
{
    ProxyStage stage(quickPings());
    stage.addThree();
    stage.sims[0]->setFault(FaultKind::Hang);
    Ask ask;
    ask.version = "HTTP/1.0";
    const RawAnswer answer = stage.ask(ask);
    QVERIFY(answer.whole);
    QVERIFY(answer.untilClose);
    QVERIFY(answer.body.startsWith(kPing));
    QVERIFY(answer.body.contains("message_stop"));
}

QCC_PROXY_TEST_MAIN(Pings)
#include "tst_pings.moc"

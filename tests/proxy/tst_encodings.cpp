// SPDX-License-Identifier: GPL-3.0-or-later
// Coded answers pass untouched, and are looked into all the same.
#include "tests/proxy/proxy_stage.h"

#include "app/http/content_decoder.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

namespace {

QByteArray plain(const QByteArray &coded)
{
    const auto decoder = ContentDecoder::make("gzip");
    return decoder->decode(coded).value_or("not gzip");
}

Ask gzipAsk(bool stream)
{
    Ask ask;
    ask.stream = stream;
    ask.fields = "Accept-Encoding: gzip, deflate, br, zstd\r\n";
    return ask;
}

} // namespace

class Encodings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passUntouched_data();
    void passUntouched();
    void failuresInsideAreSeen_data();
    void failuresInsideAreSeen();
    void whatIsNoGzipIsAFailure();
    void anUnknownCodingPasses();
    void withoutAcceptEncodingNoneIsAskedFor();
};

static void addRows()
{
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("qnam");
    for (const bool stream : {true, false}) {
        for (const bool qnam : kTransports)
            QTest::addRow("%s, %s", stream ? "streamed" : "not streamed", qnam ? "qnam" : "pooled")
                << stream << qnam;
    }
}

void Encodings::passUntouched_data()
{
    addRows();
}

void Encodings::passUntouched()
{
    QFETCH(bool, stream);
    QFETCH(bool, qnam);
    ProxyStage stage;
    sim::SimOptions options;
    options.gzip = true;
    stage.add(QStringLiteral("production"), Priority::Primary, qnam ? HttpVersion::Http2 : HttpVersion::Http1,
              options);
    const RawAnswer direct = stage.askDirectly(*stage.sims[0], gzipAsk(stream));
    QCOMPARE(direct.field("content-encoding"), QByteArray("gzip"));
    const RawAnswer answer = stage.ask(gzipAsk(stream));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("content-encoding"), QByteArray("gzip"));
    QCOMPARE(withoutIds(plain(answer.body)), withoutIds(plain(direct.body)));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.attempts[0].outcome.kind, OutcomeKind::Success);
    QCOMPARE(stage.sims[0]->log().back().field("accept-encoding"), QByteArray("gzip, deflate, br, zstd"));
}

void Encodings::failuresInsideAreSeen_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("after");
    QTest::addColumn<bool>("stream");
    QTest::newRow("an error event before content") << static_cast<int>(FaultKind::ErrorEvent) << 0 << true;
    QTest::newRow("a clean end before content") << static_cast<int>(FaultKind::NoMessageStop) << 0 << true;
    QTest::newRow("a clean end after content") << static_cast<int>(FaultKind::NoMessageStop) << 3 << true;
    QTest::newRow("a cut JSON answer") << static_cast<int>(FaultKind::Truncated) << 3 << false;
}

void Encodings::failuresInsideAreSeen()
{
    QFETCH(int, kind);
    QFETCH(int, after);
    QFETCH(bool, stream);
    ProxyStage stage;
    sim::SimOptions options;
    options.gzip = true;
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, options);
    stage.add(QStringLiteral("backup"), Priority::Secondary, HttpVersion::Http1, options);
    stage.sims[0]->setFault(sim::faultAfter(static_cast<FaultKind>(kind), after));
    const RawAnswer direct = stage.askDirectly(*stage.sims[1], gzipAsk(stream));
    RawClient client(stage.port());
    client.send(stage.request(gzipAsk(stream)));
    if (after > 0 && stream) { // seen, but too late to help
        QVERIFY(client.waitForEnd());
        QVERIFY(!client.peek().whole);
        QCOMPARE(stage.host.attempts[0].outcome.kind, OutcomeKind::BrokenStream);
        return;
    }
    const RawAnswer answer = client.next();
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("backup"));
    QCOMPARE(withoutIds(plain(answer.body)), withoutIds(plain(direct.body)));
}

void Encodings::whatIsNoGzipIsAFailure()
{
    ProxyStage stage;
    stage.addThree();
    sim::Fault fault = sim::statusFault(200);
    fault.body = "this is not what gzip looks like";
    fault.headers = {{"content-encoding", "gzip"}};
    stage.sims[0]->setFault(fault);
    for (const bool stream : {true, false}) {
        const RawAnswer answer = stage.ask(gzipAsk(stream));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.field("x-qcc-config"), QByteArray("backup"));
    }
}

void Encodings::anUnknownCodingPasses()
{
    ProxyStage stage;
    stage.addThree();
    sim::Fault fault = sim::statusFault(200);
    fault.body = "in a coding that nobody here knows";
    fault.headers = {{"content-encoding", "x-future"}};
    stage.sims[0]->setFault(fault);
    const RawAnswer answer = stage.ask(gzipAsk(false));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, fault.body);
    QCOMPARE(answer.field("content-encoding"), QByteArray("x-future"));
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("production"));
}

void Encodings::withoutAcceptEncodingNoneIsAskedFor()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    QVERIFY(stage.servesWell());
    QCOMPARE(stage.sims[0]->log()[0].field("accept-encoding"), QByteArray("identity"));
}

QCC_PROXY_TEST_MAIN(Encodings)
#include "tst_encodings.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Faults after the first content: no other provider can help any more, and the client must not take what it
// has for the whole.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

class AfterContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksTheConnectionOff_data();
    void breaksTheConnectionOff();
    void anErrorEventIsPassedOn_data();
    void anErrorEventIsPassedOn();
    void aLostEndBehindMessageStopIsNoLoss();
    void aLongJsonAnswerThatIsCutIsBrokenOff_data();
    void aLongJsonAnswerThatIsCutIsBrokenOff();
};

static void addTransports()
{
    QTest::addColumn<bool>("qnam");
    for (const bool qnam : kTransports)
        QTest::newRow(qnam ? "qnam" : "pooled") << qnam;
}

void AfterContent::breaksTheConnectionOff_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("qnam");
    QTest::addColumn<QByteArray>("version");
    const std::vector<std::pair<const char *, FaultKind>> kinds = {
        {"a reset", FaultKind::ResetInStream},
        {"a cut", FaultKind::Truncated},
        {"silence", FaultKind::Stalled},
        {"a clean end without message_stop", FaultKind::NoMessageStop}};
    for (const auto &[name, kind] : kinds) {
        for (const bool qnam : kTransports) {
            for (const QByteArray version : {"HTTP/1.1", "HTTP/1.0"})
                QTest::addRow("%s, %s, to a client of %s", name, qnam ? "qnam" : "pooled",
                              version.constData())
                    << static_cast<int>(kind) << qnam << version;
        }
    }
}

void AfterContent::breaksTheConnectionOff()
{
    QFETCH(int, kind);
    QFETCH(bool, qnam);
    QFETCH(QByteArray, version);
    ProxyStage stage;
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    sim::Fault fault = sim::faultAfter(static_cast<FaultKind>(kind), 3);
    fault.requests = 1;
    stage.sims[0]->setFault(fault);
    Ask ask;
    ask.session = "session-1";
    ask.version = version;
    const RawAnswer whole = stage.askDirectly(*stage.sims[1], ask);
    stage.sims[1]->clearLog();

    RawClient client(stage.port());
    client.send(stage.request(ask));
    QVERIFY(client.waitForEnd());
    const RawAnswer answer = client.peek();
    QVERIFY(!answer.whole);
    QCOMPARE(client.end(), RawClient::End::Reset);
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].end, RequestEnd::Broken);
    QCOMPARE(stage.host.attempts.size(), size_t(1));
    QCOMPARE(stage.host.attempts[0].outcome.kind, OutcomeKind::BrokenStream);
    QCOMPARE(stage.host.attempts[0].outcome.effect, HealthEffect::Failure);
    QVERIFY(stage.sims[1]->log().empty());

    const RawAnswer again = stage.ask(ask); // the turn again, by the same session
    QCOMPARE(again.status, 200);
    QCOMPARE(again.field("x-qcc-config"), QByteArray("backup"));
    QCOMPARE(again.field("x-qcc-attempts"), QByteArray("1"));
    QCOMPARE(withoutIds(again.body), withoutIds(whole.body));
    ask.session = "another session";
    QCOMPARE(stage.ask(ask).field("x-qcc-config"), QByteArray("production"));
}

void AfterContent::anErrorEventIsPassedOn_data()
{
    addTransports();
}

void AfterContent::anErrorEventIsPassedOn()
{
    QFETCH(bool, qnam);
    ProxyStage stage;
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    stage.sims[0]->setFault(sim::faultAfter(FaultKind::ErrorEvent, 2));
    Ask ask;
    ask.session = "s";
    const RawAnswer direct = stage.askDirectly(*stage.sims[0], ask);
    RawClient client(stage.port());
    client.send(stage.request(ask));
    const RawAnswer answer = client.next();
    QVERIFY(answer.whole);
    QCOMPARE(withoutIds(answer.body), withoutIds(direct.body));
    QCOMPARE(answer.body.count("event: error"), 1);
    QCOMPARE(answer.body.count("overloaded_error"), 1);
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.attempts[0].outcome.kind, OutcomeKind::BrokenStream);
    QCOMPARE(stage.host.attempts[0].outcome.errorType, QStringLiteral("overloaded_error"));
    client.send(stage.request(ask)); // the connection is kept
    QCOMPARE(client.next().field("x-qcc-config"), QByteArray("backup"));
}

void AfterContent::aLostEndBehindMessageStopIsNoLoss()
{
    ProxyStage stage;
    sim::SimOptions options;
    options.events = 4;
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, options);
    Ask ask;
    const RawAnswer direct = stage.askDirectly(*stage.sims[0], ask);
    stage.sims[0]->setFault(sim::faultOf(FaultKind::NoLength));
    const RawAnswer answer = stage.ask(ask);
    QVERIFY(answer.whole);
    QCOMPARE(withoutIds(answer.body), withoutIds(direct.body));
    QCOMPARE(stage.host.attempts[0].outcome.kind, OutcomeKind::Success);
}

void AfterContent::aLongJsonAnswerThatIsCutIsBrokenOff_data()
{
    addTransports();
}

void AfterContent::aLongJsonAnswerThatIsCutIsBrokenOff()
{
    QFETCH(bool, qnam);
    ProxyStage stage;
    sim::SimOptions options;
    options.text = QByteArray(2 * 1024 * 1024, 'x'); // beyond what is held back
    stage.add(QStringLiteral("production"), Priority::Primary, qnam ? HttpVersion::Http2 : HttpVersion::Http1,
              options);
    stage.add(QStringLiteral("backup"), Priority::Secondary);
    Ask ask;
    ask.stream = false;
    const RawAnswer good = stage.ask(ask);
    QCOMPARE(good.status, 200);
    QVERIFY(good.body.size() > options.text.size());
    stage.sims[0]->setFault(sim::faultOf(FaultKind::Truncated));
    RawClient client(stage.port());
    client.send(stage.request(ask));
    QVERIFY(client.waitForEnd());
    QVERIFY(!client.peek().whole);
    QCOMPARE(client.peek().status, 200);
    QVERIFY(stage.requestsEnded(2));
    QCOMPARE(stage.host.attempts.back().outcome.kind, OutcomeKind::BrokenStream);
    QVERIFY(stage.sims[1]->log().empty());
}

QCC_PROXY_TEST_MAIN(AfterContent)
#include "tst_after_content.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What one request's outcome means for the next ones (gateway.md section 3, last columns).
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

namespace {

const auto kCredit = QByteArrayLiteral(
    R"({"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low"}})");

Ask askFor(const QByteArray &model)
{
    Ask ask;
    ask.body = R"({"model":")" + model + R"(","stream":true,"messages":[]})";
    return ask;
}

} // namespace

class EndpointStateRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSkippedUntilItsTime_data();
    void isSkippedUntilItsTime();
    void onlyThisModel_data();
    void onlyThisModel();
    void theBreaker();
    void oneRequestAloneOpensNoBreaker();
    void theLeastBadIsTriedAnyway();
    void neverTwiceInOneRequest();
    void atMostSixAttempts();
    void countTokensThatIsMissing();
    void aReusedConnectionThatDied_data();
    void aReusedConnectionThatDied();
    void successCountsAtTheEndOnly();
};

void EndpointStateRows::isSkippedUntilItsTime_data()
{
    QTest::addColumn<sim::Fault>("fault");
    QTest::addColumn<int>("seconds");
    sim::Fault credit = sim::statusFault(400);
    credit.body = kCredit;
    QTest::newRow("limited for two minutes") << sim::statusFault(429, "120") << 120;
    QTest::newRow("limited for hours: probed after 30 min") << sim::statusFault(429, "36000") << 1800;
    QTest::newRow("key rejected by 401: after 30 min") << sim::statusFault(401) << 1800;
    QTest::newRow("key rejected by 403: after 30 min") << sim::statusFault(403) << 1800;
    QTest::newRow("out of credit by its text: after 30 min") << credit << 1800;
    QTest::newRow("out of credit by 402: after 30 min") << sim::statusFault(402) << 1800;
}

void EndpointStateRows::isSkippedUntilItsTime()
{
    QFETCH(sim::Fault, fault);
    QFETCH(int, seconds);
    ProxyStage stage;
    stage.addThree();
    stage.sims[0]->setFault(fault);
    QCOMPARE(stage.ask().field("x-qcc-attempts"), QByteArray("2"));
    stage.sims[0]->setFault(FaultKind::None);
    const RawAnswer next = stage.ask();
    QCOMPARE(next.field("x-qcc-config"), QByteArray("backup"));
    QCOMPARE(next.field("x-qcc-attempts"), QByteArray("1"));
    QCOMPARE(stage.ask(askFor("claude-opus-4-1")).field("x-qcc-config"), QByteArray("backup")); // every model
    QCOMPARE(stage.sims[0]->log().size(), size_t(1));
    QVERIFY(stage.host.states[stage.ids[0]].breaker.consecutiveFailures() == 0); // it is not unhealthy
    stage.host.moveTime(std::chrono::seconds(seconds - 10));
    QCOMPARE(stage.ask().field("x-qcc-config"), QByteArray("backup"));
    stage.host.moveTime(11s);
    QCOMPARE(stage.ask().field("x-qcc-config"), QByteArray("production"));
}

void EndpointStateRows::onlyThisModel_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("seconds");
    QTest::newRow("404: for 10 min") << 404 << 600;
    QTest::newRow("529: for 30 s") << 529 << 30;
}

void EndpointStateRows::onlyThisModel()
{
    QFETCH(int, status);
    QFETCH(int, seconds);
    ProxyStage stage;
    stage.addThree();
    sim::Fault fault = sim::statusFault(status);
    fault.requests = 1;
    stage.sims[0]->setFault(fault);
    QCOMPARE(stage.ask().field("x-qcc-attempts"), QByteArray("2"));
    QCOMPARE(stage.ask().field("x-qcc-config"), QByteArray("backup"));
    QCOMPARE(stage.ask(askFor("claude-opus-4-1")).field("x-qcc-config"), QByteArray("production"));
    stage.host.moveTime(std::chrono::seconds(seconds - 5));
    QCOMPARE(stage.ask().field("x-qcc-config"), QByteArray("backup"));
    stage.host.moveTime(6s);
    QCOMPARE(stage.ask().field("x-qcc-config"), QByteArray("production"));
}

void EndpointStateRows::theBreaker()
{
    ProxyStage stage;
    stage.addThree();
    stage.sims[0]->setFault(sim::statusFault(500));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(stage.ask().field("x-qcc-attempts"), QByteArray("2"));
    QCOMPARE(stage.ask().field("x-qcc-attempts"), QByteArray("1")); // open
    QCOMPARE(stage.sims[0]->log().size(), size_t(3));
    stage.host.moveTime(31s);
    QCOMPARE(stage.ask().field("x-qcc-attempts"), QByteArray("2")); // the trial fails
    QCOMPARE(stage.ask().field("x-qcc-attempts"), QByteArray("1"));
    stage.host.moveTime(31s);
    stage.sims[0]->setFault(FaultKind::None);
    QCOMPARE(stage.ask().field("x-qcc-config"), QByteArray("production")); // the trial succeeds
    QCOMPARE(stage.ask().field("x-qcc-config"), QByteArray("production"));
}

void EndpointStateRows::oneRequestAloneOpensNoBreaker()
{
    ProxyStage stage;
    stage.addThree();
    stage.sims[0]->setFault(sim::statusFault(500));
    for (int i = 0; i < 2; ++i)
        QCOMPARE(stage.ask().field("x-qcc-attempts"), QByteArray("2"));
    stage.sims[0]->setFault(FaultKind::None);
    QCOMPARE(stage.ask().field("x-qcc-config"), QByteArray("production"));
}

void EndpointStateRows::theLeastBadIsTriedAnyway()
{
    ProxyStage stage;
    stage.addThree();
    for (const auto &provider : stage.sims)
        provider->setFault(sim::statusFault(500));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(stage.ask().status, 503);
    for (const EndpointId &id : stage.ids)
        QCOMPARE(stage.host.states[id].breaker.state(stage.host.now()), Breaker::State::Open);
    stage.sims[1]->setFault(FaultKind::None);
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("backup"));
}

void EndpointStateRows::neverTwiceInOneRequest()
{
    ProxyStage stage;
    stage.addThree();
    stage.add(QStringLiteral("backup"));
    for (const auto &provider : stage.sims)
        provider->setFault(sim::statusFault(502));
    QCOMPARE(stage.ask().status, 503);
    for (const auto &provider : stage.sims)
        QCOMPARE(provider->log().size(), size_t(1));
}

void EndpointStateRows::atMostSixAttempts()
{
    ProxyStage stage;
    for (int i = 0; i < 8; ++i)
        stage.add(QStringLiteral("production"));
    for (const auto &provider : stage.sims)
        provider->setFault(sim::statusFault(500));
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("6"));
    QCOMPARE(stage.host.started.size(), size_t(6));
}

void EndpointStateRows::countTokensThatIsMissing()
{
    ProxyStage stage;
    stage.addThree();
    sim::Fault fault = sim::statusFault(404);
    fault.path = "/v1/messages/count_tokens";
    stage.sims[0]->setFault(fault);
    Ask count;
    count.target = "/v1/messages/count_tokens?beta=true";
    count.body = R"({"model":"claude-sonnet-4-5","messages":[]})";
    QCOMPARE(stage.ask(count).field("x-qcc-config"), QByteArray("backup"));
    QCOMPARE(stage.ask().field("x-qcc-config"), QByteArray("production"));
    stage.host.settings.policy.spillOverEnabled = false; // then it is the only word there is
    stage.host.states.clear();
    QCOMPARE(stage.ask(count).status, 404);
}

void EndpointStateRows::aReusedConnectionThatDied_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("qnam");
    for (const bool qnam : kTransports) {
        const char *name = qnam ? "qnam" : "pooled";
        QTest::addRow("closed when it is used again, %s", name)
            << static_cast<int>(FaultKind::CloseOnReuse) << qnam;
    }
}

/// Retried once on a fresh connection, which counts as the same attempt.
void EndpointStateRows::aReusedConnectionThatDied()
{
    QFETCH(int, kind);
    QFETCH(bool, qnam);
    ProxyStage stage;
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    stage.sims[0]->setFault(static_cast<FaultKind>(kind));
    for (int i = 0; i < 4; ++i) {
        const RawAnswer answer = stage.ask();
        QCOMPARE(answer.field("x-qcc-config"), QByteArray("production"));
        QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("1"));
    }
    for (const TestHost::Attempted &each : stage.host.attempts)
        QCOMPARE(each.outcome.kind, OutcomeKind::Success);
}

void EndpointStateRows::successCountsAtTheEndOnly()
{
    ProxyStage stage;
    sim::SimOptions options;
    options.events = 5;
    options.interval = 60ms;
    stage.add(QStringLiteral("production"), Priority::Primary, HttpVersion::Http1, options);
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return client.received().contains("content_block_delta"); }));
    QVERIFY(stage.host.attempts.empty());
    QCOMPARE(client.next().status, 200);
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.attempts[0].outcome.effect, HealthEffect::Success);
    const RequestRecord &record = stage.host.requests[0];
    QVERIFY(record.firstByte.count() > 0 && record.firstByte < record.duration);
    QCOMPARE(record.status, 200);
    QCOMPARE(record.model, QByteArray("claude-sonnet-4-5"));
    QVERIFY(record.bytesIn > 0 && record.bytesOut > 0);
}

QCC_PROXY_TEST_MAIN(EndpointStateRows)
#include "tst_endpoint_states.moc"

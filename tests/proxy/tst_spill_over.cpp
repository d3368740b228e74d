// SPDX-License-Identifier: GPL-3.0-or-later
// Which requests count as spilled over: those served by somebody else than the first choice.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using sim::FaultKind;

class SpillOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNoneWhileAllIsWell();
    void afterAFailedAttempt();
    void pastAnOpenBreaker();
    void pastALimitOrAKey_data();
    void pastALimitOrAKey();
    void toTheNextEndpointOfTheSameConfig();
    void isNoneForASessionThatLivesElsewhere();
    void isNoneForASecondTryAtTheSameEndpoint();
    void isNoneWhereNobodyServed();

private:
    /// The record of one more request.
    static RequestRecord asked(ProxyStage &stage, const Ask &ask = {})
    {
        const size_t before = stage.host.requests.size();
        stage.ask(ask);
        if (!stage.requestsEnded(before + 1))
            qFatal("a request does not end");
        return stage.host.requests.back();
    }
};

void SpillOver::isNoneWhileAllIsWell()
{
    ProxyStage stage;
    stage.addThree();
    QVERIFY(!asked(stage).spilledOver);
}

void SpillOver::afterAFailedAttempt()
{
    ProxyStage stage;
    stage.addThree();
    stage.sims[0]->setFault(sim::statusFault(500));
    const RequestRecord record = asked(stage);
    QVERIFY(record.spilledOver);
    QCOMPARE(record.attempts.size(), size_t(2));
}

/// The production was not even asked.
void SpillOver::pastAnOpenBreaker()
{
    ProxyStage stage;
    stage.addThree();
    stage.sims[0]->setFault(FaultKind::Refuse);
    for (int i = 0; i < 3; ++i)
        asked(stage);
    const RequestRecord record = asked(stage);
    QCOMPARE(record.attempts.size(), size_t(1));
    QCOMPARE(record.attempts[0].config, QStringLiteral("backup"));
    QVERIFY(record.spilledOver);
}

void SpillOver::pastALimitOrAKey_data()
{
    QTest::addColumn<sim::Fault>("fault");
    QTest::newRow("limited") << sim::statusFault(429, "120");
    QTest::newRow("key rejected") << sim::statusFault(401);
    QTest::newRow("out of credit") << sim::statusFault(402);
    QTest::newRow("the model is missing") << sim::statusFault(404);
    QTest::newRow("the model is overloaded") << sim::statusFault(529);
}

void SpillOver::pastALimitOrAKey()
{
    QFETCH(sim::Fault, fault);
    ProxyStage stage;
    stage.addThree();
    stage.sims[0]->setFault(fault);
    QVERIFY(asked(stage).spilledOver);
    const RequestRecord record = asked(stage);
    QCOMPARE(record.attempts.size(), size_t(1));
    QVERIFY(record.spilledOver);
}

void SpillOver::toTheNextEndpointOfTheSameConfig()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    stage.add(QStringLiteral("production"));
    stage.sims[0]->setFault(sim::statusFault(500));
    QVERIFY(asked(stage).spilledOver);
}

void SpillOver::isNoneForASessionThatLivesElsewhere()
{
    ProxyStage stage;
    stage.addThree();
    Ask ask;
    ask.session = "one";
    stage.sims[0]->setFault(sim::statusFault(500));
    QVERIFY(asked(stage, ask).spilledOver);
    stage.sims[0]->setFault(FaultKind::None);
    const RequestRecord record = asked(stage, ask);
    QCOMPARE(record.attempts[0].config, QStringLiteral("backup"));
    QVERIFY(!record.spilledOver);
}

void SpillOver::isNoneForASecondTryAtTheSameEndpoint()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    sim::Fault fault = sim::statusFault(529);
    fault.requests = 1;
    stage.sims[0]->setFault(fault);
    const RequestRecord record = asked(stage);
    QCOMPARE(record.attempts.size(), size_t(2));
    QCOMPARE(record.end, RequestEnd::Served);
    QVERIFY(!record.spilledOver);
}

void SpillOver::isNoneWhereNobodyServed()
{
    ProxyStage stage;
    stage.addThree();
    for (const auto &provider : stage.sims)
        provider->setFault(sim::statusFault(500));
    QVERIFY(!asked(stage).spilledOver);
}

QCC_PROXY_TEST_MAIN(SpillOver)
#include "tst_spill_over.moc"

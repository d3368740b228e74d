// SPDX-License-Identifier: GPL-3.0-or-later
// Every config is limited; a conversation that was moved: through the whole instance.
#include "tests/engine/engine_stage.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;

namespace {

const QString kProduction = QStringLiteral("production");
const QString kBackup = QStringLiteral("backup");
const QByteArray kThought = R"({"type":"thinking","thinking":"hm","signature":"c2ln"},)";

QByteArray conversation(const QByteArray &thought)
{
    return R"({"role":"user","content":"hi"},{"role":"assistant","content":[)" + thought +
           R"({"type":"text","text":"yes"}]},{"role":"user","content":"go on"})";
}

} // namespace

class TestEngineExhaustion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aChangedKeyLetsRequestsGo();
    void aManualSwitchLetsRequestsGo();
    void aMovedConversationIsRepaired();
};

void TestEngineExhaustion::aChangedKeyLetsRequestsGo()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    sim::Fault limited = sim::statusFault(429, "40");
    limited.requests = 1;
    for (const auto &provider : stage.sims)
        provider->setFault(limited);
    QVERIFY(stage.start());
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return stage.snapshot().heldRequests == 1; }));
    const ProxySnapshot shown = stage.snapshot();
    QVERIFY(shown.heldUntil.has_value());
    QCOMPARE(shown.runningRequests, 1);
    QCOMPARE(stage.endpoint(kProduction).until, shown.heldUntil);
    sim::SimOptions options = stage.sims[1]->options();
    options.apiKey = "another-key";
    stage.sims[1]->setOptions(options);
    QVERIFY(stage.give(editKey(kBackup, "another-key")).ok());
    QCOMPARE(test::servedBy(client.next()), QByteArray("backup"));
    QCOMPARE(stage.snapshot().heldRequests, 0);
    QVERIFY(!stage.snapshot().heldUntil);
}

/// Without spill-over only the active config is asked, and waited for.
void TestEngineExhaustion::aManualSwitchLetsRequestsGo()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    sim::Fault limited = sim::statusFault(429, "40");
    stage.sims[0]->setFault(limited);
    QVERIFY(stage.start());
    PolicyPatch patch;
    patch.spillOverEnabled = false;
    QVERIFY(stage.give(EditPolicy{patch}).ok());
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return stage.snapshot().heldRequests == 1; }));
    QVERIFY(stage.sims[1]->log().empty());
    QVERIFY(stage.switchTo(kBackup).ok());
    QCOMPARE(test::servedBy(client.next()), QByteArray("backup"));
}

void TestEngineExhaustion::aMovedConversationIsRepaired()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    Ask ask;
    ask.session = "01234567-89ab";
    QCOMPARE(stage.servedBy(ask), QByteArray("production"));
    stage.sims[0]->setFault(sim::FaultKind::Refuse);
    sim::Fault refusal = sim::statusFault(400);
    refusal.body = "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":"
                   "\"messages.1.content.0: Invalid `signature` in `thinking` block\"}}";
    refusal.requests = 1;
    stage.sims[1]->setFault(refusal);
    ask.messages = conversation(kThought);
    QCOMPARE(stage.servedBy(ask), QByteArray("backup"));
    const auto log = stage.sims[1]->log();
    QVERIFY(log.at(0).body.contains(kThought));
    QCOMPARE(log.at(1).body, QByteArray(log.at(0).body).replace(kThought, ""));
    // The same words to a conversation that was never moved are its own business.
    ask.session = "another";
    stage.sims[1]->setFault(refusal);
    QCOMPARE(stage.ask(ask).status, 400);
}

QTEST_GUILESS_MAIN(TestEngineExhaustion)
#include "tst_engine_exhaustion.moc"

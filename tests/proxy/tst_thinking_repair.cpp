// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation that QCC has moved: the provider refuses what another one signed, and is asked once more
// without it.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

const QByteArray kThought = R"({"type":"thinking","thinking":"hm \u00e9","signature":"c2lnbmVk"})";
const QByteArray kAnswer = R"({"type":"text","text":"yes"})";
const QByteArray kRefusal = R"({"type":"error","error":{"type":"invalid_request_error","message":)"
                            R"("messages.1.content.0: Invalid `signature` in `thinking` block"}})";

/// With odd spelling that anything which parses and writes JSON anew would change.
QByteArray bodyOf(const QByteArray &blocks, const QByteArray &model = "claude-opus-4-1", qsizetype fill = 0)
{
    return "{ \"messages\":[{\"role\":\"user\",\"content\":\"hi\"},\t{\"content\": [" + blocks +
           "],\"role\":\"assistant\"},{\"role\":\"user\",\"content\":\"" + QByteArray(fill, 'x') +
           R"(go \/ on"}], "stream":true,"temperature":1.0e0, "model": ")" + model + "\" } ";
}

sim::Fault refusal(int requests = 1)
{
    sim::Fault fault = sim::statusFault(400);
    fault.body = kRefusal;
    fault.requests = requests;
    return fault;
}

/// The session has been served by these, the last one first.
class MovedSession
{
public:
    explicit MovedSession(ProxyStage &stage, const QStringList &configs)
    {
        stage.host.sessionConfigs.assign(configs.begin(), configs.end());
        ask.session = "s";
        ask.body = bodyOf(kThought + ",  " + kAnswer);
    }
    Ask ask;
};

const QString kProduction = QStringLiteral("production");
const QString kBackup = QStringLiteral("backup");

} // namespace

class ThinkingRepairOnTheWay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameOneIsAskedAgainWithout_data();
    void theSameOneIsAskedAgainWithout();
    void whereTheSessionWasNotMovedItPasses_data();
    void whereTheSessionWasNotMovedItPasses();
    void anotherRefusalPasses_data();
    void anotherRefusalPasses();
    void onlyOnce();
    void afterPingsToo();
    void withAnotherNameForTheModel();
    void theNextOneGetsItRepairedUnlessAllIsItsOwn();
    void aBodyInAFileIsRepaired();
    void aBodyThatIsTooLargePasses();
    void thinkingGoesOffInsideATurn();
};

void ThinkingRepairOnTheWay::theSameOneIsAskedAgainWithout_data()
{
    QTest::addColumn<bool>("qnam");
    QTest::addColumn<bool>("chunked");
    for (const bool qnam : kTransports) {
        for (const bool chunked : {false, true})
            QTest::addRow("%s, %s", qnam ? "qnam" : "pooled", chunked ? "chunked" : "of known length")
                << qnam << chunked;
    }
}

void ThinkingRepairOnTheWay::theSameOneIsAskedAgainWithout()
{
    QFETCH(const bool, qnam);
    QFETCH(const bool, chunked);
    ProxyStage stage;
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    MovedSession moved(stage, {kBackup, kProduction});
    moved.ask.chunked = chunked;
    stage.sims[0]->setFault(refusal());
    const RawAnswer answer = stage.ask(moved.ask);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.whole);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("production"));
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("2"));
    const std::vector<sim::ReceivedRequest> log = stage.sims[0]->log();
    QCOMPARE(log.size(), size_t(2));
    QCOMPARE(log[0].bodySha256, sha256(moved.ask.body));
    QCOMPARE(log[1].bodySha256, sha256(bodyOf(kAnswer)));
    QVERIFY(stage.requestsEnded(1));
    const RequestRecord &record = stage.host.requests[0];
    QCOMPARE(record.removedThinking, 1);
    QVERIFY(!record.thinkingOff);
    QVERIFY(!record.spilledOver);
    QCOMPARE(record.attempts.size(), size_t(2));
    QCOMPARE(record.attempts[0].outcome.kind, OutcomeKind::PassedThrough);
    QCOMPARE(record.attempts[0].outcome.effect, HealthEffect::Neutral);
    QCOMPARE(record.attempts[1].outcome.kind, OutcomeKind::Success);
}

void ThinkingRepairOnTheWay::whereTheSessionWasNotMovedItPasses_data()
{
    QTest::addColumn<QStringList>("configs");
    QTest::newRow("a new session") << QStringList();
    QTest::newRow("it was always there") << QStringList{kProduction};
}

void ThinkingRepairOnTheWay::whereTheSessionWasNotMovedItPasses()
{
    QFETCH(const QStringList, configs);
    ProxyStage stage;
    stage.addThree();
    const MovedSession moved(stage, configs);
    stage.sims[0]->setFault(refusal());
    const RawAnswer answer = stage.ask(moved.ask);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body, kRefusal);
    QCOMPARE(stage.sims[0]->log().size(), size_t(1));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].removedThinking, 0);
}

void ThinkingRepairOnTheWay::anotherRefusalPasses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("refusal");
    QTest::addColumn<QByteArray>("body");
    const QByteArray withBlocks = bodyOf(kThought + ',' + kAnswer);
    QTest::newRow("other words") << 400 << QByteArray(R"({"error":{"message":"prompt is too long"}})")
                                 << withBlocks;
    QTest::newRow("another status") << 422 << kRefusal << withBlocks;
    QTest::newRow("nothing to take out") << 400 << kRefusal << bodyOf(kAnswer);
    QTest::newRow("no JSON behind the end") << 400 << kRefusal << withBlocks + '}';
}

void ThinkingRepairOnTheWay::anotherRefusalPasses()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, refusal);
    QFETCH(const QByteArray, body);
    ProxyStage stage;
    stage.addThree();
    MovedSession moved(stage, {kBackup});
    moved.ask.body = body;
    sim::Fault fault = sim::statusFault(status);
    fault.body = refusal;
    stage.sims[0]->setFault(fault);
    const RawAnswer answer = stage.ask(moved.ask);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, refusal);
    QCOMPARE(stage.sims[0]->log().size(), size_t(1));
    QVERIFY(stage.sims[1]->log().empty());
}

void ThinkingRepairOnTheWay::onlyOnce()
{
    ProxyStage stage;
    stage.addThree();
    const MovedSession moved(stage, {kBackup});
    stage.sims[0]->setFault(refusal(5));
    const RawAnswer answer = stage.ask(moved.ask);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body, kRefusal);
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("2"));
    QCOMPARE(stage.sims[0]->log().size(), size_t(2));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].removedThinking, 1);
}

void ThinkingRepairOnTheWay::afterPingsToo()
{
    ProxyLimits limits = shortLimits();
    limits.firstPing = 100ms;
    ProxyStage stage(limits);
    stage.addThree();
    const MovedSession moved(stage, {kProduction});
    stage.sims[0]->setFault(sim::FaultKind::Hang); // until the header limit; then backup is asked
    stage.sims[1]->setFault(refusal());
    const RawAnswer answer = stage.ask(moved.ask);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.body.startsWith("event: ping"));
    QVERIFY(answer.body.contains("message_stop"));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].removedThinking, 1);
    QCOMPARE(stage.host.requests[0].attempts.back().config, kBackup);
}

void ThinkingRepairOnTheWay::withAnotherNameForTheModel()
{
    ProxyStage stage;
    stage.addThree();
    stage.host.settings.configs[0].modelMappings = {{QStringLiteral("claude-*"), QStringLiteral("mine")}};
    const MovedSession moved(stage, {kBackup});
    stage.sims[0]->setFault(refusal());
    QCOMPARE(stage.ask(moved.ask).status, 200);
    QCOMPARE(stage.sims[0]->log().back().bodySha256, sha256(bodyOf(kAnswer, "mine")));
}

void ThinkingRepairOnTheWay::theNextOneGetsItRepairedUnlessAllIsItsOwn()
{
    ProxyStage stage;
    stage.addThree();
    const MovedSession moved(stage, {kBackup});
    sim::Fault fault = refusal();
    stage.sims[0]->setFault(fault);
    QObject::connect(stage.sims[0].get(), &sim::SimProvider::answerFinished, stage.sims[0].get(),
                     [&] { stage.sims[0]->setFault(sim::statusFault(500)); });
    stage.sims[1]->setFault(sim::statusFault(500));
    QCOMPARE(stage.ask(moved.ask).status, 200);
    QCOMPARE(stage.sims[0]->log().back().bodySha256, sha256(bodyOf(kAnswer)));
    QCOMPARE(stage.sims[1]->log().back().bodySha256, sha256(moved.ask.body)); // it signed them
    QCOMPARE(stage.sims[2]->log().back().bodySha256, sha256(bodyOf(kAnswer)));
}

void ThinkingRepairOnTheWay::aBodyInAFileIsRepaired()
{
    ProxyStage stage;
    stage.addThree();
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{9s, 9s, 9s};
    MovedSession moved(stage, {kBackup});
    const qsizetype fill = 3 * ReplayBuffer::kMemoryLimit;
    moved.ask.body = bodyOf(kThought + "," + kAnswer, "claude-opus-4-1", fill);
    stage.sims[0]->setFault(refusal());
    QCOMPARE(stage.ask(moved.ask).status, 200);
    QCOMPARE(stage.sims[0]->log().back().bodySha256, sha256(bodyOf(kAnswer, "claude-opus-4-1", fill)));
}

void ThinkingRepairOnTheWay::aBodyThatIsTooLargePasses()
{
    ProxyLimits limits = shortLimits();
    limits.repairedBody = 100 * 1024;
    ProxyStage stage(limits);
    stage.addThree();
    MovedSession moved(stage, {kBackup});
    moved.ask.body = bodyOf(kThought + "," + kAnswer, "claude-opus-4-1", limits.repairedBody);
    stage.sims[0]->setFault(refusal());
    const RawAnswer answer = stage.ask(moved.ask);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body, kRefusal);
    QCOMPARE(stage.sims[0]->log().size(), size_t(1));
}

void ThinkingRepairOnTheWay::thinkingGoesOffInsideATurn()
{
    ProxyStage stage;
    stage.addThree();
    MovedSession moved(stage, {kBackup});
    const QByteArray body =
        R"({"model":"m","stream":true,"thinking":%2,"messages":[{"role":"user","content":"hi"},)"
        R"({"role":"assistant","content":[%1{"type":"tool_use","id":"t","name":"n","input":{}}]},)"
        R"({"role":"user","content":[{"type":"tool_result","tool_use_id":"t","content":"ok"}]}]})";
    moved.ask.body = QByteArray(body)
                         .replace("%1", kThought + ",")
                         .replace("%2", R"({"type":"enabled","budget_tokens":2048})");
    stage.sims[0]->setFault(refusal());
    QCOMPARE(stage.ask(moved.ask).status, 200);
    QCOMPARE(stage.sims[0]->log().back().body,
             QByteArray(body).replace("%1", "").replace("%2", R"({"type":"disabled"})"));
    QVERIFY(stage.requestsEnded(1));
    QVERIFY(stage.host.requests[0].thinkingOff);
}

QCC_PROXY_TEST_MAIN(ThinkingRepairOnTheWay)
#include "tst_thinking_repair.moc"

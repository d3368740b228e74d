// SPDX-License-Identifier: GPL-3.0-or-later
// Where the requests of conversations go, over the sockets of a running instance.
#include "app/control/session_json.h"
#include "tests/engine/engine_stage.h"

#include <QTest>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

const QString kProduction = QStringLiteral("production");
const QString kBackup = QStringLiteral("backup");
const QString kSpare = QStringLiteral("spare");

QByteArray says(const QByteArray &text)
{
    return R"({"role":"user","content":[{"type":"text","text":")" + text + R"("}]})";
}

/// A conversation after /compact.
QByteArray goesOnFrom(const QByteArray &summary)
{
    return says("This session is being continued from a previous conversation that ran out of context. The "
                "summary below covers the earlier portion of the conversation.\\n\\n" +
                summary);
}

/// A message that makes the body larger than what is gathered before a candidate is chosen.
QByteArray longTalk(const QByteArray &last)
{
    return says(QByteArray(600 * 1024, 'x')) + R"(,{"role":"assistant","content":"yes"},)" + says(last);
}

} // namespace

class TestEngineSessions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBrokenRequestIsServedElsewhere_data();
    void aBrokenRequestIsServedElsewhere();
    void aSideQuestionIsNotPushedAway();
    void aSmallModelDoesNotPullTheRestAlong();
    void aCompactionFreesASession();
    void sessionsAreListed();
    void aSessionIsMovedByHand();
    void movesAreRefused_data();
    void movesAreRefused();
    void aHandEndsWithItsConfig_data();
    void aHandEndsWithItsConfig();
    void sessionsSurviveARestart();

private:
    /// The stream breaks at production after content.
    static void breakOne(EngineStage &stage, const Ask &ask);
    static std::vector<SessionSnapshot> sessions(EngineStage &stage);
    static Result<Done> move(EngineStage &stage, const QByteArray &session, const QString &config);
};

void TestEngineSessions::breakOne(EngineStage &stage, const Ask &ask)
{
    stage.sims[0]->setFault(sim::faultAfter(sim::FaultKind::ResetInStream, 2));
    RawClient client(stage.port());
    client.send(stage.request(ask));
    QVERIFY(client.waitForEnd());
    QCOMPARE(client.end(), RawClient::End::Reset);
    stage.sims[0]->setFault(sim::FaultKind::None);
}

std::vector<SessionSnapshot> TestEngineSessions::sessions(EngineStage &stage)
{
    const Result<std::vector<SessionSnapshot>> found =
        sessionsFromJson(stage.askInstance(AskSessions{}).data);
    return found ? *found : std::vector<SessionSnapshot>();
}

Result<Done> TestEngineSessions::move(EngineStage &stage, const QByteArray &session, const QString &config)
{
    const ControlReply reply = stage.askInstance(AskMoveSession{{session, config}});
    return reply.kind == ControlReply::Kind::Answered ? Result<Done>(Done{}) : reply.refusal;
}

void TestEngineSessions::aBrokenRequestIsServedElsewhere_data()
{
    QTest::addColumn<Ask>("broken");
    QTest::addColumn<Ask>("next");
    QTest::addColumn<QByteArray>("servedBy");
    const auto row = [](const char *title, const Ask &broken, const Ask &next, const char *servedBy) {
        QTest::newRow(title) << broken << next << QByteArray(servedBy);
    };
    const Ask first{.session = "s", .messages = says("build it")};
    Ask unstreamed = first;
    unstreamed.stream = false;
    Ask another = first;
    another.messages = first.messages + R"(,{"role":"assistant","content":"no"},)" + says("go on");
    Ask otherSession = first;
    otherSession.session = "t";
    const Ask nameless{.messages = says("build it")};
    Ask otherWords = nameless;
    otherWords.messages = says("build that");
    Ask namelessUnstreamed = nameless;
    namelessUnstreamed.stream = false;
    const Ask large{.session = "s", .messages = longTalk("build it")};
    Ask largeUnstreamed = large;
    largeUnstreamed.stream = false;
    const Ask largeGoesOn{.session = "s", .messages = longTalk("test it")};
    const Ask largeNameless{.messages = longTalk("build it")};

    row("the same request", first, first, "backup");
    row("the same without streaming", first, unstreamed, "backup");
    row("another request of the session", first, another, "production");
    row("the same words of another session", first, otherSession, "production");
    row("the same bytes without a session", nameless, nameless, "backup");
    row("other words without a session", nameless, otherWords, "production");
    row("the same words in other bytes without a session", nameless, namelessUnstreamed, "production");
    row("the same words with and without a session", nameless, first, "production");
    row("a large request", large, large, "backup");
    row("a large one without streaming", large, largeUnstreamed, "backup");
    row("a large one that goes on", large, largeGoesOn, "production");
    row("a large one without a session", largeNameless, largeNameless, "backup");
}

void TestEngineSessions::aBrokenRequestIsServedElsewhere()
{
    QFETCH(Ask, broken);
    QFETCH(Ask, next);
    QFETCH(QByteArray, servedBy);
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.switchTo(kProduction));
    breakOne(stage, broken);
    QCOMPARE(stage.servedBy(next), servedBy);
    QCOMPARE(stage.endpoint(kProduction).condition, EndpointCondition::Ready);
}

void TestEngineSessions::aSideQuestionIsNotPushedAway()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    const Ask turn{.session = "s", .model = "claude-opus-4-1", .messages = says("build it")};
    const Ask title{.session = "s", .messages = says("a title for: build it")};
    QCOMPARE(stage.servedBy({.session = "s", .model = "claude-opus-4-1"}), QByteArray("production"));
    breakOne(stage, turn);
    QCOMPARE(stage.servedBy(title), QByteArray("production"));
    QCOMPARE(stage.servedBy(turn), QByteArray("backup"));
    // The conversation is there now; what its small model had asked stays where it was.
    QCOMPARE(stage.servedBy({.session = "s", .model = "claude-opus-4-1", .messages = says("test it")}),
             QByteArray("backup"));
    QCOMPARE(stage.servedBy(title), QByteArray("production"));
}

/// gateway.md: 404 is this model's at this endpoint; a session stays where it is served well.
void TestEngineSessions::aSmallModelDoesNotPullTheRestAlong()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy({.session = "s", .model = "claude-opus-4-1"}), QByteArray("production"));
    stage.sims[0]->setFault(sim::statusFault(404));
    QCOMPARE(stage.servedBy({.session = "s"}), QByteArray("backup"));
    stage.sims[0]->setFault(sim::FaultKind::None);
    QCOMPARE(stage.servedBy({.session = "s", .model = "claude-opus-4-1"}), QByteArray("production"));
    QCOMPARE(stage.servedBy({.session = "s"}), QByteArray("backup"));
    QCOMPARE(stage.servedBy({.session = "s", .model = "claude-opus-4-1"}), QByteArray("production"));
}

void TestEngineSessions::aCompactionFreesASession()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.switchTo(kBackup));
    QCOMPARE(stage.servedBy({.session = "s"}), QByteArray("backup"));
    QVERIFY(stage.switchTo(kProduction));
    QCOMPARE(stage.servedBy({.session = "s"}), QByteArray("backup"));
    // A sentence like it, further down, is none.
    const QByteArray quoted = says("hi") + R"(,{"role":"assistant","content":"yes"},)" + goesOnFrom("a");
    QCOMPARE(stage.servedBy({.session = "s", .messages = quoted}), QByteArray("backup"));
    const Ask compacted{.session = "s", .messages = goesOnFrom("1. Build it.")};
    QCOMPARE(stage.servedBy(compacted), QByteArray("production"));
    QVERIFY(stage.switchTo(kBackup));
    QCOMPARE(stage.servedBy(compacted), QByteArray("production")); // its cache is there now
    QCOMPARE(stage.servedBy({.session = "s"}), QByteArray("production"));
    QCOMPARE(stage.servedBy({.session = "s", .messages = goesOnFrom("2. Test it.")}), QByteArray("backup"));
}

void TestEngineSessions::sessionsAreListed()
{
    EngineStage stage;
    sim::SimOptions slow;
    slow.events = 1000;
    slow.interval = 20ms;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary, slow);
    QVERIFY(stage.start());
    QVERIFY(sessions(stage).empty());
    QCOMPARE(stage.servedBy({.session = "first"}), QByteArray("production"));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
    QVERIFY(stage.switchTo(kBackup));
    RawClient client(stage.port());
    client.send(stage.request({.session = "second", .model = "claude-opus-4-1"}));
    QVERIFY(eventually([&] { return client.received().contains("content_block_delta"); }));

    std::vector<SessionSnapshot> shown = sessions(stage);
    QCOMPARE(shown.size(), size_t(2));
    QCOMPARE(shown[0].id, QByteArray("second"));
    QCOMPARE(shown[0].model, QByteArray("claude-opus-4-1"));
    QCOMPARE(shown[0].config, kBackup);
    QCOMPARE(shown[0].running, 1);
    QVERIFY(!shown[0].staysUntil);
    QCOMPARE(shown[1].id, QByteArray("first"));
    QCOMPARE(shown[1].config, kProduction);
    QCOMPARE(shown[1].requests, quint64(1));
    QCOMPARE(shown[1].running, 0);
    QVERIFY(shown[1].staysUntil == shown[1].lastUsed + kSessionIdle);
    QVERIFY(!shown[1].byHand);
    client.closeNow();
    QVERIFY(eventually([&] { return sessions(stage)[0].running == 0; }));
}

void TestEngineSessions::aSessionIsMovedByHand()
{
    EngineStage stage;
    for (const char *name : {"production", "backup", "spare"})
        stage.add(name, Priority::Primary);
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy({.session = "1f0c9a2e-1"}), QByteArray("production"));
    QVERIFY(move(stage, "1f0c", kSpare));
    QVERIFY(sessions(stage)[0].byHand);
    QCOMPARE(sessions(stage)[0].config, kSpare);
    QCOMPARE(stage.servedBy({.session = "1f0c9a2e-1"}), QByteArray("spare"));
    QCOMPARE(stage.servedBy({.session = "other"}), QByteArray("production"));
    // Spill-over still works, and changes nothing for what comes next.
    stage.sims[2]->setFault(sim::statusFault(500));
    QCOMPARE(stage.servedBy({.session = "1f0c9a2e-1"}), QByteArray("production"));
    stage.sims[2]->setFault(sim::FaultKind::None);
    QCOMPARE(stage.servedBy({.session = "1f0c9a2e-1"}), QByteArray("spare"));
    QVERIFY(stage.give(EditConfig{kSpare, QStringLiteral("renamed"), {}}));
    QCOMPARE(stage.servedBy({.session = "1f0c9a2e-1"}), QByteArray("renamed"));
    QVERIFY(move(stage, "1f0c9a2e-1", QString()));
    QVERIFY(!sessions(stage)[0].byHand || sessions(stage)[0].id == "other");
    QCOMPARE(stage.servedBy({.session = "1f0c9a2e-1"}), QByteArray("production"));
}

void TestEngineSessions::movesAreRefused_data()
{
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<QString>("config");
    QTest::addColumn<Refusal>("why");
    const auto row = [](const char *title, const char *session, const QString &config, const Refusal &why) {
        QTest::newRow(title) << QByteArray(session) << config << why;
    };
    row("a session that is not known", "xyz", kProduction,
        {RefusalCode::UnknownSession, QStringLiteral("xyz"), {}});
    row("what two sessions begin with", "ab", kProduction,
        {RefusalCode::UnknownSession, QStringLiteral("ab"), QStringLiteral("2")});
    row("a config that is not known", "ab-1", QStringLiteral("ghost"),
        {RefusalCode::UnknownConfig, QStringLiteral("ghost"), {}});
    row("a disabled config", "ab-1", kBackup,
        {RefusalCode::NotRoutable, kBackup, QStringLiteral("disabled")});
    row("back, of a session that is not known", "xyz", QString(),
        {RefusalCode::UnknownSession, QStringLiteral("xyz"), {}});
}

void TestEngineSessions::movesAreRefused()
{
    QFETCH(QByteArray, session);
    QFETCH(QString, config);
    QFETCH(Refusal, why);
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Disabled);
    QVERIFY(stage.start());
    for (const char *id : {"ab-1", "ab-2"})
        QCOMPARE(stage.servedBy({.session = id}), QByteArray("production"));
    const Result<Done> moved = move(stage, session, config);
    QVERIFY(!moved);
    QVERIFY2(moved.refusal() == why, qPrintable(moved.refusal().subject + moved.refusal().detail));
    for (const SessionSnapshot &each : sessions(stage))
        QVERIFY(!each.byHand);
}

void TestEngineSessions::aHandEndsWithItsConfig_data()
{
    QTest::addColumn<QString>("end");
    for (const char *end : {"disabled", "its group off", "removed", "down"})
        QTest::newRow(end) << QString::fromLatin1(end);
}

void TestEngineSessions::aHandEndsWithItsConfig()
{
    QFETCH(QString, end);
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QCOMPARE(stage.servedBy({.session = "s"}), QByteArray("production"));
    QVERIFY(move(stage, "s", kBackup));
    QCOMPARE(stage.servedBy({.session = "s"}), QByteArray("backup"));
    if (end == u"disabled")
        QVERIFY(stage.give(setPriority(kBackup, Priority::Disabled)));
    else if (end == u"its group off")
        QVERIFY(stage.give(SetGroupEnabled{Priority::Secondary, false}));
    else if (end == u"removed")
        QVERIFY(stage.give(RemoveConfig{kBackup}));
    else
        stage.sims[1]->setFault(sim::statusFault(500));
    for (int failure = 0; failure < 4; ++failure)
        QCOMPARE(stage.servedBy({.session = "s"}), QByteArray("production"));
    QCOMPARE(sessions(stage)[0].byHand, false);
    QCOMPARE(sessions(stage)[0].config, kProduction);
}

void TestEngineSessions::sessionsSurviveARestart()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    stage.add("backup", Priority::Secondary);
    QVERIFY(stage.start());
    QVERIFY(stage.switchTo(kBackup));
    QCOMPARE(stage.servedBy({.session = "s"}), QByteArray("backup"));
    QVERIFY(stage.switchTo(kProduction));
    QVERIFY(stage.stop());
    QVERIFY(stage.start());
    const std::vector<SessionSnapshot> shown = sessions(stage);
    QCOMPARE(shown.size(), size_t(1));
    QCOMPARE(shown[0].config, kBackup);
    QVERIFY(shown[0].staysUntil.has_value()); // it is not where new ones go: the last switch is in the file
    QCOMPARE(stage.servedBy({.session = "s"}), QByteArray("backup"));
    QCOMPARE(stage.servedBy({.session = "new"}), QByteArray("production"));
}

QTEST_GUILESS_MAIN(TestEngineSessions)
#include "tst_engine_sessions.moc"

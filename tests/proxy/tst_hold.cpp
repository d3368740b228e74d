// SPDX-License-Identifier: GPL-3.0-or-later
// Every config is limited, and the first limit ends soon: requests wait for it in one queue.
#include "tests/proxy/proxy_stage.h"

#include <QSignalSpy>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

namespace {

constexpr QByteArrayView kPing("event: ping\ndata: {\"type\": \"ping\"}\n\n");

ProxyLimits holding()
{
    ProxyLimits limits = shortLimits();
    limits.longestHold = 50s;
    limits.allTries = limits.unstreamedAnswer = 120s;
    limits.holdSpacing = 30s; // only content lets the next one follow, unless a test says otherwise
    return limits;
}

/// Known to be limited for so long.
void limit(ProxyStage &stage, size_t sim, seconds rest)
{
    stage.host.states[stage.ids[sim]].limitedUntil = stage.host.now() + rest;
}

/// What the provider says to the next @p requests.
void refuse(ProxyStage &stage, size_t sim, const QByteArray &retryAfter, std::optional<int> requests = 1)
{
    sim::Fault fault = sim::statusFault(429, retryAfter);
    fault.requests = requests;
    stage.sims[sim]->setFault(fault);
}

void pass(ProxyStage &stage, seconds span)
{
    stage.host.moveTime(span);
    stage.server->reconsiderHeld();
}

bool areHeld(ProxyStage &stage, int count)
{
    return eventually([&] { return stage.server->held().size() == count; });
}

Ask named(const QByteArray &session)
{
    Ask ask;
    ask.session = session;
    return ask;
}

QByteArray sessionOf(const sim::ReceivedRequest &request)
{
    for (const sim::Field &field : request.fields) {
        if (field.name.toLower() == "x-claude-code-session-id")
            return field.value;
    }
    return {};
}

QByteArray sessionsAt(const sim::SimProvider &provider)
{
    QByteArray sessions;
    for (const sim::ReceivedRequest &request : provider.log())
        sessions += sessionOf(request);
    return sessions;
}

/// Clients that wait, one after the other, each with a session of its own: "a", "b" …
std::vector<std::unique_ptr<RawClient>> waiting(ProxyStage &stage, int count)
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<RawClient>(stage.port()));
        clients.back()->send(stage.request(named(QByteArray(1, static_cast<char>('a' + i)))));
        if (!areHeld(stage, i + 1))
            qFatal("it is not held");
    }
    return clients;
}

} // namespace

class Hold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void untilALimitEnds_data();
    void untilALimitEnds();
    void untilTheEndThatAProviderNamed_data();
    void untilTheEndThatAProviderNamed();
    void goesOnByItself();
    void aStreamGetsPingsMeanwhile();
    void onlyWhereItHelps_data();
    void onlyWhereItHelps();
    void oneAfterTheOther();
    void oneAfterTheOtherInTime();
    void whoIsRefusedAgainComesFirstAgain();
    void newcomersStandBehind();
    void aClientThatLeavesIsForgotten();
    void theQueueHasAnEnd();
    void timesOfWaitingAreBounded();
    void aChangeLetsThemGo();
    void aLongLimitIsToldAtOnce();
    void aStopAnswersThem();
    void theProxyEndsWhileTheyWait();
};

void Hold::untilALimitEnds_data()
{
    QTest::addColumn<bool>("qnam");
    QTest::addColumn<bool>("stream");
    for (const bool qnam : kTransports) {
        for (const bool stream : {true, false})
            QTest::addRow("%s, %s", qnam ? "qnam" : "pooled", stream ? "streamed" : "not streamed")
                << qnam << stream;
    }
}

void Hold::untilALimitEnds()
{
    QFETCH(const bool, qnam);
    QFETCH(const bool, stream);
    ProxyStage stage(holding());
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    limit(stage, 0, 300s);
    limit(stage, 1, 30s);
    limit(stage, 2, 300s);
    const TimePoint end = *stage.host.states[stage.ids[1]].limitedUntil;
    Ask ask;
    ask.stream = stream;
    RawClient client(stage.port());
    client.send(stage.request(ask));
    QVERIFY(areHeld(stage, 1));
    QCOMPARE(stage.server->held().until(), std::optional(end));
    QCOMPARE(stage.host.started.size(), size_t(0));
    pass(stage, 30s);
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.whole);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("backup"));
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("1"));
    QVERIFY(stage.requestsEnded(1));
    const RequestRecord &record = stage.host.requests[0];
    QVERIFY(record.held > 0ms);
    QVERIFY(record.held <= record.duration + 1ms);
    QCOMPARE(record.end, RequestEnd::Served);
    QCOMPARE(stage.server->held().size(), 0);
    QVERIFY(!stage.server->held().until());
}

void Hold::untilTheEndThatAProviderNamed_data()
{
    QTest::addColumn<bool>("qnam");
    for (const bool qnam : kTransports)
        QTest::newRow(qnam ? "qnam" : "pooled") << qnam;
}

/// The 429 comes while the request is tried: nobody is left, and yet it is not lost.
void Hold::untilTheEndThatAProviderNamed()
{
    QFETCH(const bool, qnam);
    ProxyStage stage(holding());
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    refuse(stage, 0, "20");
    refuse(stage, 1, "40");
    refuse(stage, 2, "900");
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(areHeld(stage, 1));
    QCOMPARE(stage.host.attempts.size(), size_t(3));
    pass(stage, 20s);
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.whole);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("production"));
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("4"));
    const std::vector<sim::ReceivedRequest> log = stage.sims[0]->log();
    QCOMPARE(log.size(), size_t(2));
    QCOMPARE(log[0].bodySha256, log[1].bodySha256);
    QCOMPARE(log[1].bodySha256, sha256(QByteArray(kDefaultBody).replace("%1", "true")));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].attempts.size(), size_t(4));
}

void Hold::goesOnByItself()
{
    ProxyStage stage(holding());
    stage.add(QStringLiteral("production"));
    refuse(stage, 0, "1");
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 200);
    QVERIFY(stage.requestsEnded(1));
    const milliseconds held = stage.host.requests[0].held;
    QVERIFY2(held > 500ms && held < 4s, QByteArray::number(static_cast<qint64>(held.count())).constData());
}

void Hold::aStreamGetsPingsMeanwhile()
{
    ProxyLimits limits = holding();
    limits.firstPing = 100ms;
    ProxyStage stage(limits);
    stage.addThree();
    for (size_t i = 0; i < 3; ++i)
        limit(stage, i, 30s);
    RawClient client(stage.port());
    client.send(stage.request());
    Ask plain;
    plain.stream = false;
    RawClient other(stage.port());
    other.send(stage.request(plain));
    QVERIFY(eventually([&] { return client.received().count(kPing) >= 3; }));
    QVERIFY(other.received().isEmpty());
    refuse(stage, 0, "900"); // still switchable
    pass(stage, 30s);
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.whole);
    QVERIFY(answer.body.startsWith(kPing));
    QVERIFY(answer.body.contains("message_stop"));
    QCOMPARE(other.next().status, 200);
    QVERIFY(stage.requestsEnded(2));
}

void Hold::onlyWhereItHelps_data()
{
    QTest::addColumn<QList<QByteArray>>("retryAfter"); // of each; "x": it fails otherwise
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("told");
    const QByteArray messages = "/v1/messages";
    const auto row = [](const char *name, const QList<QByteArray> &each, const QByteArray &target, int status,
                        const char *told) {
        QTest::newRow(name) << each << target << status << QByteArray(told);
    };
    row("longer than a minute", {"90", "300"}, messages, 429, "90");
    row("longer than is held", {"55", "300"}, messages, 503, "15");
    row("one that fails", {"20", "x"}, messages, 503, "");
    row("one that names no time", {"20", ""}, messages, 503, "");
    row("a count of tokens", {"20", "30"}, "/v1/messages/count_tokens", 503, "15");
}

void Hold::onlyWhereItHelps()
{
    QFETCH(const QList<QByteArray>, retryAfter);
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, told);
    ProxyStage stage(holding());
    for (const QByteArray &each : retryAfter) {
        stage.add(QStringLiteral("production"));
        stage.sims.back()->setFault(each == "x" ? sim::statusFault(500) : sim::statusFault(429, each));
    }
    Ask ask;
    ask.target = target;
    const RawAnswer answer = stage.ask(ask);
    QTEST(answer.status, "status");
    if (!told.isEmpty())
        QCOMPARE(answer.field("retry-after"), told);
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].held, 0ms);
}

/// The first one goes alone; each that gets content lets the next one go.
void Hold::oneAfterTheOther()
{
    ProxyStage stage(holding());
    stage.add(QStringLiteral("production"));
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{9s, 9s, 9s};
    limit(stage, 0, 30s);
    const auto clients = waiting(stage, 4);
    stage.sims[0]->setFault(FaultKind::Hang);
    pass(stage, 30s);
    QVERIFY(areHeld(stage, 3));
    QVERIFY(stage.server->held().isLettingGo());
    QVERIFY(throughout([&] { return stage.sims[0]->log().size() <= 1; }, 300ms));
    stage.sims[0]->setFault(FaultKind::None);
    clients[0]->closeNow(); // it was the one that hung
    for (size_t i = 1; i < clients.size(); ++i)
        QCOMPARE(clients[i]->next().status, 200);
    QCOMPARE(sessionsAt(*stage.sims[0]), QByteArray("abcd"));
    QVERIFY(!stage.server->held().isLettingGo());
}

/// Content that takes long does not stop the line.
void Hold::oneAfterTheOtherInTime()
{
    ProxyLimits limits = holding();
    limits.holdSpacing = 200ms;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{9s, 9s, 9s};
    limit(stage, 0, 30s);
    const auto clients = waiting(stage, 4);
    stage.sims[0]->setFault(FaultKind::Hang);
    pass(stage, 30s);
    QVERIFY(eventually([&] { return stage.sims[0]->log().size() == 4; }));
    const std::vector<sim::ReceivedRequest> log = stage.sims[0]->log();
    for (size_t i = 1; i < log.size(); ++i)
        QVERIFY(log[i].receivedAt - log[i - 1].receivedAt > 100ms);
    QCOMPARE(sessionsAt(*stage.sims[0]), QByteArray("abcd"));
}

void Hold::whoIsRefusedAgainComesFirstAgain()
{
    ProxyStage stage(holding());
    stage.add(QStringLiteral("production"));
    limit(stage, 0, 30s);
    const auto clients = waiting(stage, 3);
    refuse(stage, 0, "20");
    pass(stage, 30s);
    QVERIFY(eventually([&] { return stage.host.attempts.size() == 1; }));
    QVERIFY(areHeld(stage, 3));
    QVERIFY(throughout([&] { return stage.sims[0]->log().size() == 1; }, 200ms));
    QVERIFY(*stage.server->held().until() > stage.host.now() + 15s);
    pass(stage, 20s);
    for (const auto &client : clients)
        QCOMPARE(client->next().status, 200);
    QCOMPARE(sessionsAt(*stage.sims[0]), QByteArray("aabc"));
}

void Hold::newcomersStandBehind()
{
    ProxyStage stage(holding());
    stage.add(QStringLiteral("production"));
    stage.host.endpoint(stage.ids[0]).limits = TimeLimits{9s, 9s, 9s};
    limit(stage, 0, 30s);
    const auto clients = waiting(stage, 3);
    sim::Fault slow = sim::faultOf(FaultKind::Slow);
    slow.delay = 400ms;
    slow.eventDelay = 1ms;
    stage.sims[0]->setFault(slow);
    pass(stage, 30s);
    QVERIFY(areHeld(stage, 2));
    RawClient late(stage.port());
    late.send(stage.request(named("z")));
    QVERIFY(areHeld(stage, 3));
    QCOMPARE(late.next().status, 200);
    QCOMPARE(sessionsAt(*stage.sims[0]), QByteArray("abcz"));
    QVERIFY(stage.servesWell()); // nobody waits any more
    QVERIFY(stage.requestsEnded(5));
    QCOMPARE(stage.host.requests.back().held, 0ms);
}

void Hold::aClientThatLeavesIsForgotten()
{
    ProxyStage stage(holding());
    stage.add(QStringLiteral("production"));
    limit(stage, 0, 30s);
    const auto clients = waiting(stage, 2);
    clients[0]->closeNow();
    QVERIFY(areHeld(stage, 1));
    QVERIFY(stage.requestsEnded(1));
    const RequestRecord &gone = stage.host.requests[0];
    QCOMPARE(gone.end, RequestEnd::ClientGone);
    QVERIFY(gone.attempts.empty());
    QVERIFY(gone.held > 0ms);
    pass(stage, 30s);
    QCOMPARE(clients[1]->next().status, 200);
    QCOMPARE(sessionsAt(*stage.sims[0]), QByteArray("b"));
}

void Hold::theQueueHasAnEnd()
{
    ProxyLimits limits = holding();
    limits.heldRequests = 2;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    limit(stage, 0, 30s);
    const auto clients = waiting(stage, 2);
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.field("x-should-retry"), QByteArray("true"));
    QCOMPARE(stage.server->held().size(), 2);
}

void Hold::timesOfWaitingAreBounded()
{
    ProxyLimits limits = holding();
    limits.holds = 2;
    ProxyStage stage(limits);
    stage.add(QStringLiteral("production"));
    refuse(stage, 0, "20", std::nullopt);
    RawClient client(stage.port());
    client.send(stage.request());
    for (size_t tries = 1; tries <= 2; ++tries) {
        QVERIFY(eventually([&] { return stage.host.attempts.size() == tries; }));
        QVERIFY(areHeld(stage, 1));
        pass(stage, 20s);
    }
    const RawAnswer answer = client.next();
    QCOMPARE(answer.status, 429); // the provider's own word: it is the only one
    QCOMPARE(answer.field("retry-after"), QByteArray("20"));
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("3"));
}

void Hold::aChangeLetsThemGo()
{
    ProxyStage stage(holding());
    stage.add(QStringLiteral("production"));
    limit(stage, 0, 30s);
    const auto clients = waiting(stage, 2);
    stage.server->reconsiderHeld(); // nothing has changed
    QVERIFY(throughout([&] { return stage.server->held().size() == 2; }, 100ms));
    stage.add(QStringLiteral("backup"), Priority::Secondary);
    stage.server->reconsiderHeld();
    for (const auto &client : clients)
        QCOMPARE(client->next().field("x-qcc-config"), QByteArray("backup"));
}

void Hold::aLongLimitIsToldAtOnce()
{
    ProxyStage stage(holding());
    stage.add(QStringLiteral("production"));
    limit(stage, 0, 30s);
    const auto clients = waiting(stage, 2);
    limit(stage, 0, 300s);
    stage.server->reconsiderHeld();
    for (const auto &client : clients) {
        const RawAnswer answer = client->next();
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.field("retry-after").toInt() > 290);
        QVERIFY(ApiError(answer.body).message.contains(QLatin1StringView("rate limited")));
    }
}

void Hold::aStopAnswersThem()
{
    ProxyStage stage(holding());
    stage.add(QStringLiteral("production"));
    limit(stage, 0, 30s);
    const auto clients = waiting(stage, 3);
    QSignalSpy stopped(stage.server.get(), &ProxyServer::stopped);
    stage.server->stopGracefully();
    for (const auto &client : clients) {
        const RawAnswer answer = client->next();
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.field("x-should-retry"), QByteArray("true"));
    }
    QVERIFY(eventually([&] { return stopped.size() == 1; }));
}

void Hold::theProxyEndsWhileTheyWait()
{
    ProxyStage stage(holding());
    stage.add(QStringLiteral("production"));
    limit(stage, 0, 30s);
    const auto clients = waiting(stage, 2);
    stage.server.reset();
    for (const auto &client : clients)
        QVERIFY(client->waitForEnd());
    QCOMPARE(stage.host.requests.size(), size_t(2));
}

QCC_PROXY_TEST_MAIN(Hold)
#include "tst_hold.moc"

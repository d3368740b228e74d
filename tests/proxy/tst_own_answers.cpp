// SPDX-License-Identifier: GPL-3.0-or-later
// QCC's own answers (gateway.md section 4), as a client meets them.
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;
using sim::FaultKind;

namespace {

void addForms()
{
    QTest::addColumn<bool>("stream");
    QTest::newRow("streamed") << true;
    QTest::newRow("not streamed") << false;
}

Ask form(bool stream)
{
    Ask ask;
    ask.stream = stream;
    return ask;
}

} // namespace

class OwnAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allFailed_data() { addForms(); }
    void allFailed();
    void allLimited_data();
    void allLimited();
    void noConfig();
    void timeIsUp_data() { addForms(); }
    void timeIsUp();
    void anAnswerThatTakesTooLong();
    void anEndpointThatPointsBack();
};

void OwnAnswers::allFailed()
{
    QFETCH(bool, stream);
    ProxyStage stage;
    stage.addThree();
    stage.sims[0]->setFault(FaultKind::Refuse);
    stage.sims[1]->setFault(sim::statusFault(500));
    stage.sims[2]->setFault(sim::statusFault(401));
    const RawAnswer answer = stage.ask(form(stream));
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.whole);
    QCOMPARE(answer.field("x-should-retry"), QByteArray("true"));
    const int retryAfter = answer.field("retry-after").toInt();
    QVERIFY(retryAfter >= 1 && retryAfter <= 15);
    QCOMPARE(answer.field("content-type"), QByteArray("application/json"));
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("3"));
    const ApiError error(answer.body);
    QCOMPARE(error.type, QStringLiteral("overloaded_error"));
    QCOMPARE(error.requestId.toLatin1(), answer.field("request-id"));
    QVERIFY(!error.requestId.isEmpty());
    QCOMPARE(error.message,
             QStringLiteral(
                 "QCC: no config could serve this request. production/at-production-1: connection refused; "
                 "backup/at-backup-1: 500 server error; emergency/at-emergency-1: 401 key rejected"));
    QVERIFY(!answer.body.contains("key-of"));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.requests[0].end, RequestEnd::Failed);
    QCOMPARE(stage.host.requests[0].status, 503);
    QCOMPARE(stage.host.requests[0].attempts.size(), size_t(3));

    const RawAnswer again = stage.ask(form(stream)); // the rejected key is skipped and named
    QCOMPARE(again.status, 503);
    QVERIFY(ApiError(again.body).message.contains(QStringLiteral("emergency/at-emergency-1: key rejected")));
    QCOMPARE(again.field("x-qcc-attempts"), QByteArray("2"));
}

void OwnAnswers::allLimited_data()
{
    QTest::addColumn<QList<QByteArray>>("retryAfter");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("longer than a minute: 429 with the time of the first one")
        << QList<QByteArray>{"300", "120", "900"} << 429 << 115 << 120;
    QTest::newRow("one of them shorter: 503 and soon again")
        << QList<QByteArray>{"300", "20", "900"} << 503 << 1 << 15;
    QTest::newRow("one of them does not say: 503") << QList<QByteArray>{"300", "", "900"} << 503 << 1 << 15;
}

void OwnAnswers::allLimited()
{
    QFETCH(QList<QByteArray>, retryAfter);
    QFETCH(int, status);
    QFETCH(int, least);
    QFETCH(int, most);
    ProxyStage stage;
    stage.addThree();
    for (size_t i = 0; i < 3; ++i)
        stage.sims[i]->setFault(sim::statusFault(429, retryAfter[static_cast<qsizetype>(i)]));
    for (int round = 0; round < 2; ++round) { // met, then known
        const RawAnswer answer = stage.ask();
        QCOMPARE(answer.status, status);
        const int seconds = answer.field("retry-after").toInt();
        QVERIFY2(seconds >= least && seconds <= most, answer.field("retry-after").constData());
        const ApiError error(answer.body);
        QCOMPARE(error.type,
                 status == 429 ? QStringLiteral("rate_limit_error") : QStringLiteral("overloaded_error"));
        for (const char *name : {"production", "backup", "emergency"})
            QVERIFY(error.message.contains(QLatin1String(name)));
    }
    QCOMPARE(stage.sims[0]->log().size(), size_t(1));
}

void OwnAnswers::noConfig()
{
    ProxyStage stage;
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 503);
    QCOMPARE(ApiError(answer.body).type, QStringLiteral("overloaded_error"));
    QVERIFY(ApiError(answer.body).message.contains(QStringLiteral("qcc add")));
}

void OwnAnswers::timeIsUp()
{
    QFETCH(bool, stream);
    ProxyLimits limits = shortLimits();
    limits.allTries = 700ms;
    limits.unstreamedAnswer = 5s;
    ProxyStage stage(limits);
    stage.addThree();
    for (const EndpointId &id : stage.ids)
        stage.host.endpoint(id).limits.header = 500ms;
    for (const auto &provider : stage.sims)
        provider->setFault(FaultKind::Hang);
    const RawAnswer answer = stage.ask(form(stream));
    QCOMPARE(answer.status, 504);
    QCOMPARE(ApiError(answer.body).type, QStringLiteral("timeout_error"));
    QCOMPARE(answer.field("x-should-retry"), QByteArray("true"));
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("2"));
    QVERIFY(stage.sims[2]->log().empty());
}

void OwnAnswers::anAnswerThatTakesTooLong()
{
    ProxyLimits limits = shortLimits();
    limits.unstreamedAnswer = 600ms;
    ProxyStage stage(limits);
    stage.addThree();
    stage.host.endpoint(stage.ids[0]).limits.header = 5s;
    stage.sims[0]->setFault(FaultKind::Hang);
    const RawAnswer answer = stage.ask(form(false));
    QCOMPARE(answer.status, 504);
    QCOMPARE(ApiError(answer.body).type, QStringLiteral("timeout_error"));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.attempts[0].outcome.kind, OutcomeKind::TimedOut);
    QVERIFY(stage.sims[1]->log().empty());
}

void OwnAnswers::anEndpointThatPointsBack()
{
    ProxyStage stage;
    stage.addThree();
    stage.host.endpoint(stage.ids[0]).url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(stage.port()));
    stage.host.keys[stage.ids[0]] = TestHost::token();
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("backup"));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.outcomesAt(stage.ids[0]).size(), size_t(1));
    QCOMPARE(stage.host.outcomesAt(stage.ids[0])[0].status, 508);
    QCOMPARE(stage.sims[1]->log().size(), size_t(1));

    ProxyStage alone;
    alone.add(QStringLiteral("production"));
    alone.host.endpoint(alone.ids[0]).url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(alone.port()));
    const RawAnswer refused = alone.ask();
    QCOMPARE(refused.status, 503);
    QVERIFY(ApiError(refused.body).message.contains(QStringLiteral("508")));
}

QCC_PROXY_TEST_MAIN(OwnAnswers)
#include "tst_own_answers.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of which a config says that another one should be asked (gateway.md section 3, third row).
#include "tests/proxy/proxy_stage.h"

using namespace qcc;
using namespace qcc::test;

namespace {

const QByteArray kUnavailable(
    R"({"type":"error","error":{"type":"invalid_request_error","message":"Model Unavailable for now"}})");

sim::Fault unavailable(int status, const QByteArray &body = kUnavailable)
{
    sim::Fault fault = sim::statusFault(status);
    fault.body = body;
    return fault;
}

Ask form(bool stream)
{
    Ask ask;
    ask.stream = stream;
    return ask;
}

} // namespace

class NextPatterns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextOneServes_data();
    void theNextOneServes();
    void whatDoesNotMatchPasses_data();
    void whatDoesNotMatchPasses();
    void theOnlyCandidatesWord();
    void everybodySaysSo();
    void otherFailuresOutweighIt();
    void otherPathsAreNotConcerned();
    void aLargeAnswerOfTheLastOne();

private:
    static void list(ProxyStage &stage, std::vector<NextPattern> patterns)
    {
        for (Config &config : stage.host.settings.configs)
            config.nextPatterns = patterns;
    }
};

void NextPatterns::theNextOneServes_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("qnam");
    for (const int status : {400, 413, 422, 451}) {
        for (const bool stream : {true, false}) {
            for (const bool qnam : kTransports) {
                for (const char *words : {"model unavailable", ""})
                    QTest::addRow("%d, %s, %s, %s", status, *words ? "by its words" : "by its status",
                                  stream ? "streamed" : "not streamed", qnam ? "qnam" : "pooled")
                        << status << QString::fromLatin1(words) << stream << qnam;
            }
        }
    }
}

void NextPatterns::theNextOneServes()
{
    QFETCH(int, status);
    QFETCH(QString, words);
    QFETCH(bool, stream);
    QFETCH(bool, qnam);
    ProxyStage stage;
    stage.addThree(qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    list(stage, {{status, words}});
    stage.sims[0]->setFault(unavailable(status));
    const RawAnswer answer = stage.ask(form(stream));
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.whole);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("backup"));
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("2"));
    QVERIFY(stage.requestsEnded(1));
    const Outcome &first = stage.host.attempts[0].outcome;
    QCOMPARE(first.kind, OutcomeKind::ConfigSaysNext);
    QCOMPARE(first.effect, HealthEffect::Neutral);
    QCOMPARE(first.status, status);
    QCOMPARE(stage.sims[0]->log().back().body, stage.sims[1]->log().back().body);
}

void NextPatterns::whatDoesNotMatchPasses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("other words") << 422 << QByteArray(R"({"type":"error","error":{"message":"too long"}})");
    QTest::newRow("another status") << 413 << kUnavailable;
}

void NextPatterns::whatDoesNotMatchPasses()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    ProxyStage stage;
    stage.addThree();
    list(stage, {{422, QStringLiteral("model unavailable")}});
    stage.sims[0]->setFault(unavailable(status, body));
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("1"));
    QVERIFY(stage.sims[1]->log().empty());
}

void NextPatterns::theOnlyCandidatesWord()
{
    for (const int status : {400, 413, 422}) {
        ProxyStage stage;
        stage.add(QStringLiteral("production"));
        list(stage, {{status, {}}});
        stage.sims[0]->setFault(unavailable(status));
        const RawAnswer answer = stage.ask();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body, kUnavailable);
        QCOMPARE(answer.field("x-qcc-config"), QByteArray("production"));
    }
}

/// Waiting would not make the request any better.
void NextPatterns::everybodySaysSo()
{
    ProxyStage stage;
    stage.addThree();
    list(stage, {{400, QStringLiteral("unavailable")}});
    stage.sims[0]->setFault(unavailable(400));
    stage.sims[1]->setFault(sim::statusFault(404));
    stage.sims[2]->setFault(unavailable(400));
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body, kUnavailable);
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("emergency"));
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("3"));
}

void NextPatterns::otherFailuresOutweighIt()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    stage.add(QStringLiteral("backup"), Priority::Secondary);
    list(stage, {{400, QStringLiteral("unavailable")}});
    stage.sims[0]->setFault(unavailable(400));
    stage.sims[1]->setFault(sim::statusFault(500));
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 503);
    QCOMPARE(ApiError(answer.body).message,
             QStringLiteral("QCC: no config could serve this request. production/at-production-1: 400 that "
                            "this config lists to be tried elsewhere; backup/at-backup-1: 500 server error"));
}

void NextPatterns::otherPathsAreNotConcerned()
{
    ProxyStage stage;
    stage.addThree();
    list(stage, {{400, {}}});
    stage.sims[0]->setFault(unavailable(400));
    Ask ask;
    ask.target = "/v1/files";
    QCOMPARE(stage.ask(ask).status, 400);
    QVERIFY(stage.sims[1]->log().empty());
}

void NextPatterns::aLargeAnswerOfTheLastOne()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    list(stage, {{400, QStringLiteral("unavailable")}});
    const QByteArray large = kUnavailable + QByteArray(200 * 1024, ' ');
    stage.sims[0]->setFault(unavailable(400, large));
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.whole);
    QCOMPARE(answer.body, large);
}

QCC_PROXY_TEST_MAIN(NextPatterns)
#include "tst_next_patterns.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// When a provider's own error is the truth for the client (gateway.md section 4), and when it is not.
#include "tests/proxy/proxy_stage.h"

#include <QElapsedTimer>

using namespace qcc;
using namespace qcc::test;

namespace {

Ask form(bool stream)
{
    Ask ask;
    ask.stream = stream;
    return ask;
}

} // namespace

class ProvidersWord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOnlyCandidatesWord_data();
    void theOnlyCandidatesWord();
    void aServerErrorIsNotTheOnlyCandidatesWord();
    void overloadedIsTriedAgain();
    void notFoundEverywhere();
    void aLargeErrorPage_data();
    void aLargeErrorPage();
};

void ProvidersWord::theOnlyCandidatesWord_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("qnam");
    for (const int status : {401, 403, 404, 429, 402}) {
        for (const bool stream : {true, false}) {
            for (const bool qnam : kTransports)
                QTest::addRow("%d, %s, %s", status, stream ? "streamed" : "not streamed",
                              qnam ? "qnam" : "pooled")
                    << status << stream << qnam;
        }
    }
}

void ProvidersWord::theOnlyCandidatesWord()
{
    QFETCH(int, status);
    QFETCH(bool, stream);
    QFETCH(bool, qnam);
    ProxyStage stage;
    stage.add(QStringLiteral("production"), Priority::Primary,
              qnam ? HttpVersion::Http2 : HttpVersion::Http1);
    stage.sims[0]->setFault(sim::statusFault(status, "77"));
    const RawAnswer direct = stage.askDirectly(*stage.sims[0], form(stream));
    const RawAnswer answer = stage.ask(form(stream));
    QCOMPARE(answer.status, status);
    QCOMPARE(withoutIds(answer.body), withoutIds(direct.body));
    QCOMPARE(answer.field("retry-after"), QByteArray("77"));
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("production"));
    QVERIFY(stage.requestsEnded(1));
    QCOMPARE(stage.host.attempts.size(), size_t(1));
}

void ProvidersWord::aServerErrorIsNotTheOnlyCandidatesWord()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    stage.sims[0]->setFault(sim::statusFault(500));
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 503);
    QCOMPARE(ApiError(answer.body).message,
             QStringLiteral(
                 "QCC: no config could serve this request. production/at-production-1: 500 server error"));
}

void ProvidersWord::overloadedIsTriedAgain()
{
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    sim::Fault fault = sim::statusFault(529);
    fault.requests = 2;
    stage.sims[0]->setFault(fault);
    QElapsedTimer clock;
    clock.start();
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("x-qcc-attempts"), QByteArray("3"));
    QVERIFY(clock.elapsed() >= 900);
    QCOMPARE(stage.host.attempts.size(), size_t(3));
    QCOMPARE(stage.host.attempts[1].outcome.kind, OutcomeKind::Overloaded);

    stage.host.states.clear();
    stage.sims[0]->clearLog();
    stage.sims[0]->setFault(sim::statusFault(529));
    const RawAnswer failed = stage.ask();
    QCOMPARE(failed.status, 529);
    QCOMPARE(ApiError(failed.body).type, QStringLiteral("overloaded_error"));
    QCOMPARE(failed.field("x-qcc-attempts"), QByteArray("3"));
    QCOMPARE(stage.sims[0]->log().size(), size_t(3));
}

void ProvidersWord::notFoundEverywhere()
{
    ProxyStage stage;
    stage.addThree();
    for (const auto &provider : stage.sims)
        provider->setFault(sim::statusFault(404));
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, 404);
    QCOMPARE(ApiError(answer.body).type, QStringLiteral("not_found_error"));
    QCOMPARE(answer.field("x-qcc-config"), QByteArray("emergency"));
}

void ProvidersWord::aLargeErrorPage_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("expected");
    QTest::newRow("400: passed through whole") << 400 << 400;
    QTest::newRow("500: an error of our own") << 500 << 503;
    QTest::newRow("401: never half of the provider's answer") << 401 << 503;
}

/// Larger than what is looked into.
void ProvidersWord::aLargeErrorPage()
{
    QFETCH(int, status);
    QFETCH(int, expected);
    ProxyStage stage;
    stage.add(QStringLiteral("production"));
    sim::Fault fault = sim::statusFault(status);
    fault.body = QByteArray(300 * 1024, 'e');
    stage.sims[0]->setFault(fault);
    const RawAnswer answer = stage.ask();
    QCOMPARE(answer.status, expected);
    QVERIFY(answer.whole);
    if (expected == status)
        QCOMPARE(answer.body, fault.body);
    else
        QCOMPARE(ApiError(answer.body).type, QStringLiteral("overloaded_error"));
}

QCC_PROXY_TEST_MAIN(ProvidersWord)
#include "tst_providers_word.moc"

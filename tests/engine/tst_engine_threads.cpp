// SPDX-License-Identifier: GPL-3.0-or-later
// An instance's life: it starts, fails to start, stops, and leaves nothing behind.
#include "app/control/control_address.h"
#include "app/control/watch_client.h"
#include "tests/engine/engine_stage.h"

#include <QDir>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace qcc;
using namespace qcc::test;
using namespace std::chrono_literals;

namespace {

qsizetype entries(const QString &directory)
{
    return QDir(directory).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

qsizetype openDescriptors()
{
    return entries(QStringLiteral("/proc/self/fd"));
}

qsizetype runningThreads()
{
    return entries(QStringLiteral("/proc/self/task"));
}

} // namespace

class TestEngineThreads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsAndStopsAHundredTimes();
    void startsAgainOnTheSamePort();
    void isDestroyedAtAnyMoment_data();
    void isDestroyedAtAnyMoment();
    void aTakenPortIsRefused();
    void anAddressThatIsNotOursIsRefused();
    void stoppingLetsStreamsEnd();
    void stoppingHasAnEnd();
    void stoppingTwiceIsStoppingOnce();
};

void TestEngineThreads::startsAndStopsAHundredTimes()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    qsizetype descriptors = 0;
    qsizetype threads = 0;
    WatchClient watcher(controlSocketPath(stage.home()));
    for (int round = 0; round <= 100; ++round) {
        QVERIFY(stage.start());
        watcher.start(100ms);
        QCOMPARE(stage.servedBy(), QByteArray("production"));
        QVERIFY(eventually([&] { return watcher.isFollowing(); }));
        QVERIFY(stage.stop());
        QVERIFY(eventually([&] { return watcher.isIdle(); }));
        QVERIFY(eventually([&] { return stage.sims[0]->openConnections() == 0; }));
        if (round == 0) { // what Qt opens once for the process is there now
            descriptors = openDescriptors();
            threads = runningThreads();
        }
    }
    QVERIFY(eventually([&] { return openDescriptors() == descriptors; }));
    QVERIFY(eventually([&] {
        return runningThreads() <= threads;
    })); // a thread that was waited for may still be on its way out
    QVERIFY(!QFile::exists(controlSocketPath(stage.options.home)));
}

void TestEngineThreads::startsAgainOnTheSamePort()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    const quint16 port = stage.port();
    RawClient waiting(port);
    waiting.send(stage.request());
    QCOMPARE(test::servedBy(waiting.next()), QByteArray("production"));
    QVERIFY(stage.stop());
    QVERIFY(stage.start(port));
    QCOMPARE(stage.servedBy(), QByteArray("production"));
}

void TestEngineThreads::isDestroyedAtAnyMoment_data()
{
    QTest::addColumn<QString>("moment");
    for (const char *moment :
         {"never started", "just started", "listening", "with a stream", "while it stops"})
        QTest::newRow(moment) << QString::fromLatin1(moment);
}

void TestEngineThreads::isDestroyedAtAnyMoment()
{
    QFETCH(QString, moment);
    EngineStage stage;
    sim::SimOptions options;
    options.interval = 50ms;
    options.events = 1000;
    stage.add("production", Priority::Primary, options);
    if (moment == u"never started" || moment == u"just started") {
        auto threads = std::make_unique<EngineThreads>(stage.options);
        QSignalSpy finished(threads.get(), &EngineThreads::finished);
        if (moment == u"just started")
            threads->start();
        threads.reset();
        QCOMPARE(finished.size(), 0);
        return;
    }
    QVERIFY(stage.start());
    RawClient client(stage.port());
    if (moment != u"listening") {
        client.send(stage.request());
        QVERIFY(eventually([&] { return client.received().contains("content_block_delta"); }));
    }
    if (moment == u"while it stops") {
        QSignalSpy stopping(&stage.threads(), &EngineThreads::stopping);
        stage.threads().stop();
        QVERIFY(eventually([&] { return !stopping.isEmpty(); }));
    }
    stage.destroyThreads();
    QVERIFY(client.waitForEnd());
    QVERIFY(!client.peek().whole);
    QVERIFY(eventually([&] { return stage.sims[0]->openConnections() == 0; }));
}

void TestEngineThreads::aTakenPortIsRefused()
{
    EngineStage stage;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    stage.options.listenPort = other.serverPort();
    EngineThreads threads(stage.options);
    QSignalSpy failed(&threads, &EngineThreads::failed);
    QSignalSpy finished(&threads, &EngineThreads::finished);
    threads.start();
    QVERIFY(eventually([&] { return !finished.isEmpty(); }));
    QCOMPARE(failed.size(), 1);
    const auto refusal = failed[0][0].value<Refusal>();
    QCOMPARE(refusal.code, RefusalCode::ListenFailed);
    QVERIFY(refusal.subject.contains(QString::number(other.serverPort())));
    QVERIFY(!QFile::exists(controlSocketPath(stage.options.home)));
}

void TestEngineThreads::anAddressThatIsNotOursIsRefused()
{
    EngineStage stage;
    stage.options.listenHost = QStringLiteral("192.0.2.1"); // RFC 5737: nobody's
    EngineThreads threads(stage.options);
    QSignalSpy failed(&threads, &EngineThreads::failed);
    threads.start();
    QVERIFY(eventually([&] { return !failed.isEmpty(); }));
    QCOMPARE(failed[0][0].value<Refusal>().code, RefusalCode::ListenFailed);
}

void TestEngineThreads::stoppingLetsStreamsEnd()
{
    EngineStage stage;
    sim::SimOptions options;
    options.interval = 30ms;
    options.events = 20;
    stage.add("production", Priority::Primary, options);
    QVERIFY(stage.start());
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return client.received().contains("content_block_delta"); }));
    QSignalSpy stopping(&stage.threads(), &EngineThreads::stopping);
    QVERIFY(stage.stop());
    QCOMPARE(stopping.size(), 1);
    QCOMPARE(stopping[0][0].toInt(), 1);
    QCOMPARE(test::servedBy(client.next()), QByteArray("production"));
}

void TestEngineThreads::stoppingHasAnEnd()
{
    EngineStage stage;
    stage.options.limits.stopGrace = 300ms;
    stage.add("production", Priority::Primary).setFault(sim::faultAfter(sim::FaultKind::Stalled, 2));
    QVERIFY(stage.start());
    RawClient client(stage.port());
    client.send(stage.request());
    QVERIFY(eventually([&] { return client.received().contains("content_block_delta"); }));
    QVERIFY(stage.stop());
    QVERIFY(client.waitForEnd());
    QVERIFY(!client.peek().whole);
    QVERIFY(eventually([&] { return stage.sims[0]->log()[0].abortedByPeerAt.has_value(); }));
}

void TestEngineThreads::stoppingTwiceIsStoppingOnce()
{
    EngineStage stage;
    stage.add("production", Priority::Primary);
    QVERIFY(stage.start());
    QSignalSpy finished(&stage.threads(), &EngineThreads::finished);
    stage.threads().stop();
    stage.threads().stop();
    QVERIFY(eventually([&] { return !finished.isEmpty(); }));
    QVERIFY(throughout([&] { return finished.size() == 1; }, 100ms));
}

QTEST_GUILESS_MAIN(TestEngineThreads)
#include "tst_engine_threads.moc"

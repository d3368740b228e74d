// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/replay_buffer.h"
#include "tests/support/dispatcher_main.h"
#include "tests/upstream/transport_bench.h"

using namespace qcc;
using namespace qcc::test;

namespace {

constexpr qsizetype kMiB = 1024 * 1024;

/// Bytes in which a piece lost, doubled or moved shows.
QByteArray numbered(qsizetype size)
{
    QByteArray bytes;
    bytes.reserve(size + 16);
    for (int i = 0; bytes.size() < size; ++i)
        bytes += QByteArray::number(i) + ' ';
    bytes.truncate(size);
    return bytes;
}

} // namespace

/// Request bodies on their way to the provider: once, and byte for byte.
class TestTransportBodies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void arriveOnceAndByteForByte_data();
    void arriveOnceAndByteForByte();
    void leaveWhileTheyGrow_data();
    void leaveWhileTheyGrow();
    void areReadAgainForTheNextAttempt_data() { bothWays(); }
    void areReadAgainForTheNextAttempt();
    void anAnswerBeforeTheBodysEndIsHeard_data();
    void anAnswerBeforeTheBodysEndIsHeard();
    void aConnectionWithHalfABodyIsNotUsedAgain();
    void slowUploadsAreNotTakenForSlowConnections_data() { bothWays(); }
    void slowUploadsAreNotTakenForSlowConnections();
    void aBodyThatCannotBeReadEndsTheAttempt_data() { bothWays(); }
    void aBodyThatCannotBeReadEndsTheAttempt();
    void saysWhenTheBodyIsNotNeededAnyMore_data() { bothWays(); }
    void saysWhenTheBodyIsNotNeededAnyMore();

private:
    static void bothWays()
    {
        forBothTransports([](Way way, const char *prefix) { QTest::newRow(prefix) << way; });
    }
};

void TestTransportBodies::arriveOnceAndByteForByte_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("byLength");
    const std::array sizes{std::pair{qsizetype(0), "0 B"}, std::pair{qsizetype(1), "1 B"},
                           std::pair{300 * kMiB / 1024, "300 KiB"}, std::pair{8 * kMiB, "8 MiB"},
                           std::pair{64 * kMiB, "64 MiB"}};
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        for (const auto &[size, words] : sizes) {
            QTest::addRow("%s: %s by length", prefix, words) << way << size << true;
            QTest::addRow("%s: %s of unknown length", prefix, words) << way << size << false;
        }
    }
}

void TestTransportBodies::arriveOnceAndByteForByte()
{
    QFETCH(Way, way);
    QFETCH(qsizetype, size);
    QFETCH(bool, byLength);
    TransportBench bench(way);
    const QByteArray bytes = numbered(size);
    MemoryBody body(bytes);
    const auto answer = bench.run(bench.post(byLength ? std::optional<qint64>(size) : std::nullopt), body);
    QVERIFY2(answer->ended, qPrintable(answer->detail));
    QCOMPARE(bench.sim().log().size(), 1);
    const sim::ReceivedRequest received = bench.sim().log()[0];
    QVERIFY(received.complete);
    QCOMPARE(received.count("expect"), 0);
    QCOMPARE(received.bodySize, size);
    QCOMPARE(received.bodySha256, sha256(bytes));
    // QNAM can't send chunks: it waits for the whole body and sends its length.
    const bool chunked = !byLength && way == Way::Pooled;
    QCOMPARE(received.framing, chunked ? sim::BodyFraming::Chunked : sim::BodyFraming::Length);
}

void TestTransportBodies::leaveWhileTheyGrow_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<bool>("byLength");
    QTest::newRow("pooled: by length") << Way::Pooled << true;
    QTest::newRow("pooled: chunked") << Way::Pooled << false;
    QTest::newRow("qnam: by length") << Way::Qnam << true;
    QTest::newRow("qnam: of unknown length, sent once it is all here") << Way::Qnam << false;
}

void TestTransportBodies::leaveWhileTheyGrow()
{
    QFETCH(Way, way);
    QFETCH(bool, byLength);
    TransportBench bench(way);
    const QByteArray bytes = numbered(200'000);
    const bool waits = way == Way::Qnam && !byLength;
    MemoryBody body({}, false);
    const auto answer =
        bench.start(bench.post(byLength ? std::optional<qint64>(bytes.size()) : std::nullopt), body);
    for (qsizetype at = 0; at < 150'000; at += 50'000) {
        body.bytes += bytes.mid(at, 50'000);
        answer->exchange->bodyGrew();
        if (!waits)
            QTRY_VERIFY(!bench.sim().log().empty() && bench.sim().log()[0].bodySize == body.bytes.size());
    }
    QVERIFY(!answer->head);
    QCOMPARE(bench.sim().log().size(), waits ? 0 : 1);
    QVERIFY(waits || !bench.sim().log()[0].complete);
    body.bytes = bytes;
    body.whole = true;
    answer->exchange->bodyGrew();
    QTRY_VERIFY(answer->isOver());
    QVERIFY2(answer->ended, qPrintable(answer->detail));
    QCOMPARE(bench.sim().log()[0].bodySha256, sha256(bytes));
}

void TestTransportBodies::areReadAgainForTheNextAttempt()
{
    QFETCH(Way, way);
    TransportBench first(way);
    TransportBench second(way);
    first.sim().setFault(sim::FaultKind::CloseBeforeHead);
    ReplayBudget budget;
    ReplayBuffer body(budget);
    const QByteArray bytes = numbered(3 * kMiB);
    QVERIFY(body.append(bytes));
    body.finish();
    QVERIFY(first.run(first.post(bytes.size()), body)->fault);
    QVERIFY(second.run(second.post(bytes.size()), body)->ended);
    QCOMPARE(first.sim().log().size(), 1);
    QCOMPARE(first.sim().log()[0].bodySha256, sha256(bytes));
    QCOMPARE(second.sim().log()[0].bodySha256, sha256(bytes));
}

void TestTransportBodies::anAnswerBeforeTheBodysEndIsHeard_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("heard");
    QTest::newRow("pooled: and the provider reads on") << Way::Pooled << false << true;
    QTest::newRow("pooled: and the provider closes") << Way::Pooled << true << true;
    // QNAM looks for an answer only when all is sent: docs/decisions/0006.
    QTest::newRow("qnam: and the provider reads on") << Way::Qnam << false << true;
}

void TestTransportBodies::anAnswerBeforeTheBodysEndIsHeard()
{
    QFETCH(Way, way);
    QFETCH(bool, closes);
    QFETCH(bool, heard);
    TransportBench bench(way);
    sim::Fault fault = sim::faultOf(sim::FaultKind::EarlyAnswer);
    fault.status = 413;
    fault.afterAnswer = closes ? sim::AfterAnswer::Close : sim::AfterAnswer::KeepReading;
    bench.sim().setFault(fault);
    MemoryBody body(numbered(16 * kMiB));
    const auto answer = bench.run(bench.post(body.size()), body);
    QCOMPARE(answer->ended, heard);
    QCOMPARE(answer->head->status, 413);
    QVERIFY(answer->body.contains("request_too_large"));
    QCOMPARE(bench.sim().log().size(), 1);
}

void TestTransportBodies::aConnectionWithHalfABodyIsNotUsedAgain()
{
    TransportBench bench(Way::Pooled);
    sim::Fault fault = sim::faultOf(sim::FaultKind::EarlyAnswer);
    fault.status = 401;
    fault.requests = 1;
    bench.sim().setFault(fault);
    MemoryBody half(numbered(1'000), false);
    const auto early = bench.run(bench.post(2'000), half);
    QVERIFY(early->ended);
    QVERIFY(bench.run(bench.get())->ended);
    QCOMPARE(bench.sim().acceptedConnections(), 2);
}

void TestTransportBodies::slowUploadsAreNotTakenForSlowConnections()
{
    QFETCH(Way, way);
    TransportBench bench(way);
    bench.endpoint.limits.connect = milliseconds(200);
    bench.endpoint.limits.header = milliseconds(300);
    const QByteArray bytes = numbered(10'000);
    MemoryBody body({}, false);
    const auto answer = bench.start(bench.post(bytes.size()), body);
    QTimer source; // takes 800 ms in all
    connect(&source, &QTimer::timeout, this, [&] {
        body.bytes = bytes.left(body.bytes.size() + 1'000);
        body.whole = body.bytes.size() == bytes.size();
        if (body.whole)
            source.stop();
        answer->exchange->bodyGrew();
    });
    source.start(80);
    QTRY_VERIFY(answer->isOver());
    QVERIFY2(answer->ended, qPrintable(answer->fault ? nameOf(*answer->fault) : QString()));
    QCOMPARE(bench.sim().log()[0].bodySha256, sha256(bytes));
}

void TestTransportBodies::aBodyThatCannotBeReadEndsTheAttempt()
{
    QFETCH(Way, way);
    TransportBench bench(way);
    MemoryBody body(numbered(1'000));
    body.broken = true;
    const auto answer = bench.run(bench.post(1'000), body);
    QVERIFY(answer->fault.has_value());
    QCOMPARE(nameOf(*answer->fault), nameOf(TransportFault::Cancelled)); // ours, not the endpoint's
    QTRY_COMPARE(bench.sim().openConnections(), 0);
}

void TestTransportBodies::saysWhenTheBodyIsNotNeededAnyMore()
{
    QFETCH(Way, way);
    TransportBench bench(way);
    QVERIFY(bench.run(bench.get())->ended); // leaves a connection behind
    bench.settle();
    bench.sim().setFault(sim::FaultKind::Hang);
    MemoryBody body(numbered(1'000), false);
    const auto answer = bench.start(bench.post(2'000), body);
    QTRY_VERIFY(bench.sim().log().size() == 2 && bench.sim().log()[1].bodySize == 1'000);
    QVERIFY(!answer->exchange->bodySent());
    QVERIFY(!answer->exchange->nothingSent());
    body.bytes = numbered(2'000);
    body.whole = true;
    answer->exchange->bodyGrew();
    QTRY_VERIFY(bench.sim().log()[1].complete);
    // On a reused connection that may still die unanswered the body is needed once more.
    QCOMPARE(answer->exchange->bodySent(), false);
    bench.sim().setFault(sim::FaultKind::None);
    const auto second = bench.start(bench.post(2'000), body);
    bool sentAtHead = false;
    second->also = [&](ExchangeRecorder::Moment moment) {
        if (moment == ExchangeRecorder::Moment::Head)
            sentAtHead = second->exchange->bodySent();
    };
    QTRY_VERIFY(second->ended);
    QVERIFY(sentAtHead);
}

QCC_DISPATCHER_TEST_MAIN(TestTransportBodies)
#include "tst_transport_bodies.moc"

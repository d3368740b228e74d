// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/dispatcher_main.h"
#include "tests/upstream/transport_bench.h"

using namespace qcc;
using namespace qcc::test;
using Moment = ExchangeRecorder::Moment;
Q_DECLARE_METATYPE(Moment)
Q_DECLARE_METATYPE(sim::Fault)

/// What both transports must do alike: heads, answers, streams, many at once, back-pressure, cancelling.
class TestTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersArriveAsTheProviderSentThem_data();
    void answersArriveAsTheProviderSentThem();
    void everyByteOfABodyComesThrough_data() { bothWays(); }
    void everyByteOfABodyComesThrough();
    void eachEventComesWhenItIsSent_data() { bothWays(); }
    void eachEventComesWhenItIsSent();
    void compressedAnswersStayCompressed_data();
    void compressedAnswersStayCompressed();
    void fieldsLeaveInOrderAndNothingIsAdded_data() { bothWays(); }
    void fieldsLeaveInOrderAndNothingIsAdded();
    void whatTheClientDidNotSendIsNotInvented_data() { bothWays(); }
    void whatTheClientDidNotSendIsNotInvented();
    void statusesAreHandedOver_data();
    void statusesAreHandedOver();
    void manyRequestsRunAtOnce_data() { bothWays(); }
    void manyRequestsRunAtOnce();
    void aReaderThatRestsStopsTheProvider_data() { bothWays(); }
    void aReaderThatRestsStopsTheProvider();
    void theIdleLimitRestsWithTheReader_data() { bothWays(); }
    void theIdleLimitRestsWithTheReader();
    void cancellingLeavesTheProviderWithinASecond_data();
    void cancellingLeavesTheProviderWithinASecond();
    void mayBeDestroyedInsideAnyCall_data();
    void mayBeDestroyedInsideAnyCall();

private:
    static void bothWays()
    {
        forBothTransports([](Way way, const char *prefix) { QTest::newRow(prefix) << way; });
    }
};

void TestTransport::answersArriveAsTheProviderSentThem_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<sim::Fault>("fault");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<QByteArray>("method");
    const auto row = [](Way way, const char *prefix, const char *what, sim::FaultKind kind, bool stream,
                        const QByteArray &method = "POST") {
        QTest::addRow("%s: %s", prefix, what) << way << sim::faultOf(kind) << stream << method;
    };
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        row(way, prefix, "by length", sim::FaultKind::None, false);
        row(way, prefix, "GET", sim::FaultKind::None, false, "GET");
        row(way, prefix, "HEAD", sim::FaultKind::None, false, "HEAD");
        row(way, prefix, "a chunked stream", sim::FaultKind::None, true);
        row(way, prefix, "HTTP/1.0 until the end of the connection", sim::FaultKind::NoLength, false);
        row(way, prefix, "an empty body", sim::FaultKind::Empty, false);
        row(way, prefix, "a stream without message_stop, rightly framed", sim::FaultKind::NoMessageStop,
            true);
    }
    row(Way::Pooled, "pooled", "after interim answers", sim::FaultKind::Interim, false);
}

void TestTransport::answersArriveAsTheProviderSentThem()
{
    QFETCH(Way, way);
    QFETCH(sim::Fault, fault);
    QFETCH(bool, stream);
    QFETCH(QByteArray, method);
    TransportBench bench(way);
    bench.sim().setFault(fault);
    const QByteArray asked = messageRequest(stream);
    MemoryBody body(asked);
    UpstreamRequest request = method == "POST" ? bench.post(asked.size()) : bench.get();
    request.method = method;
    const auto answer = method == "POST" ? bench.run(request, body) : bench.run(request);
    QVERIFY2(answer->ended, qPrintable(answer->detail));
    QCOMPARE(answer->disorders, 0);
    QCOMPARE(answer->head->status, 200);
    QVERIFY(!answer->field("request-id").isEmpty());
    QCOMPARE(bench.sim().log().size(), 1);
    QCOMPARE(bench.sim().log()[0].method, method);
    QCOMPARE(bench.sim().log()[0].bodySha256, sha256(method == "POST" ? asked : QByteArray()));
    if (method == "HEAD" || fault.kind == sim::FaultKind::Empty)
        QCOMPARE(answer->body, QByteArray());
    else if (stream && fault.kind == sim::FaultKind::None)
        QVERIFY(answer->body.startsWith("event: message_start\n") &&
                answer->body.endsWith("message_stop\"}\n\n"));
    else if (!stream)
        QVERIFY(answer->body.startsWith('{') && answer->body.endsWith('}'));
}

void TestTransport::everyByteOfABodyComesThrough()
{
    QFETCH(Way, way);
    TransportBench bench(way);
    QByteArray bytes(700'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i * 7 + i / 256);
    sim::Fault fault = sim::statusFault(200);
    fault.body = bytes;
    bench.sim().setFault(fault);
    const auto answer = bench.run(bench.get());
    QVERIFY(answer->ended);
    QVERIFY(answer->body == bytes);
    QVERIFY(answer->largestPiece <= 256 * 1024);
}

void TestTransport::eachEventComesWhenItIsSent()
{
    QFETCH(Way, way);
    sim::SimOptions options;
    options.events = 5;
    options.interval = milliseconds(60);
    TransportBench bench(way, options);
    MemoryBody body(messageRequest(true));
    std::vector<qsizetype> eventsAtEachBatch;
    const auto answer = bench.start(bench.post(body.size()), body);
    answer->also = [&, heard = answer.get()](Moment moment) {
        if (moment == Moment::BatchEnd || moment == Moment::End)
            eventsAtEachBatch.push_back(heard->body.count("content_block_delta\",\"index"));
    };
    QTRY_VERIFY(answer->isOver());
    QVERIFY(answer->ended);
    for (qsizetype events = 1; events <= options.events; ++events) {
        QVERIFY2(std::ranges::find(eventsAtEachBatch, events) != eventsAtEachBatch.end(),
                 qPrintable(QStringLiteral("event %1 was held back").arg(events)));
    }
}

void TestTransport::compressedAnswersStayCompressed_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<bool>("asked");
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        QTest::addRow("%s: the client accepts gzip", prefix) << way << true;
        QTest::addRow("%s: nobody asked for gzip", prefix) << way << false;
    }
}

void TestTransport::compressedAnswersStayCompressed()
{
    QFETCH(Way, way);
    QFETCH(bool, asked);
    TransportBench bench(way);
    bench.sim().setFault(sim::FaultKind::Gzip);
    UpstreamRequest request = bench.get();
    if (!asked)
        removeFields(request.fields, "accept-encoding");
    const auto answer = bench.run(request);
    QVERIFY(answer->ended);
    QCOMPARE(answer->field("content-encoding"), QByteArray("gzip"));
    QVERIFY(answer->body.startsWith("\x1f\x8b"));
    QCOMPARE(answer->field("content-length").toLongLong(), answer->body.size());
}

void TestTransport::fieldsLeaveInOrderAndNothingIsAdded()
{
    QFETCH(Way, way);
    TransportBench bench(way);
    MemoryBody body(messageRequest(false));
    UpstreamRequest request = bench.post(body.size());
    request.fields.push_back({"X-Stainless-Lang", "js"});
    request.fields.push_back({"anthropic-beta", "one"});
    request.fields.push_back({"anthropic-beta", "two"});
    request.fields.push_back({"x-unknown", "\"odd\" value; a=b, c"});
    QVERIFY(bench.run(request, body)->ended);
    std::vector<sim::Field> expected;
    for (const HeaderField &field : request.fields)
        expected.push_back({field.name, field.value});
    std::vector<sim::Field> sent = bench.sim().log()[0].fields;
    QCOMPARE(bench.sim().log()[0].target, request.target);
    QCOMPARE(bench.sim().log()[0].count("content-length"), 1);
    std::erase_if(sent, [](const sim::Field &field) { return field.name.toLower() == "content-length"; });
    if (way == Way::Qnam) {
        // QNAM places Host itself, writes "Connection: Keep-Alive" (HTTP/1.1 only), and joins repeated
        // fields: docs/decisions/0006.
        std::erase_if(sent,
                      [](const sim::Field &f) { return f.name == "Connection" && f.value == "Keep-Alive"; });
        for (std::vector<sim::Field> *fields : {&sent, &expected})
            std::erase_if(*fields, [](const sim::Field &field) { return field.name == "Host"; });
        std::erase_if(expected, [](const sim::Field &field) { return field.value == "two"; });
        std::ranges::find(expected, QByteArray("one"), &sim::Field::value)->value = "one, two";
        QCOMPARE(bench.sim().log()[0].field("host"), findField(request.fields, "host")->constData());
    }
    const auto text = [](const std::vector<sim::Field> &fields) {
        QByteArrayList lines;
        for (const sim::Field &field : fields)
            lines += field.name + ": " + field.value;
        return lines;
    };
    QCOMPARE(text(sent), text(expected));
}

void TestTransport::whatTheClientDidNotSendIsNotInvented()
{
    QFETCH(Way, way);
    TransportBench bench(way);
    UpstreamRequest request = bench.get();
    for (const char *name : {"user-agent", "accept-language", "accept-encoding", "accept"})
        removeFields(request.fields, name);
    QVERIFY(bench.run(request)->ended);
    const sim::ReceivedRequest received = bench.sim().log()[0];
    if (way == Way::Qnam) {
        // QNAM insists on these three: neutral values stand in, and never a browser's. docs/decisions/0006.
        QCOMPARE(received.field("user-agent"), QByteArray("qcc"));
        QCOMPARE(received.field("accept-language"), QByteArray("*"));
        QCOMPARE(received.field("accept-encoding"), QByteArray("identity"));
    } else {
        for (const char *name : {"user-agent", "accept-language", "accept-encoding"})
            QCOMPARE(received.count(name), 0);
    }
    for (const char *name : {"accept", "upgrade", "http2-settings", "cookie", "referer"})
        QCOMPARE(received.count(name), 0);
}

void TestTransport::statusesAreHandedOver_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<int>("status");
    QTest::addColumn<sim::Field>("extra");
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        for (const int status :
             {400, 402, 403, 404, 405, 408, 409, 413, 422, 429, 500, 501, 502, 503, 504, 529})
            QTest::addRow("%s: %d", prefix, status) << way << status << sim::Field{"x-should-retry", "true"};
        QTest::addRow("%s: a redirect is not followed", prefix)
            << way << 302 << sim::Field{"location", "/elsewhere"};
        QTest::addRow("%s: 307 keeps the method, not followed either", prefix)
            << way << 307 << sim::Field{"location", "/x"};
        QTest::addRow("%s: 401 with a challenge", prefix)
            << way << 401 << sim::Field{"www-authenticate", "Basic realm=\"x\""};
        QTest::addRow("%s: 401 with a Bearer challenge", prefix)
            << way << 401 << sim::Field{"www-authenticate", "Bearer"};
        QTest::addRow("%s: 407 from the provider itself", prefix)
            << way << 407 << sim::Field{"proxy-authenticate", "Basic realm=\"x\""};
    }
}

void TestTransport::statusesAreHandedOver()
{
    QFETCH(Way, way);
    QFETCH(int, status);
    QFETCH(sim::Field, extra);
    TransportBench bench(way);
    sim::Fault fault = sim::statusFault(status);
    fault.headers.push_back(extra);
    bench.sim().setFault(fault);
    MemoryBody body(messageRequest(false));
    const auto answer = bench.run(bench.post(body.size()), body);
    QVERIFY2(answer->ended, qPrintable(answer->fault ? nameOf(*answer->fault) + answer->detail : QString()));
    QCOMPARE(answer->head->status, status);
    QCOMPARE(answer->field(extra.name), extra.value);
    QCOMPARE(answer->field("content-length").toLongLong(), answer->body.size());
    QVERIFY(answer->body.contains("\"type\":\"error\""));
    QCOMPARE(bench.sim().log().size(), 1);
}

void TestTransport::manyRequestsRunAtOnce()
{
    QFETCH(Way, way);
    constexpr int kRequests = 50;
    sim::SimOptions options;
    options.interval = milliseconds(20);
    TransportBench bench(way, options);
    MemoryBody body(messageRequest(true));
    std::vector<std::unique_ptr<ExchangeRecorder>> all;
    for (int i = 0; i < kRequests; ++i)
        all.push_back(bench.start(bench.post(body.size()), body));
    // None waits for another: all are with the provider before the first one ends.
    QTRY_COMPARE(bench.sim().log().size(), kRequests);
    const auto over = [&] { return std::ranges::count_if(all, &ExchangeRecorder::ended); };
    QTRY_COMPARE(over(), kRequests);
    for (const auto &answer : all)
        QCOMPARE(answer->body.size(), all[0]->body.size()); // they differ in their ids only
    QCOMPARE(bench.sim().log().size(), kRequests);
}

void TestTransport::aReaderThatRestsStopsTheProvider()
{
    QFETCH(Way, way);
    sim::SimOptions options;
    options.events = 1'000;
    options.padding = 50 * 1024; // 50 MiB in all
    TransportBench bench(way, options);
    bool finished = false;
    connect(&bench.sim(), &sim::SimProvider::answerFinished, this, [&] { finished = true; });
    MemoryBody body(messageRequest(true));
    const auto answer = bench.start(bench.post(body.size()), body);
    answer->also = [heard = answer.get()](Moment moment) {
        if (moment == Moment::Head)
            heard->exchange->setReading(false);
    };
    QTRY_VERIFY(answer->head);
    bool later = false;
    QTimer::singleShot(1'000, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!finished); // socket buffers and ours are far smaller than the answer
    QVERIFY2(answer->body.size() <= 512 * 1024, qPrintable(QString::number(answer->body.size())));
    const qsizetype before = answer->body.size();
    answer->also = nullptr;
    answer->exchange->setReading(true);
    QTRY_VERIFY_WITH_TIMEOUT(answer->isOver(), 60'000);
    QVERIFY2(answer->ended, qPrintable(answer->fault ? nameOf(*answer->fault) : QString()));
    QVERIFY(answer->body.size() > before + 50 * 1000 * 1024);
    QVERIFY(answer->body.endsWith("message_stop\"}\n\n"));
}

void TestTransport::theIdleLimitRestsWithTheReader()
{
    QFETCH(Way, way);
    sim::SimOptions options;
    options.interval = milliseconds(10);
    TransportBench bench(way, options);
    bench.endpoint.limits.idle = milliseconds(250);
    MemoryBody body(messageRequest(true));
    const auto answer = bench.start(bench.post(body.size()), body);
    answer->also = [heard = answer.get()](Moment moment) {
        if (moment == Moment::Head)
            heard->exchange->setReading(false);
    };
    bool later = false;
    QTRY_VERIFY(answer->head);
    QTimer::singleShot(700, this, [&] { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!answer->isOver());
    answer->also = nullptr;
    answer->exchange->setReading(true);
    QTRY_VERIFY(answer->isOver());
    QVERIFY(answer->ended);
}

void TestTransport::cancellingLeavesTheProviderWithinASecond_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<sim::Fault>("fault");
    QTest::addColumn<int>(
        "phase"); // 0: the body is being sent, 1: it is sent, 2: the head is here, 3: inside the stream
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        QTest::addRow("%s: while the body is being sent", prefix) << way << sim::Fault() << 0;
        QTest::addRow("%s: before the head", prefix) << way << sim::faultOf(sim::FaultKind::Hang) << 1;
        QTest::addRow("%s: at the head", prefix) << way << sim::faultOf(sim::FaultKind::Stalled) << 2;
        QTest::addRow("%s: inside the stream", prefix) << way << sim::faultOf(sim::FaultKind::Stalled) << 3;
    }
}

void TestTransport::cancellingLeavesTheProviderWithinASecond()
{
    QFETCH(Way, way);
    QFETCH(sim::Fault, fault);
    QFETCH(int, phase);
    TransportBench bench(way);
    bench.sim().setFault(fault);
    int gone = 0;
    connect(&bench.sim(), &sim::SimProvider::peerGone, this, [&] { ++gone; });
    MemoryBody body(messageRequest(true), phase > 0);
    const auto answer = bench.start(bench.post(body.size() + (phase > 0 ? 0 : 1000)), body);
    QTRY_VERIFY(bench.sim().log().size() == 1 && (phase == 0 || bench.sim().log()[0].complete));
    QTRY_VERIFY(phase < 2 || answer->head);
    QTRY_VERIFY(phase < 3 || answer->body.contains("content_block_delta"));
    answer->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(gone, 1, 1'000);
    QCOMPARE(bench.sim().openConnections(), 0);
    QVERIFY(!answer->isOver());
    QCOMPARE(answer->disorders, 0);
}

void TestTransport::mayBeDestroyedInsideAnyCall_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<Moment>("moment");
    QTest::addColumn<bool>("withTransport");
    for (const auto &[way, prefix] : {std::pair{Way::Pooled, "pooled"}, std::pair{Way::Qnam, "qnam"}}) {
        for (const bool all : {false, true}) {
            const char *what = all ? "with its transport" : "alone";
            QTest::addRow("%s: at the head, %s", prefix, what) << way << Moment::Head << all;
            QTest::addRow("%s: at body bytes, %s", prefix, what) << way << Moment::Body << all;
            QTest::addRow("%s: at the end of a batch, %s", prefix, what) << way << Moment::BatchEnd << all;
            QTest::addRow("%s: at the end, %s", prefix, what) << way << Moment::End << all;
            QTest::addRow("%s: at a fault, %s", prefix, what) << way << Moment::Fault << all;
        }
    }
}

void TestTransport::mayBeDestroyedInsideAnyCall()
{
    QFETCH(Way, way);
    QFETCH(Moment, moment);
    QFETCH(bool, withTransport);
    sim::SimOptions options;
    options.interval = milliseconds(5);
    TransportBench bench(way, options);
    if (moment == Moment::Fault)
        bench.sim().setFault(sim::FaultKind::ResetInStream);
    MemoryBody body(messageRequest(true));
    const auto answer = bench.start(bench.post(body.size()), body);
    int calls = 0;
    answer->also = [&, heard = answer.get()](Moment now) {
        if (now != moment)
            return;
        ++calls;
        if (withTransport)
            bench.dropTransport();
        heard->cancel();
    };
    QTRY_COMPARE(calls, 1);
    QTRY_COMPARE(bench.sim().openConnections(), withTransport || moment != Moment::End ? 0 : 1);
    QCOMPARE(calls, 1);
    QCOMPARE(answer->disorders, 0);
}

QCC_DISPATCHER_TEST_MAIN(TestTransport)
#include "tst_transport.moc"

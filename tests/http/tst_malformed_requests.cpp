// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http1.h"
#include "tests/support/malformed_requests.h"

#include <QSet>
#include <QTest>

using namespace qcc;

namespace {

/// What a server that follows this room would make of the bytes of one connection.
struct Verdict
{
    HttpFault fault = HttpFault::None; ///< of the head
    ChunkedDecoder::Status body = ChunkedDecoder::Status::Done;
    bool complete = false;
};

ChunkedDecoder::Status decodeChunks(QByteArrayView bytes)
{
    ChunkedDecoder decoder;
    for (;;) {
        const ChunkedDecoder::Step step = decoder.next(bytes);
        bytes = bytes.sliced(step.consumed);
        if (step.status != ChunkedDecoder::Status::NeedMore || step.consumed == 0)
            return step.status;
    }
}

Verdict judge(const QByteArray &bytes)
{
    Verdict verdict;
    HeadScanner scanner(kRequestHeadLimits);
    const HeadScanner::Status status = scanner.scan(bytes);
    verdict.fault = scanner.fault();
    verdict.complete = status != HeadScanner::Status::Incomplete;
    if (status != HeadScanner::Status::Complete)
        return verdict;
    const ParsedRequest parsed = parseRequestHead(QByteArrayView(bytes).first(scanner.headSize()));
    verdict.fault = parsed.fault;
    if (parsed.fault == HttpFault::None && parsed.framing.kind == BodyFraming::Kind::Chunked)
        verdict.body = decodeChunks(QByteArrayView(bytes).sliced(scanner.headSize()));
    return verdict;
}

} // namespace

class TestMalformedRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreDistinct();
    void theWellFormedRequestIsAccepted();
    void everyRowIsRefused_data();
    void everyRowIsRefused();
};

void TestMalformedRequests::rowsAreDistinct()
{
    const auto rows = test::malformedRequests();
    QSet<QByteArray> names;
    QSet<QByteArray> bytes;
    for (const test::MalformedRequest &row : rows) {
        QVERIFY2(!names.contains(row.name), row.name);
        QVERIFY2(row.bytes == test::withLine("POST  HTTP/1.1\r\n") || !bytes.contains(row.bytes), row.name);
        names.insert(row.name);
        bytes.insert(row.bytes);
    }
    QVERIFY(rows.size() >= 200);
}

void TestMalformedRequests::theWellFormedRequestIsAccepted()
{
    const Verdict plain = judge(test::addressed(test::wellFormedRequest(), 7860, "token"));
    QVERIFY(plain.complete);
    QCOMPARE(plain.fault, HttpFault::None);
    const Verdict chunked = judge(test::addressed(test::chunks(test::kChunkedBody), 7860, "token"));
    QCOMPARE(chunked.fault, HttpFault::None);
    QCOMPARE(chunked.body, ChunkedDecoder::Status::Done);
}

void TestMalformedRequests::everyRowIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("inBody");
    for (const test::MalformedRequest &row : test::malformedRequests())
        QTest::newRow(row.name) << test::addressed(row.bytes, 7860, "token") << row.status << row.inBody;
}

void TestMalformedRequests::everyRowIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    QFETCH(const bool, inBody);
    const Verdict verdict = judge(bytes);
    QVERIFY(verdict.complete);
    QCOMPARE(verdict.fault == HttpFault::None, inBody);
    QCOMPARE(verdict.body == ChunkedDecoder::Status::Bad, inBody);
    const bool tooLarge =
        verdict.fault == HttpFault::HeadTooLarge || verdict.fault == HttpFault::TooManyFields;
    QCOMPARE(tooLarge ? 431 : 400, status);
}

QTEST_GUILESS_MAIN(TestMalformedRequests)
#include "tst_malformed_requests.moc"

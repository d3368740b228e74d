// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http1.h"

#include <QTest>

using namespace qcc;
using Status = ChunkedDecoder::Status;

Q_DECLARE_METATYPE(qcc::ChunkedDecoder::Status)

namespace {

struct Decoded
{
    Status status = Status::NeedMore;
    qsizetype consumed = 0;
    QByteArray data;
};

/// Everything the decoder takes from @p piece.
void feed(ChunkedDecoder &decoder, QByteArrayView piece, Decoded &decoded)
{
    for (;;) {
        const ChunkedDecoder::Step step = decoder.next(piece);
        QVERIFY(step.consumed >= 0 && step.consumed <= piece.size());
        QVERIFY(step.data.size() <= step.consumed);
        decoded.status = step.status;
        decoded.consumed += step.consumed;
        decoded.data += step.data;
        if (step.status != Status::NeedMore || step.consumed == 0)
            return;
        piece = piece.sliced(step.consumed);
    }
}

Decoded decode(std::initializer_list<QByteArrayView> pieces)
{
    ChunkedDecoder decoder;
    Decoded decoded;
    for (const QByteArrayView piece : pieces) {
        if (decoded.status == Status::NeedMore)
            feed(decoder, piece, decoded);
    }
    return decoded;
}

} // namespace

class TestChunkedDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void dataAreViewsIntoTheInput();
    void extensionsAreBoundedPerChunk();
    void trailersAreBoundedTogether();
    void verdictsAreFinal();
};

void TestChunkedDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("coded");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("surplus");
    const auto row = [](const char *name, const QByteArray &coded, const QByteArray &data,
                        const QByteArray &behind = {}) {
        QTest::newRow(name) << coded + behind << data << int(behind.size());
    };
    row("an empty body", "0\r\n\r\n", "");
    row("one chunk", "3\r\nabc\r\n0\r\n\r\n", "abc");
    row("two chunks", "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", "abcde");
    row("chunks that hold line endings", "4\r\n\r\n\r\n\r\n1\r\n\n\r\n0\r\n\r\n", "\r\n\r\n\n");
    row("a size in capitals", "A\r\n0123456789\r\n0\r\n\r\n", "0123456789");
    row("a size of 16 digits", "0000000000000003\r\nabc\r\n0\r\n\r\n", "abc");
    row("a last chunk of several zeroes", "1\r\na\r\n000\r\n\r\n", "a");
    row("an extension", "3;a=b\r\nabc\r\n0\r\n\r\n", "abc");
    row("a quoted extension", "3;a=\"b;c\"\r\nabc\r\n0;d\r\n\r\n", "abc");
    row("trailers", "1\r\na\r\n0\r\nX-A: b\r\nX-C:\r\n\r\n", "a");
    row("a trailer with a tab and high bytes", "1\r\na\r\n0\r\nX-A: b\tc\xff\r\n\r\n", "a");
    row("another message behind", "1\r\na\r\n0\r\n\r\n", "a", "GET / HTTP/1.1\r\n\r\n");
}

void TestChunkedDecoder::decodes()
{
    QFETCH(const QByteArray, coded);
    QFETCH(const QByteArray, data);
    QFETCH(const int, surplus);
    const QByteArrayView view(coded);
    for (qsizetype first = 0; first <= coded.size(); ++first) {
        for (qsizetype second = first; second <= coded.size(); ++second) {
            const Decoded decoded =
                decode({view.first(first), view.sliced(first, second - first), view.sliced(second)});
            QCOMPARE(decoded.status, Status::Done);
            QCOMPARE(decoded.data, data);
            QCOMPARE(decoded.consumed, coded.size() - surplus);
        }
    }
    for (qsizetype size = 0; size < coded.size() - surplus; ++size)
        QCOMPARE(decode({view.first(size)}).status, Status::NeedMore);
}

void TestChunkedDecoder::refuses_data()
{
    QTest::addColumn<QByteArray>("coded");
    QTest::addColumn<int>("goodBytes"); // up to the byte that spoils it
    const auto row = [](const char *name, const QByteArray &good, const QByteArray &rest) {
        QTest::newRow(name) << good + rest << int(good.size());
    };
    row("no size", "", "\r\nabc\r\n");
    row("a prefix 0x", "0", "x3\r\nabc\r\n");
    row("a sign", "", "+3\r\nabc\r\n");
    row("a space before the size", "", " 3\r\nabc\r\n");
    row("a space behind the size", "3", " \r\nabc\r\n");
    row("a size of 17 digits", "0000000000000000", "3\r\nabc\r\n");
    row("bare LF behind the size", "3", "\nabc\r\n");
    row("bare CR behind the size", "3\r", "abc\r\n");
    row("an empty extension", "3;", "\r\nabc\r\n");
    row("bare LF in an extension", "3;a", "\nabc\r\n");
    row("a space in an extension", "3;a", " b\r\nabc\r\n");
    row("high bytes in an extension", "3;a", "\xff\r\nabc\r\n");
    row("bare LF behind the data", "3\r\nabc", "\n0\r\n\r\n");
    row("no line ending behind the data", "3\r\nabc", "0\r\n\r\n");
    row("bare LF behind the last size", "0", "\n\r\n");
    row("bare LF at the end", "0\r\n", "\n");
    row("bare CR at the end", "0\r\n\r", "\r\n");
    row("bare LF in a trailer", "0\r\nX: y", "\n\r\n");
    row("bare CR in a trailer", "0\r\nX: y\r", "z\r\n\r\n");
    row("a folded trailer", "0\r\nX: y\r\n", " z\r\n\r\n");
    row("a trailer without a colon", "0\r\nX", "\r\n\r\n");
    row("a trailer without a name", "0\r\n", ": y\r\n\r\n");
    row("a control character in a trailer", "0\r\nX: ", "\x01\r\n\r\n");
}

void TestChunkedDecoder::refuses()
{
    QFETCH(const QByteArray, coded);
    QFETCH(const int, goodBytes);
    const QByteArrayView view(coded);
    QCOMPARE(decode({view.first(goodBytes)}).status, Status::NeedMore);
    for (qsizetype split = 0; split <= coded.size(); ++split) {
        const Decoded decoded = decode({view.first(split), view.sliced(split)});
        QCOMPARE(decoded.status, Status::Bad);
        QCOMPARE(decoded.consumed, qsizetype(goodBytes));
    }
}

void TestChunkedDecoder::dataAreViewsIntoTheInput()
{
    const QByteArray coded("5\r\nabcde\r\n");
    ChunkedDecoder decoder;
    const ChunkedDecoder::Step step = decoder.next(coded);
    QCOMPARE(step.consumed, 8);
    QCOMPARE(static_cast<const void *>(step.data.data()), static_cast<const void *>(coded.constData() + 3));
    QCOMPARE(step.data.size(), 5);
}

void TestChunkedDecoder::extensionsAreBoundedPerChunk()
{
    const QByteArray longest = "1;" + QByteArray(ChunkedDecoder::kExtensionLimit, 'e') + "\r\na\r\n";
    QCOMPARE(decode({longest, longest, "0\r\n\r\n"}).status, Status::Done);
    const QByteArray longer = "1;" + QByteArray(ChunkedDecoder::kExtensionLimit + 1, 'e') + "\r\na\r\n";
    QCOMPARE(decode({longer}).status, Status::Bad);
}

void TestChunkedDecoder::trailersAreBoundedTogether()
{
    const auto trailers = [](qsizetype bytes) {
        return "0\r\nX:" + QByteArray(bytes, 'y') + "\r\nZ:\r\n\r\n";
    };
    const qsizetype others = 6; // two names, two colons, two line endings counted at their CR
    QCOMPARE(decode({trailers(ChunkedDecoder::kTrailerLimit - others)}).status, Status::Done);
    QCOMPARE(decode({trailers(ChunkedDecoder::kTrailerLimit - others + 1)}).status, Status::Bad);
}

void TestChunkedDecoder::verdictsAreFinal()
{
    ChunkedDecoder done;
    QCOMPARE(done.next("0\r\n\r\n").status, Status::Done);
    QCOMPARE(done.next("3\r\nabc").status, Status::Done);
    QCOMPARE(done.next("3\r\nabc").consumed, 0);
    ChunkedDecoder bad;
    QCOMPARE(bad.next("x").status, Status::Bad);
    QCOMPARE(bad.next("0\r\n\r\n").status, Status::Bad);
    QCOMPARE(bad.next("").status, Status::Bad);
}

QTEST_GUILESS_MAIN(TestChunkedDecoder)
#include "tst_chunked_decoder.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/upstream/response_reader.h"

#include <QTest>

using namespace qcc;
using Event = ResponseReader::Event;
Q_DECLARE_METATYPE(Event)

namespace {

struct Read
{
    Event last = Event::NeedMore; ///< End, Bad, or NeedMore when all bytes are used up
    int heads = 0;
    int status = 0;
    QByteArray body;
    bool reusable = false;
    Event atClose = Event::Bad;
    bool operator==(const Read &) const = default;
};

/// Feeds the pieces as a connection would: each piece's memory is gone once it has been taken.
Read readPieces(const QByteArray &method, const QByteArrayList &pieces)
{
    ResponseReader reader(method);
    Read read;
    for (const QByteArray &piece : pieces) {
        const QByteArray alive(piece.constData(), piece.size());
        reader.feed(alive);
        for (read.last = reader.next(); read.last == Event::Head || read.last == Event::Body;
             read.last = reader.next()) {
            if (read.last == Event::Head) {
                ++read.heads;
                read.status = reader.head().status;
            } else {
                read.body += reader.body();
            }
        }
        if (read.last != Event::NeedMore)
            break;
    }
    read.reusable = reader.reusable();
    read.atClose = reader.atClose();
    return read;
}

QByteArrayList splitEvery(const QByteArray &bytes, qsizetype size)
{
    QByteArrayList pieces;
    for (qsizetype at = 0; at < bytes.size(); at += size)
        pieces += bytes.mid(at, size);
    return pieces;
}

} // namespace

class TestResponseReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnswersHoweverTheyAreSplit_data();
    void readsAnswersHoweverTheyAreSplit();
    void refusesEndlessInterimAnswers();
    void refusesAHeadOverTheLimitEarly();
    void knowsWhetherAnythingCame();
    void aBodyIsNotCopied();
};

void TestResponseReader::readsAnswersHoweverTheyAreSplit_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Event>("last");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("reusable");
    QTest::addColumn<Event>("atClose");
    const QByteArray get("GET");
    const QByteArray head("HTTP/1.1 200 OK\r\nContent-Type: x\r\n");
    QTest::newRow("a body by length") << get << head + "Content-Length: 5\r\n\r\nhello" << Event::End << 200
                                      << QByteArray("hello") << true << Event::End;
    QTest::newRow("a length cut short") << get << head + "Content-Length: 9\r\n\r\nhello" << Event::NeedMore
                                        << 200 << QByteArray("hello") << false << Event::Bad;
    QTest::newRow("an empty body by length") << get << head + "Content-Length: 0\r\n\r\n"
                                             << Event::End << 200 << QByteArray() << true << Event::End;
    QTest::newRow("a chunked body")
        << get << head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n"
        << Event::End << 200 << QByteArray("abc0123456789abcdef") << true << Event::End;
    QTest::newRow("chunks with extension and trailer")
        << get << head + "Transfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nX-T: v\r\n\r\n"
        << Event::End << 200 << QByteArray("abc") << true << Event::End;
    QTest::newRow("chunks without the last one")
        << get << head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
        << Event::NeedMore << 200 << QByteArray("abc") << false << Event::Bad;
    QTest::newRow("a chunk size that is none")
        << get << head + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n"
        << Event::Bad << 200 << QByteArray("abc") << false << Event::Bad;
    QTest::newRow("a body that ends with the connection")
        << get << head + "\r\nuntil the end" << Event::NeedMore << 200 << QByteArray("until the end") << false
        << Event::End;
    QTest::newRow("HTTP/1.0 without length")
        << get << QByteArray("HTTP/1.0 200 OK\r\n\r\nold") << Event::NeedMore << 200 << QByteArray("old")
        << false << Event::End;
    QTest::newRow("an answer to HEAD has no body") << QByteArray("HEAD") << head + "Content-Length: 5\r\n\r\n"
                                                   << Event::End << 200 << QByteArray() << true << Event::End;
    QTest::newRow("204 has no body") << get << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << Event::End
                                     << 204 << QByteArray() << true << Event::End;
    QTest::newRow("304 has no body") << get
                                     << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n")
                                     << Event::End << 304 << QByteArray() << true << Event::End;
    QTest::newRow("a connection that is to be closed")
        << get << head + "Connection: close\r\nContent-Length: 2\r\n\r\nok" << Event::End << 200
        << QByteArray("ok") << false << Event::End;
    QTest::newRow("HTTP/1.0 with length closes too")
        << get << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok") << Event::End << 200
        << QByteArray("ok") << false << Event::End;
    QTest::newRow("interim answers are passed over")
        << get
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n") + head +
               "Content-Length: 2\r\n\r\nok"
        << Event::End << 200 << QByteArray("ok") << true << Event::End;
    QTest::newRow("switching protocols is refused")
        << get << QByteArray("HTTP/1.1 101 Switching Protocols\r\n\r\n") << Event::Bad << 101 << QByteArray()
        << false << Event::Bad;
    QTest::newRow("garbage is refused") << get << QByteArray("\x16\x03\x01 hello\r\n\r\n") << Event::Bad << 0
                                        << QByteArray() << false << Event::Bad;
    QTest::newRow("two lengths are refused")
        << get << head + "Content-Length: 2\r\nContent-Length: 2\r\n\r\nok" << Event::Bad << -1
        << QByteArray() << false << Event::Bad;
    QTest::newRow("length with chunks is refused")
        << get << head + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        << Event::Bad << -1 << QByteArray() << false << Event::Bad;
}

void TestResponseReader::readsAnswersHoweverTheyAreSplit()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, bytes);
    QFETCH(Event, last);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(bool, reusable);
    QFETCH(Event, atClose);
    const Read whole = readPieces(method, {bytes});
    QCOMPARE(whole.last, last);
    QCOMPARE(whole.body, body);
    QCOMPARE(whole.reusable, reusable);
    QCOMPARE(whole.atClose, atClose);
    QCOMPARE(whole.heads, last == Event::Bad && body.isEmpty() ? 0 : 1);
    if (whole.heads == 1)
        QCOMPARE(whole.status, status);
    for (qsizetype size = 1; size < bytes.size(); ++size)
        QVERIFY2(readPieces(method, splitEvery(bytes, size)) == whole,
                 qPrintable(QStringLiteral("pieces of %1").arg(size)));
    for (qsizetype at = 1; at < bytes.size(); ++at)
        QVERIFY2(readPieces(method, {bytes.left(at), bytes.mid(at)}) == whole,
                 qPrintable(QStringLiteral("cut at %1").arg(at)));
}

void TestResponseReader::refusesEndlessInterimAnswers()
{
    const QByteArray interim("HTTP/1.1 100 Continue\r\n\r\n");
    const QByteArray final("HTTP/1.1 204 No Content\r\n\r\n");
    QCOMPARE(readPieces("GET", {interim.repeated(ResponseReader::kMaxInterim) + final}).last, Event::End);
    QCOMPARE(readPieces("GET", {interim.repeated(ResponseReader::kMaxInterim + 1) + final}).last, Event::Bad);
}

void TestResponseReader::refusesAHeadOverTheLimitEarly()
{
    ResponseReader reader("GET");
    const QByteArray line = "X-Filler: " + QByteArray(8'000, 'f') + "\r\n";
    qsizetype fed = 0;
    Event event = Event::NeedMore;
    const auto feed = [&](const QByteArray &bytes) {
        fed += bytes.size();
        reader.feed(bytes);
        event = reader.next();
    };
    feed("HTTP/1.1 200 OK\r\n");
    while (event == Event::NeedMore && fed < 1024 * 1024)
        feed(line);
    QCOMPARE(event, Event::Bad);
    QVERIFY(fed <= kResponseHeadLimits.bytes + line.size());
}

void TestResponseReader::knowsWhetherAnythingCame()
{
    ResponseReader reader("GET");
    QVERIFY(!reader.anyBytes());
    reader.feed({});
    QVERIFY(!reader.anyBytes());
    reader.feed("H");
    QVERIFY(reader.anyBytes());
    QVERIFY(!reader.headSeen());
}

void TestResponseReader::aBodyIsNotCopied()
{
    ResponseReader reader("GET");
    reader.feed("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
    QCOMPARE(reader.next(), Event::Head);
    QCOMPARE(reader.next(), Event::NeedMore);
    const QByteArray piece("some of the body");
    reader.feed(piece);
    QCOMPARE(reader.next(), Event::Body);
    QCOMPARE(static_cast<const void *>(reader.body().data()), static_cast<const void *>(piece.constData()));
}

QTEST_APPLESS_MAIN(TestResponseReader)
#include "tst_response_reader.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/request_body_reader.h"

#include <QTest>

using namespace qcc;
using Status = RequestBodyReader::Status;
using Kind = BodyFraming::Kind;

class RequestBodyReaderRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void RequestBodyReaderRows::reads_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<quint64>("length");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("rest");
    const auto row = [](const char *name, Kind kind, quint64 length, QByteArray input, Status status,
                        QByteArray body, QByteArray rest) {
        QTest::newRow(name) << static_cast<int>(kind) << length << input << static_cast<int>(status) << body
                            << rest;
    };
    row("no body: nothing is taken", Kind::None, 0, "GET /", Status::Done, "", "GET /");
    row("length 0: nothing is taken", Kind::Length, 0, "GET /", Status::Done, "", "GET /");
    row("just the length", Kind::Length, 5, "hello", Status::Done, "hello", "");
    row("the length, and the next request", Kind::Length, 5, "helloGET /", Status::Done, "hello", "GET /");
    row("less than the length", Kind::Length, 9, "hello", Status::NeedMore, "hello", "");
    row("at the limit", Kind::Length, 20, "12345678901234567890", Status::Done, "12345678901234567890", "");
    row("chunks, and the next request", Kind::Chunked, 0, "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\nGET /",
        Status::Done, "abcde", "GET /");
    row("chunks with a trailer", Kind::Chunked, 0, "3\r\nabc\r\n0\r\nX-T: 1\r\n\r\n", Status::Done, "abc",
        "");
    row("chunks cut off", Kind::Chunked, 0, "3\r\nabc\r\n2\r\nd", Status::NeedMore, "abcd", "");
    row("an odd chunk size", Kind::Chunked, 0, "3\r\nabc\r\n0x2\r\nde\r\n0\r\n\r\n", Status::Bad, "abc", "?");
    row("chunks at the limit", Kind::Chunked, 0, "14\r\n12345678901234567890\r\n0\r\n\r\n", Status::Done,
        "12345678901234567890", "");
    row("chunks over the limit", Kind::Chunked, 0, "14\r\n12345678901234567890\r\n1\r\nx\r\n0\r\n\r\n",
        Status::TooLarge, "12345678901234567890", "?");
    row("one chunk over the limit", Kind::Chunked, 0, "15\r\n123456789012345678901\r\n0\r\n\r\n",
        Status::TooLarge, "", "?");
}

/// In one piece and byte by byte.
void RequestBodyReaderRows::reads()
{
    QFETCH(int, kind);
    QFETCH(quint64, length);
    QFETCH(QByteArray, input);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, rest);
    constexpr qint64 kLimit = 20;
    for (const qsizetype piece : {input.size(), qsizetype(1)}) {
        RequestBodyReader reader(BodyFraming{static_cast<Kind>(kind), length}, kLimit);
        QByteArray taken;
        qsizetype at = 0;
        Status last = Status::NeedMore;
        while (at < input.size() && last == Status::NeedMore && !reader.done()) {
            QByteArrayView part = QByteArrayView(input).sliced(at, std::min(piece, input.size() - at));
            while (last == Status::NeedMore && !part.isEmpty()) {
                const RequestBodyReader::Step step = reader.next(part);
                last = step.status;
                taken += step.data.toByteArray();
                part = part.sliced(step.consumed);
                at += step.consumed;
                if (step.consumed == 0)
                    break;
            }
        }
        if (last == Status::NeedMore && reader.done())
            last = Status::Done;
        QCOMPARE(static_cast<int>(last), status);
        QCOMPARE(reader.done(), last == Status::Done);
        if (piece == 1 && last == Status::TooLarge)
            QVERIFY(taken.size() <= kLimit);
        else
            QCOMPARE(taken, body);
        if (rest != "?")
            QCOMPARE(input.sliced(at), rest);
    }
}

QTEST_GUILESS_MAIN(RequestBodyReaderRows)
#include "tst_request_body_reader.moc"

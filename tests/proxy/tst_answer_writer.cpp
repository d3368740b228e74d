// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proxy/answer_writer.h"

#include "app/io/byte_stream.h"

#include <QTest>

using namespace qcc;

namespace {

/// Keeps what is written, one entry for each write.
class KeptStream final : public ByteStream
{
public:
    void connectToHost(const QString &, quint16) override {}
    void write(QByteArrayView bytes) override { writes += bytes.toByteArray(); }
    qsizetype pendingBytes() const override { return 0; }
    void setReading(bool) override {}
    void finishWriting() override {}
    void closeNow(bool) override {}
    QByteArrayList writes;
};

constexpr AnswerForm kForm11{false, false, true};

} // namespace

class AnswerWriterRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void frames_data();
    void frames();
    void aBatchIsOneWrite();
    void aBrokenPromiseIsTold_data();
    void aBrokenPromiseIsTold();
    void countsWhatItWrote();
};

void AnswerWriterRows::frames_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("length");
    QTest::addColumn<bool>("head");
    QTest::addColumn<bool>("http10");
    QTest::addColumn<bool>("keepAlive");
    QTest::addColumn<QByteArray>("framing");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("kept");
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    const QByteArray close = "Connection: close\r\n";
    const QByteArray keep = "Connection: keep-alive\r\n";
    const QByteArray length = "Content-Length: 5\r\n";
    const QByteArray chunks = "5\r\nhello\r\n0\r\n\r\n";
    QTest::newRow("of known length") << 200 << qint64(5) << false << false << true << length
                                     << QByteArray("hello") << true;
    QTest::newRow("of known length, closing")
        << 200 << qint64(5) << false << false << false << length + close << QByteArray("hello") << false;
    QTest::newRow("of unknown length: chunked")
        << 200 << qint64(-1) << false << false << true << chunked << chunks << true;
    QTest::newRow("chunked, closing")
        << 200 << qint64(-1) << false << false << false << chunked + close << chunks << false;
    QTest::newRow("of known length to 1.0, kept")
        << 200 << qint64(5) << false << true << true << length + keep << QByteArray("hello") << true;
    QTest::newRow("of unknown length to 1.0: until the close")
        << 200 << qint64(-1) << false << true << true << close << QByteArray("hello") << false;
    QTest::newRow("to HEAD, of known length: no body")
        << 200 << qint64(5) << true << false << true << length << QByteArray() << true;
    QTest::newRow("to HEAD, of unknown length: no body")
        << 200 << qint64(-1) << true << false << true << chunked << QByteArray() << true;
    QTest::newRow("to HEAD in 1.0, of unknown length: kept")
        << 200 << qint64(-1) << true << true << true << keep << QByteArray() << true;
    QTest::newRow("204: neither framing nor body")
        << 204 << qint64(-1) << false << false << true << QByteArray() << QByteArray() << true;
    QTest::newRow("304: neither framing nor body")
        << 304 << qint64(5) << false << false << true << QByteArray() << QByteArray() << true;
    QTest::newRow("204 to 1.0") << 204 << qint64(-1) << false << true << true << keep << QByteArray() << true;
}

void AnswerWriterRows::frames()
{
    QFETCH(int, status);
    QFETCH(qint64, length);
    QFETCH(bool, head);
    QFETCH(bool, http10);
    QFETCH(bool, keepAlive);
    QFETCH(QByteArray, framing);
    QFETCH(QByteArray, body);
    QFETCH(bool, kept);
    KeptStream stream;
    AnswerWriter writer(stream, AnswerForm{head, http10, keepAlive});
    QVERIFY(!writer.begun());
    writer.begin(ResponseHead{status, "Reason", 1, {{"X-A", "b"}}},
                 length < 0 ? std::nullopt : std::optional(length));
    QVERIFY(writer.begun());
    writer.body("hello");
    writer.body({});
    QVERIFY(writer.end());
    QCOMPARE(stream.writes.join(),
             "HTTP/1.1 " + QByteArray::number(status) + " Reason\r\nX-A: b\r\n" + framing + "\r\n" + body);
    QCOMPARE(writer.keepAlive(), kept);
}

void AnswerWriterRows::aBatchIsOneWrite()
{
    KeptStream stream;
    AnswerWriter writer(stream, kForm11);
    writer.begin(ResponseHead{200, "OK", 1, {}}, std::nullopt);
    writer.body("one");
    writer.body("two");
    QVERIFY(stream.writes.isEmpty());
    writer.flush();
    writer.flush();
    QCOMPARE(stream.writes.size(), 1);
    writer.body("three");
    QVERIFY(writer.end());
    QCOMPARE(stream.writes.size(), 2);
    QCOMPARE(stream.writes[1], QByteArray("5\r\nthree\r\n0\r\n\r\n"));
}

void AnswerWriterRows::aBrokenPromiseIsTold_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("short of the length") << QByteArray("hel") << false << QByteArray("hel");
    QTest::newRow("just the length") << QByteArray("hello") << true << QByteArray("hello");
    QTest::newRow("more than the length: the rest is not sent")
        << QByteArray("hello world") << true << QByteArray("hello");
}

void AnswerWriterRows::aBrokenPromiseIsTold()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, whole);
    QFETCH(QByteArray, sent);
    KeptStream stream;
    AnswerWriter writer(stream, kForm11);
    writer.begin(ResponseHead{200, "OK", 1, {}}, 5);
    writer.body(body);
    QCOMPARE(writer.end(), whole);
    QVERIFY(stream.writes.join().endsWith("\r\n\r\n" + sent));
}

void AnswerWriterRows::countsWhatItWrote()
{
    KeptStream stream;
    AnswerWriter writer(stream, kForm11);
    writer.begin(ResponseHead{200, "OK", 1, {}}, std::nullopt);
    writer.body(QByteArray(10'000, 'x'));
    QCOMPARE(writer.written(), qint64(0));
    writer.end();
    QCOMPARE(writer.written(), qint64(stream.writes.join().size()));
}

QTEST_GUILESS_MAIN(AnswerWriterRows)
#include "tst_answer_writer.moc"

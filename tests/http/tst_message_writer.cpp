// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http1.h"

#include <QTest>

using namespace qcc;

class TestMessageWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesARequest();
    void writesAResponse();
    void keepsOrderSpellingAndRepetition();
    void whatIsWrittenIsReadAgain();
    void lineBreaksBecomeSpaces();
    void reasons_data();
    void reasons();
    void chunkHeaders_data();
    void chunkHeaders();
};

void TestMessageWriter::writesARequest()
{
    QCOMPARE(serializeRequestHead("POST", "/v1/messages?beta=true", {{"Host", "a"}, {"X-Empty", ""}}),
             QByteArray("POST /v1/messages?beta=true HTTP/1.1\r\nHost: a\r\nX-Empty: \r\n\r\n"));
    QCOMPARE(serializeRequestHead("GET", "/", {}), QByteArray("GET / HTTP/1.1\r\n\r\n"));
}

void TestMessageWriter::writesAResponse()
{
    QCOMPARE(serializeResponseHead(503, "Service Unavailable", {{"retry-after", "5"}}),
             QByteArray("HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\n\r\n"));
    QCOMPARE(serializeResponseHead(200, "", {}), QByteArray("HTTP/1.1 200 \r\n\r\n"));
}

void TestMessageWriter::keepsOrderSpellingAndRepetition()
{
    QCOMPARE(serializeResponseHead(200, "OK", {{"b", "1"}, {"A", "2"}, {"b", "1"}, {"B", "\xe9"}}),
             QByteArray("HTTP/1.1 200 OK\r\nb: 1\r\nA: 2\r\nb: 1\r\nB: \xe9\r\n\r\n"));
}

void TestMessageWriter::whatIsWrittenIsReadAgain()
{
    const HeaderFields fields{
        {"Host", "a"}, {"X", "b, c\td"}, {"Y", ""}, {"X", "\xff"}, {"Content-Length", "12"}};
    const ParsedRequest request = parseRequestHead(serializeRequestHead("POST", "/a?b=c", fields));
    QCOMPARE(request.fault, HttpFault::None);
    QCOMPARE(request.head, (RequestHead{"POST", "/a?b=c", 1, fields}));
    const ParsedResponse response =
        parseResponseHead(serializeResponseHead(529, "Overloaded", fields), "POST");
    QCOMPARE(response.fault, HttpFault::None);
    QCOMPARE(response.head, (ResponseHead{529, "Overloaded", 1, fields}));
}

void TestMessageWriter::lineBreaksBecomeSpaces()
{
#ifdef QT_NO_DEBUG
    const HeaderFields fields{{"X", "a\r\nHost: b"}, {"Y\n", QByteArray("c\0d", 3)}};
    QCOMPARE(serializeRequestHead("GET", "/ HTTP/1.1\r\nA:", fields),
             QByteArray("GET / HTTP/1.1  A: HTTP/1.1\r\nX: a  Host: b\r\nY : c d\r\n\r\n"));
    QCOMPARE(serializeResponseHead(200, "OK\r\nA: b", {}), QByteArray("HTTP/1.1 200 OK  A: b\r\n\r\n"));
#else
    QSKIP("asserts in a debug build");
#endif
}

void TestMessageWriter::reasons_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("200") << 200 << QByteArray("OK");
    QTest::newRow("400") << 400 << QByteArray("Bad Request");
    QTest::newRow("431") << 431 << QByteArray("Request Header Fields Too Large");
    QTest::newRow("529, Anthropic's own") << 529 << QByteArray("Overloaded");
    QTest::newRow("one that nobody registered") << 299 << QByteArray("Unknown");
    QTest::newRow("no status at all") << 0 << QByteArray("Unknown");
}

void TestMessageWriter::reasons()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, reason);
    QCOMPARE(reasonPhrase(status), reason);
}

void TestMessageWriter::chunkHeaders_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("the last chunk") << 0 << QByteArray("0\r\n");
    QTest::newRow("one digit") << 10 << QByteArray("a\r\n");
    QTest::newRow("two digits") << 26 << QByteArray("1a\r\n");
    QTest::newRow("64 KiB") << 65536 << QByteArray("10000\r\n");
}

void TestMessageWriter::chunkHeaders()
{
    QFETCH(const int, size);
    QFETCH(const QByteArray, header);
    QCOMPARE(chunkHeader(size), header);
}

QTEST_GUILESS_MAIN(TestMessageWriter)
#include "tst_message_writer.moc"

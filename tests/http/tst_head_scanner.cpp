// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http1.h"
#include "tests/support/malformed_requests.h"

#include <QTest>

using namespace qcc;
using Status = HeadScanner::Status;
using test::raw;

Q_DECLARE_METATYPE(qcc::HeadScanner::Status)
Q_DECLARE_METATYPE(qcc::HttpFault)

class TestHeadScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheEnd_data();
    void findsTheEnd();
    void refusesEarly_data();
    void refusesEarly();
    void keepsTheByteLimit();
    void keepsTheFieldLimit();
    void verdictsAreFinal();
    void splitsDoNotMatter_data();
    void splitsDoNotMatter();
};

void TestHeadScanner::findsTheEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("headSize");
    const auto row = [](const char *name, const QByteArray &head, const QByteArray &behind) {
        QTest::newRow(name) << head + behind << int(head.size());
    };
    row("a request without fields", "GET / HTTP/1.1\r\n\r\n", "");
    row("a request with fields", "GET / HTTP/1.1\r\nHost: a\r\nX: \r\n\r\n", "");
    row("a body behind the head", "POST / HTTP/1.1\r\nHost: a\r\n\r\n", "body\n\n\r\r");
    row("another head behind the head", "GET / HTTP/1.1\r\n\r\n", "GET /b HTTP/1.1\r\n\r\n");
    row("one empty line in front", "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "");
    row("a status line", "HTTP/1.1 200 OK\r\nX: y\r\n\r\n", "abc");
    row("a status line without a reason", "HTTP/1.0 200\r\n\r\n", "");
    row("tabs and high bytes in values", "GET / HTTP/1.1\r\nX: a\tb\xff\r\n\r\n", "");
}

void TestHeadScanner::findsTheEnd()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, headSize);
    HeadScanner whole(kRequestHeadLimits);
    QCOMPARE(whole.scan(bytes), Status::Complete);
    QCOMPARE(whole.headSize(), headSize);
    QCOMPARE(whole.fault(), HttpFault::None);

    HeadScanner growing(kRequestHeadLimits);
    for (qsizetype size = 0; size < headSize; ++size)
        QCOMPARE(growing.scan(QByteArrayView(bytes).first(size)), Status::Incomplete);
    QCOMPARE(growing.scan(bytes), Status::Complete);
    QCOMPARE(growing.headSize(), headSize);
}

void TestHeadScanner::refusesEarly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<HttpFault>("fault");
    QTest::newRow("TLS at its first byte") << raw("\x16") << HttpFault::BadStartLine;
    QTest::newRow("the HTTP/2 preface at its first line")
        << raw("PRI * HTTP/2.0\r\n") << HttpFault::BadVersion;
    QTest::newRow("HTTP/0.9 at its first line") << raw("GET /\r\n") << HttpFault::BadStartLine;
    QTest::newRow("a bare LF as soon as it comes") << raw("GET / HTTP/1.1\n") << HttpFault::BadLineEnding;
    QTest::newRow("a bare CR as soon as the next byte comes")
        << raw("GET / HTTP/1.1\rX") << HttpFault::BadLineEnding;
    QTest::newRow("NUL in a name") << raw("GET / HTTP/1.1\r\nX\0") << HttpFault::BadField;
    QTest::newRow("DEL in a value") << raw("GET / HTTP/1.1\r\nX: \x7f") << HttpFault::BadField;
    QTest::newRow("folding at its first byte") << raw("GET / HTTP/1.1\r\nX: y\r\n ") << HttpFault::BadField;
    QTest::newRow("folding by a tab") << raw("GET / HTTP/1.1\r\nX: y\r\n\t") << HttpFault::BadField;
    QTest::newRow("space in front of all") << raw(" ") << HttpFault::BadStartLine;
    QTest::newRow("a second empty line in front") << raw("\r\n\r\n") << HttpFault::BadStartLine;
    QTest::newRow("a status line of another protocol") << raw("ICY 200 OK\r\n") << HttpFault::BadStartLine;
    QTest::newRow("a status line of HTTP/2") << raw("HTTP/2 200\r\n") << HttpFault::BadVersion;
}

void TestHeadScanner::refusesEarly()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const HttpFault, fault);
    HeadScanner whole(kRequestHeadLimits);
    QCOMPARE(whole.scan(bytes), Status::Bad);
    QCOMPARE(whole.fault(), fault);

    HeadScanner growing(kRequestHeadLimits);
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QCOMPARE(growing.scan(QByteArrayView(bytes).first(size)), Status::Incomplete);
    QCOMPARE(growing.scan(bytes), Status::Bad);
    QCOMPARE(growing.fault(), fault);
}

void TestHeadScanner::keepsTheByteLimit()
{
    const QByteArray head("GET / HTTP/1.1\r\nX: y\r\n\r\n");
    HeadScanner exact(HeadLimits{head.size(), 10});
    QCOMPARE(exact.scan(head + "body"), Status::Complete);
    HeadScanner tight(HeadLimits{head.size() - 1, 10});
    QCOMPARE(tight.scan(QByteArrayView(head).first(head.size() - 2)), Status::Incomplete);
    QCOMPARE(tight.scan(head), Status::Bad);
    QCOMPARE(tight.fault(), HttpFault::HeadTooLarge);
}

void TestHeadScanner::keepsTheFieldLimit()
{
    const QByteArray two("GET / HTTP/1.1\r\nA: b\r\nC: d\r\n\r\n");
    HeadScanner exact(HeadLimits{1000, 2});
    QCOMPARE(exact.scan(two), Status::Complete);
    HeadScanner tight(HeadLimits{1000, 1});
    QCOMPARE(tight.scan(two), Status::Bad);
    QCOMPARE(tight.fault(), HttpFault::TooManyFields);
}

void TestHeadScanner::verdictsAreFinal()
{
    HeadScanner complete(kRequestHeadLimits);
    const QByteArray head("GET / HTTP/1.1\r\n\r\n");
    QCOMPARE(complete.scan(head), Status::Complete);
    QCOMPARE(complete.scan(head + "\n"), Status::Complete);
    QCOMPARE(complete.headSize(), head.size());
    HeadScanner bad(kRequestHeadLimits);
    QCOMPARE(bad.scan(QByteArray("\n")), Status::Bad);
    QCOMPARE(bad.scan(head), Status::Bad);
    QCOMPARE(bad.fault(), HttpFault::BadLineEnding);
}

void TestHeadScanner::splitsDoNotMatter_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const test::MalformedRequest &row : test::malformedRequests())
        QTest::newRow(row.name) << row.bytes;
}

void TestHeadScanner::splitsDoNotMatter()
{
    QFETCH(const QByteArray, bytes);
    HeadScanner whole(kRequestHeadLimits);
    const Status expected = whole.scan(bytes);
    QVERIFY(expected != Status::Incomplete);

    HeadScanner growing(kRequestHeadLimits);
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        const Status early = growing.scan(QByteArrayView(bytes).first(size));
        QVERIFY(early == Status::Incomplete || early == expected);
        QVERIFY(growing.headSize() <= size);
    }
    QCOMPARE(growing.scan(bytes), expected);
    QCOMPARE(growing.fault(), whole.fault());
    QCOMPARE(growing.headSize(), whole.headSize());
}

QTEST_GUILESS_MAIN(TestHeadScanner)
#include "tst_head_scanner.moc"

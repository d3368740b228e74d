// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http1.h"

#include <QTest>

using namespace qcc;
using Kind = BodyFraming::Kind;

Q_DECLARE_METATYPE(qcc::HttpFault)
Q_DECLARE_METATYPE(qcc::BodyFraming)

class TestHeadParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesARequest();
    void requestFraming_data();
    void requestFraming();
    void requestFaults_data();
    void requestFaults();
    void keepAlive_data();
    void keepAlive();
    void expectations_data();
    void expectations();
    void onlyAWholeHeadIsParsed();
    void limitsHold();
    void parsesTwentyFields();
};

void TestHeadParser::parsesARequest()
{
    const ParsedRequest parsed =
        parseRequestHead("\r\nPOST http://a:1/v1/messages?beta=true HTTP/1.0\r\n"
                         "hOsT:a:1\r\nX-A:\t b, c \t\r\nx-a: \xe4\r\nX-Empty:\r\n\r\n");
    QCOMPARE(parsed.fault, HttpFault::None);
    const HeaderFields fields{{"hOsT", "a:1"}, {"X-A", "b, c"}, {"x-a", "\xe4"}, {"X-Empty", ""}};
    QCOMPARE(parsed.head, (RequestHead{"POST", "http://a:1/v1/messages?beta=true", 0, fields}));
}

void TestHeadParser::requestFraming_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<BodyFraming>("framing");
    QTest::newRow("nothing announced") << QByteArray() << BodyFraming{};
    QTest::newRow("length zero") << QByteArray("Content-Length: 0\r\n") << BodyFraming{Kind::Length, 0};
    QTest::newRow("a length") << QByteArray("content-length:  42 \r\n") << BodyFraming{Kind::Length, 42};
    QTest::newRow("a length with leading zeroes")
        << QByteArray("Content-Length: 007\r\n") << BodyFraming{Kind::Length, 7};
    QTest::newRow("the greatest length") << QByteArray("Content-Length: 999999999999999999\r\n")
                                         << BodyFraming{Kind::Length, 999999999999999999ULL};
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n") << BodyFraming{Kind::Chunked, 0};
    QTest::newRow("chunked in capitals")
        << QByteArray("TRANSFER-ENCODING:\tCHUNKED \r\n") << BodyFraming{Kind::Chunked, 0};
    QTest::newRow("a field that only looks like one")
        << QByteArray("X-Content-Length: 5\r\n") << BodyFraming{};
}

void TestHeadParser::requestFraming()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const BodyFraming, framing);
    const ParsedRequest parsed = parseRequestHead("POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
    QCOMPARE(parsed.fault, HttpFault::None);
    QCOMPARE(parsed.framing, framing);
}

void TestHeadParser::requestFaults_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<HttpFault>("fault");
    const auto field = [](const char *name, const QByteArray &line, HttpFault fault) {
        QTest::newRow(name) << "POST / HTTP/1.1\r\nHost: a\r\n" + line + "\r\n\r\n" << fault;
    };
    const auto line = [](const char *name, const QByteArray &start, HttpFault fault) {
        QTest::newRow(name) << start + "\r\nHost: a\r\n\r\n" << fault;
    };
    line("another version is a bad version", "GET / HTTP/1.2", HttpFault::BadVersion);
    line("no target is a bad start line", "GET HTTP/1.1", HttpFault::BadStartLine);
    line("a control character is a bad start line", "GET /\x01 HTTP/1.1", HttpFault::BadStartLine);
    line("high bytes are a bad start line", "GET /\xff HTTP/1.1", HttpFault::BadStartLine);
    line("a long method is a bad start line", QByteArray(33, 'M') + " / HTTP/1.1", HttpFault::BadStartLine);
    field("a bare LF is a bad line ending", "X: y\nZ: a", HttpFault::BadLineEnding);
    field("a bare CR is a bad line ending", "X: y\rZ: a", HttpFault::BadLineEnding);
    field("a space before the colon is a bad field", "X : y", HttpFault::BadField);
    field("folding is a bad field", "X: y\r\n z", HttpFault::BadField);
    field("no name is a bad field", ": y", HttpFault::BadField);
    field("no colon is a bad field", "X", HttpFault::BadField);
    field("a broken Connection list is a bad field", "Connection: \"close", HttpFault::BadField);
    field("a second Host is a bad host", "Host: a", HttpFault::BadHost);
    field("a list is a bad length", "Content-Length: 5, 5", HttpFault::BadContentLength);
    field("equal lengths are a bad length", "Content-Length: 5\r\nContent-Length: 5",
          HttpFault::BadContentLength);
    field("different lengths are a bad length", "Content-Length: 5\r\nContent-Length: 6",
          HttpFault::BadContentLength);
    field("19 digits are a bad length", "Content-Length: 1000000000000000000", HttpFault::BadContentLength);
    field("gzip is a bad coding", "Transfer-Encoding: gzip", HttpFault::BadTransferEncoding);
    field("chunked twice is a bad coding", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
          HttpFault::BadTransferEncoding);
    field("length, then coding is a clash", "Content-Length: 5\r\nTransfer-Encoding: chunked",
          HttpFault::LengthAndChunked);
    field("coding, then length is a clash", "Transfer-Encoding: chunked\r\nContent-Length: 5",
          HttpFault::LengthAndChunked);
    QTest::newRow("no Host is a bad host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << HttpFault::BadHost;
    QTest::newRow("no Host is no fault with HTTP/1.0")
        << QByteArray("GET / HTTP/1.0\r\n\r\n") << HttpFault::None;
    QTest::newRow("IPv6 is no fault")
        << QByteArray("GET / HTTP/1.1\r\nHost: [::1]:7860\r\n\r\n") << HttpFault::None;
    QTest::newRow("chunked with HTTP/1.0 is a bad coding")
        << QByteArray("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n")
        << HttpFault::BadTransferEncoding;
}

void TestHeadParser::requestFaults()
{
    QFETCH(const QByteArray, head);
    QFETCH(const HttpFault, fault);
    QCOMPARE(parseRequestHead(head).fault, fault);
}

void TestHeadParser::keepAlive_data()
{
    QTest::addColumn<int>("minorVersion");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("1.1 stays open") << 1 << QByteArray() << true;
    QTest::newRow("1.1 closes when told") << 1 << QByteArray("Connection: close\r\n") << false;
    QTest::newRow("1.1 closes when told in a list")
        << 1 << QByteArray("Connection: x, CLOSE ,y\r\n") << false;
    QTest::newRow("1.1 closes when told in a second field")
        << 1 << QByteArray("Connection: x\r\nConnection: close\r\n") << false;
    QTest::newRow("1.1 does not close for a word like it")
        << 1 << QByteArray("Connection: closed\r\n") << true;
    QTest::newRow("1.1 does not heed Proxy-Connection")
        << 1 << QByteArray("Proxy-Connection: close\r\n") << true;
    QTest::newRow("1.0 closes") << 0 << QByteArray() << false;
    QTest::newRow("1.0 stays open when told") << 0 << QByteArray("Connection: Keep-Alive\r\n") << true;
    QTest::newRow("1.0 closes when told both")
        << 0 << QByteArray("Connection: keep-alive, close\r\n") << false;
}

void TestHeadParser::keepAlive()
{
    QFETCH(const int, minorVersion);
    QFETCH(const QByteArray, fields);
    QFETCH(const bool, keepAlive);
    const QByteArray version = "HTTP/1." + QByteArray::number(minorVersion);
    const ParsedRequest request = parseRequestHead("GET / " + version + "\r\nHost: a\r\n" + fields + "\r\n");
    QCOMPARE(request.fault, HttpFault::None);
    QCOMPARE(request.keepAlive, keepAlive);
    const ParsedResponse response =
        parseResponseHead(version + " 200 OK\r\nContent-Length: 0\r\n" + fields + "\r\n", "GET");
    QCOMPARE(response.fault, HttpFault::None);
    QCOMPARE(response.keepAlive, keepAlive);
}

void TestHeadParser::expectations_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("expectContinue");
    QTest::addColumn<bool>("expectOther");
    QTest::newRow("none") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\n\r\n") << false << false;
    QTest::newRow("100-continue") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\n\r\n")
                                  << true << false;
    QTest::newRow("another") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n") << false
                             << true;
    QTest::newRow("both") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nExpect: tea, 100-continue\r\n\r\n")
                          << false << true;
    QTest::newRow("ignored in HTTP/1.0")
        << QByteArray("POST / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n") << false << false;
}

void TestHeadParser::expectations()
{
    QFETCH(const QByteArray, head);
    const ParsedRequest parsed = parseRequestHead(head);
    QCOMPARE(parsed.fault, HttpFault::None);
    QTEST(parsed.expectContinue, "expectContinue");
    QTEST(parsed.expectOther, "expectOther");
}

void TestHeadParser::onlyAWholeHeadIsParsed()
{
    const QByteArray head("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    for (qsizetype size = 0; size < head.size(); ++size)
        QVERIFY(parseRequestHead(QByteArrayView(head).first(size)).fault != HttpFault::None);
    QCOMPARE(parseRequestHead(head).fault, HttpFault::None);
    QVERIFY(parseRequestHead(head + "x").fault != HttpFault::None);
    const QByteArray answer("HTTP/1.1 200\r\nX: y\r\n\r\n");
    for (qsizetype size = 0; size < answer.size(); ++size)
        QVERIFY(parseResponseHead(QByteArrayView(answer).first(size), "GET").fault != HttpFault::None);
    QCOMPARE(parseResponseHead(answer, "GET").fault, HttpFault::None);
}

void TestHeadParser::limitsHold()
{
    const QByteArray answer("HTTP/1.1 200\r\nX: y\r\n\r\n");
    QCOMPARE(parseResponseHead(answer, "GET", {answer.size(), 1}).fault, HttpFault::None);
    QCOMPARE(parseResponseHead(answer, "GET", {answer.size() - 1, 1}).fault, HttpFault::HeadTooLarge);
    QCOMPARE(parseResponseHead(answer, "GET", {answer.size(), 0}).fault, HttpFault::TooManyFields);
    const QByteArray start("GET / HTTP/1.1\r\nHost: a\r\nX: ");
    const QByteArray largest =
        start + QByteArray(kRequestHeadLimits.bytes - start.size() - 4, 'x') + "\r\n\r\n";
    QCOMPARE(parseRequestHead(largest).fault, HttpFault::None);
    QCOMPARE(parseRequestHead(start + "x" + largest.sliced(start.size())).fault, HttpFault::HeadTooLarge);
}

void TestHeadParser::parsesTwentyFields()
{
    QByteArray head(
        "POST /v1/messages?beta=true HTTP/1.1\r\nHost: 127.0.0.1:7860\r\nContent-Length: 51234\r\n");
    for (int i = 0; i < 18; ++i)
        head += "X-Stainless-Something-" + QByteArray::number(i) + ": a value of usual length\r\n";
    head += "\r\n";
    ParsedRequest parsed;
    QBENCHMARK
    {
        parsed = parseRequestHead(head);
    }
    QCOMPARE(parsed.fault, HttpFault::None);
    QCOMPARE(parsed.head.fields.size(), std::size_t(20));
}

QTEST_GUILESS_MAIN(TestHeadParser)
#include "tst_head_parser.moc"

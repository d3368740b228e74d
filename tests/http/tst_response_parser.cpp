// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http1.h"

#include <QTest>

using namespace qcc;
using Kind = BodyFraming::Kind;

Q_DECLARE_METATYPE(qcc::HttpFault)
Q_DECLARE_METATYPE(qcc::BodyFraming)

class TestResponseParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesAResponse();
    void responseFraming_data();
    void responseFraming();
    void responseFaults_data();
    void responseFaults();
    void statusLines_data();
    void statusLines();
};

void TestResponseParser::parsesAResponse()
{
    const ParsedResponse parsed =
        parseResponseHead("HTTP/1.1 529 Site is \xfc"
                          "berlastet\r\nRequest-Id: req_1\r\nContent-Length: 7\r\n\r\n",
                          "POST");
    QCOMPARE(parsed.fault, HttpFault::None);
    const HeaderFields fields{{"Request-Id", "req_1"}, {"Content-Length", "7"}};
    QCOMPARE(parsed.head, (ResponseHead{529,
                                        "Site is \xfc"
                                        "berlastet",
                                        1, fields}));
}

void TestResponseParser::responseFraming_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<BodyFraming>("framing");
    const QByteArray get("GET");
    const QByteArray five("Content-Length: 5\r\n\r\n");
    const QByteArray chunked("Transfer-Encoding: chunked\r\n\r\n");
    QTest::newRow("a length") << "HTTP/1.1 200 OK\r\n" + five << get << BodyFraming{Kind::Length, 5};
    QTest::newRow("chunks") << "HTTP/1.1 200 OK\r\n" + chunked << get << BodyFraming{Kind::Chunked, 0};
    QTest::newRow("neither: until the connection closes")
        << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << get << BodyFraming{Kind::UntilClose, 0};
    QTest::newRow("an error without a length")
        << QByteArray("HTTP/1.1 500 Oh\r\n\r\n") << get << BodyFraming{Kind::UntilClose, 0};
    QTest::newRow("HEAD with a length")
        << "HTTP/1.1 200 OK\r\n" + five << QByteArray("HEAD") << BodyFraming{};
    QTest::newRow("HEAD with chunks")
        << "HTTP/1.1 200 OK\r\n" + chunked << QByteArray("HEAD") << BodyFraming{};
    QTest::newRow("a lower-case head is another method")
        << "HTTP/1.1 200 OK\r\n" + five << QByteArray("head") << BodyFraming{Kind::Length, 5};
    QTest::newRow("100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << get << BodyFraming{};
    QTest::newRow("103 with a length") << "HTTP/1.1 103 Early Hints\r\n" + five << get << BodyFraming{};
    QTest::newRow("204 with a length") << "HTTP/1.1 204 No Content\r\n" + five << get << BodyFraming{};
    QTest::newRow("304 with a length") << "HTTP/1.1 304 Not Modified\r\n" + five << get << BodyFraming{};
    QTest::newRow("205 has a body by the rules")
        << "HTTP/1.1 205 Reset\r\n" + five << get << BodyFraming{Kind::Length, 5};
}

void TestResponseParser::responseFraming()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, method);
    QFETCH(const BodyFraming, framing);
    const ParsedResponse parsed = parseResponseHead(head, method);
    QCOMPARE(parsed.fault, HttpFault::None);
    QCOMPARE(parsed.framing, framing);
    QCOMPARE(parsed.keepAlive, framing.kind != Kind::UntilClose);
}

void TestResponseParser::responseFaults_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<HttpFault>("fault");
    QTest::newRow("equal lengths") << QByteArray("Content-Length: 5\r\nContent-Length: 5\r\n")
                                   << HttpFault::BadContentLength;
    QTest::newRow("different lengths")
        << QByteArray("Content-Length: 5\r\nContent-Length: 6\r\n") << HttpFault::BadContentLength;
    QTest::newRow("a list of lengths")
        << QByteArray("Content-Length: 5,5\r\n") << HttpFault::BadContentLength;
    QTest::newRow("length and chunked")
        << QByteArray("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") << HttpFault::LengthAndChunked;
    QTest::newRow("gzip, chunked") << QByteArray("Transfer-Encoding: gzip, chunked\r\n")
                                   << HttpFault::BadTransferEncoding;
    QTest::newRow("identity") << QByteArray("Transfer-Encoding: identity\r\n")
                              << HttpFault::BadTransferEncoding;
    QTest::newRow("folding") << QByteArray("X: y\r\n z\r\n") << HttpFault::BadField;
    QTest::newRow("a space before the colon") << QByteArray("X : y\r\n") << HttpFault::BadField;
    QTest::newRow("a bare LF") << QByteArray("X: y\n") << HttpFault::BadLineEnding;
}

void TestResponseParser::responseFaults()
{
    QFETCH(const QByteArray, fields);
    QFETCH(const HttpFault, fault);
    QCOMPARE(parseResponseHead("HTTP/1.1 200 OK\r\n" + fields + "\r\n", "GET").fault, fault);
    QCOMPARE(parseResponseHead("HTTP/1.1 204 No Content\r\n" + fields + "\r\n", "GET").fault, fault);
}

void TestResponseParser::statusLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<HttpFault>("fault");
    const auto good = [](const QByteArray &line) {
        QTest::newRow("accepted: '" + line + "'") << line << HttpFault::None;
    };
    const auto bad = [](const QByteArray &line, HttpFault fault) {
        QTest::newRow("refused: " + line.trimmed()) << line << fault;
    };
    good("HTTP/1.1 200 OK");
    good("HTTP/1.1 200 ");
    good("HTTP/1.1 200");
    good("HTTP/1.0 200");
    good("HTTP/1.1 599 a\tb  c");
    bad("HTTP/1.1 600 OK", HttpFault::BadStartLine);
    bad("HTTP/1.1 099 OK", HttpFault::BadStartLine);
    bad("HTTP/1.1 2000 OK", HttpFault::BadStartLine);
    bad("HTTP/1.1 20 OK", HttpFault::BadStartLine);
    bad("HTTP/1.1 20", HttpFault::BadStartLine);
    bad("HTTP/1.1 200OK", HttpFault::BadStartLine);
    bad("HTTP/1.1 +20 OK", HttpFault::BadStartLine);
    bad("HTTP/1.1  200 OK", HttpFault::BadStartLine);
    bad("HTTP/1.1\t200 OK", HttpFault::BadVersion);
    bad("HTTP/1.1", HttpFault::BadVersion);
    bad("HTTP/2.0 200 OK", HttpFault::BadVersion);
    bad("HTTP/1.2 200 OK", HttpFault::BadVersion);
    bad("http/1.1 200 OK", HttpFault::BadStartLine);
    bad("GET / HTTP/1.1", HttpFault::BadVersion);

    QTest::newRow("refused: an empty line in front")
        << QByteArray("\r\nHTTP/1.1 200 OK") << HttpFault::BadVersion;
    bad("<html>", HttpFault::BadStartLine);
}

void TestResponseParser::statusLines()
{
    QFETCH(const QByteArray, line);
    QFETCH(const HttpFault, fault);
    QCOMPARE(parseResponseHead(line + "\r\nContent-Length: 0\r\n\r\n", "GET").fault, fault);
}

QTEST_GUILESS_MAIN(TestResponseParser)
#include "tst_response_parser.moc"

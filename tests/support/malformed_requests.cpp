// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/malformed_requests.h"

namespace qcc::test {

std::vector<MalformedRequest> malformedStartLines()
{
    return {
        {"HTTP/0.9: no version", withLine("POST /v1/messages\r\n")},
        {"version HTTP/2.0", withLine("POST /v1/messages HTTP/2.0\r\n")},
        {"version HTTP/1.2", withLine("POST /v1/messages HTTP/1.2\r\n")},
        {"version HTTP/0.9 written out", withLine("POST /v1/messages HTTP/0.9\r\n")},
        {"version HTTP/1.10", withLine("POST /v1/messages HTTP/1.10\r\n")},
        {"version HTTP/01.1", withLine("POST /v1/messages HTTP/01.1\r\n")},
        {"version without a minor number", withLine("POST /v1/messages HTTP/1\r\n")},
        {"version with a comma", withLine("POST /v1/messages HTTP/1,1\r\n")},
        {"version in lower case", withLine("POST /v1/messages http/1.1\r\n")},
        {"version of another protocol", withLine("POST /v1/messages HTTPS/1.1\r\n")},
        {"space behind the version", withLine("POST /v1/messages HTTP/1.1 \r\n")},
        {"tab behind the version", withLine("POST /v1/messages HTTP/1.1\t\r\n")},
        {"tabs between the parts", withLine("POST\t/v1/messages\tHTTP/1.1\r\n")},
        {"tab behind the method", withLine("POST\t/v1/messages HTTP/1.1\r\n")},
        {"vertical tab behind the method", withLine("POST\x0b/v1/messages HTTP/1.1\r\n")},
        {"form feed before the version", withLine("POST /v1/messages\x0cHTTP/1.1\r\n")},
        {"two spaces behind the method", withLine("POST  /v1/messages HTTP/1.1\r\n")},
        {"two spaces before the version", withLine("POST /v1/messages  HTTP/1.1\r\n")},
        {"space before the method", withLine(" POST /v1/messages HTTP/1.1\r\n")},
        {"two empty lines before the request line", withLine("\r\n\r\nPOST /v1/messages HTTP/1.1\r\n")},
        {"empty bare-LF line before the request line", withLine("\nPOST /v1/messages HTTP/1.1\r\n")},
        {"no target", withLine("POST HTTP/1.1\r\n")},
        {"empty target", withLine("POST  HTTP/1.1\r\n")},
        {"space in the target", withLine("POST /v1/mess ages HTTP/1.1\r\n")},
        {"two versions", withLine("POST /v1/messages HTTP/1.1 HTTP/1.1\r\n")},
        {"absolute-form with spaces", withLine("POST http://127.0.0.1:@PORT@/v1/messages ?a HTTP/1.1\r\n")},
        {"non-ASCII in the target", withLine("POST /v1/messages\xc3\xa9 HTTP/1.1\r\n")},
        {"NUL in the target", withLine(raw("POST /v1/\0messages HTTP/1.1\r\n"))},
        {"DEL in the target", withLine("POST /v1/messages\x7f HTTP/1.1\r\n")},
        {"bare LF in the target", withLine("POST /v1/\nmessages HTTP/1.1\r\n")},
        {"fragment in the target", withLine("POST /v1/messages#x HTTP/1.1\r\n")},
        {"no method", withLine("/v1/messages HTTP/1.1\r\n")},
        {"colon in the method", withLine("PO:ST /v1/messages HTTP/1.1\r\n")},
        {"NUL in the method", withLine(raw("PO\0ST /v1/messages HTTP/1.1\r\n"))},
        {"method of 33 characters", withLine(QByteArray(33, 'P') + " /v1/messages HTTP/1.1\r\n")},
        {"a status line for a request", withLine("HTTP/1.1 200 OK\r\n")},
        {"the HTTP/2 preface", raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")},
        {"a TLS client hello", raw("\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03\x12\x34\x56\x78")},
        {"another protocol's greeting", raw("SSH-2.0-OpenSSH_9.2\r\n")},
    };
}

std::vector<MalformedRequest> malformedLineEndings()
{
    QByteArray allBare = wellFormedRequest();
    allBare.replace("\r\n", "\n");
    return {
        {"bare LF behind the request line", withLine("POST /v1/messages HTTP/1.1\n")},
        {"bare LF behind Host", withHost("Host: 127.0.0.1:@PORT@\n")},
        {"bare LF behind a field", withField("X-A: b\n")},
        {"bare LF behind the length", framed("Content-Length: 5\n")},
        {"bare LF as the empty line", raw(kLine) + kHost + kFields + kLength + "\n" + kBody},
        {"bare LF everywhere", allBare},
        {"bare LF hides a coding", withField("X-A: b\nTransfer-Encoding: chunked\r\n")},
        {"bare LF hides the end of the head", withField("X-A: b\n\nGET /v1/models HTTP/1.1\r\n")},
        {"bare CR behind the request line", withLine("POST /v1/messages HTTP/1.1\r")},
        {"bare CR behind a field", withField("X-A: b\r")},
        {"bare CR in a value", withField("X-A: b\rc\r\n")},
        {"bare CR in a name", withField("X-\rA: b\r\n")},
        {"bare CR hides a coding", withField("X-A: b\rTransfer-Encoding: chunked\r\n")},
        {"CR CR LF behind the request line", withLine("POST /v1/messages HTTP/1.1\r\r\n")},
        {"CR CR LF behind a field", withField("X-A: b\r\r\n")},
        {"CR CR LF as the empty line", raw(kLine) + kHost + kFields + kLength + "\r\r\n" + kBody},
        {"LF CR behind a field", withField("X-A: b\n\r")},
    };
}

std::vector<MalformedRequest> malformedFields()
{
    return {
        {"space before the colon", withField("X-A : b\r\n")},
        {"tab before the colon", withField("X-A\t: b\r\n")},
        {"leading space in the first field", withHost(" X-A: b\r\n" + raw(kHost))},
        {"leading tab in the first field", withHost("\tX-A: b\r\n" + raw(kHost))},
        {"folding with a space", withField("X-A: b\r\n c\r\n")},
        {"folding with a tab", withField("X-A: b\r\n\tc\r\n")},
        {"folding of an empty value", withField("X-A:\r\n b\r\n")},
        {"folding with nothing but a space", withField("X-A: b\r\n \r\n")},
        {"folding behind the last field", raw(kLine) + kHost + kFields + kLength + " \r\n\r\n" + kBody},
        {"no colon", withField("X-A\r\n")},
        {"no name", withField(": b\r\n")},
        {"space in the name", withField("X A: b\r\n")},
        {"quote in the name", withField("\"X-A\": b\r\n")},
        {"at sign in the name", withField("X@A: b\r\n")},
        {"brackets in the name", withField("(X-A): b\r\n")},
        {"slash in the name", withField("X/A: b\r\n")},
        {"non-ASCII in the name", withField("X-\xc3\xa9: b\r\n")},
        {"NUL in the name", withField(raw("X-\0A: b\r\n"))},
        {"NUL in the value", withField(raw("X-A: b\0c\r\n"))},
        {"NUL alone as the value", withField(raw("X-A: \0\r\n"))},
        {"backspace in the value", withField("X-A: b\x08"
                                             "c\r\n")},
        {"escape in the value", withField("X-A: \x1b[31m\r\n")},
        {"DEL in the value", withField("X-A: b\x7f\r\n")},
        {"vertical tab before the value", withField("X-A:\x0b"
                                                    "b\r\n")},
    };
}

std::vector<MalformedRequest> malformedHosts()
{
    const QByteArray host(kHost);
    return {
        {"no Host", withHost({})},
        {"empty Host", withHost("Host:\r\n")},
        {"two equal Hosts", withHost(host + host)},
        {"two different Hosts", withHost(host + "Host: example.com\r\n")},
        {"two Hosts in different case", withHost(host + "hOST: 127.0.0.1:@PORT@\r\n")},
        {"two Hosts with HTTP/1.0",
         raw("POST /v1/messages HTTP/1.0\r\n") + host + host + kFields + kLength + "\r\n" + kBody},
        {"list of Hosts", withHost("Host: 127.0.0.1:@PORT@, example.com\r\n")},
        {"list of Hosts without a space", withHost("Host: 127.0.0.1:@PORT@,127.0.0.1:@PORT@\r\n")},
        {"space in Host", withHost("Host: 127.0.0.1:@PORT@ example.com\r\n")},
        {"tab in Host", withHost("Host: 127.0.0.1:@PORT@\texample.com\r\n")},
        {"user in Host", withHost("Host: 127.0.0.1:@PORT@@example.com\r\n")},
        {"path in Host", withHost("Host: 127.0.0.1:@PORT@/v1\r\n")},
        {"scheme in Host", withHost("Host: http://127.0.0.1:@PORT@\r\n")},
        {"query in Host", withHost("Host: 127.0.0.1:@PORT@?a\r\n")},
        {"backslash in Host", withHost("Host: 127.0.0.1:@PORT@\\a\r\n")},
        {"non-ASCII in Host", withHost("Host: 127.0.0.1\xc2\xa0:@PORT@\r\n")},
        {"space before the colon of Host", withHost("Host : 127.0.0.1:@PORT@\r\n")},
        {"folded Host", withHost("Host:\r\n 127.0.0.1:@PORT@\r\n")},
    };
}

std::vector<MalformedRequest> malformedLengths()
{
    const QByteArray zeroes(19, '0');
    return {
        {"length with plus", framed("Content-Length: +5\r\n")},
        {"length with minus", framed("Content-Length: -5\r\n")},
        {"length as a list of equals", framed("Content-Length: 5,5\r\n")},
        {"length as a spaced list of equals", framed("Content-Length: 5, 5\r\n")},
        {"length as a list of differing", framed("Content-Length: 5, 6\r\n")},
        {"length with a trailing comma", framed("Content-Length: 5,\r\n")},
        {"length in hexadecimal", framed("Content-Length: 0x5\r\n")},
        {"length in bare hexadecimal", framed("Content-Length: A\r\n")},
        {"length of two numbers", framed("Content-Length: 5 5\r\n")},
        {"length with a tab inside", framed("Content-Length: 5\t5\r\n")},
        {"length with a fraction", framed("Content-Length: 5.0\r\n")},
        {"length with an exponent", framed("Content-Length: 5e0\r\n")},
        {"length with an underscore", framed("Content-Length: 0_5\r\n")},
        {"length in quotes", framed("Content-Length: \"5\"\r\n")},
        {"length with a parameter", framed("Content-Length: 5;a=b\r\n")},
        {"length in Arabic digits", framed("Content-Length: \xd9\xa5\r\n")},
        {"length behind a vertical tab", framed("Content-Length: \x0b"
                                                "5\r\n")},
        {"length before a NUL", framed(raw("Content-Length: 5\0\r\n"))},
        {"length in words", framed("Content-Length: five\r\n")},
        {"length of 19 digits", framed("Content-Length: 9223372036854775808\r\n")},
        {"length that wraps around 64 bits", framed("Content-Length: 18446744073709551621\r\n")},
        {"length with 19 leading zeroes", framed("Content-Length: " + zeroes + "5\r\n")},
        {"empty length", framed("Content-Length:\r\n")},
        {"two equal lengths", framed("Content-Length: 5\r\nContent-Length: 5\r\n")},
        {"two different lengths", framed("Content-Length: 5\r\nContent-Length: 0\r\n")},
        {"two lengths in different case", framed("Content-Length: 5\r\ncontent-length: 5\r\n")},
        {"two lengths apart", framed("Content-Length: 0\r\nX-A: b\r\nContent-Length: 5\r\n")},
        {"two lengths, the second empty", framed("Content-Length: 5\r\nContent-Length:\r\n")},
        {"space before the colon of the length", framed("Content-Length : 5\r\n")},
        {"folded length", framed("Content-Length:\r\n 5\r\n")},
        {"length without a colon", framed("Content-Length 5\r\n")},
    };
}

std::vector<MalformedRequest> oversizeHeads()
{
    QByteArray many;
    for (int i = 0; i < 101; ++i)
        many += "X-" + QByteArray::number(i) + ": b\r\n";
    return {
        {"101 more fields", withField(many), 431},
        {"a head of 33 KiB", withField("X-A: " + QByteArray(33 * 1024, 'b') + "\r\n"), 431},
        {"a target of 33 KiB", withLine("POST /" + QByteArray(33 * 1024, 'a') + " HTTP/1.1\r\n"), 431},
        {"a line of 33 KiB without an end", QByteArray(33 * 1024, 'A'), 431},
    };
}

std::vector<MalformedRequest> malformedRequests()
{
    std::vector<MalformedRequest> rows;
    for (const auto &family :
         {malformedStartLines(), malformedLineEndings(), malformedFields(), malformedHosts(),
          malformedLengths(), malformedCodings(), malformedChunks(), oversizeHeads()})
        rows.insert(rows.end(), family.begin(), family.end());
    return rows;
}

} // namespace qcc::test

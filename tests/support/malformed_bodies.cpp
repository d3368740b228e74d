// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/malformed_requests.h"

namespace qcc::test {

namespace {

/// A coding that no two parsers read the same way, alone with a chunked body.
QByteArray coding(const QByteArray &line)
{
    return framed(line, raw(kChunkedBody));
}

/// The same beside a length that others would go by, with a second request behind it.
QByteArray codingAndLength(const QByteArray &line)
{
    return framed("Content-Length: 15\r\n" + line, raw(kChunkedBody) + kSmuggled);
}

MalformedRequest body(const char *name, const QByteArray &bytes)
{
    return {name, chunks(bytes), 400, true};
}

} // namespace

std::vector<MalformedRequest> malformedCodings()
{
    return {
        {"CL.TE: the length covers a second request",
         framed("Content-Length: 6\r\n" + raw(kChunked), raw("0\r\n\r\nG") + kSmuggled)},
        {"TE.CL: the length ends within the chunks",
         framed(raw(kChunked) + "Content-Length: 4\r\n", raw("5c\r\n") + kSmuggled)},
        {"length and chunked agree", codingAndLength(raw(kChunked))},
        {"length zero and chunked", framed("Content-Length: 0\r\n" + raw(kChunked), raw(kChunkedBody))},
        {"length and chunked in capitals", codingAndLength("TRANSFER-ENCODING: CHUNKED\r\n")},
        {"length and chunked behind two spaces", codingAndLength("Transfer-Encoding:  chunked\r\n")},
        {"length and xchunked", codingAndLength("Transfer-Encoding: xchunked\r\n")},
        {"length and identity", codingAndLength("Transfer-Encoding: identity\r\n")},
        {"TE.TE: chunked, then cow", coding(raw(kChunked) + "Transfer-Encoding: cow\r\n")},
        {"TE.TE: cow, then chunked", coding("Transfer-Encoding: cow\r\n" + raw(kChunked))},
        {"TE.TE: chunked, then identity", coding(raw(kChunked) + "Transfer-Encoding: identity\r\n")},
        {"TE.TE: identity, then chunked", coding("Transfer-Encoding: identity\r\n" + raw(kChunked))},
        {"TE.TE: chunked twice", coding(raw(kChunked) + kChunked)},
        {"TE.TE: chunked twice in different case", coding(raw(kChunked) + "Transfer-encoding: chunked\r\n")},
        {"coding xchunked", coding("Transfer-Encoding: xchunked\r\n")},
        {"coding chunkedx", coding("Transfer-Encoding: chunkedx\r\n")},
        {"coding chunk", coding("Transfer-Encoding: chunk\r\n")},
        {"coding identity", coding("Transfer-Encoding: identity\r\n")},
        {"coding gzip", coding("Transfer-Encoding: gzip\r\n")},
        {"codings gzip, chunked", coding("Transfer-Encoding: gzip, chunked\r\n")},
        {"codings chunked, identity", coding("Transfer-Encoding: chunked, identity\r\n")},
        {"codings identity, chunked", coding("Transfer-Encoding: identity, chunked\r\n")},
        {"codings chunked, chunked", coding("Transfer-Encoding: chunked, chunked\r\n")},
        {"chunked with a trailing comma", coding("Transfer-Encoding: chunked,\r\n")},
        {"chunked with a leading comma", coding("Transfer-Encoding: ,chunked\r\n")},
        {"chunked with a parameter", coding("Transfer-Encoding: chunked;a=b\r\n")},
        {"chunked in quotes", coding("Transfer-Encoding: \"chunked\"\r\n")},
        {"chunked in apostrophes", coding("Transfer-Encoding: 'chunked'\r\n")},
        {"chunked with a space inside", coding("Transfer-Encoding: chun ked\r\n")},
        {"chunked behind a vertical tab", coding("Transfer-Encoding: \x0b"
                                                 "chunked\r\n")},
        {"chunked before a vertical tab", coding("Transfer-Encoding: chunked\x0b\r\n")},
        {"chunked behind a form feed", coding("Transfer-Encoding:\x0c"
                                              "chunked\r\n")},
        {"chunked behind a NUL", coding(raw("Transfer-Encoding: \0chunked\r\n"))},
        {"chunked behind a no-break space", coding("Transfer-Encoding: \xa0"
                                                   "chunked\r\n")},
        {"chunked with a long s-like letter", coding("Transfer-Encoding: chun\xe2\x84\xaa"
                                                     "ed\r\n")},
        {"empty coding", coding("Transfer-Encoding:\r\n")},
        {"empty coding beside a length", codingAndLength("Transfer-Encoding:\r\n")},
        {"tab before the colon of the coding", codingAndLength("Transfer-Encoding\t: chunked\r\n")},
        {"space before the colon of the coding", codingAndLength("Transfer-Encoding : chunked\r\n")},
        {"vertical tab before the colon of the coding",
         codingAndLength("Transfer-Encoding\x0b: chunked\r\n")},
        {"space before the coding's name", codingAndLength(" Transfer-Encoding: chunked\r\n")},
        {"no-break space behind the coding's name", codingAndLength("Transfer-Encoding\xa0: chunked\r\n")},
        {"coding hidden in a folded field", codingAndLength("X-A: b\r\n\tTransfer-Encoding: chunked\r\n")},
        {"coding folded before its value", codingAndLength("Transfer-Encoding:\r\n chunked\r\n")},
        {"coding folded behind its value", coding("Transfer-Encoding: chunked\r\n identity\r\n")},
        {"coding folded before the colon", codingAndLength("Transfer-Encoding\r\n : chunked\r\n")},
        {"coding without a colon", codingAndLength("Transfer-Encoding chunked\r\n")},
        {"chunked with HTTP/1.0",
         raw("POST /v1/messages HTTP/1.0\r\n") + kHost + kFields + kChunked + "\r\n" + kChunkedBody},
    };
}

std::vector<MalformedRequest> malformedChunks()
{
    const QByteArray end("\r\n[1,2]\r\n0\r\n\r\n");
    const QByteArray data("5\r\n[1,2]\r\n");
    return {
        body("chunk size 0x5", "0x5" + end),
        body("chunk size +5", "+5" + end),
        body("chunk size -5", "-5" + end),
        body("space before the chunk size", " 5" + end),
        body("tab before the chunk size", "\t5" + end),
        body("space behind the chunk size", "5 " + end),
        body("tab behind the chunk size", "5\t" + end),
        body("underscore in the chunk size", "0_5" + end),
        body("no chunk size", end),
        body("chunk size that is no number", "g" + end),
        body("chunk size of 17 digits", "00000000000000005" + end),
        body("chunk size that wraps around 64 bits", "10000000000000005" + end),
        body("NUL behind the chunk size", raw("5\0") + end),
        body("bare LF behind the chunk size", "5\n[1,2]\r\n0\r\n\r\n"),
        body("bare CR behind the chunk size", "5\r[1,2]\r\n0\r\n\r\n"),
        body("CR CR LF behind the chunk size", "5\r\r\n[1,2]\r\n0\r\n\r\n"),
        body("TERM.EXT: bare LF ends the extension", "5;\n[1,2]\r\n0\r\n\r\n"),
        body("EXT.TERM: bare LF within the extension", "5;a\nb" + end),
        body("bare CR within the extension", "5;a\rb" + end),
        body("bare LF in a quoted extension", "5;a=\"b\nc\"" + end),
        body("NUL in the extension", raw("5;a\0b") + end),
        body("space before the extension", "5 ;a=b" + end),
        body("space in the extension", "5; a=b" + end),
        body("empty extension", "5;" + end),
        body("extension of 5,000 bytes", "5;" + QByteArray(5000, 'a') + end),
        body("non-ASCII in the extension", "5;\xc3\xa9" + end),
        body("nothing behind the chunk's data", "5\r\n[1,2]0\r\n\r\n"),
        body("bare LF behind the chunk's data", "5\r\n[1,2]\n0\r\n\r\n"),
        body("bare CR behind the chunk's data", "5\r\n[1,2]\r0\r\n\r\n"),
        body("chunk longer than its size", "4\r\n[1,2]\r\n0\r\n\r\n"),
        body("chunk shorter than its size", "6\r\n[1,2]\r\n0\r\n\r\n"),
        body("empty line between chunks", data + "\r\n0\r\n\r\n"),
        body("bare LF behind the last chunk", data + "0\n\r\n"),
        body("bare LF as the last line", data + "0\r\n\n"),
        body("a request in place of the last line", data + "0\r\n" + kSmuggled),
        body("bare LF in a trailer", data + "0\r\nX-A: b\n\r\n"),
        body("bare CR in a trailer", data + "0\r\nX-A: b\rc\r\n\r\n"),
        body("folded trailer", data + "0\r\nX-A: b\r\n c\r\n\r\n"),
        body("trailer without a colon", data + "0\r\nX-A\r\n\r\n"),
        body("space before the trailer's colon", data + "0\r\nX-A : b\r\n\r\n"),
        body("trailer without a name", data + "0\r\n: b\r\n\r\n"),
        body("NUL in a trailer", data + raw("0\r\nX-A: b\0\r\n\r\n")),
        body("trailers of 17 KiB", data + "0\r\nX-A: " + QByteArray(17 * 1024, 'b') + "\r\n\r\n"),
    };
}

} // namespace qcc::test

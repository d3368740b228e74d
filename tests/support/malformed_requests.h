// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

/// Requests that must never be understood: the known smuggling families, and what else RFC 9112 leaves
/// ambiguous. Each row is a valid, authorised POST /v1/messages but for the one thing its name says, complete
/// as sent to a server at 127.0.0.1, with @PORT@ and
/// @TOKEN@ to be filled in by addressed(). The server must answer with `status`, close the connection, and
/// forward nothing.
namespace qcc::test {

struct MalformedRequest
{
    const char *name;
    QByteArray bytes;
    int status = 400;
    bool inBody = false; ///< the head is fine, the fault lies in the chunked body
};

inline constexpr char kLine[] = "POST /v1/messages HTTP/1.1\r\n";
inline constexpr char kHost[] = "Host: 127.0.0.1:@PORT@\r\n";
inline constexpr char kFields[] = "Authorization: Bearer @TOKEN@\r\nContent-Type: application/json\r\n";
inline constexpr char kLength[] = "Content-Length: 5\r\n";
inline constexpr char kBody[] = "[1,2]";
inline constexpr char kChunked[] = "Transfer-Encoding: chunked\r\n";
inline constexpr char kChunkedBody[] = "5\r\n[1,2]\r\n0\r\n\r\n";
/// What an attacker hopes to be taken for a request of its own.
inline constexpr char kSmuggled[] =
    "GET /v1/models HTTP/1.1\r\nHost: 127.0.0.1:@PORT@\r\nAuthorization: Bearer @TOKEN@\r\n\r\n";

/// A literal with its NUL bytes.
template <std::size_t N> QByteArray raw(const char (&text)[N])
{
    return QByteArray(text, N - 1);
}

/// The well-formed request that the rows are variations of.
inline QByteArray wellFormedRequest()
{
    return raw(kLine) + kHost + kFields + kLength + "\r\n" + kBody;
}

/// Another request line (CRLF included).
inline QByteArray withLine(const QByteArray &line)
{
    return line + kHost + kFields + kLength + "\r\n" + kBody;
}

/// Another Host line, or several, or none.
inline QByteArray withHost(const QByteArray &host)
{
    return raw(kLine) + host + kFields + kLength + "\r\n" + kBody;
}

/// One more field line in front of the length.
inline QByteArray withField(const QByteArray &field)
{
    return raw(kLine) + kHost + kFields + field + kLength + "\r\n" + kBody;
}

/// Other framing fields, and the body that goes with them.
inline QByteArray framed(const QByteArray &fields, const QByteArray &body = raw(kBody))
{
    return raw(kLine) + kHost + kFields + fields + "\r\n" + body;
}

/// Another chunked body.
inline QByteArray chunks(const QByteArray &body)
{
    return framed(raw(kChunked), body);
}

/// Fills in where the server listens and what it lets in.
inline QByteArray addressed(QByteArray bytes, quint16 port, const QByteArray &token)
{
    return bytes.replace("@PORT@", QByteArray::number(port)).replace("@TOKEN@", token);
}

std::vector<MalformedRequest> malformedRequests();
/// The families of malformedRequests().
std::vector<MalformedRequest> malformedStartLines();
std::vector<MalformedRequest> malformedLineEndings();
std::vector<MalformedRequest> malformedFields();
std::vector<MalformedRequest> malformedHosts();
std::vector<MalformedRequest> malformedLengths();
std::vector<MalformedRequest> malformedCodings();
std::vector<MalformedRequest> malformedChunks();
std::vector<MalformedRequest> oversizeHeads();

} // namespace qcc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http1.h"

namespace qcc {

namespace {

bool breaksLines(char c)
{
    return c == '\r' || c == '\n' || c == '\0';
}

/// Appends @p text; what would end the line early becomes a space, so that no value can ever become a field
/// of its own.
void appendText(QByteArray &out, QByteArrayView text)
{
    const qsizetype start = out.size();
    out.append(text);
    const auto first = std::as_const(out).begin() + start;
    if (std::none_of(first, std::as_const(out).end(), breaksLines))
        return;
    Q_ASSERT_X(false, "message_writer", "CR, LF or NUL in a message head");
    std::replace_if(out.begin() + start, out.end(), breaksLines, ' ');
}

void appendFields(QByteArray &out, const HeaderFields &fields)
{
    for (const HeaderField &field : fields) {
        appendText(out, field.name);
        out.append(": ");
        appendText(out, field.value);
        out.append("\r\n");
    }
    out.append("\r\n");
}

qsizetype fieldBytes(const HeaderFields &fields)
{
    qsizetype bytes = 2;
    for (const HeaderField &field : fields)
        bytes += field.name.size() + field.value.size() + 4;
    return bytes;
}

struct Reason
{
    int status;
    const char *phrase;
};

/// RFC 9110 section 15, RFC 6585, and 529 as Anthropic names it.
constexpr Reason kReasons[] = {
    {100, "Continue"},
    {101, "Switching Protocols"},
    {103, "Early Hints"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {203, "Non-Authoritative Information"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {300, "Multiple Choices"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {407, "Proxy Authentication Required"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {425, "Too Early"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {451, "Unavailable For Legal Reasons"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {508, "Loop Detected"},
    {511, "Network Authentication Required"},
    {529, "Overloaded"},
};

} // namespace

QByteArray serializeRequestHead(QByteArrayView method, QByteArrayView target, const HeaderFields &fields)
{
    QByteArray out;
    out.reserve(method.size() + target.size() + 12 + fieldBytes(fields));
    appendText(out, method);
    out.append(' ');
    appendText(out, target);
    out.append(" HTTP/1.1\r\n");
    appendFields(out, fields);
    return out;
}

QByteArray serializeResponseHead(int status, QByteArrayView reason, const HeaderFields &fields)
{
    QByteArray out;
    out.reserve(reason.size() + 16 + fieldBytes(fields));
    out.append("HTTP/1.1 ").append(QByteArray::number(status)).append(' ');
    appendText(out, reason);
    out.append("\r\n");
    appendFields(out, fields);
    return out;
}

QByteArray reasonPhrase(int status)
{
    const auto it = std::find_if(std::begin(kReasons), std::end(kReasons),
                                 [status](const Reason &reason) { return reason.status == status; });
    return it == std::end(kReasons) ? QByteArrayLiteral("Unknown") : QByteArray(it->phrase);
}

QByteArray chunkHeader(qsizetype size)
{
    return QByteArray::number(static_cast<qulonglong>(size), 16).append("\r\n");
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/head_rules.h"

#include "app/http/chars.h"

namespace qcc::http {

namespace {

constexpr qsizetype kMethodLimit = 32;
constexpr qsizetype kLengthDigits = 18; ///< always below 2^63

bool isHostByte(char c)
{
    constexpr std::string_view marks = "-._~%:[]";
    return isAlnum(static_cast<unsigned char>(c)) || (c != 0 && marks.find(c) != marks.npos);
}

/// Calls @p visit with each element of the lists in all fields of that name (RFC 9110 section 5.6.1).
template <typename Visit> void forEachElement(const HeaderFields &fields, QByteArrayView name, Visit visit)
{
    for (const HeaderField &field : fields) {
        if (!sameFieldName(field.name, name))
            continue;
        QByteArrayView rest = field.value;
        while (!rest.isEmpty()) {
            const qsizetype comma = rest.indexOf(',');
            visit(rest.first(comma < 0 ? rest.size() : comma).trimmed());
            rest = comma < 0 ? QByteArrayView() : rest.sliced(comma + 1);
        }
    }
}

bool connectionHas(const HeaderFields &fields, QByteArrayView option)
{
    bool found = false;
    forEachElement(fields, "connection",
                   [&](QByteArrayView element) { found = found || sameFieldName(element, option); });
    return found;
}

bool isPlainLength(QByteArrayView value)
{
    return !value.isEmpty() && value.size() <= kLengthDigits &&
           std::all_of(value.begin(), value.end(),
                       [](char c) { return isDigit(static_cast<unsigned char>(c)); });
}

} // namespace

HttpFault requestLineFault(const RequestHead &head)
{
    if (!isToken(head.method) || head.method.size() > kMethodLimit)
        return HttpFault::BadStartLine;
    const auto fits = [](char c) {
        return isVisible(static_cast<unsigned char>(c)) && c != '#';
    }; // a fragment is never sent
    if (head.target.isEmpty() || !std::all_of(head.target.begin(), head.target.end(), fits))
        return HttpFault::BadStartLine;
    return HttpFault::None;
}

HttpFault fieldNamesFault(const HeaderFields &fields)
{
    const auto fits = [](const HeaderField &field) { return isToken(field.name); };
    return std::all_of(fields.begin(), fields.end(), fits) ? HttpFault::None : HttpFault::BadField;
}

HttpFault hostFault(const RequestHead &head)
{
    const qsizetype hosts = countFields(head.fields, "host");
    if (hosts == 0)
        return head.minorVersion == 0 ? HttpFault::None : HttpFault::BadHost;
    const QByteArray &host = *findField(head.fields, "host");
    const bool plain = !host.isEmpty() && std::all_of(host.begin(), host.end(), isHostByte);
    return hosts == 1 && plain ? HttpFault::None : HttpFault::BadHost;
}

HttpFault framingFault(const HeaderFields &fields, int minorVersion)
{
    const qsizetype lengths = countFields(fields, "content-length");
    const qsizetype codings = countFields(fields, "transfer-encoding");
    if (lengths > 0 && codings > 0)
        return HttpFault::LengthAndChunked;
    if (lengths > 1 || (lengths == 1 && !isPlainLength(*findField(fields, "content-length"))))
        return HttpFault::BadContentLength;
    if (codings == 0)
        return HttpFault::None;
    const bool plain = codings == 1 && sameFieldName(*findField(fields, "transfer-encoding"), "chunked");
    return plain && minorVersion == 1 ? HttpFault::None : HttpFault::BadTransferEncoding;
}

BodyFraming announcedFraming(const HeaderFields &fields)
{
    if (findField(fields, "transfer-encoding"))
        return {BodyFraming::Kind::Chunked, 0};
    if (const QByteArray *length = findField(fields, "content-length"))
        return {BodyFraming::Kind::Length, length->toULongLong()};
    return {};
}

bool staysOpen(const HeaderFields &fields, int minorVersion)
{
    if (connectionHas(fields, "close"))
        return false;
    return minorVersion == 1 || connectionHas(fields, "keep-alive");
}

Expectation expectation(const HeaderFields &fields, int minorVersion)
{
    Expectation result = Expectation::None;
    if (minorVersion == 0)
        return result;
    forEachElement(fields, "expect", [&](QByteArrayView element) {
        if (!sameFieldName(element, "100-continue"))
            result = Expectation::Other;
        else if (result == Expectation::None)
            result = Expectation::Continue;
    });
    return result;
}

} // namespace qcc::http

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/header_rules.h"

#include "models/rules/request_target.h"

#include <array>

namespace qcc {
namespace {

constexpr std::array<QByteArrayView, 10> kHopByHop{"connection",
                                                   "proxy-connection",
                                                   "keep-alive",
                                                   "te",
                                                   "trailer",
                                                   "transfer-encoding",
                                                   "upgrade",
                                                   "http2-settings",
                                                   "proxy-authorization",
                                                   "proxy-authenticate"};
/// Named in Connection or not, these belong to the body (RFC 9110 section 7.6.1: a sender must not list
/// them).
constexpr std::array<QByteArrayView, 2> kBodyMetadata{"content-type", "content-encoding"};

constexpr std::array<QByteArrayView, 11> kNotUpstream{
    "host",    "content-length", "expect",    "authorization", "x-api-key", "cookie",
    "cookie2", "forwarded",      "x-real-ip", "origin",        "referer"};
constexpr std::array<QByteArrayView, 3> kNotUpstreamPrefixes{"x-forwarded-", "sec-fetch-", "access-control-"};

constexpr std::array<QByteArrayView, 4> kNotDownstream{"content-length", "set-cookie", "set-cookie2",
                                                       "alt-svc"};
constexpr std::array<QByteArrayView, 2> kNotDownstreamPrefixes{"access-control-", "x-qcc-"};

bool isOneOf(QByteArrayView name, std::span<const QByteArrayView> names)
{
    return std::any_of(names.begin(), names.end(), [&](QByteArrayView n) { return sameFieldName(n, name); });
}

bool startsWithOneOf(QByteArrayView name, std::span<const QByteArrayView> prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(), [&](QByteArrayView prefix) {
        return name.size() >= prefix.size() && sameFieldName(name.first(prefix.size()), prefix);
    });
}

/// The members of a comma-separated list, trimmed; empty ones left out.
std::vector<QByteArrayView> listMembers(QByteArrayView value)
{
    std::vector<QByteArrayView> members;
    qsizetype from = 0;
    while (from <= value.size()) {
        qsizetype comma = value.indexOf(',', from);
        if (comma < 0)
            comma = value.size();
        const QByteArrayView member = value.sliced(from, comma - from).trimmed();
        if (!member.isEmpty())
            members.push_back(member);
        from = comma + 1;
    }
    return members;
}

/// The fields that Connection names, but for those it can't take away. Views into @p fields.
std::vector<QByteArrayView> namedByConnection(const HeaderFields &fields)
{
    std::vector<QByteArrayView> named;
    for (const HeaderField &field : fields) {
        if (!sameFieldName(field.name, "connection"))
            continue;
        for (const QByteArrayView member : listMembers(field.value)) {
            if (!isOneOf(member, kBodyMetadata))
                named.push_back(member);
        }
    }
    return named;
}

void appendCredentials(HeaderFields &fields, AuthForm form, const Secret &key)
{
    if (key.isEmpty())
        return;
    if (form == AuthForm::XApiKey || form == AuthForm::Both)
        fields.push_back({"x-api-key", key.reveal()});
    if (form == AuthForm::Bearer || form == AuthForm::Both)
        fields.push_back({"Authorization", "Bearer " + key.reveal()});
}

bool goesUpstream(QByteArrayView name)
{
    return !isOneOf(name, kHopByHop) && !isOneOf(name, kNotUpstream) &&
           !startsWithOneOf(name, kNotUpstreamPrefixes);
}

bool isReplaced(QByteArrayView name, std::span<const ExtraHeader> extra)
{
    return std::any_of(extra.begin(), extra.end(), [&](const ExtraHeader &header) {
        return sameFieldName(name, header.name.toLatin1());
    });
}

} // namespace

bool staysOnTheWay(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 2> kOwn{"via", "accept-encoding"};
    return goesUpstream(name) && !isOneOf(name, kBodyMetadata) && !isOneOf(name, kOwn);
}

HeaderFields upstreamFields(const HeaderFields &client, const Endpoint &endpoint, const Secret &key,
                            const ViaPseudonym &via, std::span<const ExtraHeader> extra)
{
    const std::vector<QByteArrayView> named = namedByConnection(client);
    HeaderFields fields;
    fields.reserve(client.size() + extra.size() + 5);
    fields.push_back({"Host", hostField(endpoint.url)});
    for (const HeaderField &field : client) {
        if (goesUpstream(field.name) && !isOneOf(field.name, named) && !isReplaced(field.name, extra))
            fields.push_back(field);
    }
    if (!findField(fields, "accept-encoding"))
        fields.push_back({"Accept-Encoding", "identity"});
    for (const ExtraHeader &header : extra)
        fields.push_back({header.name.toLatin1(), header.value.toLatin1()});
    appendCredentials(fields, endpoint.auth, key);
    fields.push_back({"Via", "1.1 " + via.value});
    return fields;
}

HeaderFields clientFields(const HeaderFields &upstream)
{
    const std::vector<QByteArrayView> named = namedByConnection(upstream);
    HeaderFields fields;
    fields.reserve(upstream.size() + 4);
    for (const HeaderField &field : upstream) {
        if (!isOneOf(field.name, kHopByHop) && !isOneOf(field.name, kNotDownstream) &&
            !startsWithOneOf(field.name, kNotDownstreamPrefixes) && !isOneOf(field.name, named))
            fields.push_back(field);
    }
    return fields;
}

bool cameThroughUs(const HeaderFields &client, const ViaPseudonym &via)
{
    if (via.value.isEmpty())
        return false;
    for (const HeaderField &field : client) {
        if (!sameFieldName(field.name, "via"))
            continue;
        // "1.1 received-by (comment)": received-by is the second word.
        for (const QByteArrayView member : listMembers(field.value)) {
            const QList<QByteArray> words = member.toByteArray().simplified().split(' ');
            if (words.size() >= 2 && sameFieldName(words[1], via.value))
                return true;
        }
    }
    return false;
}

QByteArray fieldValueFromName(const QString &name)
{
    static constexpr char kHex[] = "0123456789ABCDEF";
    QByteArray value;
    for (const char c : name.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F) {
            value.append(c);
        } else {
            value.append('%').append(kHex[byte >> 4]).append(kHex[byte & 15]);
        }
    }
    return value;
}

} // namespace qcc

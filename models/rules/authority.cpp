// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/authority.h"

#include <QStringList>
#include <QUrl>

namespace qcc {
namespace {

bool isHostNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_';
}

/// 1–5 digits up to 65535.
std::optional<quint16> parsePort(QByteArrayView text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (text.isEmpty() || text.size() > 5 || !digits)
        return std::nullopt;
    bool ok = false;
    const ushort port = text.toByteArray().toUShort(&ok);
    return ok ? std::optional<quint16>(port) : std::nullopt;
}

/// The shortest form of an IPv6 address, or nothing. QUrl knows the grammar; zones and IPv6 "futures" are
/// kept out.
std::optional<QString> normalIpv6(const QString &address)
{
    const bool plain = std::all_of(address.begin(), address.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F') ||
               c == u':' || c == u'.';
    });
    if (!plain || !address.contains(u':'))
        return std::nullopt;
    QUrl url;
    url.setHost(QLatin1Char('[') + address + QLatin1Char(']'), QUrl::StrictMode);
    const QString host = url.host();
    return host.isEmpty() ? std::nullopt : std::optional(host);
}

bool isIpv4(const QString &host)
{
    const QStringList parts = host.split(QLatin1Char('.'));
    return parts.size() == 4 && std::all_of(parts.begin(), parts.end(), [](const QString &part) {
               const bool digits =
                   std::all_of(part.begin(), part.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
               const bool leadingZero = part.size() > 1 && part.startsWith(QLatin1Char('0'));
               return digits && !leadingZero && part.size() >= 1 && part.size() <= 3 && part.toInt() <= 255;
           });
}

} // namespace

std::optional<Authority> parseAuthority(QByteArrayView text)
{
    Authority authority;
    QByteArrayView rest;
    if (text.startsWith('[')) {
        const qsizetype close = text.indexOf(']');
        if (close < 0)
            return std::nullopt;
        const std::optional<QString> address = normalIpv6(QString::fromLatin1(text.sliced(1, close - 1)));
        if (!address)
            return std::nullopt;
        authority.host = *address;
        rest = text.sliced(close + 1);
    } else {
        const qsizetype colon = text.indexOf(':');
        const QByteArrayView host = colon < 0 ? text : text.first(colon);
        if (host.isEmpty() || !std::all_of(host.begin(), host.end(), isHostNameByte))
            return std::nullopt;
        authority.host = QString::fromLatin1(host);
        rest = text.sliced(host.size());
    }
    if (rest.isEmpty())
        return authority;
    authority.port = rest.startsWith(':') ? parsePort(rest.sliced(1)) : std::nullopt;
    return authority.port ? std::optional(authority) : std::nullopt;
}

bool isIpLiteral(const QString &host)
{
    return isIpv4(host) || normalIpv6(host).has_value();
}

bool isLoopbackHost(const QString &host)
{
    if (host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0)
        return true;
    if (isIpv4(host))
        return host.startsWith(QLatin1String("127."));
    const bool bracketed = host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'));
    const std::optional<QString> address = normalIpv6(bracketed ? host.sliced(1, host.size() - 2) : host);
    return address && *address == QLatin1String("::1");
}

} // namespace qcc

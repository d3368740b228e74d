// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace qcc {

/// host [":" port] as in Host and in an absolute-form target (RFC 9110 section 7.2), without user info. Pure.
struct Authority
{
    QString host; ///< an IPv6 address without its brackets, in its shortest form
    std::optional<quint16> port;
    bool operator==(const Authority &) const = default;
};

/// Strict: nothing for an empty host, an empty or odd port, user info, a zone, several colons outside
/// brackets, or bytes that no host name has. "127.1", "0x7f.0.0.1" and "localhost." are names like any other,
/// never addresses.
std::optional<Authority> parseAuthority(QByteArrayView text);

/// Four decimal numbers without leading zeros, or an IPv6 address without brackets and zone.
bool isIpLiteral(const QString &host);

/// True for a numeric loopback address (127/8, ::1 with or without brackets) or "localhost" in any case.
bool isLoopbackHost(const QString &host);

} // namespace qcc

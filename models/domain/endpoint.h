// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QHashFunctions>
#include <QString>
#include <QUrl>

namespace qcc {

/// Names an endpoint for life, across renames: 8 hex digits, made when it is added.
struct EndpointId
{
    QString value;
    bool operator<(const EndpointId &other) const { return value < other.value; }
    bool operator==(const EndpointId &) const = default;
};
inline size_t qHash(const EndpointId &id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

/// How the endpoint wants its credential.
enum class AuthForm { XApiKey, Bearer, Both };

/// HTTP/1.1 over pooled connections, or HTTP/2 through QNetworkAccessManager.
enum class HttpVersion { Http1, Http2 };

/// How long one attempt at an endpoint may wait. Defaults: gateway.md, "Time limits".
struct TimeLimits
{
    milliseconds connect{10'000};
    milliseconds header{90'000};
    milliseconds idle{150'000}; ///< silence between two bytes of an answer
    bool operator==(const TimeLimits &) const = default;
};

inline constexpr milliseconds kShortestTimeLimit{100};
inline constexpr milliseconds kLongestTimeLimit{3'600'000};

/// One base URL with its own credential (kept apart, in a SecretStore, under the id).
struct Endpoint
{
    EndpointId id;
    QString name; ///< unique in its config; defaults to the host
    QUrl url;     ///< http or https, with host, without user info, query and fragment
    AuthForm auth = AuthForm::XApiKey;
    HttpVersion http = HttpVersion::Http1;
    TimeLimits limits;
    QUrl outboundProxy; ///< empty, or http://host:port or socks5://host:port
    QString caFile;     ///< empty (the system's), or a PEM file with the only authorities to trust
    bool operator==(const Endpoint &) const = default;
};

} // namespace qcc

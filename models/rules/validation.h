// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"
#include "models/domain/policy.h"
#include "models/domain/result.h"
#include "models/domain/secret.h"

#include <span>

namespace qcc {

inline constexpr qsizetype kLongestName = 64;          ///< characters (code points)
inline constexpr qsizetype kLongestDescription = 1000; ///< characters
inline constexpr qsizetype kLongestKey = 4096;         ///< bytes

/// A config's or endpoint's name, trimmed: 1–64 characters, no control characters, no '/', not only dots.
/// Else InvalidName.
Result<QString> checkedName(const QString &name);

/// A description, trimmed; at most 1,000 characters, no control characters but line breaks. Else
/// InvalidValue.
Result<QString> checkedDescription(const QString &text);

/// A base URL as a person typed it. InvalidUrl says what to write instead ("write
/// https://api.anthropic.com"). Use it where the text is still at hand; QUrl forgets what it cannot parse.
Result<QUrl> parseBaseUrl(const QString &text);

/// A base URL: http or https, a host, port 1–65535, no user info, query, fragment or spaces. Normalised: no
/// slash at the end, no default port. The refusal's subject never carries user info or query.
Result<QUrl> checkedBaseUrl(const QUrl &url);

/// An outbound proxy as typed: "http://host:port" or "socks5://host:port". An empty text is no proxy. Else
/// InvalidProxy.
Result<QUrl> parseOutboundProxy(const QString &text);
/// The same for a QUrl. User info is refused: it would put a password into a plain file.
Result<QUrl> checkedOutboundProxy(const QUrl &url);

/// A key, trimmed: 1–4,096 printable ASCII characters without spaces. EmptyKey with @p subject, or
/// InvalidValue.
Result<Secret> checkedKey(const Secret &key, const QString &subject);

/// An absolute path, or empty. Else InvalidValue. Whether the file can be read is not looked at.
Result<QString> checkedCaFile(const QString &path);

/// All three limits within kShortestTimeLimit … kLongestTimeLimit. Else InvalidTimeLimit with the file's name
/// of the field.
Result<Done> checkTimeLimits(const TimeLimits &limits);

/// The whole endpoint but its id and name: URL, limits, proxy and CA file, normalised.
Result<Endpoint> checkedEndpoint(Endpoint endpoint);

inline constexpr int kFewestRequestDays = 1;
inline constexpr int kMostRequestDays = 3650;

/// 1 to 3650 days; else InvalidValue ("keep_requests_days").
Result<HistoryRetention> checkedRetention(HistoryRetention retention);

/// The permitted range of a number of FailoverPolicy, by its name in priority_config.json
/// ("failure_threshold"). Times in seconds.
struct PolicyRange
{
    QLatin1StringView field;
    qint64 least;
    qint64 most;
};
std::span<const PolicyRange> policyRanges();

} // namespace qcc

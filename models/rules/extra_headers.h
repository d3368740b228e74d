// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/config.h"
#include "models/domain/result.h"

namespace qcc {

/// The headers that a config adds to what is sent to its providers (Config::extraHeaders). Pure; any thread.
///
/// Permitted is a field name of RFC 9110 section 5.1 that is neither QCC's business (what upstreamFields()
/// leaves out or puts in: framing, hop-by-hop fields, origin, forwarding, how the answer is coded) nor one
/// that by its name carries a credential: keys belong to endpoints, where they are kept as secrets.

inline constexpr qsizetype kLongestHeaderName = 100;
inline constexpr qsizetype kLongestHeaderValue = 1000;
inline constexpr qsizetype kMostExtraHeaders = 20; ///< of one config

/// "Name: value" as a person types it. Else InvalidValue.
Result<ExtraHeader> parseExtraHeader(const QString &text);
/// The same form again.
QString toText(const ExtraHeader &header);

/// With both trimmed; else InvalidValue with what is permitted: a name as above; visible ASCII characters,
/// spaces and tabs as value, at least one of them, and nothing that looks like a key.
Result<ExtraHeader> checkedExtraHeader(ExtraHeader header);

/// Each of them checked, repeated ones left out, at most kMostExtraHeaders. A name that is there twice with
/// different values is refused. Else InvalidValue.
Result<std::vector<ExtraHeader>> checkedExtraHeaders(std::vector<ExtraHeader> headers);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/config.h"
#include "models/domain/result.h"

#include <QByteArrayView>

#include <span>

namespace qcc {

/// The answers of which a config says that another one should be asked (gateway.md section 3, third row): a
/// status that would be passed through and, mostly, some words of the error ("model unavailable"). Pure.

inline constexpr qsizetype kLongestPatternText = 200; ///< characters
inline constexpr qsizetype kMostNextPatterns = 20;    ///< of one config

/// 400 to 499 but for 401, 402, 403, 404, 408, 409 and 429: those mean "next" by themselves.
bool mayMeanNext(int status);

/// Does an answer with this status and decoded body (or its first part) match one of the patterns? In JSON
/// the words are found whether they are escaped or not. @p readable: false when the body can't be looked
/// into; then only patterns without a text match.
bool meansNext(std::span<const NextPattern> patterns, int status, QByteArrayView body, bool readable = true);

/// Must the body be read before it is known whether an answer with this status means "next"?
bool bodyMatters(std::span<const NextPattern> patterns, int status);

/// A pattern as a person types it: "400:model unavailable", or "422" alone. Else InvalidValue.
Result<NextPattern> parseNextPattern(const QString &text);
/// The same form again.
QString toText(const NextPattern &pattern);

/// With its text trimmed; else InvalidValue with what is permitted: status (above), a text of at most
/// kLongestPatternText characters without control characters.
Result<NextPattern> checkedNextPattern(NextPattern pattern);

/// Each of them checked, repeated ones left out, at most kMostNextPatterns. Else InvalidValue.
Result<std::vector<NextPattern>> checkedNextPatterns(std::vector<NextPattern> patterns);

} // namespace qcc

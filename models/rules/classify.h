// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/http_message.h"
#include "models/domain/outcome.h"

namespace qcc {

inline constexpr seconds kKeyRetryAfter{30 * 60};        ///< out of credit, rejected: tried again
inline constexpr seconds kLongestLimit{30 * 60};         ///< cap of "limited until"
inline constexpr seconds kModelMissingFor{10 * 60};
inline constexpr seconds kOverloadedAtLeast{30};         ///< 529 without a retry-after
inline constexpr seconds kOverloadedAtMost{60};

/// All that is known when an attempt ends.
struct AttemptEnd
{
    RequestKind kind = RequestKind::Messages;
    QByteArray method;                ///< of the request
    TransportFault fault = TransportFault::None;
    const ResponseHead *head = nullptr; ///< null: no answer head came
    QByteArrayView body;              ///< the held or first part of the answer's body, decoded, at most kJudgedBody bytes
    bool bodyComplete = false;        ///< `body` is all of it
    bool committed = false;           ///< something of the answer has reached the client
    bool eventStream = false;         ///< the answer is text/event-stream
    bool streamRequested = false;     ///< "stream": true in the request
    bool sseContentSeen = false;
    bool sseErrorSeen = false;
    bool sseMessageStopSeen = false;
    bool observable = true;           ///< false: an unknown content coding, the body could not be looked into
    QString sseErrorType;
    double jitter = 0.5;              ///< 0…1, from the caller: spreads the 30–60 s of an overloaded model
};
inline constexpr qsizetype kJudgedBody = 64 * 1024;

/// The outcome table of gateway.md section 3, row by row. For RequestKind::Other, tryNext is set only when nothing can have been processed:
/// connect failures, or a lost connection of a safe method (GET, HEAD, OPTIONS); its statuses are Neutral but for success.
/// CountTokens and Models: 404 is ModelMissing with tryNext; 200 must be JSON.
Outcome classify(const AttemptEnd &end, TimePoint now);

/// Judges an answer as soon as its head is there, for answers whose body need not be seen: nothing when the body decides
/// (2xx with content to check, 400/402 with a text to look for).
bool bodyDecides(const ResponseHead &head, RequestKind kind);

/// error.type of an Anthropic (or OpenAI-like) error body; empty when there is none.
QString errorTypeOf(QByteArrayView body);

/// True when an error text speaks of credit, balance or quota ("credit balance is too low", "insufficient_quota", "余额不足", …).
bool speaksOfCredit(QByteArrayView body);

} // namespace qcc

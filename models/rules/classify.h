// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/http_message.h"
#include "models/domain/outcome.h"
#include "models/rules/error_body.h"
#include "models/rules/next_patterns.h"

namespace qcc {

inline constexpr seconds kKeyRetryAfter{30 * 60}; ///< out of credit, rejected: tried again
inline constexpr seconds kLongestLimit{30 * 60};  ///< cap of "limited until"
inline constexpr seconds kModelMissingFor{10 * 60};
inline constexpr seconds kOverloadedAtLeast{30}; ///< 529 without a retry-after
inline constexpr seconds kOverloadedAtMost{60};

/// All that is known when an attempt ends.
struct AttemptEnd
{
    RequestKind kind = RequestKind::Messages;
    QByteArray method; ///< of the request
    TransportFault fault = TransportFault::None;
    const ResponseHead *head = nullptr; ///< null: no answer head came
    QByteArrayView body; ///< the held or first part of the answer's body, decoded, at most kJudgedBody bytes
    bool bodyComplete = false;    ///< `body` is all of it
    bool committed = false;       ///< something of the answer has reached the client
    bool eventStream = false;     ///< the answer is text/event-stream
    bool streamRequested = false; ///< "stream": true in the request
    bool sseContentSeen = false;
    bool sseErrorSeen = false;
    bool sseMessageStopSeen = false;
    bool observable = true; ///< false: an unknown content coding, the body could not be looked into
    QString sseErrorType;
    std::span<const NextPattern> nextPatterns; ///< of the candidate's config
    double jitter = 0.5; ///< 0…1, from the caller: spreads the 30–60 s of an overloaded model
};
inline constexpr qsizetype kJudgedBody = 64 * 1024;

/// The outcome table of gateway.md section 3, row by row; tryNext is never set once something is committed.
/// For RequestKind::Other, tryNext is set only when nothing can have been processed: connect failures, or a
/// lost connection of a safe method (GET, HEAD, OPTIONS); its statuses are Neutral but for success.
/// CountTokens and Models: 404 is ModelMissing with tryNext; 200 must be JSON.
///
/// An answer that would be passed through but matches one of nextPatterns is ConfigSaysNext: neutral for the
/// endpoint, and another one is asked. Never for RequestKind::Other, nor once something is committed.
///
/// What the table leaves open, decided here:
/// - 402 is out of credit by its status alone; 400 needs the text.
/// - A cut or stalled answer that is no stream is ConnectionLost before the commit (the fault tells which),
///   BrokenStream afterwards; so is an answer that would have been passed through (3xx, 4xx).
/// - The total limit before the commit: TimedOut, a Failure, no next: all attempts' budget is spent too.
/// - A stream with message_stop and no error event is a Success even if the connection ends badly behind it:
///   the client has the whole message, and its answer is to be ended cleanly.
/// - A stream that nobody asked for is WrongContent; so is a JSON message in place of a stream.
/// - 408, 409 and 5xx other than 529 are ServerError; below 200 or above 599 is ProtocolViolation.
/// - A body in a coding that can't be looked into (observable == false) is judged by its transport end alone.
Outcome classify(const AttemptEnd &end, TimePoint now);

/// Whether an answer can be judged only with its body: 2xx with content to check, 400 and 402 with a text to
/// look for, and a status for which only patterns with a text are given. Otherwise its head is enough.
bool bodyDecides(const ResponseHead &head, RequestKind kind, std::span<const NextPattern> patterns = {});

} // namespace qcc

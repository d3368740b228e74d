// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace qcc {

/// What a request asks for; decides how its answers are judged (gateway.md section 1).
enum class RequestKind {
    Messages,    ///< POST /v1/messages
    CountTokens, ///< POST /v1/messages/count_tokens
    Models,      ///< GET /v1/models and below
    Other        ///< any other path: active config only, status never leads to failover
};

/// How the transport's part of an attempt ended.
enum class TransportFault {
    None,           ///< the answer came to its end, as framed
    Dns,            ///< the host's name could not be resolved
    Refused,        ///< connection refused or unreachable
    ConnectTimeout, ///< no connection within TimeLimits::connect
    Tls,            ///< handshake or certificate
    OutboundProxy,  ///< the endpoint's own HTTP or SOCKS5 proxy failed
    Reset,          ///< the connection ended before the answer's head was complete
    HeaderTimeout,  ///< no head within TimeLimits::header
    Protocol,       ///< not HTTP, ambiguous framing, head too large
    Truncated,      ///< the connection ended inside the answer's body
    IdleTimeout,    ///< silence inside the answer's body for TimeLimits::idle
    TotalTimeout,   ///< an answer without streaming took longer than its total limit
    Cancelled       ///< we ended it: the client went away, or a shutdown
};

/// One attempt's end as the rules see it, decided once (gateway.md section 3).
enum class OutcomeKind {
    Success,        ///< a complete good answer
    PassedThrough,  ///< 400, 413, 422 and what else is the client's own business
    ConnectFailure, ///< DNS, refused, TLS, proxy or connect time-out: nothing was sent
    ConnectionLost, ///< reset or closed before the answer's head
    HeaderTimeout,
    ProtocolViolation,
    OutOfCredit,
    KeyRejected,
    NotFound,           ///< this (endpoint, model) only
    ConfigSaysNext,     ///< the client's own business by its status, but a pattern of the config matches
    ServerError,        ///< 408, 409, 5xx
    RateLimitedUntil,   ///< 429 that says for how long
    RateLimited,        ///< 429 that does not
    Overloaded,         ///< 529
    WrongContent,       ///< 200 whose content is not what was asked
    EarlyStreamFailure, ///< error event or end of the stream before the first content event
    BrokenStream,       ///< error event, reset, stall, cut or unfinished end after content
    TimedOut,           ///< total limit of an answer without streaming, before anything was passed on
    ClientGone,
};

/// What the outcome does to what is known of the endpoint.
enum class HealthEffect {
    Neutral,
    Success,
    Failure,        ///< counts against health and towards the breaker
    KeyOutOfCredit, ///< key state; tried again after 30 min or when the key is edited
    KeyRejected,
    ModelMissing, ///< (endpoint, model) skipped until `until`
    Limited,      ///< endpoint skipped until `until`, not unhealthy
    ModelLimited, ///< (endpoint, model) skipped until `until`
};

struct Outcome
{
    OutcomeKind kind = OutcomeKind::Success;
    bool tryNext = false;
    HealthEffect effect = HealthEffect::Neutral;
    std::optional<TimePoint> until; ///< set with ModelMissing, Limited, ModelLimited and the key states
    int status = 0;                 ///< the answer's status, 0 when there was none
    TransportFault fault = TransportFault::None;
    QString errorType; ///< the provider's error.type, when its answer has one; never free text
    bool operator==(const Outcome &) const = default;
};

} // namespace qcc

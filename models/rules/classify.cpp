// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/classify.h"

#include "models/rules/json_validity.h"
#include "models/rules/retry_after.h"

namespace qcc {
namespace {

Outcome make(OutcomeKind kind, bool tryNext, HealthEffect effect,
             std::optional<TimePoint> until = std::nullopt)
{
    Outcome outcome;
    outcome.kind = kind;
    outcome.tryNext = tryNext;
    outcome.effect = effect;
    outcome.until = until;
    return outcome;
}

bool isSafe(const QByteArray &method)
{
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

bool isSuccess(int status)
{
    return status >= 200 && status <= 299;
}

/// The end of an attempt by the transport alone, nothing committed yet.
OutcomeKind kindOfFault(TransportFault fault)
{
    switch (fault) {
    case TransportFault::Dns:
    case TransportFault::Refused:
    case TransportFault::ConnectTimeout:
    case TransportFault::Tls:
    case TransportFault::OutboundProxy:
        return OutcomeKind::ConnectFailure;
    case TransportFault::None: // an end without a head
    case TransportFault::Reset:
    case TransportFault::Truncated:
    case TransportFault::IdleTimeout:
        return OutcomeKind::ConnectionLost;
    case TransportFault::HeaderTimeout:
        return OutcomeKind::HeaderTimeout;
    case TransportFault::Protocol:
        return OutcomeKind::ProtocolViolation;
    case TransportFault::TotalTimeout:
        return OutcomeKind::TimedOut;
    case TransportFault::Cancelled:
        return OutcomeKind::ClientGone;
    }
    Q_UNREACHABLE();
}

Outcome transportFailure(const AttemptEnd &end)
{
    if (end.committed)
        return make(OutcomeKind::BrokenStream, false, HealthEffect::Failure);
    const OutcomeKind kind = kindOfFault(end.fault);
    bool next = kind != OutcomeKind::TimedOut;
    if (end.kind == RequestKind::Other)
        next = kind == OutcomeKind::ConnectFailure ||
               (kind == OutcomeKind::ConnectionLost && isSafe(end.method));
    return make(kind, next, HealthEffect::Failure);
}

Outcome rateLimited(const AttemptEnd &end, TimePoint now)
{
    const std::optional<TimePoint> until = retryTime(end.head->fields, now);
    if (!until)
        return make(OutcomeKind::RateLimited, true, HealthEffect::Neutral);
    return make(OutcomeKind::RateLimitedUntil, true, HealthEffect::Limited,
                std::min(*until, now + kLongestLimit));
}

Outcome overloaded(const AttemptEnd &end, TimePoint now)
{
    const double share = end.jitter >= 0 && end.jitter <= 1 ? end.jitter : 0.5;
    const milliseconds spread = kOverloadedAtMost - kOverloadedAtLeast;
    const TimePoint usual = now + kOverloadedAtLeast +
                            milliseconds(static_cast<qint64>(share * static_cast<double>(spread.count())));
    const TimePoint until = retryAfter(end.head->fields, now).value_or(usual);
    return make(OutcomeKind::Overloaded, true, HealthEffect::ModelLimited,
                std::min(until, now + kLongestLimit));
}

/// An answer for the client as it is; not if it did not come whole.
Outcome passedThrough(const AttemptEnd &end)
{
    if (end.fault != TransportFault::None)
        return transportFailure(end);
    return make(OutcomeKind::PassedThrough, false, HealthEffect::Neutral);
}

bool configSaysNext(const AttemptEnd &end)
{
    return !end.committed && mayMeanNext(end.head->status) &&
           meansNext(end.nextPatterns, end.head->status, end.body, end.observable);
}

/// Every status but 2xx, for the kinds that may fail over.
Outcome byStatus(const AttemptEnd &end, TimePoint now)
{
    const int status = end.head->status;
    if (status < 200 || status > 599)
        return make(OutcomeKind::ProtocolViolation, true, HealthEffect::Failure);
    if (status == 529)
        return overloaded(end, now);
    if (status >= 500 || status == 408 || status == 409)
        return make(OutcomeKind::ServerError, true, HealthEffect::Failure);
    if (status == 402 || (status == 400 && end.observable && speaksOfCredit(end.body)))
        return make(OutcomeKind::OutOfCredit, true, HealthEffect::KeyOutOfCredit, now + kKeyRetryAfter);
    // Some gateways keep a key from these two and serve messages with it.
    if (status == 403 && end.kind != RequestKind::Messages)
        return make(OutcomeKind::KeyRejected, true, HealthEffect::ModelMissing, now + kModelMissingFor);
    if (status == 401 || status == 403)
        return make(OutcomeKind::KeyRejected, true, HealthEffect::KeyRejected, now + kKeyRetryAfter);
    if (status == 404)
        return make(OutcomeKind::NotFound, true, HealthEffect::ModelMissing, now + kModelMissingFor);
    if (status == 429)
        return rateLimited(end, now);
    if (end.fault == TransportFault::None && configSaysNext(end))
        return make(OutcomeKind::ConfigSaysNext, true, HealthEffect::Neutral);
    return passedThrough(end);
}

Outcome ofStream(const AttemptEnd &end)
{
    if (end.sseMessageStopSeen && !end.sseErrorSeen)
        return make(OutcomeKind::Success, false, HealthEffect::Success);
    if (!end.sseContentSeen && !end.committed) {
        const bool spent = end.fault == TransportFault::TotalTimeout;
        return make(spent ? OutcomeKind::TimedOut : OutcomeKind::EarlyStreamFailure, !spent,
                    HealthEffect::Failure);
    }
    return make(OutcomeKind::BrokenStream, false, HealthEffect::Failure);
}

/// A complete body must parse; of a longer one only the beginning is known.
bool isGoodJson(const AttemptEnd &end)
{
    const QByteArrayView text = end.body.trimmed();
    const bool mayBeArray = end.kind == RequestKind::Models;
    if (!text.startsWith('{') && !(mayBeArray && text.startsWith('[')))
        return false;
    if (end.bodyComplete && !isJsonDocument(text))
        return false;
    return !isErrorObject(text);
}

/// 2xx for the kinds that may fail over.
Outcome ofSuccessStatus(const AttemptEnd &end)
{
    const bool stream = end.eventStream && end.streamRequested && end.kind == RequestKind::Messages;
    if (stream && end.observable)
        return ofStream(end);
    if (end.fault != TransportFault::None)
        return transportFailure(end);
    // A JSON answer in place of a stream is of no use to a client that waits for events.
    const bool unstreamed = end.streamRequested && end.kind == RequestKind::Messages;
    if (end.observable && end.method != "HEAD" && (end.eventStream || unstreamed || !isGoodJson(end)))
        return make(OutcomeKind::WrongContent, true, HealthEffect::Failure);
    return make(OutcomeKind::Success, false, HealthEffect::Success);
}

Outcome judge(const AttemptEnd &end, TimePoint now)
{
    if (end.fault == TransportFault::Cancelled)
        return make(OutcomeKind::ClientGone, false, HealthEffect::Neutral);
    if (!end.head)
        return transportFailure(end);
    const bool success = isSuccess(end.head->status);
    if (end.kind != RequestKind::Other)
        return success ? ofSuccessStatus(end) : byStatus(end, now);
    const Outcome other = passedThrough(end);
    if (!success || other.kind != OutcomeKind::PassedThrough)
        return other;
    // It says nothing of whether messages are served.
    return make(OutcomeKind::Success, false, HealthEffect::Neutral);
}

} // namespace

Outcome classify(const AttemptEnd &end, TimePoint now)
{
    Outcome outcome = judge(end, now);
    if (end.committed)
        outcome.tryNext = false;
    outcome.fault = end.fault;
    if (end.head)
        outcome.status = end.head->status;
    if (outcome.kind == OutcomeKind::Success || outcome.kind == OutcomeKind::ClientGone)
        return outcome;
    if (!end.sseErrorType.isEmpty())
        outcome.errorType = end.sseErrorType;
    else if (end.observable && !end.eventStream)
        outcome.errorType = errorTypeOf(end.body);
    return outcome;
}

bool bodyDecides(const ResponseHead &head, RequestKind kind, std::span<const NextPattern> patterns)
{
    if (kind == RequestKind::Other)
        return false;
    return isSuccess(head.status) || head.status == 400 || head.status == 402 ||
           bodyMatters(patterns, head.status);
}

} // namespace qcc

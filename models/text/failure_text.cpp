// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/failure_text.h"

#include "models/text/text.h"

namespace qcc {

namespace {

QString faultText(TransportFault fault)
{
    switch (fault) {
    case TransportFault::None:
        return Text::tr("failed");
    case TransportFault::Dns:
        return Text::tr("name not found", "of a host");
    case TransportFault::Refused:
        return Text::tr("connection refused");
    case TransportFault::ConnectTimeout:
        return Text::tr("no connection in time");
    case TransportFault::Tls:
        return Text::tr("TLS failed");
    case TransportFault::OutboundProxy:
        return Text::tr("its outbound proxy failed");
    case TransportFault::Reset:
        return Text::tr("connection lost");
    case TransportFault::HeaderTimeout:
        return Text::tr("no answer in time");
    case TransportFault::Protocol:
        return Text::tr("malformed answer");
    case TransportFault::Truncated:
        return Text::tr("answer cut off");
    case TransportFault::IdleTimeout:
        return Text::tr("answer stalled");
    case TransportFault::TotalTimeout:
        return Text::tr("answer took too long");
    case TransportFault::Cancelled:
        return Text::tr("cancelled");
    }
    Q_UNREACHABLE();
}

/// The transport's word, or that of the kind where the transport tells nothing.
QString faultOr(TransportFault fault, TransportFault usual)
{
    return faultText(fault == TransportFault::None ? usual : fault);
}

QString withStatus(int status, const QString &what)
{
    return status == 0 ? what : Text::tr("%1 %2", "an HTTP status and what it means").arg(status).arg(what);
}

QString answerText(const FailureFacts &facts)
{
    switch (facts.kind) {
    case OutcomeKind::PassedThrough:
        return withStatus(facts.status, Text::tr("passed on to the client"));
    case OutcomeKind::ConfigSaysNext:
        return withStatus(facts.status, Text::tr("listed by its config to be tried elsewhere"));
    case OutcomeKind::OutOfCredit:
        return withStatus(facts.status, Text::tr("out of credit"));
    case OutcomeKind::KeyRejected:
        return withStatus(facts.status, Text::tr("key rejected"));
    case OutcomeKind::NotFound:
        return withStatus(facts.status, Text::tr("not found"));
    case OutcomeKind::ServerError:
        return withStatus(facts.status, Text::tr("server error"));
    case OutcomeKind::RateLimitedUntil:
        return withStatus(facts.status, Text::tr("rate limited for a while"));
    case OutcomeKind::RateLimited:
        return withStatus(facts.status, Text::tr("rate limited"));
    case OutcomeKind::Overloaded:
        return withStatus(facts.status, Text::tr("overloaded"));
    default:
        return withStatus(facts.status, Text::tr("content that was not asked for"));
    }
}

} // namespace

QString failureText(const FailureFacts &facts)
{
    switch (facts.kind) {
    case OutcomeKind::Success:
        return Text::tr("answered well");
    case OutcomeKind::ConnectFailure:
        return faultOr(facts.fault, TransportFault::Refused);
    case OutcomeKind::ConnectionLost:
        return faultOr(facts.fault, TransportFault::Reset);
    case OutcomeKind::HeaderTimeout:
        return faultOr(facts.fault, TransportFault::HeaderTimeout);
    case OutcomeKind::ProtocolViolation:
        return faultOr(facts.fault, TransportFault::Protocol);
    case OutcomeKind::TimedOut:
        return faultOr(facts.fault, TransportFault::TotalTimeout);
    case OutcomeKind::EarlyStreamFailure:
        return Text::tr("stream failed before content");
    case OutcomeKind::BrokenStream:
        return Text::tr("stream broke off");
    case OutcomeKind::ClientGone:
        return Text::tr("client went away");
    case OutcomeKind::PassedThrough:
    case OutcomeKind::ConfigSaysNext:
    case OutcomeKind::OutOfCredit:
    case OutcomeKind::KeyRejected:
    case OutcomeKind::NotFound:
    case OutcomeKind::ServerError:
    case OutcomeKind::RateLimitedUntil:
    case OutcomeKind::RateLimited:
    case OutcomeKind::Overloaded:
    case OutcomeKind::WrongContent:
        return answerText(facts);
    }
    Q_UNREACHABLE();
}

QString failureText(const Outcome &outcome)
{
    if (outcome.kind == OutcomeKind::EarlyStreamFailure && !outcome.errorType.isEmpty())
        return Text::tr("stream failed before content: %1", "%1: the provider's error type")
            .arg(outcome.errorType);
    return failureText(FailureFacts{outcome.kind, outcome.status, outcome.fault});
}

} // namespace qcc

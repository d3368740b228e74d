// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/words.h"

#include "models/domain/enumerator.h"

namespace qcc {

QString toWord(RequestKind kind)
{
    switch (kind) {
    case RequestKind::Messages:
        return QStringLiteral("messages");
    case RequestKind::CountTokens:
        return QStringLiteral("count-tokens");
    case RequestKind::Models:
        return QStringLiteral("models");
    case RequestKind::Other:
        return QStringLiteral("other");
    }
    Q_UNREACHABLE();
}

std::optional<RequestKind> requestKindFromWord(const QString &word)
{
    return enumeratorFor(word, RequestKind::Other);
}

QString toWord(RequestEnd end)
{
    switch (end) {
    case RequestEnd::Served:
        return QStringLiteral("served");
    case RequestEnd::Failed:
        return QStringLiteral("failed");
    case RequestEnd::Broken:
        return QStringLiteral("broken");
    case RequestEnd::ClientGone:
        return QStringLiteral("client-gone");
    }
    Q_UNREACHABLE();
}

std::optional<RequestEnd> requestEndFromWord(const QString &word)
{
    return enumeratorFor(word, RequestEnd::ClientGone);
}

QString toWord(TransportFault fault)
{
    switch (fault) {
    case TransportFault::None:
        return QStringLiteral("none");
    case TransportFault::Dns:
        return QStringLiteral("dns");
    case TransportFault::Refused:
        return QStringLiteral("refused");
    case TransportFault::ConnectTimeout:
        return QStringLiteral("connect-timeout");
    case TransportFault::Tls:
        return QStringLiteral("tls");
    case TransportFault::OutboundProxy:
        return QStringLiteral("outbound-proxy");
    case TransportFault::Reset:
        return QStringLiteral("reset");
    case TransportFault::HeaderTimeout:
        return QStringLiteral("header-timeout");
    case TransportFault::Protocol:
        return QStringLiteral("protocol");
    case TransportFault::Truncated:
        return QStringLiteral("truncated");
    case TransportFault::IdleTimeout:
        return QStringLiteral("idle-timeout");
    case TransportFault::TotalTimeout:
        return QStringLiteral("total-timeout");
    case TransportFault::Cancelled:
        return QStringLiteral("cancelled");
    }
    Q_UNREACHABLE();
}

std::optional<TransportFault> transportFaultFromWord(const QString &word)
{
    return enumeratorFor(word, TransportFault::Cancelled);
}

QString toWord(HealthEffect effect)
{
    switch (effect) {
    case HealthEffect::Neutral:
        return QStringLiteral("neutral");
    case HealthEffect::Success:
        return QStringLiteral("success");
    case HealthEffect::Failure:
        return QStringLiteral("failure");
    case HealthEffect::KeyOutOfCredit:
        return QStringLiteral("key-out-of-credit");
    case HealthEffect::KeyRejected:
        return QStringLiteral("key-rejected");
    case HealthEffect::ModelMissing:
        return QStringLiteral("model-missing");
    case HealthEffect::Limited:
        return QStringLiteral("limited");
    case HealthEffect::ModelLimited:
        return QStringLiteral("model-limited");
    }
    Q_UNREACHABLE();
}

std::optional<HealthEffect> healthEffectFromWord(const QString &word)
{
    return enumeratorFor(word, HealthEffect::ModelLimited);
}

QString toWord(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::Success:
        return QStringLiteral("success");
    case OutcomeKind::PassedThrough:
        return QStringLiteral("passed-through");
    case OutcomeKind::ConnectFailure:
        return QStringLiteral("connect-failure");
    case OutcomeKind::ConnectionLost:
        return QStringLiteral("connection-lost");
    case OutcomeKind::HeaderTimeout:
        return QStringLiteral("header-timeout");
    case OutcomeKind::ProtocolViolation:
        return QStringLiteral("protocol-violation");
    case OutcomeKind::OutOfCredit:
        return QStringLiteral("out-of-credit");
    case OutcomeKind::KeyRejected:
        return QStringLiteral("key-rejected");
    case OutcomeKind::NotFound:
        return QStringLiteral("not-found");
    case OutcomeKind::ConfigSaysNext:
        return QStringLiteral("config-says-next");
    case OutcomeKind::ServerError:
        return QStringLiteral("server-error");
    case OutcomeKind::RateLimitedUntil:
        return QStringLiteral("rate-limited-until");
    case OutcomeKind::RateLimited:
        return QStringLiteral("rate-limited");
    case OutcomeKind::Overloaded:
        return QStringLiteral("overloaded");
    case OutcomeKind::WrongContent:
        return QStringLiteral("wrong-content");
    case OutcomeKind::EarlyStreamFailure:
        return QStringLiteral("early-stream-failure");
    case OutcomeKind::BrokenStream:
        return QStringLiteral("broken-stream");
    case OutcomeKind::TimedOut:
        return QStringLiteral("timed-out");
    case OutcomeKind::ClientGone:
        return QStringLiteral("client-gone");
    }
    Q_UNREACHABLE();
}

std::optional<OutcomeKind> outcomeFromWord(const QString &word)
{
    return enumeratorFor(word, OutcomeKind::ClientGone);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/enum_words.h"

namespace qcc {

namespace {

/// Tries every enumerator up to @p last, so that the switch below stays the only table.
template <typename Enum> std::optional<Enum> enumeratorFor(const QString &word, Enum last)
{
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (word == toWord(static_cast<Enum>(i)))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

QString toWord(EndpointCondition condition)
{
    switch (condition) {
    case EndpointCondition::Ready:
        return QStringLiteral("ready");
    case EndpointCondition::BreakerOpen:
        return QStringLiteral("breaker-open");
    case EndpointCondition::Trial:
        return QStringLiteral("trial");
    case EndpointCondition::Limited:
        return QStringLiteral("limited");
    case EndpointCondition::OutOfCredit:
        return QStringLiteral("out-of-credit");
    case EndpointCondition::KeyRejected:
        return QStringLiteral("key-rejected");
    case EndpointCondition::NoKey:
        return QStringLiteral("no-key");
    }
    Q_UNREACHABLE();
}

std::optional<EndpointCondition> conditionFromWord(const QString &word)
{
    return enumeratorFor(word, EndpointCondition::NoKey);
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

QString toWord(RefusalCode code)
{
    switch (code) {
    case RefusalCode::UnknownConfig:
        return QStringLiteral("unknown-config");
    case RefusalCode::DuplicateConfig:
        return QStringLiteral("duplicate-config");
    case RefusalCode::InvalidName:
        return QStringLiteral("invalid-name");
    case RefusalCode::UnknownEndpoint:
        return QStringLiteral("unknown-endpoint");
    case RefusalCode::DuplicateEndpoint:
        return QStringLiteral("duplicate-endpoint");
    case RefusalCode::DuplicateEndpointName:
        return QStringLiteral("duplicate-endpoint-name");
    case RefusalCode::InvalidUrl:
        return QStringLiteral("invalid-url");
    case RefusalCode::InvalidProxy:
        return QStringLiteral("invalid-proxy");
    case RefusalCode::InvalidTimeLimit:
        return QStringLiteral("invalid-time-limit");
    case RefusalCode::InvalidValue:
        return QStringLiteral("invalid-value");
    case RefusalCode::EmptyKey:
        return QStringLiteral("empty-key");
    case RefusalCode::UnknownPriority:
        return QStringLiteral("unknown-priority");
    case RefusalCode::AlreadyThere:
        return QStringLiteral("already-there");
    case RefusalCode::FileUnreadable:
        return QStringLiteral("file-unreadable");
    case RefusalCode::FileUnwritable:
        return QStringLiteral("file-unwritable");
    case RefusalCode::FileBroken:
        return QStringLiteral("file-broken");
    case RefusalCode::SecretsUnavailable:
        return QStringLiteral("secrets-unavailable");
    case RefusalCode::InstanceRunning:
        return QStringLiteral("instance-running");
    case RefusalCode::NotRunning:
        return QStringLiteral("not-running");
    case RefusalCode::ListenFailed:
        return QStringLiteral("listen-failed");
    case RefusalCode::ProtocolError:
        return QStringLiteral("protocol-error");
    }
    Q_UNREACHABLE();
}

std::optional<RefusalCode> refusalCodeFromWord(const QString &word)
{
    return enumeratorFor(word, RefusalCode::ProtocolError);
}

} // namespace qcc

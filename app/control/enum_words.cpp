// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/enum_words.h"

#include "models/domain/enumerator.h"

namespace qcc {

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
    case RefusalCode::AlreadyActive:
        return QStringLiteral("already-active");
    case RefusalCode::NotRoutable:
        return QStringLiteral("not-routable");
    case RefusalCode::NotPinned:
        return QStringLiteral("not-pinned");
    case RefusalCode::UnknownEvent:
        return QStringLiteral("unknown-event");
    case RefusalCode::HistoryUnavailable:
        return QStringLiteral("history-unavailable");
    case RefusalCode::ChangedMeanwhile:
        return QStringLiteral("changed-meanwhile");
    case RefusalCode::UnknownSession:
        return QStringLiteral("unknown-session");
    case RefusalCode::UnknownChannel:
        return QStringLiteral("unknown-channel");
    case RefusalCode::DuplicateChannel:
        return QStringLiteral("duplicate-channel");
    case RefusalCode::ChannelFailed:
        return QStringLiteral("channel-failed");
    case RefusalCode::NothingToImport:
        return QStringLiteral("nothing-to-import");
    case RefusalCode::WrongPassphrase:
        return QStringLiteral("wrong-passphrase");
    case RefusalCode::ProgramNotFound:
        return QStringLiteral("program-not-found");
    case RefusalCode::NotConnected:
        return QStringLiteral("not-connected");
    case RefusalCode::InTheWay:
        return QStringLiteral("in-the-way");
    }
    Q_UNREACHABLE();
}

std::optional<RefusalCode> refusalCodeFromWord(const QString &word)
{
    return enumeratorFor(word, RefusalCode::InTheWay);
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/words.h"

#include "models/domain/enumerator.h"

namespace qcc {

QString toWord(FailoverEventType type)
{
    switch (type) {
    case FailoverEventType::Failover:
        return QStringLiteral("failover");
    case FailoverEventType::Recovery:
        return QStringLiteral("recovery");
    case FailoverEventType::Manual:
        return QStringLiteral("manual");
    case FailoverEventType::Activation:
        return QStringLiteral("activation");
    }
    Q_UNREACHABLE();
}

std::optional<FailoverEventType> eventTypeFromWord(const QString &word)
{
    return enumeratorFor(word, FailoverEventType::Activation);
}

QString toWord(DecisionRule rule)
{
    switch (rule) {
    case DecisionRule::ActiveFailed:
        return QStringLiteral("active-failed");
    case DecisionRule::BetterIsBack:
        return QStringLiteral("better-is-back");
    case DecisionRule::ChosenByPerson:
        return QStringLiteral("chosen-by-person");
    case DecisionRule::FirstActivation:
        return QStringLiteral("first-activation");
    case DecisionRule::ActiveGone:
        return QStringLiteral("active-gone");
    case DecisionRule::AllWell:
        return QStringLiteral("all-well");
    case DecisionRule::ActiveFailing:
        return QStringLiteral("active-failing");
    case DecisionRule::AutoFailoverOff:
        return QStringLiteral("auto-failover-off");
    case DecisionRule::AutoRecoveryOff:
        return QStringLiteral("auto-recovery-off");
    case DecisionRule::Pinned:
        return QStringLiteral("pinned");
    case DecisionRule::CoolDown:
        return QStringLiteral("cool-down");
    case DecisionRule::HourlyLimit:
        return QStringLiteral("hourly-limit");
    case DecisionRule::OwnNetwork:
        return QStringLiteral("own-network");
    case DecisionRule::NoCandidate:
        return QStringLiteral("no-candidate");
    case DecisionRule::AwaitingCheck:
        return QStringLiteral("awaiting-check");
    case DecisionRule::RecoveryWaits:
        return QStringLiteral("recovery-waits");
    case DecisionRule::NothingConfigured:
        return QStringLiteral("nothing-configured");
    }
    Q_UNREACHABLE();
}

std::optional<DecisionRule> decisionRuleFromWord(const QString &word)
{
    return enumeratorFor(word, DecisionRule::NothingConfigured);
}

QString toWord(RejectReason reason)
{
    switch (reason) {
    case RejectReason::Disabled:
        return QStringLiteral("disabled");
    case RejectReason::GroupOff:
        return QStringLiteral("group-off");
    case RejectReason::NoEndpoints:
        return QStringLiteral("no-endpoints");
    case RejectReason::NoKey:
        return QStringLiteral("no-key");
    case RejectReason::Unhealthy:
        return QStringLiteral("unhealthy");
    case RejectReason::NotChecked:
        return QStringLiteral("not-checked");
    case RejectReason::NotConfirmed:
        return QStringLiteral("not-confirmed");
    case RejectReason::Limited:
        return QStringLiteral("limited");
    case RejectReason::KeyRejected:
        return QStringLiteral("key-rejected");
    case RejectReason::OutOfCredit:
        return QStringLiteral("out-of-credit");
    case RejectReason::TooFewSuccesses:
        return QStringLiteral("too-few-successes");
    case RejectReason::RecoveryDelay:
        return QStringLiteral("recovery-delay");
    }
    Q_UNREACHABLE();
}

std::optional<RejectReason> rejectReasonFromWord(const QString &word)
{
    return enumeratorFor(word, RejectReason::RecoveryDelay);
}

QString toWord(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Failover:
        return QStringLiteral("failover");
    case AlertKind::Recovery:
        return QStringLiteral("recovery");
    case AlertKind::AllDown:
        return QStringLiteral("all-down");
    case AlertKind::NoFallback:
        return QStringLiteral("no-fallback");
    case AlertKind::HourlyLimit:
        return QStringLiteral("hourly-limit");
    case AlertKind::AwayFromPrimary:
        return QStringLiteral("away-from-primary");
    case AlertKind::KeyRejected:
        return QStringLiteral("key-rejected");
    case AlertKind::OutOfCredit:
        return QStringLiteral("out-of-credit");
    case AlertKind::OwnNetwork:
        return QStringLiteral("own-network");
    case AlertKind::HistoryUnavailable:
        return QStringLiteral("history-unavailable");
    }
    Q_UNREACHABLE();
}

std::optional<AlertKind> alertKindFromWord(const QString &word)
{
    return enumeratorFor(word, AlertKind::HistoryUnavailable);
}

QString toWord(HealthStatus status)
{
    switch (status) {
    case HealthStatus::Unknown:
        return QStringLiteral("unknown");
    case HealthStatus::Healthy:
        return QStringLiteral("healthy");
    case HealthStatus::Degraded:
        return QStringLiteral("degraded");
    case HealthStatus::Unhealthy:
        return QStringLiteral("unhealthy");
    }
    Q_UNREACHABLE();
}

std::optional<HealthStatus> healthStatusFromWord(const QString &word)
{
    return enumeratorFor(word, HealthStatus::Unhealthy);
}

QString toWord(CheckRung rung)
{
    switch (rung) {
    case CheckRung::Models:
        return QStringLiteral("models");
    case CheckRung::CountTokens:
        return QStringLiteral("count-tokens");
    case CheckRung::Message:
        return QStringLiteral("message");
    }
    Q_UNREACHABLE();
}

std::optional<CheckRung> checkRungFromWord(const QString &word)
{
    return enumeratorFor(word, CheckRung::Message);
}

QString toWord(CheckLayer layer)
{
    switch (layer) {
    case CheckLayer::Unknown:
        return QStringLiteral("unknown");
    case CheckLayer::Good:
        return QStringLiteral("good");
    case CheckLayer::Bad:
        return QStringLiteral("bad");
    }
    Q_UNREACHABLE();
}

std::optional<CheckLayer> checkLayerFromWord(const QString &word)
{
    return enumeratorFor(word, CheckLayer::Bad);
}

} // namespace qcc

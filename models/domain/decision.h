// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/outcome.h"
#include "models/domain/priority_groups.h"

#include <vector>

namespace qcc {

/// The rule by which the active config was switched, or by which it was not.
enum class DecisionRule {
    // Switches:
    ActiveFailed,    ///< failover: every endpoint of the active config is down
    BetterIsBack,    ///< recovery: a better config qualifies
    ChosenByPerson,  ///< manual switch
    FirstActivation, ///< there was no active config
    ActiveGone,      ///< the active config was removed, disabled, or lost its endpoints or keys
    // None now:
    AllWell,         ///< the active config works, and it is the best
    ActiveFailing,   ///< it fails, but failure_threshold is not reached
    AutoFailoverOff, ///< it is down, and a person switched automatic failover off
    AutoRecoveryOff, ///< a better config is well, and automatic recovery is off
    Pinned,          ///< a better config is well, and a person's choice stands
    CoolDown,        ///< until `until`
    HourlyLimit,     ///< until `until`
    OwnNetwork,      ///< counters are frozen
    NoCandidate,     ///< it is down, and nobody else can take over; see `rejected`
    AwaitingCheck,   ///< it is down, and the next one is being asked whether it answers
    RecoveryWaits,   ///< a better config does not qualify yet; see `rejected`
    NothingConfigured
};

/// Why a config was not chosen.
enum class RejectReason {
    Disabled,
    GroupOff,
    NoEndpoints,
    NoKey,
    Unhealthy,       ///< have: consecutive failures
    NotChecked,      ///< nothing is known of it yet
    NotConfirmed,    ///< it has not answered since the trouble began
    Limited,         ///< until
    KeyRejected,     ///< until
    OutOfCredit,     ///< until
    TooFewSuccesses, ///< have, need: consecutive good checks
    RecoveryDelay    ///< until: its last failure is too recent
};

struct RejectedCandidate
{
    QString config;
    Priority priority = Priority::Primary;
    RejectReason reason = RejectReason::Unhealthy;
    int have = 0;
    int need = 0;
    std::optional<TimePoint> until;
    bool operator==(const RejectedCandidate &) const = default;
};

/// What kind of failure it was, without any free text.
struct FailureFacts
{
    OutcomeKind kind = OutcomeKind::Success;
    int status = 0; ///< 0: there was no answer
    TransportFault fault = TransportFault::None;
    bool operator==(const FailureFacts &) const = default;
};

/// Why the active config was switched, or why it is not: the rule and what it was applied to. Sentences are
/// made of it in models/text.
struct Decision
{
    DecisionRule rule = DecisionRule::AllWell;
    TimePoint at;
    QString from;     ///< the active config before; empty: none
    QString to;       ///< the chosen one; empty: none
    int failures = 0; ///< consecutive ones of `from`
    int failureThreshold = 0;
    std::optional<FailureFacts> lastFailure; ///< of `from`
    int successes = 0;                       ///< consecutive ones of `to`
    int successThreshold = 0;
    int switchesInHour = 0; ///< automatic ones, before this
    int maxPerHour = 0;
    std::optional<TimePoint> until;          ///< when the hindrance ends, where that is known
    std::vector<RejectedCandidate> rejected; ///< in the order in which they were looked at
    bool operator==(const Decision &) const = default;
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/failover_view.h"

namespace qcc {

// The parts of step(), each in its own source. Nobody outside this room needs them.

/// One step in the making. The view looks at the state as it changes.
struct Turn
{
    FailoverState &state;
    const FailoverSetup &setup;
    TimePoint now;
    std::vector<FailoverEffect> &effects;
    const FailoverView view{state, setup, now};
};

// ---- Evidence (failover_evidence.cpp) ---------------------------------------------------------------------

/// Folds what one attempt or check showed into its endpoint: breaker, limits, key, counters, health. Once.
void fold(Turn &turn, const HeldFailure &evidence);
/// A cheap check went well, but requests have met bad answers lately (kBadAnswerWeighs check intervals): it
/// asked for less than they do, and says only that the endpoint is reached.
bool outweighed(const Turn &turn, const Evidence &evidence);
/// How a request was answered, for outweighed().
void noteAnswer(Turn &turn, const Evidence &evidence);
inline constexpr int kBadAnswerWeighs = 2;
/// The check's own report, whatever becomes of its evidence.
void rememberCheck(EndpointState &endpoint, const CheckReport &report);
/// The endpoint is of some config.
bool exists(const Settings &settings, const EndpointId &endpoint);
/// Counts anew, as if nothing had been learned; what was learned about checks stays.
void countAnew(EndpointState &endpoint);
/// After failure_threshold became smaller: those that have reached it are down.
void applyThreshold(FailoverState &state, const FailoverPolicy &policy);

// ---- The own network (failover_network.cpp) ---------------------------------------------------------------

/// What is to be folded now: the evidence, with those held before it, or nothing.
std::vector<HeldFailure> admitted(Turn &turn, const Evidence &evidence);
/// Suspicion and grace end by themselves; so does a correlation for which too few hosts are left. Gives what
/// is to be folded.
std::vector<HeldFailure> networkTimePassed(Turn &turn);
void networkReported(Turn &turn, bool up);
void wokeUp(Turn &turn);

// ---- Choices (failover_choice.cpp, failover_recovery.cpp) -------------------------------------------------

/// What the rules say of a state: the standing decision, or the change that is due.
struct Verdict
{
    Decision decision;
    std::optional<FailoverEventType> change;                ///< the active config becomes decision.to now
    FailoverEventType wanted = FailoverEventType::Failover; ///< where the hourly limit is the hindrance
    std::vector<QString> ask;                               ///< candidates that have to answer first
};
Verdict judge(const FailoverView &view);
/// With the facts that every decision carries.
Decision decisionOf(const FailoverView &view, DecisionRule rule, const QString &to);
/// The active config works: is there a better one?
Verdict judgeRecovery(const FailoverView &view, const Place &active);
/// Why it does not take over from a worse one that works; none: it qualifies.
std::optional<RejectedCandidate> unfitForRecovery(const FailoverView &view, const Place &place);
/// Puts the hourly limit in the way of a verdict's change where it is reached.
void heedHourlyLimit(const FailoverView &view, Verdict &verdict);

// ---- Effects (failover_step.cpp, failover_inputs.cpp, failover_alerts.cpp) --------------------------------

/// Asks for checks; nothing for an empty list, which would mean all.
void check(Turn &turn, std::vector<EndpointId> endpoints);
void checkAll(Turn &turn);
/// Makes decision.to the active config, and says so.
void switchTo(Turn &turn, FailoverEventType type, const Decision &decision,
              const QString &reason = QString());
void settingsChanged(Turn &turn, const SettingsChanged &input);
void switchByHand(Turn &turn, const SwitchConfig &command);
/// Raises and clears the conditions.
void settleAlerts(Turn &turn, const Verdict &verdict);
/// The next moment after now at which time alone may change something.
std::optional<TimePoint> dueAfter(const FailoverView &view);

} // namespace qcc

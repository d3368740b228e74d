// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert.h"
#include "models/domain/failover_event.h"
#include "models/rules/routing.h"

#include <set>

namespace qcc {

inline constexpr seconds kHour{60 * 60};
inline constexpr minutes kAwayTooLong{60}; ///< not back on Primary: alert
inline constexpr seconds kCorrelationWindow{
    10};                                       ///< an answer of another host so recent speaks for our network
inline constexpr seconds kSuspicionAtMost{60}; ///< then held failures count after all
inline constexpr seconds kWakeGrace{30};       ///< after waking up, transport failures don't count
inline constexpr seconds kPreferredWait{5}; ///< a better candidate is waited for, so long after it was asked
inline constexpr seconds kAnswerWait{60};   ///< then nobody is expected to answer any more
inline constexpr seconds kFirstLookAtMost{15}; ///< the first choice waits so long for those not checked yet

/// A manual choice that automation leaves alone while the config is healthy.
struct Pin
{
    QString config;
    TimePoint since;
    std::optional<TimePoint> until; ///< none: until released
    bool operator==(const Pin &) const = default;
};

/// A transport failure that does not count yet: it may be our own network.
struct HeldFailure
{
    EndpointId endpoint;
    Outcome outcome;
    quint64 source = 0;
    QByteArray modelKey;
    TimePoint at;
    bool operator==(const HeldFailure &) const = default;
};
inline constexpr size_t kMaxHeldFailures = 4096; ///< the rest of a storm adds nothing

///             transport failure, no other host answered meanwhile
///     Up ----------------------------------------------------> Suspected
///      ^ ^                                                      |  |  |
///      | | any host answers, or kSuspicionAtMost:               |  |  |
///      | +----------------- held failures count ----------------+  |  |
///      |                                                           |  | every usable host (>= 2) failed
///      |          any host answers, or the system says so:         |  v
///      +--------------- held failures are dropped -------------- Down <--- the system says so
///      |
///      +--- any host answers, or kWakeGrace is over ---------- Waking <--- the clock jumped (from any, but
///                                                                          not while the system says "down")
///
/// In all but Up the counters stand still for transport failures. A host is an authority (host and port); one
/// that was out of reach before is not usable here, for its silence says nothing new. "Meanwhile" is since
/// the failed attempt began, at most kCorrelationWindow. A failure with a status is an answer, unless the
/// connection was lost behind the head: that says nothing of the network, counts at once in Up, is held in
/// Suspected and dropped in Down and Waking. Transport failures that began at most kCorrelationWindow before
/// the suspicion, or the system's word, and were counted are taken back on the way Down.
struct OwnNetwork
{
    enum class State { Up, Suspected, Down, Waking };
    State state = State::Up;
    TimePoint since;
    bool reportedDown = false;                ///< by the system
    std::vector<HeldFailure> held;            ///< Suspected only; at most kMaxHeldFailures
    std::set<EndpointId> silent;              ///< failed by transport since `since`; not in Up
    std::map<EndpointId, TimePoint> answered; ///< when each endpoint last answered anything
    std::optional<TimePoint> trustFrom;       ///< transport failures of what began earlier are dropped
    bool operator==(const OwnNetwork &) const = default;
};

/// What the control loop remembers only while it runs.
struct ControlMemo
{
    std::map<QString, TimePoint> asked; ///< candidates that were asked to answer in this trouble, since when
    std::optional<TimePoint> choosingSince;    ///< without an active config, although there are some
    std::map<EndpointId, TimePoint> renewedAt; ///< another URL or key since: what began earlier is stale
    bool looked = false;                       ///< step() has been here: `settled` and `due` are true
    bool settled = false; ///< the active config works: one more success of a healthy endpoint changes nothing
    std::optional<TimePoint> due; ///< see nextDeadline()
    bool operator==(const ControlMemo &) const = default;
};

/// Everything that the control loop remembers. Survives a restart as JSON in the database (app/history), but
/// for `network` and `memo`, which begin anew.
struct FailoverState
{
    QString active; ///< empty: none yet
    TimePoint activeSince;
    std::optional<Pin> pin;
    std::optional<TimePoint> lastSwitch;   ///< automatic; begins the cool-down
    std::vector<TimePoint> recentSwitches; ///< automatic ones of the last hour, oldest first
    EndpointStates endpoints;              ///< of endpoints that exist
    std::map<QString, TimePoint> lastDown; ///< by config: when it last had no endpoint that works
    OwnNetwork network;
    std::map<std::pair<AlertKind, QString>, Alert> alerts; ///< raised now, by kind and subject
    std::optional<TimePoint> awaySince;                    ///< not on the primary group
    std::optional<QString> activeInFile; ///< what the settings file named when it was last read or written
    bool failureNoted = false; ///< this failure of the active config already has its unsuccessful event
    ControlMemo memo;
    bool operator==(const FailoverState &) const = default;
};

} // namespace qcc

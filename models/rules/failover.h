// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/health.h"
#include "models/domain/result.h"
#include "models/rules/apply_command.h"
#include "models/rules/failover_state.h"

namespace qcc {

/// What the rules look at besides the state: the settings as they are, and for which endpoints a key is
/// stored. Borrowed for the time of a call.
struct FailoverSetup
{
    const Settings &settings;
    const std::function<bool(const EndpointId &)> &hasKey;
};

// ---- What happens -----------------------------------------------------------------------------------------

enum class EvidenceSource { Traffic, Check };

/// One attempt or check has ended: the only way by which anything is learned of an endpoint.
struct Evidence
{
    EndpointId endpoint;
    EvidenceSource source = EvidenceSource::Traffic;
    quint64 number = 0;  ///< of the request or check; unique over both
    QByteArray modelKey; ///< see modelKey()
    Outcome outcome;
    TimePoint startedAt;
    std::optional<CheckReport> check; ///< with EvidenceSource::Check
};

/// The settings are others now; also said once at the start.
struct SettingsChanged
{
    std::vector<EndpointId> forgotten; ///< gone, or with another URL or key
    std::optional<Rename> renamed;
    std::optional<QString> activeByHand; ///< current_active_config was edited in the file
};
struct SwitchRequested
{
    SwitchConfig command; ///< checkSwitch() has let it through
};
struct PinReleased
{
};
/// The system's own word on the network.
struct NetworkReported
{
    bool up = true;
};
/// The computer slept, or the process was stopped for long.
struct WokeUp
{
};
/// nextDeadline() has come.
struct TimePassed
{
};
using FailoverInput = std::variant<Evidence, SettingsChanged, SwitchRequested, PinReleased, NetworkReported,
                                   WokeUp, TimePassed>;

// ---- What is to be done ----------------------------------------------------------------------------------

/// New requests go to this config first from now on; empty: from the top.
struct ActivateConfig
{
    QString config;
};
/// To be stored, and shown once it is. Its id is still empty.
struct RecordEvent
{
    FailoverEvent event;
};
/// Said once; the policy's notify_on_… are applied already.
struct Announce
{
    Alert alert;
};
struct RaiseAlert
{
    Alert alert;
};
struct ClearAlert
{
    Alert alert;
};
/// Look now. Empty: at every endpoint.
struct CheckNow
{
    std::vector<EndpointId> endpoints;
};
using FailoverEffect = std::variant<ActivateConfig, RecordEvent, Announce, RaiseAlert, ClearAlert, CheckNow>;

struct FailoverStep
{
    FailoverState state;
    std::vector<FailoverEffect> effects;
};

// ---- The rules --------------------------------------------------------------------------------------------

/// The control loop (spec.md section 4), as a pure function: same inputs, same outputs. Give the state by
/// move. See failover_state.h for the network's part.
///
///                 all endpoints down, failure_threshold; next one confirmed
///       Serving ------------------------------------------------------------> Serving another (failover)
///        |   ^     blocked by: auto_failover off, cool-down, hourly limit, own network, nobody healthy
///        |   |
///        |   +--- a better one has success_threshold, recovery_delay; cool-down over; no pin (recovery)
///        +------- a person chooses: pinned until released, its time is over, or it fails
///
/// - Order of a failover: siblings in the active one's group; configs above that qualify for recovery; groups
///   below; the other configs above. Only healthy ones that answered after nothing of the active one worked
///   any more, and did not fail since (else CheckNow, once in a trouble, and it is decided when that is
///   known: the best of them is waited for kPreferredWait, any for kAnswerWait).
/// - A config whose endpoints are all rejected or out of credit is down at once; a limited one is not down.
/// - An endpoint goes down after failure_threshold failures in a row (the first one if it never worked), up
///   after one success. A config's failures are the fewest of its endpoints, its successes the most.
/// - FirstActivation and ActiveGone count neither for cool-down nor for the limit.
/// - After a manual switch the chosen one's failures count anew, and refused keys are tried again.
/// - A key that was refused works again once it has been accepted, not when keyRetryAt has come.
FailoverStep step(FailoverState state, const FailoverSetup &setup, const FailoverInput &input, TimePoint now);

/// When the state changes by time alone; TimePassed is due then. None: nothing waits. After a step() it costs
/// nothing.
std::optional<TimePoint> nextDeadline(const FailoverState &state, const FailoverSetup &setup, TimePoint now);

/// Why the active config is not switched now, and when that may change.
Decision explain(const FailoverState &state, const FailoverSetup &setup, TimePoint now);

/// When the cool-down after the last automatic switch ends; none: it is over.
std::optional<TimePoint> coolDownUntil(const FailoverState &state, const FailoverSetup &setup, TimePoint now);

/// When a better config than the active one may take over at the earliest, if it stays well and is checked
/// every check_interval; @p now if it is only about to. None: recovery is off, a choice is pinned, the
/// network is not up, or no better config is healthy.
std::optional<TimePoint> recoveryPossibleAt(const FailoverState &state, const FailoverSetup &setup,
                                            TimePoint now);

/// AlreadyActive (unless a time for its pin is given), UnknownConfig, NotRoutable, InvalidValue (pin time).
Result<Done> checkSwitch(const FailoverState &state, const FailoverSetup &setup, const SwitchConfig &command);

/// Health of a config, from those of its endpoints that have a key which was not refused (the others work
/// only once they have answered well again). Unknown: none is healthy, and some have not been checked.
ConfigHealth healthOf(const Config &config, const FailoverState &state, const FailoverSetup &setup);

/// No config is healthy though one has been found down, or the network is not up: checks come faster.
bool inTrouble(const FailoverState &state, const FailoverSetup &setup);

/// Whether the active config that the settings file names at a start is the word of a person who edited it.
/// If not, the last switch was cut off before it came there. @p before: the config before the last stored
/// switch.
bool isChosenInFile(const FailoverState &state, const QString &inFile, const QString &before);

/// What a command leaves of a state while no control loop runs: the config's new name, and nothing of
/// endpoints with another URL or key. SettingsChanged does the same.
void carryOver(FailoverState &state, const std::optional<Rename> &renamed,
               const std::vector<EndpointId> &forgotten);

inline constexpr seconds kLongestPin{30 * 24 * 60 * 60};

} // namespace qcc

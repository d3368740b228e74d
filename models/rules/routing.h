// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/health.h"
#include "models/domain/settings.h"
#include "models/rules/breaker.h"
#include "models/rules/session_table.h"

#include <functional>
#include <map>
#include <set>

namespace qcc {

inline constexpr int kMaxAttempts = 6;             ///< attempts a request
inline constexpr size_t kMaxRememberedModels = 64; ///< (endpoint, model) entries kept per endpoint

enum class KeyState { Ok, OutOfCredit, Rejected };

/// Why a candidate is not tried now.
enum class SkipReason {
    BreakerOpen,
    TrialTaken,
    Limited,
    ModelLimited,
    ModelMissing,
    OutOfCredit,
    KeyRejected,
    NoKey
};

/// Until when an (endpoint, model) is skipped, and why.
struct ModelHold
{
    SkipReason reason = SkipReason::ModelLimited; ///< ModelLimited or ModelMissing
    TimePoint until;
    bool operator==(const ModelHold &) const = default;
};

/// What is known of an endpoint at run time, beyond its settings.
struct EndpointState
{
    Breaker breaker;
    KeyState key = KeyState::Ok;
    std::optional<TimePoint> keyRetryAt;
    std::optional<TimePoint> limitedUntil;
    std::map<QByteArray, ModelHold> modelHolds; ///< by modelKey(), at most kMaxRememberedModels
    OutcomeKind lastOutcome = OutcomeKind::Success;
    int lastStatus = 0;
    EndpointHealth health; ///< kept by step() (failover.h); record() leaves it alone
    bool operator==(const EndpointState &) const = default;
};
using EndpointStates = std::map<EndpointId, EndpointState>;

/// Folds an outcome into what is known. @p source: the request's number. @p modelKey: see modelKey(). Neutral
/// outcomes release a half-open trial. A success makes the key good again (it was just used); limits stay
/// until their time, for other requests met them since. Of two limits the later counts. ClientGone says
/// nothing of the endpoint and is not remembered as its last outcome.
void record(EndpointState &state, const Outcome &outcome, quint64 source, const QByteArray &modelKey,
            TimePoint now);

/// The key under which "this model" is remembered: the model's name for Messages, "count_tokens" and "models"
/// for those kinds.
QByteArray modelKey(RequestKind kind, const QByteArray &model);

struct Candidate
{
    QString config;
    EndpointId endpoint;
    Priority priority = Priority::Primary;
    bool operator==(const Candidate &) const = default;
};

struct SkippedCandidate
{
    Candidate candidate;
    SkipReason reason = SkipReason::BreakerOpen;
    std::optional<TimePoint> until;
    bool operator==(const SkippedCandidate &) const = default;
};

struct RoutingPlan
{
    std::vector<Candidate> candidates; ///< to be tried in this order, at most kMaxAttempts
    std::vector<SkippedCandidate> skipped;
    /// Who would be asked first if all were well: the first endpoint with a key of the session's config, else
    /// in the order of the settings. Whoever else serves the request, it is a spill-over.
    std::optional<Candidate> firstChoice{};
    /// The configs that have answered this session so far, the last one first, at most kMaxSessionConfigs:
    /// what another than a candidate's wrote may stand in the conversation, signed for nobody else.
    std::vector<QString> sessionConfigs{};
    bool operator==(const RoutingPlan &) const = default;
};

struct PlanRequest
{
    RequestKind kind = RequestKind::Messages;
    QByteArray model; ///< empty: not known
    QString active;   ///< the active config; empty: none
    SessionPull session{};
};

/// The order in which endpoints are tried for one request:
/// 1. the config that the session is drawn to, while an endpoint of it is free;
/// 2. the active config;
/// 3. the siblings in the active config's group, in order;
/// 4. the other enabled groups from the top.
///
/// Disabled configs and groups never; a config appears once; one without endpoints counts for nothing.
/// Without an active config (or with one that is gone or disabled) the order is simply from the top. Inside a
/// config endpoints keep their order; those at which this very request broke go last of all. For
/// RequestKind::Other, and without spill-over, only the first config's endpoints; for the
/// former whatever the session.
///
/// Skipped: no key, key out of credit or rejected (until keyRetryAt), limited, model limited or missing,
/// breaker open or its trial taken. Those of the last two reasons come behind all others, the earliest trial
/// first, and behind these the ones that are only overloaded for the model (none of them is among the skipped
/// then): better an unlikely endpoint than a certain error. The others are not tried, but where
/// ModelMissing is the only reason, these are tried in order, and the only endpoint that there is is asked in
/// spite of its key: the person is to hear the provider's own word.
/// @p hasKey tells whether a key is stored for the endpoint.
RoutingPlan plan(const Settings &settings, const EndpointStates &states, const PlanRequest &request,
                 TimePoint now, const std::function<bool(const EndpointId &)> &hasKey);

/// The config that new requests go to first: @p active while it can be routed to, else the first from
/// the top that has endpoints; empty when there is none.
QString routedActiveConfig(const Settings &settings, const QString &active);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert.h"
#include "models/domain/alert_channel.h"
#include "models/domain/health.h"
#include "models/domain/result.h"

#include <vector>

namespace qcc {

enum class EndpointCondition { Ready, BreakerOpen, Trial, Limited, OutOfCredit, KeyRejected, NoKey };

/// A model that an endpoint is not asked for now, though the endpoint works.
struct ModelHoldSnapshot
{
    QString model;        ///< as the client named it, or the kind of request: see modelKey() (routing.h)
    bool missing = false; ///< the endpoint does not know it; else it is overloaded there
    TimePoint until;
    bool operator==(const ModelHoldSnapshot &) const = default;
};

/// What is shown of one endpoint. No secrets.
struct EndpointSnapshot
{
    QString config;
    EndpointId id;
    QString name;
    EndpointCondition condition = EndpointCondition::Ready;
    std::optional<TimePoint> until; ///< until when it is not tried, where that is known
    int consecutiveFailures = 0;
    OutcomeKind lastOutcome = OutcomeKind::Success;
    int lastStatus = 0; ///< 0: none yet
    EndpointHealth health;
    std::vector<ModelHoldSnapshot> modelHolds; ///< by the model's name
    bool operator==(const EndpointSnapshot &) const = default;
};

/// What is shown of one config.
struct ConfigSnapshot
{
    QString config;
    Priority priority = Priority::Primary;
    bool groupEnabled = true;
    ConfigHealth health;
    std::optional<milliseconds> latency; ///< of the last check of its quickest healthy endpoint
    bool operator==(const ConfigSnapshot &) const = default;
};

/// What is shown of the control loop.
struct FailoverSnapshot
{
    QString active;
    TimePoint activeSince;
    std::optional<Priority> activePriority;
    bool pinned = false;
    std::optional<TimePoint> pinnedUntil;   ///< none with pinned: until released
    std::optional<TimePoint> coolDownUntil; ///< none: it is over
    std::optional<TimePoint> recoveryAt;    ///< when a better config may take over, if it stays well
    int switchesInHour = 0;
    bool networkDown = false;
    bool monitoring = false;             ///< health checks are running
    std::vector<ConfigSnapshot> configs; ///< in the order of the groups, disabled ones last
    std::vector<Alert> alerts;           ///< raised now, oldest first
    Decision standing;                   ///< why nothing is switched now
    bool operator==(const FailoverSnapshot &) const = default;
};

/// What is shown of a running instance: a copy, made on the engine's thread, that travels to others.
struct ProxySnapshot
{
    QString home;
    QString version;
    qint64 pid = 0;
    QString listenUrl; ///< "http://127.0.0.1:7860"; where it would listen, while not serving
    bool serving = true;
    std::optional<Refusal> listenTrouble{};   ///< why it is not serving although it should
    std::optional<Refusal> settingsTrouble{}; ///< a broken settings file; the last good settings are in force
    QString plainKeyFile{};                   ///< where keys lie in a plain file; empty: in the keyring
    TimePoint startedAt;
    QString activeConfig;
    int clientConnections = 0;
    int runningRequests = 0;
    quint64 requestsServed = 0;              ///< answered by a provider, all the way
    quint64 requestsFailed = 0;              ///< answered by our own error, or broken off
    quint64 spilledOver = 0;                 ///< served, but not by the first choice; see RequestRecord
    int heldRequests = 0;                    ///< waiting, because every candidate is limited
    std::optional<TimePoint> heldUntil{};    ///< when the first candidate is free again
    std::vector<ChannelSnapshot> channels{}; ///< of the enabled alert channels
    std::vector<EndpointSnapshot> endpoints;
    FailoverSnapshot failover;
    bool operator==(const ProxySnapshot &) const = default;
};

} // namespace qcc

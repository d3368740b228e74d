// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/alert_channel.h"
#include "models/domain/config.h"
#include "models/domain/policy.h"
#include "models/domain/priority_groups.h"
#include "models/domain/secret.h"

#include <map>
#include <optional>
#include <variant>

namespace qcc {

/// A person's wish to change the settings, from the command line, the window or the tray. All of them take
/// the same way: validated by applyCommand() (models/rules), saved by the workspace (app/store), then adopted
/// by the engine. Configs are named by name, endpoints by name or id inside their config.

struct NewEndpoint
{
    Endpoint endpoint; ///< with its id; an empty name stands for the URL's host
    Secret key;
};

struct AddConfig
{
    QString name;
    QString description;
    std::optional<NewEndpoint> endpoint;
    std::optional<Priority> priority; ///< none: the first of primary, secondary that is empty, else fallback
};

struct EditConfig
{
    QString name;
    std::optional<QString> newName;
    std::optional<QString> description;
    std::optional<std::vector<NextPattern>> nextPatterns{};   ///< all of them; an empty list takes them away
    std::optional<std::vector<ModelMapping>> modelMappings{}; ///< likewise
    std::optional<std::vector<ExtraHeader>> extraHeaders{};   ///< likewise
};

struct RemoveConfig
{
    QString name;
};

struct AddEndpoint
{
    QString config;
    NewEndpoint endpoint;
};

struct EndpointPatch
{
    std::optional<QString> name;
    std::optional<QUrl> url;
    std::optional<AuthForm> auth;
    std::optional<HttpVersion> http;
    std::optional<milliseconds> connectLimit;
    std::optional<milliseconds> headerLimit;
    std::optional<milliseconds> idleLimit;
    std::optional<QUrl> outboundProxy; ///< an empty URL takes the proxy away
    std::optional<QString> caFile;     ///< an empty text takes the file away
};

struct EditEndpoint
{
    QString config;
    QString endpoint;
    EndpointPatch patch;
    std::optional<Secret> key;
};

struct RemoveEndpoint
{
    QString config;
    QString endpoint;
};

struct SetPriority
{
    QString config;
    Priority priority = Priority::Primary;
    std::optional<qsizetype> index; ///< 0 = first; none = at the end
};

struct SetGroupEnabled
{
    Priority priority = Priority::Primary; ///< not Disabled
    bool enabled = true;
};

/// Only what is set is changed. Ranges: policyRanges().
struct PolicyPatch
{
    std::optional<bool> autoFailoverEnabled;
    std::optional<bool> autoRecoveryEnabled;
    std::optional<int> failureThreshold;
    std::optional<int> successThreshold;
    std::optional<seconds> checkInterval;
    std::optional<seconds> cooldownPeriod;
    std::optional<seconds> recoveryDelay;
    std::optional<int> maxFailoversPerHour;
    std::optional<bool> notifyOnFailover;
    std::optional<bool> notifyOnRecovery;
    std::optional<bool> spillOverEnabled;
    bool operator==(const PolicyPatch &) const = default;
};

struct EditPolicy
{
    PolicyPatch patch;
};

/// The names of every group in their order.
using BoardOrder = std::map<Priority, std::vector<QString>>;

/// A new order of the same configs: what one drop, or its undoing, makes of the board. One write, whatever
/// number of configs moves. ChangedMeanwhile when the board is no longer as @p before says.
struct ArrangeConfigs
{
    BoardOrder before;
    BoardOrder after;
    bool operator==(const ArrangeConfigs &) const = default;
};

/// An endpoint as a person has edited it.
struct DraftEndpoint
{
    Endpoint endpoint;         ///< an empty id: a new one; an empty name stands for the URL's host
    std::optional<Secret> key; ///< none: as stored
};

/// A whole config at once, as the window's dialog gives it: adds it, or puts it in the place of another. One
/// write. ChangedMeanwhile when the config is no longer as @p before says.
struct PutConfig
{
    std::optional<Config> before; ///< the one to be replaced, as it was shown; none: a new config
    QString name;
    QString description;
    std::vector<DraftEndpoint> endpoints; ///< in their order; those left out are removed, with their keys
    std::vector<NextPattern> nextPatterns;
    std::vector<ModelMapping> modelMappings;
    std::optional<Priority> priority; ///< of a new config; as in AddConfig
    std::vector<ExtraHeader> extraHeaders{};
};

/// Adds a channel, or puts it in the place of the one with its id. ChangedMeanwhile when that is no longer as
/// @p before says. DuplicateChannel, UnknownChannel, InvalidValue, InvalidUrl, EmptyKey.
struct PutChannel
{
    std::optional<AlertChannel> before; ///< none: a new one; an empty id is filled in
    AlertChannel channel;
    ChannelSecrets secrets; ///< those that are given replace; the others stay as stored
};

struct RemoveChannel
{
    QString id; ///< or its name
};

/// How long the requests of the history are kept one by one.
struct EditRetention
{
    HistoryRetention retention;
    bool operator==(const EditRetention &) const = default;
};

using Command = std::variant<AddConfig, EditConfig, RemoveConfig, AddEndpoint, EditEndpoint, RemoveEndpoint,
                             SetPriority, SetGroupEnabled, EditPolicy, ArrangeConfigs, PutConfig,
                             EditRetention, PutChannel, RemoveChannel>;

/// As a pin's time: until released, also of the config that is active already (without it, that is refused).
inline constexpr seconds kUntilReleased{-1};

/// A manual switch of the active config: pins it. Changes no settings but the active config; decided by
/// step() (models/rules/failover.h).
struct SwitchConfig
{
    QString config;
    QString reason;                ///< a person's words; may be empty
    std::optional<seconds> pinFor; ///< none, kUntilReleased: until released
    bool operator==(const SwitchConfig &) const = default;
};

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/config.h"
#include "models/domain/priority_groups.h"
#include "models/domain/secret.h"

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
    std::optional<std::vector<NextPattern>> nextPatterns{}; ///< all of them; an empty list takes them away
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

using Command = std::variant<AddConfig, EditConfig, RemoveConfig, AddEndpoint, EditEndpoint, RemoveEndpoint,
                             SetPriority, SetGroupEnabled, EditPolicy>;

/// A manual switch of the active config: pins it. Changes no settings but the active config; decided by
/// step() (models/rules/failover.h).
struct SwitchConfig
{
    QString config;
    QString reason;                 ///< a person's words; may be empty
    std::optional<seconds> pinFor;  ///< none: until released
    bool operator==(const SwitchConfig &) const = default;
};

} // namespace qcc

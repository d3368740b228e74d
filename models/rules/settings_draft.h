// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/apply_command.h"

namespace qcc {

/// A change of the settings in the making: what all commands need to find and check, so that every kind of
/// command keeps to the same rules. A draft that refused anything is thrown away as a whole, so it may be
/// half changed then. Knows no files; one thread.
class SettingsDraft
{
public:
    SettingsDraft(const Settings &settings, const Keys &keys) : m_keys(keys) { m_change.settings = settings; }

    Settings &settings() { return m_change.settings; }
    Change takeChange() { return std::move(m_change); }

    /// UnknownConfig.
    Result<Config *> find(const QString &name);
    /// By name, else by id. UnknownEndpoint.
    static Result<Endpoint *> find(Config &config, const QString &reference);

    /// A new config's name, checked: InvalidName, DuplicateConfig. @p except may have it.
    Result<QString> freeName(const QString &wanted, const Config *except) const;
    /// With all that refers to the name.
    std::optional<Refusal> rename(Config &config, const QString &wanted);
    /// Adds a config whose parts are checked, to the first free group if none is given.
    void place(Config config, std::optional<Priority> priority);

    /// No endpoint has this id yet; else InvalidValue.
    std::optional<Refusal> idTaken(const EndpointId &id) const;
    /// No other endpoint has this URL with this key; else DuplicateEndpoint.
    std::optional<Refusal> sameUrlAndKey(const Endpoint &endpoint) const;

    /// The endpoint's key after the change; null: none.
    const Secret *keyOf(const EndpointId &endpoint) const;
    /// Remembers a checked key to be written, unless it is the stored one.
    void writeKey(const EndpointId &endpoint, Secret key);
    void removeKey(const EndpointId &endpoint) { m_change.keyRemovals.push_back(endpoint); }
    /// Of a channel; empty ones are taken away.
    void writeSecrets(const QString &channel, ChannelSecrets secrets)
    {
        m_change.channelSecrets.push_back({channel, std::move(secrets)});
    }

private:
    Priority firstFreePriority() const;

    const Keys &m_keys;
    Change m_change;
};

} // namespace qcc

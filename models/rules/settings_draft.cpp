// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/settings_draft.h"

#include "models/rules/validation.h"

namespace qcc {

Result<Config *> SettingsDraft::find(const QString &name)
{
    Config *config = settings().find(name.trimmed());
    if (!config)
        return Refusal{RefusalCode::UnknownConfig, name.trimmed(), {}};
    return config;
}

Result<Endpoint *> SettingsDraft::find(Config &config, const QString &reference)
{
    const QString wanted = reference.trimmed();
    std::vector<Endpoint> &all = config.endpoints;
    auto it = std::find_if(all.begin(), all.end(), [&](const Endpoint &e) { return e.name == wanted; });
    if (it == all.end())
        it = std::find_if(all.begin(), all.end(), [&](const Endpoint &e) { return e.id.value == wanted; });
    if (it == all.end())
        return Refusal{RefusalCode::UnknownEndpoint, wanted, config.name};
    return &*it;
}

/// Names that differ only in case would be told apart by the file and mixed up by people.
Result<QString> SettingsDraft::freeName(const QString &wanted, const Config *except) const
{
    Result<QString> name = checkedName(wanted);
    if (!name)
        return name;
    for (const Config &config : m_change.settings.configs) {
        if (&config != except && config.name.compare(*name, Qt::CaseInsensitive) == 0)
            return Refusal{RefusalCode::DuplicateConfig, config.name, {}};
    }
    return name;
}

std::optional<Refusal> SettingsDraft::rename(Config &config, const QString &wanted)
{
    const Result<QString> name = freeName(wanted, &config);
    if (!name)
        return name.refusal();
    if (*name == config.name)
        return std::nullopt;
    settings().groups.rename(config.name, *name);
    if (settings().activeConfig == config.name)
        settings().activeConfig = *name;
    m_change.renamed = Rename{config.name, *name};
    config.name = *name;
    return std::nullopt;
}

void SettingsDraft::place(Config config, std::optional<Priority> priority)
{
    settings().groups.place(config.name, priority.value_or(firstFreePriority()));
    settings().configs.push_back(std::move(config));
}

Priority SettingsDraft::firstFreePriority() const
{
    for (const Priority priority : {Priority::Primary, Priority::Secondary}) {
        if (m_change.settings.groups.group(priority).configNames.empty())
            return priority;
    }
    return Priority::Fallback;
}

std::optional<Refusal> SettingsDraft::idTaken(const EndpointId &id) const
{
    if (id.value.isEmpty())
        return Refusal{RefusalCode::InvalidValue, QStringLiteral("id"), QStringLiteral("8 hex digits")};
    if (m_change.settings.ownerOf(id))
        return Refusal{RefusalCode::InvalidValue, QStringLiteral("id"),
                       QStringLiteral("one that is not in use")};
    return std::nullopt;
}

std::optional<Refusal> SettingsDraft::sameUrlAndKey(const Endpoint &endpoint) const
{
    const Secret *key = keyOf(endpoint.id);
    if (!key)
        return std::nullopt;
    for (const Config &config : m_change.settings.configs) {
        for (const Endpoint &other : config.endpoints) {
            const Secret *itsKey = keyOf(other.id);
            if (other.id != endpoint.id && other.url == endpoint.url && itsKey &&
                itsKey->matches(key->reveal())) {
                return Refusal{RefusalCode::DuplicateEndpoint, endpoint.url.toString(),
                               config.name + u'/' + other.name};
            }
        }
    }
    return std::nullopt;
}

const Secret *SettingsDraft::keyOf(const EndpointId &endpoint) const
{
    const auto written = std::find_if(m_change.keyWrites.begin(), m_change.keyWrites.end(),
                                      [&](const KeyWrite &write) { return write.endpoint == endpoint; });
    if (written != m_change.keyWrites.end())
        return &written->key;
    const auto stored = m_keys.find(endpoint);
    return stored == m_keys.end() ? nullptr : &stored->second;
}

void SettingsDraft::writeKey(const EndpointId &endpoint, Secret key)
{
    const auto stored = m_keys.find(endpoint);
    if (stored == m_keys.end() || !stored->second.matches(key.reveal()))
        m_change.keyWrites.push_back({endpoint, std::move(key)});
}

} // namespace qcc

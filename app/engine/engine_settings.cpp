// SPDX-License-Identifier: GPL-3.0-or-later
// What the settings tell the engine, and what it tells them.
#include "app/engine/engine.h"

namespace qcc {

namespace {

bool sameKey(const LoadedSettings &before, const LoadedSettings &after, const EndpointId &id)
{
    const auto old = before.keys.find(id);
    const auto now = after.keys.find(id);
    if (old == before.keys.end() || now == after.keys.end())
        return old == before.keys.end() && now == after.keys.end();
    return old->second.matches(now->second.reveal());
}

/// An endpoint that doesn't know a model may know it by another name, or behind another header.
bool sameNames(const Settings &before, const Settings &after, const EndpointId &id)
{
    const Config *old = before.ownerOf(id);
    const Config *now = after.ownerOf(id);
    return old && now && old->modelMappings == now->modelMappings && old->extraHeaders == now->extraHeaders;
}

/// Equal in all that an answer may depend on.
bool sameWay(Endpoint before, const Endpoint &after)
{
    before.name = after.name;
    return before == after;
}

} // namespace

void Engine::adopt(const SharedSettings &settings)
{
    if (m_activeSaves == 0)
        m_loop.fileNames(settings->settings.activeConfig); // a rename, for example
    takeOver(settings, std::nullopt);
}

void Engine::adoptEdited(const SharedSettings &settings)
{
    const QString inFile = settings->settings.activeConfig;
    const bool byHand = m_activeSaves == 0 && inFile != m_loop.state().activeInFile && !inFile.isEmpty() &&
                        inFile != m_loop.state().active;
    if (m_activeSaves == 0)
        m_loop.fileNames(inFile);
    takeOver(settings, byHand ? std::optional(inFile) : std::nullopt);
}

void Engine::takeOver(const SharedSettings &settings, const std::optional<QString> &activeByHand)
{
    const SharedSettings before = std::exchange(m_settings, settings);
    const std::map<EndpointId, Endpoint> old = std::exchange(m_endpoints, {});
    indexEndpoints();
    const std::vector<EndpointId> forgotten = forgetChanged(before, old);
    m_counters.keepOnly(m_settings->settings);
    m_loop.settingsChanged(m_settings, forgotten, m_settings->renamed, activeByHand);
    keepSessions(m_settings->renamed);
    m_shownSettings = m_settings->settings;
    m_shownSettings.activeConfig = m_loop.state().active;
    nameActiveInFile();
    m_sampler.settingsChanged();
    m_monitor.settingsChanged(forgotten);
    m_proxy.reconsiderHeld();
    m_channels.adopt(m_settings);
}

/// What is known of these is of another URL or key, or of models by other names.
std::vector<EndpointId> Engine::forgetChanged(const SharedSettings &before,
                                              const std::map<EndpointId, Endpoint> &old)
{
    std::vector<EndpointId> forgotten;
    for (const auto &[id, endpoint] : old) {
        const auto still = m_endpoints.find(id);
        if (still != m_endpoints.end() && sameWay(endpoint, still->second) &&
            sameKey(*before, *m_settings, id) && sameNames(before->settings, m_settings->settings, id))
            continue;
        forgotten.push_back(id);
        m_attempts.changed(id);
        forgetWay(id);
    }
    return forgotten;
}

void Engine::activate(const QString &config)
{
    m_shownSettings.activeConfig = config;
    m_proxy.reconsiderHeld();
    ++m_activeSaves;
    Q_EMIT activeChanged(config);
}

void Engine::activeSaved(const QString &config)
{
    --m_activeSaves;
    m_loop.fileNames(config);
}

/// The file could not be written when the active config became another, or names one that can't be.
void Engine::nameActiveInFile()
{
    if (m_activeSaves == 0 && m_loop.state().activeInFile != m_loop.state().active)
        activate(m_loop.state().active);
}

} // namespace qcc

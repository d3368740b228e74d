// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/offline_failover.h"

#include "app/history/offline_store.h"
#include "models/rules/failover.h"

namespace qcc {

namespace {

/// One wish's way: what was remembered, the steps, and what they left to be stored.
class OfflineLoop
{
public:
    OfflineLoop(Workspace &workspace, LoadedSettings loaded, TimePoint now)
        : m_workspace(workspace), m_loaded(std::move(loaded)),
          m_hasKey([this](const EndpointId &id) { return m_loaded.keys.contains(id); }), m_now(now)
    {
    }

    Result<Done> remember();
    const FailoverState &state() const { return m_state; }
    FailoverSetup setup() const { return {m_loaded.settings, m_hasKey}; }
    void take(const FailoverInput &input);
    Result<Done> store();

private:
    Workspace &m_workspace;
    LoadedSettings m_loaded;
    std::function<bool(const EndpointId &)> m_hasKey;
    TimePoint m_now;
    FailoverState m_state;
    std::vector<FailoverEvent> m_events;
};

/// What the settings file names as active is the word of a person who edited it, unless the last switch was
/// cut off before it came there.
Result<Done> OfflineLoop::remember()
{
    Result<RememberedState> remembered = rememberedState(m_workspace.home());
    if (!remembered)
        return remembered.refusal();
    const QString inFile = m_loaded.settings.activeConfig;
    if (!remembered->state) {
        m_state.active = inFile;
        m_state.activeInFile = inFile;
        m_state.activeSince = m_now;
        return Done{};
    }
    m_state = std::move(*remembered->state);
    const bool chosen = isChosenInFile(m_state, inFile, remembered->activeBefore);
    m_state.activeInFile = inFile;
    if (chosen)
        take(SettingsChanged{{}, {}, inFile});
    return Done{};
}

void OfflineLoop::take(const FailoverInput &input)
{
    FailoverStep next = step(std::move(m_state), setup(), input, m_now);
    m_state = std::move(next.state);
    for (const FailoverEffect &effect : next.effects) {
        if (const auto *recorded = std::get_if<RecordEvent>(&effect))
            m_events.push_back(recorded->event);
    }
}

/// The history first, as a running instance does it: a switch that was told is never missing there.
Result<Done> OfflineLoop::store()
{
    const Result<Done> stored = storeOffline(m_workspace.home(), m_events, m_state);
    if (!stored)
        return stored;
    if (m_state.active == m_loaded.settings.activeConfig)
        return Done{};
    const Result<SavedTexts> saved = m_workspace.saveActive(m_state.active);
    if (!saved)
        return saved.refusal();
    m_state.activeInFile = m_state.active;
    return storeOffline(m_workspace.home(), {}, m_state);
}

/// The endpoint that @p command gives another key; by its name or id.
const Endpoint *rekeyed(const Command &command, const Settings &settings)
{
    const auto *edit = std::get_if<EditEndpoint>(&command);
    const Config *config = edit && edit->key ? settings.find(edit->config) : nullptr;
    if (!config)
        return nullptr;
    const auto found = std::ranges::find_if(config->endpoints, [&](const Endpoint &endpoint) {
        return endpoint.name == edit->endpoint || endpoint.id.value == edit->endpoint;
    });
    return found == config->endpoints.end() ? nullptr : &*found;
}

/// Those that are asked in another way now. A name changes nothing.
std::vector<EndpointId> changedEndpoints(const Settings &before, const Settings &after)
{
    std::vector<EndpointId> changed;
    for (const Config &config : before.configs) {
        for (Endpoint endpoint : config.endpoints) {
            const Config *owner = after.ownerOf(endpoint.id);
            if (!owner)
                continue; // the next start sees that it is gone
            const auto now = std::ranges::find(owner->endpoints, endpoint.id, &Endpoint::id);
            endpoint.name = now->name;
            if (endpoint != *now || config.modelMappings != owner->modelMappings ||
                config.extraHeaders != owner->extraHeaders)
                changed.push_back(endpoint.id);
        }
    }
    return changed;
}

Result<Done> carryOverStored(const QString &home, const std::optional<Rename> &renamed,
                             const std::vector<EndpointId> &forgotten)
{
    Result<RememberedState> remembered = rememberedState(home);
    if (!remembered)
        return remembered.refusal();
    if (!remembered->state)
        return Done{};
    carryOver(*remembered->state, renamed, forgotten);
    return storeOffline(home, {}, *remembered->state);
}

} // namespace

Result<LoadedSettings> applyOffline(Workspace &workspace, Command command)
{
    const Result<Settings> before = Workspace::readSettings(workspace.home());
    if (!before)
        return before.refusal();
    const Endpoint *newKey = rekeyed(command, *before);
    Result<LoadedSettings> applied = workspace.apply(std::move(command));
    if (!applied)
        return applied;
    std::vector<EndpointId> forgotten = changedEndpoints(*before, applied->settings);
    if (newKey)
        forgotten.push_back(newKey->id);
    if (forgotten.empty() && !applied->renamed)
        return applied;
    // The command is done, whatever becomes of what was remembered.
    if (const Result<Done> followed = carryOverStored(workspace.home(), applied->renamed, forgotten);
        !followed)
        qWarning("%s: %s", qUtf8Printable(followed.refusal().subject),
                 qUtf8Printable(followed.refusal().detail));
    return applied;
}

Result<Done> switchOffline(Workspace &workspace, const SwitchConfig &command, TimePoint now)
{
    Result<LoadedSettings> loaded = workspace.load();
    if (!loaded)
        return loaded.refusal();
    OfflineLoop loop(workspace, std::move(loaded).value(), now);
    if (const Result<Done> known = loop.remember(); !known)
        return known;
    if (const Result<Done> permitted = checkSwitch(loop.state(), loop.setup(), command); !permitted)
        return permitted;
    loop.take(SwitchRequested{command});
    return loop.store();
}

Result<Done> releaseOffline(Workspace &workspace, TimePoint now)
{
    Result<LoadedSettings> loaded = workspace.load();
    if (!loaded)
        return loaded.refusal();
    OfflineLoop loop(workspace, std::move(loaded).value(), now);
    if (const Result<Done> known = loop.remember(); !known)
        return known;
    if (!loop.state().pin)
        return Refusal{RefusalCode::NotPinned, {}, {}};
    loop.take(PinReleased{});
    return loop.store();
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/remembered_health.h"

#include "app/history/offline_store.h"
#include "app/store/workspace.h"
#include "models/rules/failover.h"

namespace qcc {

namespace {

EndpointSnapshot endpointSnapshot(const Config &config, const Endpoint &endpoint, const FailoverState &state)
{
    EndpointSnapshot shown;
    shown.config = config.name;
    shown.id = endpoint.id;
    shown.name = endpoint.name;
    if (const auto known = state.endpoints.find(endpoint.id); known != state.endpoints.end())
        shown.health = known->second.health;
    return shown;
}

} // namespace

Result<ProxySnapshot> rememberedHealth(const QString &home)
{
    const Result<Settings> settings = Workspace::readSettings(home);
    if (!settings)
        return settings.refusal();
    const Result<RememberedState> remembered = rememberedState(home);
    if (!remembered)
        return remembered.refusal();
    const FailoverState state = remembered->state.value_or(FailoverState());
    const std::function<bool(const EndpointId &)> hasKey = [](const EndpointId &) { return true; };
    ProxySnapshot shown;
    for (const PriorityGroup &group : settings->groups.all()) {
        for (const QString &name : group.configNames) {
            const Config *config = settings->find(name);
            if (!config)
                continue;
            shown.failover.configs.push_back({name, group.priority, group.enabled,
                                              healthOf(*config, state, {*settings, hasKey}), std::nullopt});
            for (const Endpoint &endpoint : config->endpoints)
                shown.endpoints.push_back(endpointSnapshot(*config, endpoint, state));
        }
    }
    return shown;
}

} // namespace qcc

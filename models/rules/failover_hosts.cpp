// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/failover_hosts.h"

namespace qcc {
namespace {

QString authorityOf(const QUrl &url)
{
    const int usual = url.scheme() == QLatin1String("https") ? 443 : 80;
    return url.host().toLower() + QLatin1Char(':') + QString::number(url.port(usual));
}

} // namespace

QString hostOf(const Settings &settings, const EndpointId &id)
{
    for (const Config &config : settings.configs) {
        for (const Endpoint &endpoint : config.endpoints) {
            if (endpoint.id == id)
                return authorityOf(endpoint.url);
        }
    }
    return {};
}

bool knownUnreachable(const FailoverState &state, const EndpointId &id)
{
    const auto known = state.endpoints.find(id);
    if (known == state.endpoints.end() || known->second.health.status != HealthStatus::Unhealthy)
        return false;
    const std::optional<FailureFacts> &last = known->second.health.lastFailureFacts;
    return last && last->status == 0 && last->fault != TransportFault::None;
}

Hosts usableHosts(const Turn &turn)
{
    Hosts hosts;
    const FailoverView &view = turn.view;
    for (const Place &place : view.places()) {
        if (!place.enabled())
            continue;
        for (const Endpoint &endpoint : place.config->endpoints) {
            if (turn.setup.hasKey(endpoint.id) && !knownUnreachable(turn.state, endpoint.id))
                hosts[authorityOf(endpoint.url)].push_back(endpoint.id);
        }
    }
    return hosts;
}

bool otherHostAnswered(const Turn &turn, const QString &host, TimePoint startedAt)
{
    const TimePoint since = std::max(startedAt, turn.now - kCorrelationWindow);
    for (const Config &config : turn.setup.settings.configs) {
        for (const Endpoint &endpoint : config.endpoints) {
            const auto answer = turn.state.network.answered.find(endpoint.id);
            if (answer != turn.state.network.answered.end() && answer->second >= since &&
                authorityOf(endpoint.url) != host)
                return true;
        }
    }
    return false;
}

bool allSilent(const Turn &turn)
{
    const Hosts hosts = usableHosts(turn);
    const std::set<EndpointId> &silent = turn.state.network.silent;
    return hosts.size() >= 2 && std::all_of(hosts.begin(), hosts.end(), [&](const auto &host) {
               return std::any_of(host.second.begin(), host.second.end(),
                                  [&](const EndpointId &id) { return silent.contains(id); });
           });
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/failover_view.h"

namespace qcc {
namespace {

/// What an endpoint is of which nothing has been learned.
const EndpointState kNothingKnown;

} // namespace

bool isHealthy(const EndpointState &endpoint)
{
    return endpoint.key == KeyState::Ok && (endpoint.health.status == HealthStatus::Healthy ||
                                            endpoint.health.status == HealthStatus::Degraded);
}

FailoverView::FailoverView(const FailoverState &state, const FailoverSetup &setup, TimePoint now)
    : m_state(state), m_setup(setup), m_now(now)
{
    for (const PriorityGroup &group : setup.settings.groups.all()) {
        for (const QString &name : group.configNames) {
            if (const Config *config = setup.settings.find(name))
                m_places.push_back({config, group.priority, group.enabled, m_places.size()});
        }
    }
}

const Place *FailoverView::find(const QString &name) const
{
    const auto it = std::find_if(m_places.begin(), m_places.end(),
                                 [&](const Place &place) { return place.name() == name; });
    return it == m_places.end() ? nullptr : &*it;
}

const Place *FailoverView::active() const
{
    const Place *place = m_state.active.isEmpty() ? nullptr : find(m_state.active);
    return place && routable(*place) ? place : nullptr;
}

const EndpointState *FailoverView::known(const Endpoint &endpoint) const
{
    const auto it = m_state.endpoints.find(endpoint.id);
    return it == m_state.endpoints.end() ? &kNothingKnown : &it->second;
}

std::vector<EndpointId> FailoverView::keyed(const Place &place) const
{
    std::vector<EndpointId> ids;
    for (const Endpoint &endpoint : place.config->endpoints) {
        if (m_setup.hasKey(endpoint.id))
            ids.push_back(endpoint.id);
    }
    return ids;
}

bool FailoverView::routable(const Place &place) const
{
    const std::vector<Endpoint> &all = place.config->endpoints;
    return place.enabled() &&
           std::any_of(all.begin(), all.end(), [&](const Endpoint &e) { return m_setup.hasKey(e.id); });
}

bool FailoverView::anyRoutable() const
{
    return std::any_of(m_places.begin(), m_places.end(), [&](const Place &p) { return routable(p); });
}

ConfigHealth FailoverView::health(const Place &place) const
{
    return healthOf(*place.config, m_state, m_setup);
}

/// Those with a key that was not refused.
std::vector<const EndpointState *> FailoverView::usable(const Place &place) const
{
    std::vector<const EndpointState *> found;
    for (const Endpoint &endpoint : place.config->endpoints) {
        const EndpointState *state = known(endpoint);
        if (state->key == KeyState::Ok && m_setup.hasKey(endpoint.id))
            found.push_back(state);
    }
    return found;
}

std::vector<const EndpointState *> FailoverView::healthy(const Place &place) const
{
    std::vector<const EndpointState *> found = usable(place);
    std::erase_if(found, [](const EndpointState *state) { return !isHealthy(*state); });
    return found;
}

bool FailoverView::down(const Place &place) const
{
    const std::vector<const EndpointState *> all = usable(place);
    return std::all_of(all.begin(), all.end(), [&](const EndpointState *state) {
        return state->health.consecutiveFailures >= policy().failureThreshold;
    });
}

std::optional<TimePoint> FailoverView::limitedUntil(const Place &place) const
{
    std::optional<TimePoint> soonest;
    for (const EndpointState *state : healthy(place)) {
        if (!state->limitedUntil || *state->limitedUntil <= m_now)
            return std::nullopt;
        soonest = soonest ? std::min(soonest, state->limitedUntil) : state->limitedUntil;
    }
    return soonest;
}

std::optional<TimePoint> FailoverView::troubleSince(const Place &place) const
{
    std::optional<TimePoint> last;
    for (const EndpointState *state : usable(place))
        last = std::max(last, state->health.failingSince);
    return last;
}

std::optional<FailureFacts> FailoverView::lastFailure(const Place &place) const
{
    const EndpointState *last = nullptr;
    for (const Endpoint &endpoint : place.config->endpoints) {
        const EndpointState *state = known(endpoint);
        if (state->health.lastFailure && (!last || *state->health.lastFailure > *last->health.lastFailure))
            last = state;
    }
    return last ? last->health.lastFailureFacts : std::nullopt;
}

/// A Neutral answer (a 400, say) confirms as well as a success does; not if a failure came after it.
bool FailoverView::answeredSince(const Place &place, TimePoint since) const
{
    const std::vector<Endpoint> &all = place.config->endpoints;
    return std::any_of(all.begin(), all.end(), [&](const Endpoint &endpoint) {
        const EndpointState *state = known(endpoint);
        if (!isHealthy(*state) || state->health.consecutiveFailures > 0 || !m_setup.hasKey(endpoint.id))
            return false;
        const auto answer = m_state.network.answered.find(endpoint.id);
        return (state->health.lastSuccess && *state->health.lastSuccess >= since) ||
               (answer != m_state.network.answered.end() && answer->second >= since);
    });
}

bool FailoverView::failedSince(const Place &place, TimePoint since) const
{
    const std::vector<const EndpointState *> all = usable(place);
    return std::all_of(all.begin(), all.end(), [&](const EndpointState *state) {
        return state->health.status == HealthStatus::Unhealthy ||
               (state->health.lastFailure && *state->health.lastFailure > since);
    });
}

RejectedCandidate FailoverView::rejected(const Place &place, RejectReason reason) const
{
    return {place.name(), place.priority, reason, 0, 0, std::nullopt};
}

/// Every key was refused.
std::optional<RejectedCandidate> FailoverView::keyTrouble(const Place &place) const
{
    if (!usable(place).empty())
        return std::nullopt;
    RejectedCandidate candidate = rejected(place, RejectReason::KeyRejected);
    for (const Endpoint &endpoint : place.config->endpoints) {
        const EndpointState *state = known(endpoint);
        if (!m_setup.hasKey(endpoint.id))
            continue;
        if (state->key == KeyState::OutOfCredit)
            candidate.reason = RejectReason::OutOfCredit;
        if (state->keyRetryAt && (!candidate.until || *state->keyRetryAt < *candidate.until))
            candidate.until = state->keyRetryAt;
    }
    return candidate;
}

std::optional<RejectedCandidate> FailoverView::unfit(const Place &place) const
{
    if (place.priority == Priority::Disabled)
        return rejected(place, RejectReason::Disabled);
    if (!place.groupEnabled)
        return rejected(place, RejectReason::GroupOff);
    if (place.config->endpoints.empty())
        return rejected(place, RejectReason::NoEndpoints);
    if (keyed(place).empty())
        return rejected(place, RejectReason::NoKey);
    if (std::optional<RejectedCandidate> refused = keyTrouble(place))
        return refused;
    const ConfigHealth state = health(place);
    if (!state.isHealthy()) {
        const bool unknown = state.status == HealthStatus::Unknown;
        RejectedCandidate why = rejected(place, unknown ? RejectReason::NotChecked : RejectReason::Unhealthy);
        why.have = state.consecutiveFailures;
        why.need = policy().failureThreshold;
        return why;
    }
    if (const std::optional<TimePoint> until = limitedUntil(place)) {
        RejectedCandidate why = rejected(place, RejectReason::Limited);
        why.until = until;
        return why;
    }
    return std::nullopt;
}

const Pin *FailoverView::pin() const
{
    const std::optional<Pin> &pin = m_state.pin;
    return pin && (!pin->until || *pin->until > m_now) ? &*pin : nullptr;
}

std::optional<TimePoint> FailoverView::coolDownUntil() const
{
    if (!m_state.lastSwitch || *m_state.lastSwitch + policy().cooldownPeriod <= m_now)
        return std::nullopt;
    return *m_state.lastSwitch + policy().cooldownPeriod;
}

int FailoverView::switchesInHour() const
{
    return static_cast<int>(std::count_if(m_state.recentSwitches.begin(), m_state.recentSwitches.end(),
                                          [&](TimePoint at) { return at + kHour > m_now; }));
}

std::optional<TimePoint> FailoverView::limitFreeAt() const
{
    const int most = policy().maxFailoversPerHour;
    if (switchesInHour() < most)
        return std::nullopt;
    return m_state.recentSwitches[m_state.recentSwitches.size() - static_cast<size_t>(most)] + kHour;
}

} // namespace qcc

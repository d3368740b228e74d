// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/routing.h"

namespace qcc {
namespace {

/// Why an endpoint can't be tried now, and until when.
struct Obstacle
{
    SkipReason reason;
    std::optional<TimePoint> until;
};

/// One config that requests may be routed to, at its place in the groups.
struct Routed
{
    const Config *config;
    Priority priority;
};

/// The plan in the making: all of a request's view of the endpoints.
class Planner
{
public:
    Planner(const Settings &settings, const EndpointStates &states, const PlanRequest &request, TimePoint now,
            const std::function<bool(const EndpointId &)> &hasKey)
        : m_settings(settings), m_states(states), m_request(request), m_now(now), m_hasKey(hasKey)
    {
    }

    RoutingPlan make() const;

private:
    std::vector<Routed> fromTheTop() const;
    std::vector<Routed> ordered() const;
    const SessionPull *session() const;
    std::optional<Candidate> firstChoice(const std::vector<Routed> &configs) const;
    std::optional<Candidate> firstWithKey(const Routed &routed) const;
    std::optional<Obstacle> obstacle(const EndpointId &id) const;
    std::optional<Obstacle> keyObstacle(const EndpointState &state) const;
    std::optional<Obstacle> modelObstacle(const EndpointState &state) const;
    bool hasFreeEndpoint(const Config &config) const;
    void putAvoidedLast(std::vector<Candidate> &candidates) const;
    static void tryAnyway(RoutingPlan &plan, std::initializer_list<SkipReason> reasons);
    static void addLastResorts(RoutingPlan &plan);

    const Settings &m_settings;
    const EndpointStates &m_states;
    const PlanRequest &m_request;
    TimePoint m_now;
    const std::function<bool(const EndpointId &)> &m_hasKey;
};

std::vector<Routed> Planner::fromTheTop() const
{
    std::vector<Routed> configs;
    for (const Priority priority : kRoutedPriorities) {
        const PriorityGroup &group = m_settings.groups.group(priority);
        if (!group.enabled)
            continue;
        for (const QString &name : group.configNames) {
            if (const Config *config = m_settings.find(name))
                configs.push_back({config, priority});
        }
    }
    return configs;
}

/// All routed configs with endpoints in the order in which a request tries them.
std::vector<Routed> Planner::ordered() const
{
    std::vector<Routed> configs = fromTheTop();
    const auto named = [&](const QString &name) {
        return std::find_if(configs.begin(), configs.end(),
                            [&](const Routed &r) { return r.config->name == name; });
    };
    if (const auto active = named(m_request.active); active != configs.end()) {
        const Priority group = active->priority;
        std::stable_partition(configs.begin(), configs.end(),
                              [&](const Routed &r) { return r.priority == group; });
        const auto again = named(m_request.active);
        std::rotate(configs.begin(), again, again + 1);
    }
    if (const SessionPull *pull = session()) {
        const auto home = named(pull->config);
        if (home != configs.end() && hasFreeEndpoint(*home->config))
            std::rotate(configs.begin(), home, home + 1);
    }
    std::erase_if(configs, [](const Routed &r) { return r.config->endpoints.empty(); });
    return configs;
}

/// What the session's past means; nothing to questions of other kinds.
const SessionPull *Planner::session() const
{
    return m_request.kind == RequestKind::Other ? nullptr : &m_request.session;
}

std::optional<Candidate> Planner::firstWithKey(const Routed &routed) const
{
    for (const Endpoint &endpoint : routed.config->endpoints) {
        if (m_hasKey(endpoint.id))
            return Candidate{routed.config->name, endpoint.id, routed.priority};
    }
    return std::nullopt;
}

std::optional<Candidate> Planner::firstChoice(const std::vector<Routed> &configs) const
{
    if (const SessionPull *pull = session()) {
        const auto home = std::find_if(configs.begin(), configs.end(),
                                       [&](const Routed &r) { return r.config->name == pull->config; });
        const std::optional<Candidate> first = home == configs.end() ? std::nullopt : firstWithKey(*home);
        if (first)
            return first;
    }
    for (const Routed &routed : configs) {
        if (const std::optional<Candidate> first = firstWithKey(routed))
            return first;
    }
    return std::nullopt;
}

std::optional<Obstacle> Planner::keyObstacle(const EndpointState &state) const
{
    if (state.key == KeyState::Ok || (state.keyRetryAt && *state.keyRetryAt <= m_now))
        return std::nullopt;
    return Obstacle{state.key == KeyState::OutOfCredit ? SkipReason::OutOfCredit : SkipReason::KeyRejected,
                    state.keyRetryAt};
}

std::optional<Obstacle> Planner::modelObstacle(const EndpointState &state) const
{
    if (m_request.kind == RequestKind::Other)
        return std::nullopt;
    const auto it = state.modelHolds.find(modelKey(m_request.kind, m_request.model));
    if (it == state.modelHolds.end() || it->second.until <= m_now)
        return std::nullopt;
    return Obstacle{it->second.reason, it->second.until};
}

std::optional<Obstacle> Planner::obstacle(const EndpointId &id) const
{
    if (!m_hasKey(id))
        return Obstacle{SkipReason::NoKey, std::nullopt};
    const auto it = m_states.find(id);
    if (it == m_states.end())
        return std::nullopt;
    const EndpointState &state = it->second;
    if (const std::optional<Obstacle> key = keyObstacle(state))
        return key;
    if (state.limitedUntil && *state.limitedUntil > m_now)
        return Obstacle{SkipReason::Limited, state.limitedUntil};
    if (const std::optional<Obstacle> model = modelObstacle(state))
        return model;
    if (state.breaker.admits(m_now))
        return std::nullopt;
    const bool open = state.breaker.state(m_now) == Breaker::State::Open;
    return Obstacle{open ? SkipReason::BreakerOpen : SkipReason::TrialTaken, state.breaker.trialAt()};
}

bool Planner::hasFreeEndpoint(const Config &config) const
{
    return std::any_of(config.endpoints.begin(), config.endpoints.end(),
                       [&](const Endpoint &endpoint) { return !obstacle(endpoint.id); });
}

void Planner::putAvoidedLast(std::vector<Candidate> &candidates) const
{
    if (!session())
        return;
    for (const EndpointId &broken : session()->avoid)
        std::stable_partition(candidates.begin(), candidates.end(),
                              [&](const Candidate &c) { return c.endpoint != broken; });
}

/// Moves the skipped ones with such a reason behind the candidates, those that may be tried soonest first.
void Planner::tryAnyway(RoutingPlan &plan, std::initializer_list<SkipReason> reasons)
{
    const auto stays = [&](const SkippedCandidate &s) {
        return std::find(reasons.begin(), reasons.end(), s.reason) == reasons.end();
    };
    const auto end = std::stable_partition(plan.skipped.begin(), plan.skipped.end(), stays);
    std::stable_sort(end, plan.skipped.end(),
                     [](const SkippedCandidate &a, const SkippedCandidate &b) { return a.until < b.until; });
    std::for_each(end, plan.skipped.end(),
                  [&](const SkippedCandidate &s) { plan.candidates.push_back(s.candidate); });
    plan.skipped.erase(end, plan.skipped.end());
}

/// Better an unlikely endpoint than a certain error.
void Planner::addLastResorts(RoutingPlan &plan)
{
    tryAnyway(plan, {SkipReason::BreakerOpen, SkipReason::TrialTaken});
    tryAnyway(plan, {SkipReason::ModelLimited});
    if (plan.candidates.empty() && plan.skipped.size() == 1)
        tryAnyway(plan, {SkipReason::OutOfCredit, SkipReason::KeyRejected});
    const auto isMissing = [](const SkippedCandidate &s) { return s.reason == SkipReason::ModelMissing; };
    if (plan.candidates.empty() && std::all_of(plan.skipped.begin(), plan.skipped.end(), isMissing)) {
        for (const SkippedCandidate &skipped : std::exchange(plan.skipped, {}))
            plan.candidates.push_back(skipped.candidate);
    }
}

RoutingPlan Planner::make() const
{
    std::vector<Routed> configs = ordered();
    RoutingPlan plan;
    plan.firstChoice = firstChoice(configs);
    plan.sessionConfigs = m_request.session.answeredBy;
    if ((m_request.kind == RequestKind::Other || !m_settings.policy.spillOverEnabled) && configs.size() > 1)
        configs.resize(1, configs.front());

    for (const Routed &routed : configs) {
        for (const Endpoint &endpoint : routed.config->endpoints) {
            const Candidate candidate{routed.config->name, endpoint.id, routed.priority};
            if (const std::optional<Obstacle> why = obstacle(endpoint.id))
                plan.skipped.push_back({candidate, why->reason, why->until});
            else
                plan.candidates.push_back(candidate);
        }
    }
    putAvoidedLast(plan.candidates);
    const bool anyFree = !plan.candidates.empty();
    addLastResorts(plan);
    if (!anyFree)
        putAvoidedLast(plan.candidates);
    if (plan.candidates.size() > static_cast<size_t>(kMaxAttempts))
        plan.candidates.resize(kMaxAttempts);
    return plan;
}

} // namespace

RoutingPlan plan(const Settings &settings, const EndpointStates &states, const PlanRequest &request,
                 TimePoint now, const std::function<bool(const EndpointId &)> &hasKey)
{
    return Planner(settings, states, request, now, hasKey).make();
}

QString routedActiveConfig(const Settings &settings, const QString &active)
{
    // As if every endpoint were well: the order that the settings alone ask for.
    const RoutingPlan order = plan(settings, {}, PlanRequest{RequestKind::Messages, {}, active}, TimePoint{},
                                   [](const EndpointId &) { return true; });
    return order.candidates.empty() ? QString() : order.candidates.front().config;
}

} // namespace qcc

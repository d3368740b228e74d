// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_host.h"

namespace qcc::test {

TestHost::TestHost() = default;

void TestHost::addConfig(const QString &name, Priority priority)
{
    settings.configs.push_back(Config{name, {}, {}});
    settings.groups.place(name, priority);
    if (settings.activeConfig.isEmpty())
        settings.activeConfig = name;
}

EndpointId TestHost::addEndpoint(const QString &config, const QUrl &url, HttpVersion http)
{
    Config *owner = settings.find(config);
    Endpoint endpoint;
    endpoint.id.value = config + QLatin1Char('-') + QString::number(owner->endpoints.size() + 1);
    endpoint.name = QLatin1String("at-") + endpoint.id.value;
    endpoint.url = url;
    endpoint.http = http;
    keys[endpoint.id] = "key-of-" + endpoint.id.value.toLatin1();
    owner->endpoints.push_back(endpoint);
    return endpoint.id;
}

Endpoint &TestHost::endpoint(const EndpointId &id)
{
    for (Config &config : settings.configs) {
        for (Endpoint &endpoint : config.endpoints) {
            if (endpoint.id == id)
                return endpoint;
        }
    }
    qFatal("no such endpoint");
}

std::vector<Outcome> TestHost::outcomesAt(const EndpointId &id) const
{
    std::vector<Outcome> outcomes;
    for (const Attempted &each : attempts) {
        if (each.candidate.endpoint == id)
            outcomes.push_back(each.outcome);
    }
    return outcomes;
}

TimePoint TestHost::now() const
{
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()) + m_offset;
}

RoutingPlan TestHost::plan(const RequestFacts &facts)
{
    const SessionRequest session{facts.session, facts.model, facts.mark};
    if (facts.kind == RequestKind::Messages)
        sessions.began(facts.number, session, now());
    const PlanRequest request{facts.kind, facts.model, settings.activeConfig,
                              sessions.pullOn(session, now())};
    RoutingPlan made = qcc::plan(settings, states, request, now(),
                                 [this](const EndpointId &id) { return keys.contains(id); });
    if (!sessionConfigs.empty())
        made.sessionConfigs = sessionConfigs;
    return made;
}

std::optional<EndpointTarget> TestHost::target(const EndpointId &id)
{
    for (const Config &config : settings.configs) {
        for (const Endpoint &endpoint : config.endpoints) {
            if (endpoint.id == id)
                return EndpointTarget{endpoint, Secret(keys[id]), config.nextPatterns, config.modelMappings,
                                      config.extraHeaders};
        }
    }
    return std::nullopt;
}

UpstreamTransport &TestHost::transport(const Endpoint &endpoint)
{
    if (endpoint.http == HttpVersion::Http2)
        return m_qnam;
    return m_pooled;
}

void TestHost::attemptStarted(const RequestFacts &, const Candidate &candidate)
{
    started.push_back(candidate);
    states[candidate.endpoint].breaker.admit(now());
}

void TestHost::attemptEnded(const RequestFacts &facts, const Candidate &candidate, const Outcome &outcome)
{
    attempts.push_back({facts, candidate, outcome});
    record(states[candidate.endpoint], outcome, facts.number, modelKey(facts.kind, facts.model), now());
    const SessionRequest session{facts.session, facts.model, facts.mark};
    if (outcome.kind == OutcomeKind::Success)
        sessions.served(session, candidate.config, now());
    if (outcome.kind == OutcomeKind::BrokenStream)
        sessions.broke(session, candidate.endpoint, now());
}

} // namespace qcc::test

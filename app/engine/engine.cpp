// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine.h"

#include <QRandomGenerator>

namespace qcc {

namespace {

ViaPseudonym newPseudonym()
{
    const QString number = QString::number(QRandomGenerator::system()->generate64(), 16);
    return {"qcc-" + number.rightJustified(16, QLatin1Char('0')).toLatin1()};
}

} // namespace

Engine::Engine(const QString &home, SharedSettings settings, const ProxyLimits &limits,
               const HealthOptions &health)
    : m_home(home), m_settings(std::move(settings)), m_shownSettings(m_settings->settings),
      m_token(m_settings->localToken.clone()), m_startedAt(m_clock.now()), m_via(newPseudonym()),
      m_loop(m_clock, m_settings), m_sampler(m_loop, m_clock), m_monitor(*this, health),
      m_probes(*this, health), m_proxy(*this, limits), m_serving(m_proxy)
{
    indexEndpoints();
    connect(&m_proxy, &ProxyServer::stopped, this, &Engine::stopped);
    connect(&m_desk, &CommandDesk::settingsChanged, this, &Engine::adopt);
    connect(&m_desk, &CommandDesk::tokenChanged, this, &Engine::adoptToken);
    connect(&m_loop, &FailoverLoop::activeChanged, this, &Engine::activate);
    connect(&m_loop, &FailoverLoop::announced, &m_news, &DoorNews::announced);
    connect(&m_loop, &FailoverLoop::checkWanted, &m_monitor, &HealthMonitor::checkNow);
    connect(&m_loop, &FailoverLoop::alertRaised, &m_monitor, &HealthMonitor::reconsider);
    connect(&m_loop, &FailoverLoop::alertCleared, &m_monitor, &HealthMonitor::reconsider);
    connect(&m_probes, &ProbeDesk::wayEnded, this, &Engine::forgetWay);
    connect(&m_wake, &WakeWatch::wokeUp, this, &Engine::wokeUp);
    connect(&m_records, &RecordBatch::filled, this, &Engine::requestsFinished);
    connect(&m_sampler, &HealthSampler::sampled, this, &Engine::sampled);
}

void Engine::begin(RememberedState remembered, HealthChecks checks)
{
    const std::vector<ServedTurn> turns = std::exchange(remembered.turns, {});
    m_loop.begin(std::move(remembered));
    restoreSessions(turns);
    m_shownSettings.activeConfig = m_loop.state().active;
    nameActiveInFile();
    m_checks = checks;
    if (checks == HealthChecks::On)
        m_monitor.start();
    m_wake.start();
    m_sampler.start();
}

double Engine::jitter()
{
    return QRandomGenerator::global()->generateDouble();
}

bool Engine::tokenMatches(QByteArrayView candidate) const
{
    return !m_token.isEmpty() && m_token.matches(candidate);
}

std::optional<EndpointTarget> Engine::target(const EndpointId &endpoint)
{
    const auto found = m_endpoints.find(endpoint);
    const auto key = m_settings->keys.find(endpoint);
    if (found == m_endpoints.end() || key == m_settings->keys.end())
        return std::nullopt;
    const Config *config = m_settings->settings.ownerOf(endpoint);
    return EndpointTarget{found->second, key->second.clone(),
                          config ? config->nextPatterns : std::vector<NextPattern>(),
                          config ? config->modelMappings : std::vector<ModelMapping>(),
                          config ? config->extraHeaders : std::vector<ExtraHeader>()};
}

UpstreamTransport &Engine::transport(const Endpoint &endpoint)
{
    if (endpoint.http == HttpVersion::Http2)
        return m_qnam;
    return m_pooled;
}

void Engine::attemptStarted(const RequestFacts &facts, const Candidate &candidate)
{
    m_attempts.started(facts.number, candidate.endpoint, now());
    m_loop.attemptStarted(candidate.endpoint);
}

void Engine::attemptEnded(const RequestFacts &facts, const Candidate &candidate, const Outcome &outcome)
{
    noteSession(facts, candidate, outcome);
    const std::optional<TimePoint> startedAt = m_attempts.ended(facts.number, candidate.endpoint);
    if (!startedAt)
        return;
    if (outcome.fault != TransportFault::None)
        m_wake.look(); // its own timer may come later than what the sleep has done
    m_loop.apply(Evidence{candidate.endpoint, EvidenceSource::Traffic, facts.number,
                          modelKey(facts.kind, facts.model), outcome, *startedAt, std::nullopt});
    m_proxy.reconsiderHeld();
    if (outcome.kind == OutcomeKind::Success)
        return;
    m_sampler.look(candidate.endpoint);
    m_monitor.reconsider();
}

void Engine::requestEnded(const RequestRecord &record)
{
    m_counters.add(record);
    m_sessions.ended(record.number, now());
    m_records.add(record);
    const bool plain = record.end == RequestEnd::Served && record.attempts.size() == 1 &&
                       record.attempts.front().outcome.kind == OutcomeKind::Success &&
                       record.held == milliseconds(0);
    if (!plain && record.end != RequestEnd::ClientGone)
        Q_EMIT requestNoted(record);
}

void Engine::indexEndpoints()
{
    for (const Config &config : m_settings->settings.configs) {
        for (const Endpoint &endpoint : config.endpoints)
            m_endpoints.emplace(endpoint.id, endpoint);
    }
}

} // namespace qcc

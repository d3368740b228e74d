// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/engine.h"

#include "app/engine/endpoint_snapshots.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace qcc {

namespace {

ViaPseudonym newPseudonym()
{
    const QString number = QString::number(QRandomGenerator::system()->generate64(), 16);
    return {"qcc-" + number.rightJustified(16, QLatin1Char('0')).toLatin1()};
}

bool sameKey(const LoadedSettings &before, const LoadedSettings &after, const EndpointId &id)
{
    const auto old = before.keys.find(id);
    const auto now = after.keys.find(id);
    if (old == before.keys.end() || now == after.keys.end())
        return old == before.keys.end() && now == after.keys.end();
    return old->second.matches(now->second.reveal());
}

/// Equal in all that an answer may depend on.
bool sameWay(Endpoint before, const Endpoint &after)
{
    before.name = after.name;
    return before == after;
}

} // namespace

Engine::Engine(const QString &home, SharedSettings settings, const ProxyLimits &limits)
    : m_home(home), m_settings(std::move(settings)), m_token(m_settings->localToken.clone()),
      m_startedAt(m_clock.now()), m_via(newPseudonym()), m_proxy(*this, limits)
{
    indexEndpoints();
    connect(&m_proxy, &ProxyServer::stopped, this, &Engine::stopped);
    connect(&m_desk, &CommandDesk::settingsChanged, this, &Engine::adopt);
}

Result<ListenAddress> Engine::open(const QString &host, quint16 port)
{
    Result<ListenAddress> address = m_proxy.open(host, port);
    if (address) {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(address->host);
        url.setPort(address->port);
        m_listenUrl = url.toString();
    }
    return address;
}

double Engine::jitter()
{
    return QRandomGenerator::global()->generateDouble();
}

bool Engine::tokenMatches(QByteArrayView candidate) const
{
    return !m_token.isEmpty() && m_token.matches(candidate);
}

RoutingPlan Engine::plan(const RequestFacts &facts)
{
    PlanRequest request{facts.kind, facts.model, m_settings->settings.activeConfig, nullptr};
    if (!facts.session.isEmpty())
        request.session = m_sessions.find(facts.session);
    return qcc::plan(m_settings->settings, m_states, request, now(),
                     [this](const EndpointId &id) { return m_settings->keys.contains(id); });
}

std::optional<EndpointTarget> Engine::target(const EndpointId &endpoint)
{
    const auto found = m_endpoints.find(endpoint);
    const auto key = m_settings->keys.find(endpoint);
    if (found == m_endpoints.end() || key == m_settings->keys.end())
        return std::nullopt;
    return EndpointTarget{found->second, key->second.clone()};
}

UpstreamTransport &Engine::transport(const Endpoint &endpoint)
{
    if (endpoint.http == HttpVersion::Http2)
        return m_qnam;
    return m_pooled;
}

void Engine::attemptStarted(const RequestFacts &facts, const Candidate &candidate)
{
    m_attempts.started(facts.number, candidate.endpoint);
    m_states[candidate.endpoint].breaker.admit(now());
}

void Engine::attemptEnded(const RequestFacts &facts, const Candidate &candidate, const Outcome &outcome)
{
    if (m_attempts.ended(facts.number, candidate.endpoint))
        record(m_states[candidate.endpoint], outcome, facts.number, modelKey(facts.kind, facts.model), now());
}

void Engine::requestEnded(const RequestRecord &record)
{
    remember(record);
    const bool plain = record.end == RequestEnd::Served && record.attempts.size() == 1 &&
                       record.attempts.front().outcome.kind == OutcomeKind::Success;
    if (!plain && record.end != RequestEnd::ClientGone)
        Q_EMIT requestNoted(record);
}

void Engine::remember(const RequestRecord &record)
{
    switch (record.end) {
    case RequestEnd::Served:
        ++m_served;
        if (record.attempts.size() > 1)
            ++m_spilledOver;
        break;
    case RequestEnd::Failed:
    case RequestEnd::Broken:
        ++m_failed;
        break;
    case RequestEnd::ClientGone:
        break;
    }
    if (record.session.isEmpty() || record.attempts.empty() || record.kind != RequestKind::Messages)
        return;
    const AttemptRecord &last = record.attempts.back();
    if (record.end == RequestEnd::Broken || last.outcome.kind == OutcomeKind::BrokenStream)
        m_sessions.broke(record.session, last.endpoint, now());
    else if (record.end == RequestEnd::Served && last.outcome.kind == OutcomeKind::Success)
        m_sessions.served(record.session, last.config, now());
}

void Engine::submit(Command command, std::function<void(Result<Done>)> done)
{
    m_desk.submit(std::move(command), std::move(done));
}

ProxySnapshot Engine::snapshot() const
{
    ProxySnapshot shown;
    shown.home = m_home;
    shown.version = QStringLiteral(QCC_VERSION);
    shown.pid = QCoreApplication::applicationPid();
    shown.listenUrl = m_listenUrl;
    shown.startedAt = m_startedAt;
    shown.activeConfig = routedActiveConfig(m_settings->settings, m_settings->settings.activeConfig);
    shown.clientConnections = m_proxy.connectionCount();
    shown.runningRequests = m_proxy.requestCount();
    shown.requestsServed = m_served;
    shown.requestsFailed = m_failed;
    shown.spilledOver = m_spilledOver;
    shown.endpoints = endpointSnapshots(m_settings->settings, m_settings->keys, m_states, now());
    return shown;
}

void Engine::requestStop()
{
    Q_EMIT stopping(m_proxy.requestCount());
    m_proxy.stopGracefully();
}

void Engine::adopt(const SharedSettings &settings)
{
    const SharedSettings before = std::exchange(m_settings, settings);
    const std::map<EndpointId, Endpoint> old = std::exchange(m_endpoints, {});
    indexEndpoints();
    for (const auto &[id, endpoint] : old) {
        const auto still = m_endpoints.find(id);
        if (still != m_endpoints.end() && sameWay(endpoint, still->second) &&
            sameKey(*before, *m_settings, id))
            continue;
        m_states.erase(id); // what was known is of another URL or key
        m_attempts.changed(id);
        m_pooled.forget(id);
        m_qnam.forget(id);
    }
    for (const Config &config : before->settings.configs) {
        if (!m_settings->settings.find(config.name))
            m_sessions.forget(config.name);
    }
}

void Engine::indexEndpoints()
{
    for (const Config &config : m_settings->settings.configs) {
        for (const Endpoint &endpoint : config.endpoints)
            m_endpoints.emplace(endpoint.id, endpoint);
    }
}

} // namespace qcc

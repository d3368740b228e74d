// SPDX-License-Identifier: GPL-3.0-or-later
// Where the requests of a conversation go, and what people are told of it.
#include "app/engine/engine.h"

namespace qcc {

namespace {

SessionRequest sessionRequest(const RequestFacts &facts)
{
    return {facts.session, facts.model, facts.mark};
}

} // namespace

RoutingPlan Engine::plan(const RequestFacts &facts)
{
    const SessionRequest session = sessionRequest(facts);
    if (facts.kind == RequestKind::Messages)
        m_sessions.began(facts.number, session, now());
    if (const QString config = m_sessions.placedByHand(facts.session); !config.isEmpty() && !canServe(config))
        m_sessions.release(config);
    const PlanRequest request{facts.kind, facts.model, m_loop.state().active,
                              m_sessions.pullOn(session, now())};
    return qcc::plan(m_settings->settings, m_loop.state().endpoints, request, now(),
                     [this](const EndpointId &id) { return m_settings->keys.contains(id); });
}

bool Engine::mayComeAgain(const QByteArray &session) const
{
    return m_sessions.mayComeAgain(session, now());
}

void Engine::noteSession(const RequestFacts &facts, const Candidate &candidate, const Outcome &outcome)
{
    if (facts.kind != RequestKind::Messages)
        return;
    if (outcome.kind == OutcomeKind::BrokenStream)
        m_sessions.broke(sessionRequest(facts), candidate.endpoint, now());
    else if (outcome.kind == OutcomeKind::Success)
        m_sessions.served(sessionRequest(facts), candidate.config, now());
}

/// It may be routed to, and is not down.
bool Engine::canServe(const QString &config) const
{
    const Config *known = m_settings->settings.find(config);
    return known && checkSwitch(m_loop.state(), m_loop.setup(), {config, {}, kUntilReleased}) &&
           healthOf(*known, m_loop.state(), m_loop.setup()).status != HealthStatus::Unhealthy;
}

/// After other settings: what can't be routed to holds no conversation.
void Engine::keepSessions(const std::optional<Rename> &renamed)
{
    if (renamed)
        m_sessions.renamed(renamed->from, renamed->to);
    std::set<QString> routable;
    for (const Config &config : m_settings->settings.configs) {
        if (checkSwitch(m_loop.state(), m_loop.setup(), {config.name, {}, kUntilReleased}))
            routable.insert(config.name);
    }
    m_sessions.keepOnly(routable);
}

std::vector<SessionSnapshot> Engine::sessions() const
{
    return m_sessions.list(routedActiveConfig(m_settings->settings, m_loop.state().active), now(),
                           kMostShownSessions);
}

void Engine::moveSession(MoveSession command, std::function<void(Result<Done>)> done)
{
    if (!command.config.isEmpty()) {
        const SwitchConfig there{command.config, {}, kUntilReleased};
        if (const Result<Done> permitted = checkSwitch(m_loop.state(), m_loop.setup(), there); !permitted)
            return done(permitted.refusal());
    }
    done(m_sessions.move(command));
}

} // namespace qcc

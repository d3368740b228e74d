// SPDX-License-Identifier: GPL-3.0-or-later
// Where the requests of a conversation go, and what people are told of it.
#include "app/engine/engine.h"

namespace qcc {

namespace {

/// After a restart conversations stay where they were; older turns say only who has answered them.
constexpr minutes kTurnsOf{60};

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
        return m_sessions.broke(sessionRequest(facts), candidate.endpoint, now());
    // By its name now: while the answer came it may have got another one, or been removed.
    const Config *config = m_settings->settings.ownerOf(candidate.endpoint);
    if (outcome.kind != OutcomeKind::Success || !config)
        return;
    m_sessions.served(sessionRequest(facts), config->name, now());
    if (!mayServe(config->name))
        keepSessions(std::nullopt);
}

bool Engine::mayServe(const QString &config) const
{
    return checkSwitch(m_loop.state(), m_loop.setup(), {config, {}, kUntilReleased}).ok();
}

/// It may be routed to, and is not down.
bool Engine::canServe(const QString &config) const
{
    const Config *known = m_settings->settings.find(config);
    return known && mayServe(config) &&
           healthOf(*known, m_loop.state(), m_loop.setup()).status != HealthStatus::Unhealthy;
}

/// After other settings: what can't be routed to holds no conversation.
void Engine::keepSessions(const std::optional<Rename> &renamed)
{
    if (renamed)
        m_sessions.renamed(renamed->from, renamed->to);
    std::set<QString> routable;
    for (const Config &config : m_settings->settings.configs) {
        if (mayServe(config.name))
            routable.insert(config.name);
    }
    m_sessions.keepOnly(routable);
}

void Engine::restoreSessions(const std::vector<ServedTurn> &turns)
{
    for (const ServedTurn &turn : turns) {
        if (now() - turn.at < kTurnsOf && turn.at <= now())
            m_sessions.restore(turn.session, turn.model, turn.config, turn.at);
    }
    keepSessions(std::nullopt);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/failover_laws.h"

namespace qcc::test {
namespace {

constexpr int kSecondLookEvery = 16; ///< steps without effects; it costs as much as the step

bool isSwitch(DecisionRule rule)
{
    return rule < DecisionRule::AllWell;
}

bool pinHolds(const FailoverState &before, const FailoverInput &input, TimePoint now)
{
    return before.pin && (!before.pin->until || *before.pin->until > now) &&
           !std::holds_alternative<PinReleased>(input);
}

} // namespace

FailoverLaws::FailoverLaws(FailoverWorld &world) : m_world(world), m_active(world.state.active)
{
    world.watch = [this](const FailoverState &before, const FailoverInput &input, const FailoverStep &next) {
        look(before, input, next);
    };
}

void FailoverLaws::must(bool law, const char *text)
{
    if (!law && m_broken.isEmpty())
        m_broken = QString::fromLatin1(text) + QStringLiteral(" — ") + m_world.log(15).right(300);
}

bool FailoverLaws::routable(const QString &config) const
{
    const Config *found = m_world.settings.find(config);
    const std::optional<Priority> priority = m_world.settings.groups.priorityOf(config);
    return found && priority && *priority != Priority::Disabled &&
           m_world.settings.groups.group(*priority).enabled &&
           std::any_of(found->endpoints.begin(), found->endpoints.end(),
                       [&](const Endpoint &e) { return !m_world.keyless.contains(e.id); });
}

ConfigHealth FailoverLaws::health(const QString &config, const FailoverState &state) const
{
    const Config *found = m_world.settings.find(config);
    return found ? healthOf(*found, state, m_world.setup()) : ConfigHealth();
}

void FailoverLaws::look(const FailoverState &before, const FailoverInput &input, const FailoverStep &next)
{
    for (const FailoverEffect &effect : next.effects) {
        if (const auto *activated = std::get_if<ActivateConfig>(&effect))
            m_active = activated->config;
        if (const auto *recorded = std::get_if<RecordEvent>(&effect))
            lookAtEvent(before, input, next, recorded->event);
    }
    lookAtFrozen(before, input, next.state);
    lookAtRest(next);
}

void FailoverLaws::lookAtEvent(const FailoverState &before, const FailoverInput &input,
                               const FailoverStep &next, const FailoverEvent &event)
{
    must(event.decision.has_value(), "an event without its decision");
    must(event.at == m_world.now, "an event at another time");
    if (!event.success) {
        must(!isSwitch(event.decision->rule), "a failed attempt with the rule of a switch");
        return;
    }
    must(m_active == event.to, "an event without its activation");
    must(isSwitch(event.decision->rule), "a switch without the rule of one");
    must(event.to.isEmpty() || routable(event.to), "a switch to a config that can't be routed to");
    switch (event.type) {
    case FailoverEventType::Failover:
        lookAtAutomatic(event);
        lookAtFailover(next.state, event);
        break;
    case FailoverEventType::Recovery:
        lookAtAutomatic(event);
        lookAtRecovery(before, input, next.state, event);
        break;
    case FailoverEventType::Manual:
        must(!std::holds_alternative<TimePassed>(input), "a choice by hand without a person");
        break;
    case FailoverEventType::Activation:
        must(event.from.isEmpty() || !routable(event.from), "an activation from a config that was there");
        break;
    }
}

void FailoverLaws::lookAtAutomatic(const FailoverEvent &event)
{
    const FailoverPolicy &policy = m_world.settings.policy;
    if (!m_automatic.empty())
        must(event.at >= m_automatic.back() + policy.cooldownPeriod, "two switches inside the cool-down");
    m_automatic.push_back(event.at);
    const auto inHour = std::count_if(m_automatic.begin(), m_automatic.end(),
                                      [&](TimePoint at) { return at + kHour > event.at; });
    must(inHour <= policy.maxFailoversPerHour, "more switches in an hour than the limit");
}

void FailoverLaws::lookAtFailover(const FailoverState &after, const FailoverEvent &event)
{
    const FailoverPolicy &policy = m_world.settings.policy;
    must(policy.autoFailoverEnabled, "a failover although that is off");
    must(after.network.state == OwnNetwork::State::Up, "a failover while the own network is not up");
    must(health(event.to, after).isHealthy(), "a failover to an unhealthy config");
    const ConfigHealth left = health(event.from, after);
    must(!left.isHealthy() || left.consecutiveFailures >= policy.failureThreshold,
         "a failover from a config that works");
}

void FailoverLaws::lookAtRecovery(const FailoverState &before, const FailoverInput &input,
                                  const FailoverState &after, const FailoverEvent &event)
{
    const FailoverPolicy &policy = m_world.settings.policy;
    must(policy.autoRecoveryEnabled, "a return although that is off");
    must(after.network.state == OwnNetwork::State::Up, "a return while the own network is not up");
    const ConfigHealth chosen = health(event.to, after);
    must(chosen.isHealthy(), "a return to an unhealthy config");
    must(chosen.consecutiveSuccesses >= policy.successThreshold, "a return after too few successes");
    const auto down = after.lastDown.find(event.to);
    must(down == after.lastDown.end() || event.at >= down->second + policy.recoveryDelay,
         "a return inside the recovery delay");
    must(!pinHolds(before, input, event.at) || before.active != event.from, "a pinned choice was undone");
}

/// Between two steps nothing may be due, and the active config is one that can be.
void FailoverLaws::lookAtRest(const FailoverStep &next)
{
    const FailoverState &state = next.state;
    const FailoverSetup setup = m_world.setup();
    must(state.active == m_active, "another active config than was said");
    must(state.active.isEmpty() || routable(state.active), "an active config that can't be routed to");
    must(!isSwitch(explain(state, setup, m_world.now).rule), "a switch is due, and was not made");
    const std::optional<TimePoint> due = nextDeadline(state, setup, m_world.now);
    must(!due || *due > m_world.now, "a deadline that is due for ever");
    must(!state.pin || state.pin->config == state.active, "a pin on another config");
    if (++m_steps % kSecondLookEvery == 0 || !next.effects.empty())
        must(step(state, setup, TimePassed{}, m_world.now).effects.empty(),
             "a second look at the same moment finds something new");
}

void FailoverLaws::lookAtFrozen(const FailoverState &before, const FailoverInput &input,
                                const FailoverState &after)
{
    const auto *evidence = std::get_if<Evidence>(&input);
    const bool frozen = before.network.state == OwnNetwork::State::Down && evidence &&
                        evidence->outcome.fault != TransportFault::None;
    if (!frozen)
        return;
    const auto was = before.endpoints.find(evidence->endpoint);
    const auto is = after.endpoints.find(evidence->endpoint);
    const EndpointHealth first = was == before.endpoints.end() ? EndpointHealth() : was->second.health;
    const EndpointHealth second = is == after.endpoints.end() ? EndpointHealth() : is->second.health;
    must(first == second, "a counter moved while the own network was down");
}

} // namespace qcc::test

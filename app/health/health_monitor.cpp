// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/health_monitor.h"

namespace qcc {
namespace {

constexpr std::chrono::hours kDay{24};

std::vector<EndpointId> endpointsOf(const Settings &settings, const QString &config)
{
    std::vector<EndpointId> endpoints;
    for (const Config &each : settings.configs) {
        if (!config.isEmpty() && each.name != config)
            continue;
        for (const Endpoint &endpoint : each.endpoints)
            endpoints.push_back(endpoint.id);
    }
    return endpoints;
}

} // namespace

struct HealthMonitor::Order
{
    std::vector<EndpointId> endpoints; ///< in the order of the answer
    std::set<EndpointId> waiting;
    std::map<EndpointId, CheckReport> reports;
    std::function<void(Reports)> done;

    Reports inOrder() const
    {
        Reports all;
        for (const EndpointId &id : endpoints) {
            if (const auto found = reports.find(id); found != reports.end())
                all.push_back(found->second);
        }
        return all;
    }
};

HealthMonitor::HealthMonitor(HealthHost &host, HealthOptions options)
    : m_host(host), m_options(std::move(options)),
      m_hasKey([this](const EndpointId &id) { return m_host.hasKey(id); }), m_due([this] { reconsider(); })
{
}

HealthMonitor::~HealthMonitor() = default;

void HealthMonitor::start()
{
    if (m_started)
        return;
    m_started = true;
    m_since = m_host.now();
    m_marks.clear();
    reconsider();
}

void HealthMonitor::stop()
{
    m_started = false;
    m_due.clear();
    m_waiting.clear();
    m_again.clear();
    m_running.clear();
    for (const auto &order : m_orders)
        order->waiting.clear();
    finishOrders();
}

void HealthMonitor::checkNow(const std::vector<EndpointId> &endpoints)
{
    if (!m_started)
        return;
    std::vector<EndpointId> wanted = endpoints;
    if (wanted.empty()) {
        wanted = scheduledEndpoints(m_host.checkedSettings(), m_hasKey);
        std::erase_if(wanted, [this](const EndpointId &id) { return isHeldBack(facts(), id, m_host.now()); });
    }
    for (const EndpointId &id : wanted) {
        if (m_running.contains(id))
            m_again.insert(id); // what began earlier may not say what is wanted now
        else
            enqueue(id);
    }
    pump();
}

void HealthMonitor::check(const QString &config, std::function<void(Reports)> done)
{
    auto order = std::make_unique<Order>();
    order->endpoints = endpointsOf(m_host.checkedSettings(), config);
    order->done = std::move(done);
    // Backwards, each to the front: a person does not wait behind the round.
    for (auto id = order->endpoints.rbegin(); id != order->endpoints.rend(); ++id) {
        if (!m_host.hasKey(*id))
            continue;
        order->waiting.insert(*id);
        if (m_running.contains(*id))
            continue;
        std::erase(m_waiting, *id);
        m_waiting.push_front(*id);
    }
    m_orders.push_back(std::move(order));
    pump();
    finishOrders();
}

void HealthMonitor::settingsChanged(const std::vector<EndpointId> &changed)
{
    const std::vector<EndpointId> scheduled = scheduledEndpoints(m_host.checkedSettings(), m_hasKey);
    for (const EndpointId &id : changed) {
        const bool running = m_running.erase(id) > 0;
        m_marks.erase(id);
        m_messages.erase(id);
        m_again.erase(id);
        const bool isScheduled = std::find(scheduled.begin(), scheduled.end(), id) != scheduled.end();
        if (running || (m_started && isScheduled))
            enqueue(id); // one that is gone is sorted out when its turn comes
    }
    std::erase_if(m_marks, [this](const auto &mark) { return !find(mark.first); });
    pump();
    finishOrders();
    reconsider();
}

void HealthMonitor::reconsider()
{
    if (!m_started)
        return;
    const TimePoint now = m_host.now();
    std::optional<TimePoint> next;
    for (const ScheduledCheck &check : checkSchedule(facts())) {
        if (m_running.contains(check.endpoint))
            continue;
        if (check.at <= now)
            enqueue(check.endpoint);
        else if (!next)
            next = check.at;
    }
    if (next)
        m_due.set(*next - now);
    else
        m_due.clear();
    pump();
}

std::optional<TimePoint> HealthMonitor::nextCheckAt(const EndpointId &endpoint) const
{
    if (!m_started)
        return std::nullopt;
    for (const ScheduledCheck &check : checkSchedule(facts())) {
        if (check.endpoint == endpoint)
            return check.at;
    }
    return std::nullopt;
}

CheckScheduleFacts HealthMonitor::facts() const
{
    return {m_host.checkedSettings(), m_host.failoverState(), m_hasKey, m_marks, m_since, m_host.inTrouble()};
}

const Endpoint *HealthMonitor::find(const EndpointId &endpoint) const
{
    for (const Config &config : m_host.checkedSettings().configs) {
        for (const Endpoint &each : config.endpoints) {
            if (each.id == endpoint)
                return &each;
        }
    }
    return nullptr;
}

bool HealthMonitor::isWaiting(const EndpointId &endpoint) const
{
    return std::find(m_waiting.begin(), m_waiting.end(), endpoint) != m_waiting.end();
}

void HealthMonitor::enqueue(const EndpointId &endpoint)
{
    if (!m_running.contains(endpoint) && !isWaiting(endpoint))
        m_waiting.push_back(endpoint);
}

void HealthMonitor::pump()
{
    while (!m_waiting.empty() && m_running.size() < kParallelChecks) {
        const EndpointId next = m_waiting.front();
        m_waiting.pop_front();
        begin(next);
    }
}

void HealthMonitor::begin(const EndpointId &id)
{
    const Endpoint *endpoint = find(id);
    std::optional<Secret> key = endpoint ? m_host.keyOf(id) : std::nullopt;
    if (!key)
        return settle(id, nullptr);
    static const EndpointState kNothingKnown;
    const auto &states = m_host.failoverState().endpoints;
    const auto known = states.find(id);
    const CheckLadder ladder(known == states.end() ? kNothingKnown : known->second, messageAllowed(id),
                             m_host.now());
    EndpointCheck::Order order{*endpoint, std::move(*key), ladder, m_host.nextCheckNumber()};
    auto check = std::make_unique<EndpointCheck>(
        std::move(order), m_options, m_host, [this, id](const CheckReport &report) { ended(id, report); });
    const TimePoint now = m_host.now();
    m_marks[id] = {now, now};
    EndpointCheck &started = *(m_running[id] = std::move(check));
    started.start();
}

void HealthMonitor::ended(const EndpointId &id, const CheckReport &report)
{
    const auto check = m_running.extract(id); // lives until we leave: it is its call that we are in
    for (int sent = check.mapped()->messagesSent(); sent > 0; --sent)
        m_messages[id].push_back(report.startedAt);
    m_host.checked(report, check.mapped()->number());
    if (const auto mark = m_marks.find(id); mark != m_marks.end())
        mark->second.endedAt = m_host.now();
    settle(id, &report);
    if (m_again.erase(id) > 0)
        enqueue(id);
    pump();
    finishOrders();
    reconsider();
}

/// Nobody waits for this endpoint any more: it has been checked, or can't be.
void HealthMonitor::settle(const EndpointId &id, const CheckReport *report)
{
    for (const auto &order : m_orders) {
        if (order->waiting.erase(id) > 0 && report)
            order->reports.insert({id, *report});
    }
}

void HealthMonitor::finishOrders()
{
    std::vector<std::unique_ptr<Order>> finished;
    for (auto &order : m_orders) {
        if (order->waiting.empty())
            finished.push_back(std::move(order));
    }
    std::erase(m_orders, nullptr);
    for (const auto &order : finished)
        order->done(order->inOrder());
}

bool HealthMonitor::messageAllowed(const EndpointId &endpoint)
{
    if (!m_options.spendTokens)
        return false;
    const auto sent = m_messages.find(endpoint);
    if (sent == m_messages.end())
        return m_options.messagesPerDay > 0;
    while (!sent->second.empty() && sent->second.front() <= m_host.now() - kDay)
        sent->second.pop_front();
    return static_cast<int>(sent->second.size()) < m_options.messagesPerDay;
}

} // namespace qcc

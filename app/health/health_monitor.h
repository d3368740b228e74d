// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/endpoint_check.h"
#include "app/io/deadline.h"
#include "models/rules/check_schedule.h"

#include <deque>
#include <set>

namespace qcc {

/// Looks after every endpoint at its time (models/rules/check_schedule.h), at most kParallelChecks at once,
/// and on demand. Tells HealthHost::checked() of each end; decides nothing about what follows. Engine thread.
class HealthMonitor final : public QObject
{
    Q_OBJECT
public:
    using Reports = std::vector<CheckReport>;

    explicit HealthMonitor(HealthHost &host, HealthOptions options = {});
    ~HealthMonitor() override;

    /// Begins with a round at once. Does nothing while started.
    void start();
    /// Cancels running checks, silently; who waits in check() is called with what there is. start() begins
    /// anew.
    void stop();

    /// Checks these now, whatever their time (effect CheckNow); unknown ones and those without a key are left
    /// out. Empty: all that are scheduled, but for those whose limit or key lets no check in. One that is
    /// being checked already is checked again afterwards. Not while stopped.
    void checkNow(const std::vector<EndpointId> &endpoints);
    /// For a person (`qcc health --check`): all endpoints of @p config, or of all configs when it is empty,
    /// disabled and limited ones too, before all others. @p done is called once, with the reports in the
    /// order of the settings, perhaps inside the call; those without a key have none. Also while stopped.
    void check(const QString &config, std::function<void(Reports)> done);

    /// The settings are others. @p changed: gone, or with another URL or key (SettingsChanged::forgotten):
    /// their running checks are cancelled, and they are checked anew at once.
    void settingsChanged(const std::vector<EndpointId> &changed);
    /// What the schedule reads has changed (HealthHost::inTrouble, the network's state, a limit, the clock):
    /// to be called when checks may be due earlier now. Successes of traffic need no call.
    void reconsider();

    /// When the endpoint is checked next; none: only on demand, or stopped.
    std::optional<TimePoint> nextCheckAt(const EndpointId &endpoint) const;
    const HealthOptions &options() const { return m_options; }
    size_t runningChecks() const { return m_running.size(); }

private:
    struct Order; ///< a person's check()

    CheckScheduleFacts facts() const;
    void enqueue(const EndpointId &endpoint);
    void pump();
    void begin(const EndpointId &endpoint);
    void ended(const EndpointId &endpoint, const CheckReport &report);
    void settle(const EndpointId &endpoint, const CheckReport *report);
    void finishOrders();
    bool messageAllowed(const EndpointId &endpoint);
    const Endpoint *find(const EndpointId &endpoint) const;
    bool isWaiting(const EndpointId &endpoint) const;

    HealthHost &m_host;
    const HealthOptions m_options;
    const std::function<bool(const EndpointId &)> m_hasKey;
    Deadline m_due;
    bool m_started = false;
    TimePoint m_since;
    std::map<EndpointId, CheckMark> m_marks;
    std::map<EndpointId, std::deque<TimePoint>> m_messages; ///< CheckRung::Message, of the last 24 h
    std::deque<EndpointId> m_waiting;
    std::set<EndpointId> m_again; ///< asked for while its check was running
    std::map<EndpointId, std::unique_ptr<EndpointCheck>> m_running;
    std::vector<std::unique_ptr<Order>> m_orders;
};

} // namespace qcc

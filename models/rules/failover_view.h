// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/failover.h"

namespace qcc {

/// A config at its place in the groups.
struct Place
{
    const Config *config = nullptr;
    Priority priority = Priority::Primary;
    bool groupEnabled = true;
    size_t rank = 0; ///< from the top, over all groups

    const QString &name() const { return config->name; }
    bool enabled() const { return groupEnabled && priority != Priority::Disabled; }
};

/// The state and the settings looked at together, at one moment: all that the rules of the control loop
/// derive from them. Borrows, keeps and changes nothing; decides nothing either.
class FailoverView
{
public:
    FailoverView(const FailoverState &state, const FailoverSetup &setup, TimePoint now);

    const FailoverState &state() const { return m_state; }
    const FailoverPolicy &policy() const { return m_setup.settings.policy; }
    TimePoint moment() const { return m_now; }

    /// Every config that stands in a group, from the top, the disabled ones last.
    const std::vector<Place> &places() const { return m_places; }
    const Place *find(const QString &name) const;
    /// The active config while it can be routed to.
    const Place *active() const;

    /// Enabled, with an endpoint that has a key.
    bool routable(const Place &place) const;
    bool anyRoutable() const;
    /// Of endpoints with a key.
    std::vector<EndpointId> keyed(const Place &place) const;
    ConfigHealth health(const Place &place) const;
    /// failure_threshold reached by every usable endpoint, or every key refused.
    bool down(const Place &place) const;
    /// Until when all of its healthy endpoints are limited; none: one is free.
    std::optional<TimePoint> limitedUntil(const Place &place) const;
    /// Since when nothing of a config that is down has worked; none: its keys were refused, which is certain.
    std::optional<TimePoint> troubleSince(const Place &place) const;
    std::optional<FailureFacts> lastFailure(const Place &place) const;
    /// A healthy endpoint of it has answered since.
    bool answeredSince(const Place &place, TimePoint since) const;
    /// After that it has failed instead of answering, or all of it is known to be down.
    bool failedSince(const Place &place, TimePoint since) const;
    /// Why it can't take over, whatever else is the case; none: it is healthy and free.
    std::optional<RejectedCandidate> unfit(const Place &place) const;
    RejectedCandidate rejected(const Place &place, RejectReason reason) const;

    /// The pin while it holds.
    const Pin *pin() const;
    std::optional<TimePoint> coolDownUntil() const;
    int switchesInHour() const;
    /// When the hourly limit leaves room again; none: it does now.
    std::optional<TimePoint> limitFreeAt() const;

private:
    const EndpointState *known(const Endpoint &endpoint) const;
    std::vector<const EndpointState *> usable(const Place &place) const;
    std::vector<const EndpointState *> healthy(const Place &place) const;
    std::optional<RejectedCandidate> keyTrouble(const Place &place) const;

    const FailoverState &m_state;
    const FailoverSetup &m_setup;
    TimePoint m_now;
    std::vector<Place> m_places;
};

/// Its key was not refused, and it works as far as is known.
bool isHealthy(const EndpointState &endpoint);

} // namespace qcc

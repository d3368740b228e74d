// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about the control loop: why, when, until when.
#include "models/rules/failover_parts.h"

namespace qcc {
namespace {

/// Keeps the earliest moment behind now.
class Soonest
{
public:
    explicit Soonest(TimePoint now) : m_now(now) {}

    void add(const std::optional<TimePoint> &at)
    {
        if (at && *at > m_now && (!m_soonest || *at < *m_soonest))
            m_soonest = at;
    }
    std::optional<TimePoint> value() const { return m_soonest; }

private:
    TimePoint m_now;
    std::optional<TimePoint> m_soonest;
};

void addNetwork(Soonest &soonest, const OwnNetwork &network)
{
    if (network.state == OwnNetwork::State::Suspected)
        soonest.add(network.since + kSuspicionAtMost);
    else if (network.state == OwnNetwork::State::Waking)
        soonest.add(network.since + kWakeGrace);
}

void addWaits(Soonest &soonest, const FailoverState &state)
{
    for (const auto &[config, since] : state.memo.asked) {
        soonest.add(since + kPreferredWait);
        soonest.add(since + kAnswerWait);
    }
    if (const std::optional<TimePoint> &since = state.memo.choosingSince)
        soonest.add(std::max(*since, state.network.trustFrom.value_or(*since)) + kFirstLookAtMost);
    if (state.awaySince)
        soonest.add(*state.awaySince + kAwayTooLong);
}

/// Delays and limits that end by themselves, and with them a reason not to take a config.
void addPlaces(Soonest &soonest, const FailoverView &view)
{
    for (const Place &place : view.places()) {
        if (!view.routable(place))
            continue;
        const auto down = view.state().lastDown.find(place.name());
        if (down != view.state().lastDown.end())
            soonest.add(down->second + view.policy().recoveryDelay);
        soonest.add(view.limitedUntil(place));
    }
}

std::optional<TimePoint> latest(std::initializer_list<std::optional<TimePoint>> times)
{
    return std::max(times);
}

/// When the config may take over from a worse one that works, if it stays well; none: it is not healthy.
std::optional<TimePoint> qualifiesAt(const FailoverView &view, const Place &place)
{
    const ConfigHealth health = view.health(place);
    if (!view.routable(place) || !health.isHealthy())
        return std::nullopt;
    const int missing = std::max(0, view.policy().successThreshold - health.consecutiveSuccesses);
    const TimePoint checked = view.moment() + missing * view.policy().checkInterval;
    std::optional<TimePoint> delay;
    if (const auto down = view.state().lastDown.find(place.name()); down != view.state().lastDown.end())
        delay = down->second + view.policy().recoveryDelay;
    return latest({checked, delay, view.limitedUntil(place)});
}

} // namespace

std::optional<TimePoint> dueAfter(const FailoverView &view)
{
    Soonest soonest(view.moment());
    if (const Pin *pin = view.pin())
        soonest.add(pin->until);
    soonest.add(view.coolDownUntil());
    soonest.add(view.limitFreeAt());
    addNetwork(soonest, view.state().network);
    addWaits(soonest, view.state());
    addPlaces(soonest, view);
    return soonest.value();
}

std::optional<TimePoint> nextDeadline(const FailoverState &state, const FailoverSetup &setup, TimePoint now)
{
    return state.memo.looked ? state.memo.due : dueAfter(FailoverView(state, setup, now));
}

Decision explain(const FailoverState &state, const FailoverSetup &setup, TimePoint now)
{
    return judge(FailoverView(state, setup, now)).decision;
}

std::optional<TimePoint> coolDownUntil(const FailoverState &state, const FailoverSetup &setup, TimePoint now)
{
    return FailoverView(state, setup, now).coolDownUntil();
}

std::optional<TimePoint> recoveryPossibleAt(const FailoverState &state, const FailoverSetup &setup,
                                            TimePoint now)
{
    const FailoverView view(state, setup, now);
    const Place *active = view.active();
    if (!active || !view.policy().autoRecoveryEnabled || view.pin() ||
        state.network.state != OwnNetwork::State::Up || view.down(*active))
        return std::nullopt;
    std::optional<TimePoint> soonest;
    for (const Place &place : view.places()) {
        if (place.rank >= active->rank)
            break;
        const std::optional<TimePoint> at = qualifiesAt(view, place);
        if (at && (!soonest || *at < *soonest))
            soonest = at;
    }
    if (!soonest)
        return std::nullopt;
    return latest({soonest, view.coolDownUntil(), view.limitFreeAt()});
}

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/check_schedule.h"

#include "models/rules/classify.h"

#include <cmath>

namespace qcc {
namespace {

/// Spreads the bits of a counter or hash (the finalizer of SplitMix64).
constexpr quint64 mixed(quint64 value)
{
    value ^= value >> 30;
    value *= 0xbf58476d1ce4e5b9ULL;
    value ^= value >> 27;
    value *= 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

/// The same in every run and on every machine, unlike qHash().
quint64 stableHash(const EndpointId &id)
{
    quint64 hash = 0xcbf29ce484222325ULL; // FNV-1a
    for (const QChar c : id.value)
        hash = (hash ^ c.unicode()) * 0x100000001b3ULL;
    return mixed(hash);
}

/// 0 … 1, without 1.
double shareOf(quint64 hash)
{
    return static_cast<double>(hash >> 11) * 0x1.0p-53;
}

milliseconds part(milliseconds whole, double share)
{
    return milliseconds(std::llround(static_cast<double>(whole.count()) * share));
}

/// An endpoint's places in time.
class Slots
{
public:
    Slots(const EndpointId &id, milliseconds interval)
        : m_hash(stableHash(id)), m_interval(interval), m_phase(part(interval, shareOf(m_hash)))
    {
    }
    TimePoint firstFrom(TimePoint from) const
    {
        qint64 number = (from.time_since_epoch() - m_phase) / m_interval - 1;
        while (at(number) < from)
            ++number;
        return at(number);
    }

private:
    TimePoint at(qint64 number) const
    {
        const double early = shareOf(mixed(m_hash ^ mixed(static_cast<quint64>(number)))) - 0.5;
        return TimePoint(number * m_interval + m_phase + part(m_interval, early * 2 / kJitterShare));
    }

    quint64 m_hash;
    milliseconds m_interval;
    milliseconds m_phase;
};

/// The last time when traffic alone has shown that it works; none when a failure came since.
std::optional<TimePoint> trafficSuccess(const EndpointHealth &health, TimePoint after)
{
    if (health.consecutiveFailures > 0 || !health.lastSuccess || *health.lastSuccess <= after)
        return std::nullopt;
    return health.lastSuccess;
}

const EndpointState &stateOf(const EndpointId &id, const CheckScheduleFacts &facts)
{
    static const EndpointState kNothingKnown;
    const auto known = facts.state.endpoints.find(id);
    return known == facts.state.endpoints.end() ? kNothingKnown : known->second;
}

TimePoint lastLook(const EndpointId &id, const CheckScheduleFacts &facts)
{
    const auto found = facts.marks.find(id);
    return found == facts.marks.end() ? facts.since : found->second.startedAt;
}

/// No hold lasts for ever, whatever was read from a file or said by a provider.
std::optional<TimePoint> heldUntil(const EndpointId &id, const CheckScheduleFacts &facts)
{
    const EndpointState &state = stateOf(id, facts);
    std::optional<TimePoint> until = state.limitedUntil;
    if (state.key != KeyState::Ok && state.keyRetryAt && (!until || *until < *state.keyRetryAt))
        until = state.keyRetryAt;
    return until ? std::optional(std::min(*until, lastLook(id, facts) + kLongestLimit)) : std::nullopt;
}

TimePoint dueTime(const EndpointId &id, const CheckScheduleFacts &facts)
{
    const milliseconds interval = checkIntervalNow(facts);
    const Slots slots(id, interval);
    const auto found = facts.marks.find(id);
    const bool checked = found != facts.marks.end();
    TimePoint due =
        facts.since + part(std::min(kFirstChecksWithin, interval / 10), shareOf(mixed(stableHash(id))));
    if (checked)
        due = slots.firstFrom(found->second.startedAt + interval / 2);
    const TimePoint after = checked ? found->second.endedAt : facts.since;
    if (const auto success = trafficSuccess(stateOf(id, facts).health, after))
        due = std::max(due, slots.firstFrom(*success + interval));
    return std::max(due, heldUntil(id, facts).value_or(due));
}

} // namespace

milliseconds checkIntervalNow(const CheckScheduleFacts &facts)
{
    seconds interval = facts.settings.policy.checkInterval;
    if (facts.state.network.state == OwnNetwork::State::Down)
        interval = std::min(interval, kNetworkDownCheckInterval);
    else if (facts.inTrouble)
        interval = std::min(interval, kTroubleCheckInterval);
    return std::max(interval, kShortestCheckInterval);
}

std::vector<EndpointId> scheduledEndpoints(const Settings &settings,
                                           const std::function<bool(const EndpointId &)> &hasKey)
{
    std::vector<EndpointId> endpoints;
    for (const Priority priority : kRoutedPriorities) {
        const PriorityGroup &group = settings.groups.group(priority);
        if (!group.enabled)
            continue;
        for (const QString &name : group.configNames) {
            const Config *config = settings.find(name);
            if (!config)
                continue;
            for (const Endpoint &endpoint : config->endpoints) {
                if (hasKey(endpoint.id))
                    endpoints.push_back(endpoint.id);
            }
        }
    }
    return endpoints;
}

std::vector<ScheduledCheck> checkSchedule(const CheckScheduleFacts &facts)
{
    std::vector<ScheduledCheck> checks;
    for (const EndpointId &id : scheduledEndpoints(facts.settings, facts.hasKey))
        checks.push_back({id, dueTime(id, facts)});
    std::stable_sort(checks.begin(), checks.end(),
                     [](const ScheduledCheck &a, const ScheduledCheck &b) { return a.at < b.at; });
    return checks;
}

bool isHeldBack(const CheckScheduleFacts &facts, const EndpointId &endpoint, TimePoint now)
{
    const std::optional<TimePoint> until = heldUntil(endpoint, facts);
    return until && *until > now;
}

} // namespace qcc

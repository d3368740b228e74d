// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rules/statistics.h"

namespace qcc {

namespace {

bool isFailover(const FailoverEvent &event)
{
    return event.success && event.type == FailoverEventType::Failover;
}

void addSpan(std::vector<ActiveSpan> &spans, const QString &config, TimePoint from, TimePoint to)
{
    if (config.isEmpty() || from >= to)
        return;
    if (!spans.empty() && spans.back().config == config && spans.back().to == from)
        spans.back().to = to;
    else
        spans.push_back({config, from, to});
}

} // namespace

SwitchCounts countSwitches(std::span<const FailoverEvent> events)
{
    SwitchCounts counts;
    for (const FailoverEvent &event : events) {
        if (!event.success) {
            ++counts.failed;
            continue;
        }
        switch (event.type) {
        case FailoverEventType::Failover:
            ++counts.failovers;
            break;
        case FailoverEventType::Recovery:
            ++counts.recoveries;
            break;
        case FailoverEventType::Manual:
            ++counts.manual;
            break;
        case FailoverEventType::Activation:
            break;
        }
    }
    return counts;
}

std::vector<ActiveSpan> activeSpans(const QString &before, std::span<const FailoverEvent> events,
                                    TimePoint from, TimePoint to)
{
    std::vector<ActiveSpan> spans;
    QString active = before;
    TimePoint since = from;
    bool isFirst = true;
    for (const FailoverEvent &event : events) {
        if (!event.success)
            continue;
        if (std::exchange(isFirst, false) && active.isEmpty())
            active = event.from;
        const TimePoint at = std::clamp(event.at, since, std::max(since, to));
        addSpan(spans, active, since, at);
        active = event.to;
        since = at;
    }
    addSpan(spans, active, since, to);
    return spans;
}

std::map<QString, double> activeShares(std::span<const ActiveSpan> spans, TimePoint from, TimePoint to)
{
    std::map<QString, double> shares;
    if (from >= to)
        return shares;
    const double length = double((to - from).count());
    for (const ActiveSpan &span : spans)
        shares[span.config] += double((span.to - span.from).count()) / length;
    return shares;
}

std::optional<milliseconds> meanTimeToRecovery(std::span<const FailoverEvent> events)
{
    std::map<QString, TimePoint> away;
    milliseconds sum{0};
    int count = 0;
    for (const FailoverEvent &event : events) {
        if (!event.success)
            continue;
        if (isFailover(event) && !event.from.isEmpty())
            away.try_emplace(event.from, event.at);
        if (const auto node = away.extract(event.to)) {
            sum += std::max(event.at - node.mapped(), milliseconds(0));
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

std::optional<milliseconds> meanTimeBetweenFailovers(std::span<const FailoverEvent> events)
{
    std::optional<TimePoint> first;
    TimePoint last;
    int count = 0;
    for (const FailoverEvent &event : events) {
        if (!isFailover(event))
            continue;
        first = first.value_or(event.at);
        last = event.at;
        ++count;
    }
    return count > 1 ? std::optional((last - *first) / (count - 1)) : std::nullopt;
}

double perTime(int count, TimePoint from, TimePoint to, milliseconds unit)
{
    return to > from ? count * double(unit.count()) / double((to - from).count()) : 0.0;
}

} // namespace qcc

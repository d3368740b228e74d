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

/// Of the spans from @p next on, which is moved to the first that goes beyond @p to; empty: nobody was
/// active.
QString longestActive(const std::vector<ActiveSpan> &spans, size_t &next, TimePoint from, TimePoint to)
{
    std::map<QString, milliseconds> lengths;
    for (; next < spans.size() && spans[next].from < to; ++next) {
        const milliseconds inside = std::min(spans[next].to, to) - std::max(spans[next].from, from);
        lengths[spans[next].config] += std::max(inside, milliseconds(0));
        if (spans[next].to > to)
            break;
    }
    const auto longest =
        std::max_element(lengths.begin(), lengths.end(),
                         [](const auto &one, const auto &other) { return one.second < other.second; });
    return longest == lengths.end() ? QString() : longest->first;
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

std::vector<ActiveSpan> coarseSpans(std::vector<ActiveSpan> spans, TimePoint from, TimePoint to, int pieces)
{
    const milliseconds piece = (to - from) / std::max(pieces, 1);
    if (pieces < 1 || int(spans.size()) <= pieces || piece <= milliseconds(0))
        return spans;
    std::vector<ActiveSpan> coarse;
    size_t next = 0;
    for (int i = 0; i < pieces; ++i) {
        const TimePoint begin = from + piece * i;
        const TimePoint end = i + 1 == pieces ? to : begin + piece;
        addSpan(coarse, longestActive(spans, next, begin, end), begin, end);
    }
    return coarse;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/line_segments.h"

namespace qcc {

namespace {

struct Sample
{
    TimePoint at;
    double value = 0;
};

std::vector<Sample> samplesOf(const std::vector<HealthPoint> &points, ChartValue value)
{
    std::vector<Sample> samples;
    samples.reserve(points.size());
    for (const HealthPoint &point : points) {
        if (const std::optional<double> known = valueOf(point, value))
            samples.push_back({point.at, *known});
    }
    return samples;
}

/// Where segments begin, without the first: behind each gap, or behind the longest if there are too many.
std::vector<size_t> cuts(const std::vector<Sample> &samples, milliseconds gap)
{
    std::vector<size_t> found;
    for (size_t i = 1; i < samples.size(); ++i) {
        if (samples[i].at - samples[i - 1].at > gap)
            found.push_back(i);
    }
    if (found.size() >= kMostSegments) {
        const auto isLonger = [&](size_t one, size_t other) {
            return samples[one].at - samples[one - 1].at > samples[other].at - samples[other - 1].at;
        };
        std::nth_element(found.begin(), found.begin() + kMostSegments - 1, found.end(), isLonger);
        found.resize(kMostSegments - 1);
        std::sort(found.begin(), found.end());
    }
    return found;
}

double xOf(TimePoint moment)
{
    return double(moment.time_since_epoch().count());
}

TimePoint endOf(const Sample &last, const Reach &reach)
{
    return std::max(std::min(last.at + reach.hold, reach.end), last.at + milliseconds(1));
}

Segment segmentOf(std::span<const Sample> samples, ChartValue value, const Reach &reach, double offset)
{
    Segment segment{QPointF(xOf(samples.front().at), samples.front().value + offset)};
    for (size_t i = 1; i < samples.size(); ++i) {
        const double before = samples[i - 1].value;
        if (value == ChartValue::Health && samples[i].value == before)
            continue;
        if (value == ChartValue::Health)
            segment.append(QPointF(xOf(samples[i].at), before + offset));
        segment.append(QPointF(xOf(samples[i].at), samples[i].value + offset));
    }
    segment.append(QPointF(xOf(endOf(samples.back(), reach)), samples.back().value + offset));
    return segment;
}

} // namespace

std::optional<double> valueOf(const HealthPoint &point, ChartValue value)
{
    switch (value) {
    case ChartValue::Health:
        return point.percentage;
    case ChartValue::Latency:
        return point.latency ? std::optional(double(point.latency->count())) : std::nullopt;
    }
    Q_UNREACHABLE();
}

Reach reachOf(milliseconds piece, milliseconds interval, TimePoint end)
{
    // A round of checks takes its time, so samples come a little later than the interval says.
    return {std::max(piece * 3 / 2, interval * 5 / 2), std::max(piece, interval), end};
}

std::vector<Segment> lineSegments(const std::vector<HealthPoint> &points, ChartValue value,
                                  const Reach &reach, double offset)
{
    std::vector<Segment> segments;
    const std::vector<Sample> samples = samplesOf(points, value);
    if (samples.empty())
        return segments;
    std::vector<size_t> ends = cuts(samples, reach.gap);
    ends.push_back(samples.size());
    size_t begin = 0;
    for (const size_t end : ends) {
        segments.push_back(segmentOf(std::span(samples).subspan(begin, end - begin), value, reach, offset));
        begin = end;
    }
    return segments;
}

std::optional<double> valueAt(const std::vector<HealthPoint> &points, ChartValue value, const Reach &reach,
                              TimePoint moment)
{
    const std::vector<Sample> samples = samplesOf(points, value);
    const auto next = std::upper_bound(samples.begin(), samples.end(), moment,
                                       [](TimePoint at, const Sample &sample) { return at < sample.at; });
    if (next == samples.begin())
        return std::nullopt;
    const Sample &last = *std::prev(next);
    const bool goesOn = next != samples.end() && next->at - last.at <= reach.gap;
    if (!goesOn && moment > endOf(last, reach))
        return std::nullopt;
    return last.value;
}

} // namespace qcc

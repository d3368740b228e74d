// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/mark_clusters.h"

namespace qcc {

std::vector<MarkCluster> markClusters(const std::vector<FailoverEvent> &events, const PlotFrame &frame,
                                      double distance)
{
    std::vector<MarkCluster> clusters;
    if (frame.isEmpty())
        return clusters;
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->at < frame.from || event->at > frame.to)
            continue;
        const double x = frame.x(event->at);
        if (clusters.empty() || x - clusters.back().x >= distance)
            clusters.push_back({x, {*event}});
        else
            clusters.back().events.insert(clusters.back().events.begin(), *event);
    }
    return clusters;
}

const FailoverEvent &leading(const MarkCluster &cluster)
{
    const auto failed = std::find_if(cluster.events.begin(), cluster.events.end(),
                                     [](const FailoverEvent &event) { return !event.success; });
    if (failed != cluster.events.end())
        return *failed;
    const auto failover =
        std::find_if(cluster.events.begin(), cluster.events.end(),
                     [](const FailoverEvent &event) { return event.type == FailoverEventType::Failover; });
    return failover != cluster.events.end() ? *failover : cluster.events.front();
}

} // namespace qcc

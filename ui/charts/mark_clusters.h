// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"
#include "ui/charts/plot_frame.h"

namespace qcc {

/// Events so close to each other that they share a mark.
struct MarkCluster
{
    double x = 0;                      ///< of the first of the events that the mark stands for
    std::vector<FailoverEvent> events; ///< newest first; never empty
};

/// From left to right, no two nearer than @p distance. @p events newest first; those outside of the frame are
/// left out.
std::vector<MarkCluster> markClusters(const std::vector<FailoverEvent> &events, const PlotFrame &frame,
                                      double distance);

/// The event whose shape stands for all: a failed one, else a failover, else the newest.
const FailoverEvent &leading(const MarkCluster &cluster);

} // namespace qcc

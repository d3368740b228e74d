// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/traffic_counters.h"
#include "models/domain/snapshot.h"

namespace qcc {

/// What GET /metrics tells, in Prometheus' text format 0.0.4. Pure. Labels are names of configs and endpoints
/// that are set up now and words of enums, nothing else; no secrets. What is not known yet (the health of an
/// endpoint before its first check) is left out rather than guessed.
QByteArray metricsText(const ProxySnapshot &snapshot, const TrafficCounters &counters);

} // namespace qcc

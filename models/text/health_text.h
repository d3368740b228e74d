// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/snapshot.h"

namespace qcc {

/// "healthy", "degraded" …: words for a cell of a table or after a name.
QString healthName(HealthStatus status);

/// The same of one that may have been checked without telling how it is, such as one that is limited:
/// "unknown".
QString healthName(const ConfigHealth &health);
QString healthName(const EndpointHealth &health);

/// "key rejected", "failing, left alone" …
QString conditionName(EndpointCondition condition);

/// With the time, where it is known: "limited until 14:35:10 (in 3:20)".
QString conditionText(const EndpointSnapshot &endpoint, TimePoint now);

/// What a check asks: "model list", "token count", "one-token message".
QString rungName(CheckRung rung);

/// "yes", "no", "unknown".
QString layerName(CheckLayer layer);

/// The layers that a check tells of, as far as it got: "reachable: yes, key accepted: yes, model answers:
/// unknown".
QString layersText(const CheckReport &report);

/// Healthy endpoints of all: "2 of 3 endpoints healthy".
QString endpointsText(const ConfigHealth &health);

} // namespace qcc

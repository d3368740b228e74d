// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/history.h"
#include "models/domain/snapshot.h"

namespace qcc {

/// The colours in which states are shown, the same in all views.
Paint paintOf(HealthStatus status);
Paint paintOf(EndpointCondition condition);
Paint paintOf(CheckLayer layer);
Paint paintOf(const FailoverEvent &event);
Paint paintOf(RequestEnd end);

} // namespace qcc

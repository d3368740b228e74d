// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"
#include "models/domain/snapshot.h"
#include "models/rules/failover.h"

namespace qcc {

/// What is shown of the control loop, and of each config in the order of the groups. @p monitoring: health
/// checks are running.
FailoverSnapshot failoverSnapshot(const FailoverState &state, const FailoverSetup &setup, bool monitoring,
                                  TimePoint now);

/// One config as it is now, for the history. None: it has no endpoints.
std::optional<HealthSample> healthSample(const QString &config, const FailoverState &state,
                                         const FailoverSetup &setup, TimePoint now);

} // namespace qcc

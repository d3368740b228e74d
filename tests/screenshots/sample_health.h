// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/history_door.h"

namespace qcc::test {

/// A day of the sample world, as the health page asks for it: production fails twice, backup takes over.
HealthAnswer sampleHealth(TimePoint from, TimePoint to, int points);
HistoryStats sampleStats(TimePoint from, TimePoint to);

} // namespace qcc::test

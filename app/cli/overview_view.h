// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/snapshot.h"

namespace qcc {

/// What a person wants to know of a running instance at a glance: who serves and why, the groups with the
/// health of their configs, the timers that run, the alerts. Line by line, painted for @p console; moments as
/// seen at @p now.
QStringList overviewLines(const Console &console, const ProxySnapshot &snapshot, TimePoint now);

/// @p snapshot without what changes all the time (counters, latencies, when something was last looked at):
/// two that are the same in this have nothing new to tell.
ProxySnapshot tellingPart(ProxySnapshot snapshot);

} // namespace qcc

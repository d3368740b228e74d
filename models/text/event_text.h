// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failover_event.h"
#include "models/domain/snapshot.h"

namespace qcc {

/// "failover", "recovery", "manual switch", "activation".
QString eventTypeName(FailoverEventType type);

/// What happened, without the time: "Failover from production to backup", "Failover from production failed".
QString eventTitle(const FailoverEvent &event);

/// How things are, in one line for the head of a window, the tray and `qcc status`: "Claude Code is served by
/// backup (secondary) since 14:30:00 – production is down: 529 overloaded. Recovery possible in 3:20."
QString headline(const ProxySnapshot &snapshot, TimePoint now);

/// Why the active config serves although it does not work, or what keeps a better one waiting: "production is
/// down: 529 overloaded". Empty: nothing does.
QString troubleText(const ProxySnapshot &snapshot, TimePoint now);

} // namespace qcc

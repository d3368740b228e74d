// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/history.h"
#include "models/domain/session.h"
#include "models/domain/settings.h"
#include "models/domain/snapshot.h"

namespace qcc::test {

/// The moment at which the samples play: 2026-11-23 14:35:10 UTC.
TimePoint sampleNow();
/// Moves that moment, for pictures with today's clock. Not in tests.
void setSampleNow(TimePoint now);

/// Primary: production (three endpoints), team-gateway. Secondary: backup, reseller-eu. Fallback: emergency.
/// Disabled: old-key.
Settings sampleSettings();

/// How the samples stand.
enum class SampleMood {
    AllWell,    ///< production is active and healthy
    FailedOver, ///< production is down (529), backup is active since five minutes, cool-down running
    Pinned,     ///< backup was chosen by a person for an hour; production is well
    Degraded,   ///< production is active, one of its endpoints limited, one with its key rejected
    AllDown,    ///< nobody is healthy
    OwnNetwork, ///< this computer's network is down
    ProxyOff    ///< not serving
};
ProxySnapshot sampleSnapshot(SampleMood mood);

/// The last used first: with the active config, moved by hand to emergency, staying with backup, waiting
/// long.
std::vector<SessionSnapshot> sampleSessions();

/// @p count configs over all groups, healthy, degraded and down ones.
Settings manySettings(int count);
ProxySnapshot manySnapshot(const Settings &settings);

/// Newest first: failovers, recoveries, manual switches, an activation, one failed attempt, with decisions.
std::vector<FailoverEvent> sampleEvents(int count);
/// Newest first: served, spilled over with attempts, failed, broken, left by the client.
std::vector<StoredRequest> sampleRequests(int count);

} // namespace qcc::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"

namespace qcc {

/// When the active config is switched, and how carefully it comes back. Names and defaults are those of
/// priority_config.json.
struct FailoverPolicy
{
    bool autoFailoverEnabled = true;
    bool autoRecoveryEnabled = false;
    int failureThreshold = 3;     ///< consecutive failures of the config before failover
    int successThreshold = 3;     ///< consecutive good checks before recovery
    seconds checkInterval{60};    ///< between two rounds of health checks
    seconds cooldownPeriod{300};  ///< after a switch, no automatic switch for so long
    seconds recoveryDelay{600};   ///< since the last failure of the config to which we would return
    int maxFailoversPerHour = 10; ///< automatic switches in any sliding hour
    bool notifyOnFailover = true;
    bool notifyOnRecovery = true;
    bool spillOverEnabled = true; ///< a failing request is tried on the next endpoint or config
    bool operator==(const FailoverPolicy &) const = default;
};

/// What the history keeps, beside the sums that it keeps for good.
struct HistoryRetention
{
    int requestDays = 30; ///< requests one by one; 1 … 3650
    bool operator==(const HistoryRetention &) const = default;
};

} // namespace qcc

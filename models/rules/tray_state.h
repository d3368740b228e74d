// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/settings.h"
#include "models/domain/snapshot.h"

#include <array>

namespace qcc {

/// How things stand, in one word: what the tray's icon shows. What hides the others comes first below.
enum class TrayState {
    Unknown,    ///< nothing is known yet, or no config can serve because none is set up or switched on
    ProxyOff,   ///< nobody listens
    OwnNetwork, ///< this computer's network is down
    AllDown,    ///< no config works
    FailedOver, ///< served by another config than the best, and no person chose it
    Degraded,   ///< the active config has troubles, requests wait, an alert stands, or a person passes over
                ///< a better config that is down
    Paused,     ///< automatic failover is off
    AllWell
};

inline constexpr std::array kTrayStates{TrayState::Unknown, TrayState::ProxyOff,   TrayState::OwnNetwork,
                                        TrayState::AllDown, TrayState::FailedOver, TrayState::Degraded,
                                        TrayState::Paused,  TrayState::AllWell};

/// Of a reachable instance; a snapshot as it was constructed is Unknown.
TrayState trayStateOf(const Settings &settings, const ProxySnapshot &snapshot);

} // namespace qcc

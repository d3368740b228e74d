// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/settings.h"
#include "ui/base/colors.h"
#include "ui/base/icons.h"
#include "ui/base/instance_door.h"

namespace qcc {

/// How things are, in one word: TrayState (models/rules), and how the window stands to the instance.
enum class OverallState {
    Starting,
    Lost,   ///< the instance is gone
    Failed, ///< it can't be started here
    ProxyOff,
    NothingSetUp, ///< no config that could serve
    OwnNetwork,
    AllDown,
    FailedOver,
    Degraded,
    Paused, ///< and else all is well
    AllWell
};

OverallState overallState(const InstanceState &link, const Settings &settings, const ProxySnapshot &snapshot);

/// "All well", "Failed over" …
QString stateWord(OverallState state);
Tone toneOf(OverallState state);
Icon iconOf(OverallState state);

} // namespace qcc

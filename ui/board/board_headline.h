// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/overall_state.h"

namespace qcc {

/// What the board's head says.
struct BoardHeadline
{
    OverallState state = OverallState::Starting;
    bool paused = false; ///< automatic failover is off
    ProxySnapshot snapshot;

    /// headline() (models/text), and what to say where nothing runs or nothing is switched.
    QString text(TimePoint now) const;
    /// Whether the sentence changes by time alone, and so must be drawn anew each second.
    bool holdsCountdown(TimePoint now) const { return text(now) != text(now + seconds(1)); }
};

} // namespace qcc

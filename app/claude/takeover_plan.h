// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/file_change.h"
#include "app/claude/takeover.h"

namespace qcc {

/// What connecting makes of each file.
struct TakeoverPlan
{
    std::vector<FileChange> files;
    bool isNeeded() const;
};

/// Plans for Claude Code's settings, and those of editors that are wanted or connected already. Reads the
/// files, changes nothing. Refusals as Takeover::connect().
Result<TakeoverPlan> planTakeover(const ClaudePlaces &places, const TakeoverJournal *earlier,
                                  const QString &url, const Secret &token, const TakeoverOptions &options);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/claude/claude_places.h"

#include <QJsonObject>

#include <optional>

namespace qcc {

/// What stood in Claude Code's settings in the place of our variables before QCC came, as the journal keeps
/// it to put it back; those that were not there are left out. None: QCC did not connect it, or the journal
/// can't be read. May hold keys.
std::optional<QJsonObject> priorVariables(const ClaudePlaces &places);

} // namespace qcc

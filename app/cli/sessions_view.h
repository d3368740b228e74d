// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/session.h"

#include <vector>

namespace qcc {

/// Where each session goes, and why, as a table. @p active: where new ones go.
void showSessions(const Console &console, const std::vector<SessionSnapshot> &sessions, const QString &active,
                  TimePoint now);

} // namespace qcc

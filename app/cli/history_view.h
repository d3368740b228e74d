// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/history.h"

namespace qcc {

/// The switches, one a line, in the given order.
void showEvents(const Console &console, const std::vector<FailoverEvent> &events);

} // namespace qcc

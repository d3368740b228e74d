// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/snapshot.h"

namespace qcc {

/// A running instance as a person reads it in a terminal. Moments are shown in local time; @p now tells how
/// long ago.
void showStatus(const Console &console, const ProxySnapshot &snapshot, TimePoint now);

} // namespace qcc

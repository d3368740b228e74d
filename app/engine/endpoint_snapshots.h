// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/snapshot.h"
#include "models/rules/apply_command.h"
#include "models/rules/routing.h"

namespace qcc {

/// What is shown of each endpoint, in the order of the settings.
std::vector<EndpointSnapshot> endpointSnapshots(const Settings &settings, const Keys &keys,
                                                const EndpointStates &states, TimePoint now);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"

namespace qcc {

/// @p endpoint with what @p patch holds, unchecked.
Endpoint patched(Endpoint endpoint, const EndpointPatch &patch);

/// Fills in the name of an endpoint of @p config whose URL has been checked (the host, or host-2, host-3 …
/// where that is taken), or checks it: InvalidName; DuplicateEndpointName where another endpoint of the
/// config has it, in whatever case.
std::optional<Refusal> settleEndpointName(const Config &config, Endpoint &endpoint);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/endpoint.h"
#include "models/domain/secret.h"

#include <optional>

namespace qcc {

/// An endpoint to be checked as it is being edited. Nothing is learned of it by the control loop.
struct ProbeEndpoint
{
    Endpoint endpoint;         ///< with an empty id: not stored yet
    std::optional<Secret> key; ///< none: the stored one of this id
};

} // namespace qcc

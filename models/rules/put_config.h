// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rules/settings_draft.h"

namespace qcc {

/// Adds a whole config or puts it in the place of another, by the rules of the single commands. Endpoints
/// that the config had and that are left out lose their keys; an endpoint that is new to it needs an id that
/// is not in use. One that comes without a key keeps its own, or has none yet: so configs can be taken in
/// from elsewhere. ChangedMeanwhile when the config to be replaced is gone or is no longer as `before` says.
/// Pure.
std::optional<Refusal> putConfig(SettingsDraft &draft, PutConfig command);

} // namespace qcc

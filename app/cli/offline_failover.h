// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/workspace.h"
#include "models/domain/command.h"

namespace qcc {

/// The control loop's part of a person's wish while no instance runs: step() decides on what the last
/// instance remembered, the history and the settings file take it up. The caller holds the home's
/// InstanceLock. Blocking.

/// Refusals of checkSwitch(), HistoryUnavailable, and those of reading and writing the files.
Result<Done> switchOffline(Workspace &workspace, const SwitchConfig &command, TimePoint now);

/// NotPinned, HistoryUnavailable.
Result<Done> releaseOffline(Workspace &workspace, TimePoint now);

/// Workspace::apply(), and what is remembered follows a config's new name, an endpoint's new URL or key.
Result<LoadedSettings> applyOffline(Workspace &workspace, Command command);

} // namespace qcc

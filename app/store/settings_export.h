// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/settings.h"

namespace qcc {

inline constexpr int kExportVersion = 1;

/// The settings as one file to take along: {"qcc_export": 1, "configs": […], "priority_groups": {…},
/// "policy": {…}, "history": {…}, "alert_channels": […]}, its parts in the form of configs.json and
/// priority_config.json. No keys, and not which config is active.
QByteArray exportSettings(const Settings &settings);

/// The settings in such a file. Endpoints have the ids that they were exported with, and no keys. FileBroken
/// (without a subject) with line and column for what is no export, one of a later version, and all that the
/// settings files themselves may not hold.
Result<Settings> importSettings(const QByteArray &text);

} // namespace qcc

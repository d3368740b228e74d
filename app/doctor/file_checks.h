// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/doctor/finding.h"
#include "models/domain/settings.h"

namespace qcc {

inline constexpr qint64 kLittleSpace =
    100LL * 1024 * 1024; ///< bytes free on the home's disk: told below that

/// The home folder and the settings files in it: there, for their owner alone, whole, with room to write.
/// Changes nothing.
Findings fileFindings(const QString &home);

/// What the settings themselves leave to be desired: nothing set up, nothing to fail over to, automation off.
Findings settingsFindings(const Settings &settings);

/// The history's database: readable, and how much it holds. Blocking.
Findings historyFindings(const QString &home);

} // namespace qcc

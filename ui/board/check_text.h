// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/check.h"
#include "models/domain/settings.h"

namespace qcc {

/// What a check has found, in a line for each endpoint; of many, only those that don't work, and how many do.
QString checkedText(const std::vector<CheckReport> &reports, const Settings &settings);

} // namespace qcc

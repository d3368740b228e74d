// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/settings.h"

namespace qcc {

/// Every field with its value, what it is by default, and what it means.
void showPolicy(const Console &console, const FailoverPolicy &policy);
/// The fields of priority_config.json, times in seconds.
QJsonObject policyJson(const Settings &settings);

} // namespace qcc

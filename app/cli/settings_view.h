// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/settings.h"

namespace qcc {

/// The settings as a person reads them in a terminal, and as `--json` prints them. No secrets. JSON forms are
/// those of app/control/settings_json.h.
void showConfigs(const Console &console, const Settings &settings);
QJsonObject configsJson(const Settings &settings);

void showConfig(const Console &console, const Settings &settings, const Config &config);
QJsonObject configJson(const Settings &settings, const Config &config);

void showEndpoints(const Console &console, const Config &config);
QJsonObject endpointsJson(const Config &config);

void showGroups(const Console &console, const Settings &settings);
QJsonObject groupsJson(const Settings &settings);

} // namespace qcc

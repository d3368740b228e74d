// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/domain/snapshot.h"

namespace qcc {

/// The endpoints with what checks and traffic have told of them; @p config only, if one is named. Moments as
/// seen at @p now.
void showHealth(const Console &console, const ProxySnapshot &snapshot, const QString &config, TimePoint now);

/// {"configs": […], "endpoints": […]} in the form of the snapshot's, see app/control/snapshot_json.h.
QJsonObject healthJson(const ProxySnapshot &snapshot, const QString &config);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/snapshot.h"

#include <QJsonObject>

namespace qcc {

/// What is shown of a running instance, for the control socket and `qcc proxy status --json`. Moments are ISO
/// 8601, UTC.
QJsonObject toJson(const ProxySnapshot &snapshot);
Result<ProxySnapshot> snapshotFromJson(const QJsonObject &object);

} // namespace qcc

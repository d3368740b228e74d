// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace qcc {

/// {"config":…, "reason":…, "pin_for": seconds}, the last only for a pin that ends by itself. Whether it
/// makes sense is decided by checkSwitch() (models/rules).
QJsonObject toJson(const SwitchConfig &command);
Result<SwitchConfig> switchFromJson(const QJsonObject &object);

} // namespace qcc

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/rules/routing.h"

#include <QJsonObject>

namespace qcc {

/// One endpoint's part of state_json.h.
QJsonObject toJson(const EndpointState &state);
Result<EndpointState> endpointStateFromJson(const QJsonObject &object);

} // namespace qcc

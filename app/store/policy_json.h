// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/json_reader.h"
#include "models/domain/policy.h"

namespace qcc {

/// The member "policy" of priority_config.json; faults are left with the node's reader. Ranges:
/// policyRanges().
FailoverPolicy readPolicy(const JsonNode &node);

/// @p before with every field of @p policy in it; times in seconds.
QJsonObject policyObject(QJsonObject before, const FailoverPolicy &policy);

} // namespace qcc

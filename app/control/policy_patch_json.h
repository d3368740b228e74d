// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/command.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace qcc {

/// Only what is set: the fields of priority_config.json, times in seconds. Numbers may be negative here; what
/// is permitted is decided by patched() (models/rules/policy_edit.h).
QJsonObject toJson(const PolicyPatch &patch);
Result<PolicyPatch> policyPatchFromJson(const QJsonObject &object);

} // namespace qcc
